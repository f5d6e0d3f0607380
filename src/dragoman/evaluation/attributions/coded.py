"""Coded attributions: source, cue and content as sets of characters, from a gold file or from a reading.

A line of the gold: ``{"id", "date", "text", "split", "gold": {"attributions": [{"source", "cue",
"content", "quote_type"}]}}``, where the first three are lists of spans ``{"start", "end"}``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.records import Attribution, Span

Chars = frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedAttribution:
    """One attribution: the characters of its parts, white space left out, and its style.

    ``nested`` marks one inside the content of another.
    """

    source: Chars
    cue: Chars
    content: Chars
    style: str
    nested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionRun:
    """One text with its attributions, the gold's and the program's."""

    id: str
    text: str
    gold: tuple[CodedAttribution, ...]
    predicted: tuple[CodedAttribution, ...]


def read_attributions(item: Mapping[str, Any]) -> tuple[CodedAttribution, ...]:
    """Read the attributions of one line of the gold; those without content are left out."""
    text = item["text"]
    coded = (
        CodedAttribution(
            source=_chars(text, attribution["source"]),
            cue=_chars(text, attribution["cue"]),
            content=_chars(text, attribution["content"]),
            style=attribution["quote_type"],
        )
        for attribution in item["gold"]["attributions"]
    )
    return tuple(one for one in coded if one.content)


def from_reading(attributions: Iterable[Attribution], *, text: str) -> tuple[CodedAttribution, ...]:
    """Turn the attributions of a reading into coded ones."""
    return tuple(
        CodedAttribution(
            source=_spans(text, [one.source_span]),
            cue=_spans(text, [one.cue]),
            content=_spans(text, one.content),
            style=str(one.style),
            nested=one.parent is not None,
        )
        for one in attributions
    )


def _chars(text: str, spans: Iterable[Mapping[str, Any]]) -> Chars:
    return frozenset(_letters(text, ((span["start"], span["end"]) for span in spans)))


def _spans(text: str, spans: Iterable[Span | None]) -> Chars:
    found = [(span.start_char, span.end_char) for span in spans if span is not None]
    return frozenset(_letters(text, found))


def _letters(text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[int]:
    for start, end in ranges:
        yield from (place for place in range(start, end) if not text[place].isspace())
