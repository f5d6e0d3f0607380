"""Quotations: stretches between paired quotation marks.

Curly and straight double marks, guillemets, the typewriter's doubled single marks, and single
marks where they are clearly no apostrophes. Pairing starts afresh with every paragraph: one that
opens a quotation and does not close it hands it on to the next when that opens with a mark of its
own, as newspapers print long speeches. A quotation within a quotation is part of the outer one.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from dragoman.extraction.draft import Quotation
from dragoman.records import Sentence

_CLOSING = {"\u201c": "\u201d", "\u00ab": "\u00bb", "\u201e": "\u201c", '"': '"', "``": "''", "''": "''"}
_ALSO_CLOSING = {"\u201c": ('"', "''"), '"': ("\u201d",), "``": ('"', "\u201d"), "''": ("\u201d", '"')}
_SINGLE = {"\u2018": "\u2019", "'": "'"}
_MARK = re.compile("``|''|[\u201c\u201d\u201e\u00ab\u00bb\"\u2018\u2019']")
_ELISION = re.compile(r"['\u2018](?:\d|em\b|tis\b|til\b|cause\b|twas\b|n\b)", re.IGNORECASE)
_LONGEST_SINGLE = 400
_BEFORE_OPENING = frozenset(' \t\n\r\u00a0([\u2014\u2013-/\u201c"')

Range = tuple[int, int]


def read_quotations(text: str, paragraphs: Sequence[Range]) -> tuple[Quotation, ...]:
    """Return every stretch between quotation marks in order, marks included; none overlap."""
    found: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else None
        found.extend(_paragraph_quotations(text, start, end, following))
    return tuple(found)


def _paragraph_quotations(text: str, start: int, end: int, following: int | None) -> Iterator[Quotation]:
    marks = [(m.start(), m.group()) for m in _MARK.finditer(text, start, end)]
    number = 0
    while number < len(marks):
        position, mark = marks[number]
        number += 1
        if not _opens(text, position, mark, start):
            continue
        closed = _closing(text, marks, number)
        if closed is not None:
            yield Quotation(start_char=position, end_char=marks[closed][0] + len(marks[closed][1]))
            number = closed + 1
        elif mark in _CLOSING and (_reopens(text, mark, following) or _leads_in(text, start, position)):
            yield Quotation(start_char=position, end_char=end, open_ended=True)
            return


def _opens(text: str, position: int, mark: str, start: int) -> bool:
    """Answer whether a mark can open a quotation: before a word, after a break."""
    after = text[position + len(mark) : position + len(mark) + 1]
    if mark in ("\u201c", "\u00ab", "\u201e", "``"):
        return True
    if mark not in _CLOSING and mark not in _SINGLE:
        return False
    if not after or after.isspace() or after in ",.;:!?)":
        return False
    if position > start and text[position - 1] not in _BEFORE_OPENING:
        return False
    return mark not in _SINGLE or (after.isalnum() and not _ELISION.match(text, position))


def _closing(text: str, marks: Sequence[tuple[int, str]], number: int) -> int | None:
    """Return the number of the mark that closes the quotation opened by mark ``number - 1``."""
    mark = marks[number - 1][1]
    if mark in _SINGLE:
        return _single_closing(text, marks, number)
    closing = _CLOSING[mark]
    if mark in (closing, "''"):
        ends = (closing, *_ALSO_CLOSING[mark])
        return _first_closing(text, marks, number, ends)
    depth = 0
    for i in range(number, len(marks)):
        other = marks[i][1]
        if other == mark:
            depth += 1
        elif other == closing:
            if depth == 0 or not any(later == closing for _, later in marks[i + 1 :]):
                return i
            depth -= 1
    return _first_closing(text, marks, number, _ALSO_CLOSING.get(mark, ()))


def _first_closing(
    text: str, marks: Sequence[tuple[int, str]], number: int, ends: Sequence[str]
) -> int | None:
    """Return the number of the first of these marks that does not open a quotation itself."""
    for i in range(number, len(marks)):
        position, other = marks[i]
        if other in ends and not _opens(text, position, other, marks[number - 1][0]):
            return i
    return None


def _single_closing(text: str, marks: Sequence[tuple[int, str]], number: int) -> int | None:
    """Return the closing single mark: the first that is no apostrophe, else a likely one."""
    opened, mark = marks[number - 1]
    likely: int | None = None
    for i in range(number, len(marks)):
        position, other = marks[i]
        if position - opened > _LONGEST_SINGLE:
            break
        if other in ("\u201c", '"', "``", "\u00ab") and mark == "'":
            break
        if other != _SINGLE[mark] or text[position + 1 : position + 2].isalnum():
            continue
        possessive = text[position - 1] == "s" and text[position + 1 : position + 3].strip()[:1].islower()
        if not possessive:
            return i
        likely = i if likely is None else likely
    return likely


def _reopens(text: str, mark: str, following: int | None) -> bool:
    """Answer whether the next paragraph opens with the mark that this one did not close."""
    return following is not None and text.startswith(mark, following)


def _leads_in(text: str, start: int, position: int) -> bool:
    """Answer whether a mark opens its paragraph or follows a colon or comma: speech, not inches."""
    before = text[start:position].rstrip()
    return not before or before[-1] in ":,"


def speaking_sentences(
    sentences: Sequence[Sentence], quotations: Sequence[Quotation], gated: Sequence[int]
) -> tuple[int, ...]:
    """Return ``gated`` with the sentences that may say who speaks in them, in order.

    For each quotation that a chosen sentence shares: the sentences in which it begins and ends,
    the one before and the one after it, and so on back through quotations that continue it.
    """
    chosen = set(gated)
    starts = [sentence.span.start_char for sentence in sentences]
    touched = [
        range(max(0, bisect_right(starts, q.start_char) - 1), bisect_left(starts, q.end_char))
        for q in quotations
    ]
    needed = False
    for number in range(len(quotations) - 1, -1, -1):
        held = touched[number]
        if not held:
            continue
        needed = any(i in chosen for i in held) or (needed and _continues(sentences, touched, number))
        if needed:
            chosen.update({held[0], held[-1], max(0, held[0] - 1), min(len(sentences) - 1, held[-1] + 1)})
    return tuple(sorted(chosen))


def _continues(sentences: Sequence[Sentence], touched: Sequence[Sequence[int]], number: int) -> bool:
    """Answer whether the next quotation stands in the same paragraph or at the start of the next."""
    if number + 1 >= len(touched) or not touched[number + 1]:
        return False
    here, there = touched[number][-1], touched[number + 1][0]
    return sentences[there].paragraph - sentences[here].paragraph <= 1
