"""The lines of the two ledgers as a person reads them: what the table and the notebook show.

A row is words only; how they are laid out, coloured or escaped is left to whoever shows them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dragoman.records.values import DatePrecision, Modality, Phase, Polarity, Status, Time

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dragoman.records.items import ActorRef, Claim, Event, EventDate, Reading, Span, Speaker

CLAIM_COLUMNS = ("Subject", "Relation", "Object", "How", "Who says so")
EVENT_COLUMNS = ("Source", "Event", "Target", "How", "Who says so")
DENIED_MARK = "✗ NOT"
_NOBODY = "-"
_LONGEST_SOURCE = 48


class Mark(StrEnum):
    """What some words of the evidence are to the row."""

    TRIGGER = "trigger"
    CUE = "cue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the evidence, white space made single, and what it is to the row."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One claim or event in words. ``cells`` stand under CLAIM_COLUMNS or EVENT_COLUMNS.

    ``sentence`` is the evidence in pieces; ``basis`` is why the row is there: rule, confidence,
    cues, condition, contrast. ``passage`` is equal for rows that the same words prove.
    """

    id: str
    cells: tuple[str, str, str, str, str]
    denied: bool
    sentence: tuple[Piece, ...]
    passage: tuple[int, int, int, int]
    basis: tuple[str, ...]


def claim_rows(reading: Reading, *, names: Mapping[str, str]) -> tuple[LedgerRow, ...]:
    """Return a row for each claim. ``names`` gives what codes are called; a code not in it stays a code."""
    return tuple(_claim_row(reading, claim, names) for claim in reading.claims)


def event_rows(reading: Reading, *, names: Mapping[str, str]) -> tuple[LedgerRow, ...]:
    """Return a row for each event. ``names`` gives what codes are called; a code not in it stays a code."""
    return tuple(_event_row(reading, event, names) for event in reading.events)


def describe_speakers(reading: Reading, said_by: Iterable[Speaker], *, names: Mapping[str, str]) -> str:
    """Return the chain of sources in words: ``The Gazette > Hossein Jaberi Ansari (IRN GOV)``."""
    others = tuple(said_by)[1:]
    author = reading.story.publisher or "the author"
    return " > ".join([author, *(_speaker(reading, speaker, names) for speaker in others)])


def _claim_row(reading: Reading, claim: Claim, names: Mapping[str, str]) -> LedgerRow:
    denied = claim.polarity is Polarity.DENIED
    relation = claim.relation.replace("_", " ")
    if claim.grade and claim.grade not in relation:
        relation = f"{relation} ({claim.grade})"
    how = [str(claim.modality)] if claim.modality is not Modality.ACTUAL else []
    how += [str(claim.time)] if claim.time is not Time.PRESENT else []
    how += [str(claim.phase)] if claim.phase not in (None, Phase.HOLDS) else []
    return LedgerRow(
        id=claim.id,
        cells=(
            _actor(claim.subject, names),
            f"{DENIED_MARK} {relation}" if denied else relation,
            _actor(claim.object, names),
            ", ".join(how),
            describe_speakers(reading, claim.said_by, names=names),
        ),
        denied=denied,
        sentence=_pieces(claim.evidence, claim.trigger, _all_cues(claim)),
        passage=_passage(claim),
        basis=_claim_basis(claim),
    )


def _event_row(reading: Reading, event: Event, names: Mapping[str, str]) -> LedgerRow:
    denied = event.status is Status.DENIED
    act = f"{event.plover.type} {event.plover.mode}" if event.plover.mode else event.plover.type
    act = f"{act} (CAMEO {event.cameo})"
    how = [str(event.status).replace("_", " ")] if event.status is not Status.HAPPENED else []
    how += [_day(event.date)] if _day(event.date) else []
    how += [f"in {event.place.name}"] if event.place else []
    how += ["mutual"] if event.reciprocal else []
    return LedgerRow(
        id=event.id,
        cells=(
            _actor(event.source, names),
            f"{DENIED_MARK} {act}" if denied else act,
            _actor(event.target, names),
            ", ".join(how),
            describe_speakers(reading, event.said_by, names=names),
        ),
        denied=denied,
        sentence=_pieces(event.evidence, event.trigger, _all_cues(event)),
        passage=_passage(event),
        basis=_event_basis(event),
    )


