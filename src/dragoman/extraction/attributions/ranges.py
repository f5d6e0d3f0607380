"""Ranges: stretches of a story's characters, and the quotations that they touch."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from dragoman.extraction.draft import Quotation
from dragoman.records import Span, Style

Range = tuple[int, int]
"""Half-open characters of ``Story.text``."""

SEPARATORS = " \t\r\n\u00a0,;:\u2014\u2013-"
"""What may stand between two ranges of one content, and is no part of either."""
_OPENING = '"\u201c\u00ab'


class QuotationIndex:
    """The quotations of a story by place."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.all = tuple(quotations)
        self._starts = [quotation.start_char for quotation in quotations]

    def at(self, char: int) -> int | None:
        """Return the number of the quotation that holds a character, or None."""
        number = bisect_right(self._starts, char) - 1
        return number if number >= 0 and char < self.all[number].end_char else None

    def within(self, start_char: int, end_char: int) -> Iterable[int]:
        """Yield the numbers of the quotations that overlap the characters."""
        number = max(0, bisect_right(self._starts, start_char) - 1)
        while number < len(self.all) and self.all[number].start_char < end_char:
            if self.all[number].end_char > start_char:
                yield number
            number += 1


def merge(text: str, spans: Iterable[Range]) -> tuple[Range, ...]:
    """Return the spans in order, joined where they overlap or only separators stand between."""
    out: list[Range] = []
    for start, end in sorted(spans):
        if out and (start <= out[-1][1] or _is_seam(text[out[-1][1] : start])):
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return trim(text, out)


def _is_seam(gap: str) -> bool:
    return not gap.strip(SEPARATORS) and "\n\n" not in gap


def trim(text: str, spans: Iterable[Range]) -> tuple[Range, ...]:
    """Strip white space and separators at both ends of each span; drop what holds no word."""
    out: list[Range] = []
    for span in spans:
        start, end = span
        while end > start and (text[end - 1] in SEPARATORS or _is_full_stop(text, start, end)):
            end -= 1
        while start < end and text[start] in SEPARATORS:
            start += 1
        if any(char.isalnum() for char in text[start:end]):
            out.append((start, end))
    return tuple(out)


def _is_full_stop(text: str, start: int, end: int) -> bool:
    """Answer whether the span ends with the full stop of a sentence that holds more than it."""
    if text[end - 1] != "." or text[max(0, end - 3)] == "." or text[start] in _OPENING:
        return False
    return end == len(text) or text[end].isspace()


def style_of(text: str, content: Iterable[Range], index: QuotationIndex, host: int | None) -> Style:
    """Say whether the content is wholly, partly or nowhere in quotation marks of its own."""
    inside = outside = False
    for start, end in content:
        position = start
        for number in index.within(start, end):
            if number == host:
                continue
            quotation = index.all[number]
            inside = True
            outside = outside or has_word(text[position : max(position, quotation.start_char)])
            position = quotation.end_char
        outside = outside or has_word(text[position:end])
    if not inside:
        return Style.INDIRECT
    return Style.MIXED if outside else Style.DIRECT


def has_word(text: str) -> bool:
    """Whether a text holds a letter or a digit."""
    return any(char.isalnum() for char in text)


def as_span(text: str, span: Range) -> Span:
    """Return a range of characters with its words."""
    return Span(start_char=span[0], end_char=span[1], text=text[span[0] : span[1]])
