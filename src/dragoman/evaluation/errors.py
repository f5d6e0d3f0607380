"""Errors: what separates the predictions from the gold, row by row, with a cause for each.

A row of the gold and a row of the predictions that fail to agree are paired where they are near
misses, so that causes can be counted: the same actors under another type, the same type with the
actors reversed or with one actor right, or a matched row with one field wrong. What stays unpaired
is ``missed`` (gold only) or ``false`` (predicted only).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from dragoman.evaluation.coded import CodedActor, CodedClaim, CodedEvent, CodedItem
from dragoman.evaluation.fields import claim_values, event_values, match_claims, match_events
from dragoman.evaluation.views import actor_of, arguments_of

T = TypeVar("T")
_LONGEST = 320
_STOP = re.compile(r"\n|(?<!\b[A-Z])(?<!\bMr)(?<!\bDr)(?<!\bGen)[.!?][\"\u201d]?\s")
_NEAR = ("reversed", "wrong type", "wrong actor", "wrong pair")
"""Near misses, the nearest first: a pair of rows gets the first that fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowError:
    """One disagreement. ``gold`` or ``predicted`` is None where that side has no such row."""

    item: str
    ledger: str
    cause: str
    gold: str | None
    predicted: str | None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A claim or an event, as far as the pairing needs it."""

    type: str
    actors: tuple[str | None, str | None]
    text: str
    trigger: str
    at: int | None


def find_errors(gold: Iterable[CodedItem], predicted: Mapping[str, CodedItem]) -> tuple[RowError, ...]:
    """Return every disagreement, item by item, claims before events, near misses before the rest."""
    errors: list[RowError] = []
    for item in gold:
        found = predicted.get(item.id, CodedItem(id=item.id))
        errors += _claim_errors(item, found)
        errors += _event_errors(item, found)
    return tuple(errors)


def count_causes(errors: Iterable[RowError]) -> tuple[tuple[str, str, int], ...]:
    """Return (ledger, cause, count), the commonest first."""
    counts = Counter((error.ledger, error.cause) for error in errors)
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return tuple((ledger, cause, n) for (ledger, cause), n in ordered)


def _claim_errors(item: CodedItem, found: CodedItem) -> list[RowError]:
    matched = match_claims(item.claims, found.claims)
    errors = [
        _field_error(item, "claims", (_claim_row(one), _claim_row(other)), wrong)
        for one, other in matched
        if (wrong := _differences(claim_values(one), claim_values(other)))
    ]
    missed = [_claim_row(claim) for claim in _without(item.claims, [one for one, _ in matched])]
    false = [_claim_row(claim) for claim in _without(found.claims, [other for _, other in matched])]
    return errors + _row_errors(item, "claims", missed, false)


def _event_errors(item: CodedItem, found: CodedItem) -> list[RowError]:
    matched = match_events(item.events, found.events)
    errors = [
        _field_error(item, "events", (_event_row(one), _event_row(other)), wrong)
        for one, other in matched
        if (wrong := _differences(event_values(one), event_values(other)))
    ]
    missed = [_event_row(event) for event in _without(item.events, [one for one, _ in matched])]
    false = [_event_row(event) for event in _without(found.events, [other for _, other in matched])]
    return errors + _row_errors(item, "events", missed, false)


def _without(rows: Sequence[T], taken: Sequence[T]) -> list[T]:
    """Return the rows that are not among ``taken``; equal rows are taken one for one."""
    left = list(rows)
    for row in taken:
        left.remove(row)
    return left


def _differences(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    return [field for field in one if one[field] != other[field]]


def _field_error(item: CodedItem, ledger: str, rows: tuple[_Row, _Row], wrong: list[str]) -> RowError:
    cause = f"wrong {wrong[0]}" if len(wrong) == 1 else "several fields"
    return _error(item, ledger, cause, rows)


def _row_errors(item: CodedItem, ledger: str, missed: list[_Row], false: list[_Row]) -> list[RowError]:
    near = sorted(
        (_NEAR.index(cause), m, f)
        for m, f in product(range(len(missed)), range(len(false)))
        if (cause := _nearness(missed[m], false[f]))
    )
    errors: list[RowError] = []
    used_missed: set[int] = set()
    used_false: set[int] = set()
    for rank, m, f in near:
        if m not in used_missed and f not in used_false:
            used_missed.add(m)
            used_false.add(f)
            errors.append(_error(item, ledger, _NEAR[rank], (missed[m], false[f])))
    unfound = [row for m, row in enumerate(missed) if m not in used_missed]
    uncoded = [row for f, row in enumerate(false) if f not in used_false]
    errors += [_error(item, ledger, "missed", (row, None)) for row in unfound]
    errors += [_error(item, ledger, "false", (None, row)) for row in uncoded]
    return errors


def _nearness(one: _Row, other: _Row) -> str | None:
    same_type = one.type == other.type
    if same_type and one.actors == other.actors[::-1]:
        return "reversed"
    if Counter(one.actors) == Counter(other.actors):
        return "wrong type"
    if not same_type:
        return None
    shared = {a for a in one.actors if a is not None} & {a for a in other.actors if a is not None}
    return "wrong actor" if shared else "wrong pair"


def _error(item: CodedItem, ledger: str, cause: str, rows: tuple[_Row | None, _Row | None]) -> RowError:
    one, other = rows
    return RowError(
        item=item.id,
        ledger=ledger,
        cause=cause,
        gold=one.text if one else None,
        predicted=other.text if other else None,
        sentence=_sentence(item.text, one or other),
    )


def _claim_row(claim: CodedClaim) -> _Row:
    flags = " ".join((claim.polarity, claim.modality, claim.time, claim.source.key))
    actors = f"{_show(claim.subject)} {claim.relation} {_show(claim.object)}"
    return _Row(
        type=claim.relation,
        actors=arguments_of(claim),
        text=f"{actors} | {claim.trigger!r} {flags}",
        trigger=claim.trigger,
        at=claim.at,
    )


def _event_row(event: CodedEvent) -> _Row:
    actors = f"{_show(event.source)} {event.type} {_show(event.target)}"
    return _Row(
        type=event.type,
        actors=(actor_of(event.source), actor_of(event.target)),
        text=f"{actors} | {event.trigger!r} {event.status} {event.reported_by.key}",
        trigger=event.trigger,
        at=event.at,
    )


def _show(actor: CodedActor | None) -> str:
    return actor.key if actor else "-"


def _sentence(text: str, row: _Row | None) -> str:
    """Return the sentence of a row, roughly: for a reader of the list, not for a score."""
    if row is None or not text:
        return text[:_LONGEST]
    found = text.find(row.trigger, row.at or 0) if row.trigger else -1
    place = found if found >= 0 else row.at or 0
    stops = [stop.end() for stop in _STOP.finditer(text)]
    start = max((stop for stop in stops if stop <= place), default=0)
    end = min((stop for stop in stops if stop > place), default=len(text))
    return " ".join(text[start:end].split())[:_LONGEST]