def _actor(ref: ActorRef | None, names: Mapping[str, str]) -> str:
    if ref is None:
        return _NOBODY
    return _coded(names.get(ref.actor), ref.actor, ref.role)


def _coded(name: str | None, actor: str | None, role: str | None) -> str:
    code = " ".join(part for part in (actor, role) if part)
    return f"{name} ({code})" if name and code else name or code


def _speaker(reading: Reading, speaker: Speaker, names: Mapping[str, str]) -> str:
    name = speaker.name or (names.get(speaker.actor) if speaker.actor else None)
    if name or speaker.actor:
        return _coded(name, speaker.actor, speaker.role)
    spans = {a.id: a.source_span for a in reading.attributions}
    span = spans.get(speaker.attribution or "")
    if span is None:
        return "someone unnamed"
    words = " ".join(span.text.split())
    return words if len(words) <= _LONGEST_SOURCE else f"{words[: _LONGEST_SOURCE - 1].rstrip()}\u2026"


def _day(day: EventDate) -> str:
    if day.start is None or day.precision is DatePrecision.PUBLICATION:
        return ""
    if day.precision is DatePrecision.YEAR:
        return f"{day.start.year:04d}"
    if day.precision is DatePrecision.MONTH:
        return f"{day.start.year:04d}-{day.start.month:02d}"
    if day.end is None or day.end == day.start:
        return day.start.isoformat()
    return f"{day.start.isoformat()} to {day.end.isoformat()}"


def _all_cues(record: Claim | Event) -> tuple[Span, ...]:
    return record.cues.negation + record.cues.modality + record.cues.time


def _passage(record: Claim | Event) -> tuple[int, int, int, int]:
    evidence, trigger = record.evidence, record.trigger
    return (evidence.start_char, evidence.end_char, trigger.start_char, trigger.end_char)


def _pieces(evidence: Span, trigger: Span, cues: tuple[Span, ...]) -> tuple[Piece, ...]:
    marks: list[Mark | None] = [None] * len(evidence.text)
    for mark, spans in ((Mark.CUE, cues), (Mark.TRIGGER, (trigger,))):
        for span in spans:
            start = max(span.start_char - evidence.start_char, 0)
            end = min(span.end_char - evidence.start_char, len(marks))
            marks[start:end] = [mark] * max(end - start, 0)
    pieces: list[Piece] = []
    start = 0
    for end in range(1, len(marks) + 1):
        if end == len(marks) or marks[end] is not marks[start]:
            pieces.append(Piece(text=_single_spaced(evidence.text[start:end]), mark=marks[start]))
            start = end
    return tuple(pieces)


def _single_spaced(text: str) -> str:
    inner = " ".join(text.split())
    before = " " if text[:1].isspace() else ""
    after = " " if inner and text[-1:].isspace() else ""
    return f"{before}{inner}{after}"


def _claim_basis(claim: Claim) -> tuple[str, ...]:
    lines = [*_basis(claim), f"words {_quoted(claim.label)}"] if claim.label else [*_basis(claim)]
    if claim.condition is not None:
        lines.append(f"condition {_quoted(claim.condition.text)}")
    if claim.contrast_with is not None:
        lines.append(f"contrasts with {claim.contrast_with}")
    return tuple(lines)


def _event_basis(event: Event) -> tuple[str, ...]:
    lines = [*_basis(event)]
    if event.goldstein is not None:
        lines.append(f"Goldstein {event.goldstein:+.1f}")
    if event.plover.contexts:
        lines.append(f"contexts {', '.join(event.plover.contexts)}")
    return tuple(lines)


def _basis(record: Claim | Event) -> tuple[str, ...]:
    kinds = (
        ("negation", record.cues.negation),
        ("modality", record.cues.modality),
        ("time", record.cues.time),
    )
    cues = [f"{kind} {', '.join(_quoted(span.text) for span in spans)}" for kind, spans in kinds if spans]
    return (f"rule {record.rule}", f"confidence {record.confidence:.2f}", *cues, f"id {record.id}")


def _quoted(text: str) -> str:
    return f"\u201c{' '.join(text.split())}\u201d"
