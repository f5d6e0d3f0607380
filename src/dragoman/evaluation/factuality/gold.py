"""Gold: events that people marked in running text, of two kinds told by their fields.

Scored events carry the author's certainty (FactBank, Sauri and Pustejovsky 2009; UW, Lee et al. 2015; on
one scale as Stanovsky et al. 2017 put them): -3 certainly did not happen, 0 unknown, +3 certainly did.
Marked events carry polarity and modality, and links that subordinate one to another (TimeML).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import DataError
from dragoman.evaluation.gold import read_file, read_lines

LOWEST, HIGHEST = -3.0, 3.0
"""The ends of the scale of certainty."""
_SUBORDINATING = frozenset({"MODAL", "CONDITIONAL"})
_UNMARKED = frozenset({"", "none"})
_POLARITIES = {"POS": False, "NEG": True, None: None}


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedEvent:
    """One event: half-open characters of the item's text, and what people said of it.

    ``score`` is the author's certainty, -3..+3. ``denied`` and ``modal`` tell whether it is negated and
    whether a modal word or link marks it. None stands for what is not annotated or not to be trusted.
    """

    start_char: int
    end_char: int
    score: float | None = None
    denied: bool | None = None
    modal: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """A text with its events; ``split`` is None where the set has no parts."""

    id: str
    corpus: str
    split: str | None
    text: str
    events: tuple[MarkedEvent, ...]


def load_texts(path: Path) -> tuple[MarkedText, ...]:
    """Read a file of marked events.

    Raises InputError where it cannot be read, DataError for a line of neither kind or with a span outside
    its text.
    """
    content = read_file(path, give="give the path of a file of events (JSON Lines)")
    texts = tuple(_read_text(fields, where) for where, fields in read_lines(content, name=str(path)))
    if not texts:
        msg = f"{path}: no items; a file of events has one JSON object a line"
        raise DataError(msg)
    return texts


def choose_split(
    texts: Sequence[MarkedText], *, split: str, limit: int | None = None
) -> tuple[MarkedText, ...]:
    """Return the first ``limit`` texts of a split; all texts where the set has no splits.

    Raises DataError where no text is of the split.
    """
    known = sorted({text.split for text in texts if text.split is not None})
    chosen = [text for text in texts if not known or text.split == split]
    if not chosen:
        msg = f"no item is of the split {split!r}; choose with --split among {', '.join(known)}"
        raise DataError(msg)
    return tuple(chosen[:limit])


def _read_text(fields: Mapping[str, Any], where: str) -> MarkedText:
    nested, text = fields.get("gold"), fields.get("text")
    if not isinstance(nested, dict) or not isinstance(text, str) or "events" not in nested:
        msg = f"{where}: no text with gold.events; see docs/validation.md for the fields"
        raise DataError(msg)
    trusted = fields.get("polarity_ok", True)
    return MarkedText(
        id=str(fields.get("id")),
        corpus=str(fields.get("corpus")),
        split=fields.get("split"),
        text=text,
        events=tuple(_read_events(nested, text, trusted=trusted, where=where)),
    )


def _read_events(nested: Mapping[str, Any], text: str, *, trusted: bool, where: str) -> Iterator[MarkedEvent]:
    links = nested.get("slinks", ())
    subordinated = {link["sub"] for link in links if link["type"] in _SUBORDINATING}
    for event in nested["events"]:
        start, end = event.get("start"), event.get("end")
        if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
            msg = f"{where}: event {event!r} lies outside the text; give half-open characters of it"
            raise DataError(msg)
        if "score" in event:
            yield MarkedEvent(start_char=start, end_char=end, score=_score_of(event, where))
        elif "class" in event:
            if "polarity" not in event:  # a word without an instance: nothing is said of it
                continue
            marked = str(event.get("modality") or "").lower() not in _UNMARKED
            yield MarkedEvent(
                start_char=start,
                end_char=end,
                denied=_POLARITIES.get(event.get("polarity")) if trusted else None,
                modal=marked or event.get("eid") in subordinated,
            )
        else:
            msg = f"{where}: event {event!r} has neither a score nor a class; see docs/validation.md"
            raise DataError(msg)


def _score_of(event: Mapping[str, Any], where: str) -> float:
    score = event["score"]
    if not isinstance(score, int | float) or not LOWEST <= score <= HIGHEST:
        msg = f"{where}: score {score!r} is no number from {LOWEST:g} to {HIGHEST:g}; correct the file"
        raise DataError(msg)
    return float(score)
