"""From tokens to words of the story: a report's spans, and the quotations that belong to it.

A quotation is one speaker's: a cue outside it that reports a part of it reports it whole, also
where it runs over several sentences. A cue inside it reports no more than stands inside it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.extraction.attributions.ranges import SEPARATORS, QuotationIndex, Range, has_word, merge, trim
from dragoman.extraction.attributions.reports import Report
from dragoman.extraction.draft import Draft, Parse, Quotation
from dragoman.records import Story

_TOUCH_BEFORE = re.compile(r"[\s,;:\u2014\u2013-]*\Z")
_TOUCH_AFTER = re.compile(r"[\s,;:\u2014\u2013-]*\Z")
_BRIDGE = re.compile(r"[^\w]{0,6}\Z")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST_GAP = 160
_LONGEST_NAMED = 20
"""Words between "called" and the quotation that says what something was called, at most."""
_TAIL = 3
"""Characters at the end of a quotation in which a mark must end it: ``,”``, or nested, ``?’”``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A report with its characters. ``host`` is the quotation that holds the cue, by number."""

    report: Report
    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    host: int | None
    quotations: tuple[int, ...] = ()


def place_reports(draft: Draft, reports: Iterable[Report], index: QuotationIndex) -> list[Reported]:
    """Return the reports with characters and quotations; those without content are left out."""
    placed = [found for found in (_place(draft, report, index) for report in reports) if found is not None]
    claimed: set[int] = set()
    placed = _with_borrowed_sources(placed, index)
    for step in (_with_overlapping, _with_following, _with_preceding):
        placed = [step(draft, found, index, claimed) for found in placed]
        claimed.update(number for found in placed for number in found.quotations)
    return [found for found in placed if found.content]


def place_topics(draft: Draft, topics: Iterable[Report], index: QuotationIndex) -> list[Reported]:
    """Return topics with characters. A quotation claimed by a report stays that report's."""
    placed = (_place(draft, topic, index) for topic in topics)
    return [found for found in placed if found is not None and found.content]


def _with_borrowed_sources(placed: list[Reported], index: QuotationIndex) -> list[Reported]:
    """Give a cue outside quotations whose source was read inside one the source of the cue before it.

    The parser hangs "adding that" on a verb of the quotation: "“It is time,” Lund said, adding that".
    """
    out: list[Reported] = []
    for found in placed:
        inside = None if found.source is None else index.at(found.source[0])
        if found.host is None and inside is not None and not _holds_cue(index.all[inside], found):
            before = next((o for o in reversed(out) if o.host is None), None)
            if before is not None and before.report.parse != found.report.parse:
                before = None
            out.append(
                replace(
                    found,
                    source=None if before is None else before.source,
                    report=replace(found.report, source=None if before is None else before.report.source),
                )
            )
        else:
            out.append(found)
    return out


def _holds_cue(quotation: Quotation, found: Reported) -> bool:
    return quotation.start_char <= found.cue[0] < quotation.end_char


def _place(draft: Draft, report: Report, index: QuotationIndex) -> Reported | None:
    if report.source in report.content:
        report = replace(report, source=None)  # "As announced, Chad left": not said to be by Chad
    parse = draft.parses[report.parse]
    text = draft.story.text
    cue = (parse.starts[report.cue[0]], parse.ends[report.cue[-1]])
    if report.cue != tuple(range(report.cue[0], report.cue[-1] + 1)):
        cue = (parse.starts[report.cue[0]], parse.ends[max(i for i in report.cue if i <= report.head)])
    source = _source_range(parse, report)
    host = index.at(parse.starts[report.head])
    content = _ranges(text, parse, report.content - _source_tokens(parse, report))
    if host is not None and _is_scare(text, index.all[host]):
        host = None
    if host is not None:
        quotation = index.all[host]
        inside = (quotation.start_char + 1, quotation.end_char - (0 if quotation.open_ended else 1))
        if source is not None and not inside[0] <= source[0] < inside[1]:
            return None
        content = tuple(clip for clip in (_clip(span, inside) for span in content) if clip is not None)
    return Reported(report=report, cue=cue, source=source, content=content, host=host)


def _clip(span: Range, limit: Range) -> Range | None:
    start, end = max(span[0], limit[0]), min(span[1], limit[1])
    return (start, end) if start < end else None


def _source_tokens(parse: Parse, report: Report) -> frozenset[int]:
    if report.source is None:
        return frozenset()
    taken = report.content | set(report.cue)
    head = parse.doc[report.source]
    cue_head = parse.doc[report.head]
    if head.is_ancestor(cue_head):
        branch = cue_head
        while branch.head.i not in (head.i, branch.i):
            branch = branch.head
        taken = taken | {token.i for token in branch.subtree}
    free = {token.i for token in head.subtree} - taken
    first = last = head.i
    while first - 1 in free:
        first -= 1
    while last + 1 in free:
        last += 1
    while last > head.i and (parse.doc[last].is_punct or parse.doc[last].tag_ in (",", ":", "CC", "POS")):
        last -= 1
    while first < head.i and parse.doc[first].is_punct:
        first += 1
    return frozenset(range(first, last + 1))


def _source_range(parse: Parse, report: Report) -> Range | None:
    tokens = _source_tokens(parse, report)
    if not tokens:
        if report.source is None:
            return None
        return parse.starts[report.source], parse.ends[report.source]
    return parse.starts[min(tokens)], parse.ends[max(tokens)]


def _ranges(text: str, parse: Parse, tokens: Iterable[int]) -> tuple[Range, ...]:
    spans: list[Range] = []
    for token in sorted(tokens):
        start, end = parse.starts[token], parse.ends[token]
        if spans and _BRIDGE.match(text[spans[-1][1] : start]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return trim(text, spans)


def _is_scare(text: str, quotation: Quotation) -> bool:
    words = text[quotation.start_char + 1 : quotation.end_char - 1].split()
    return len(words) <= 2 and not quotation.open_ended


def _with_overlapping(draft: Draft, found: Reported, index: QuotationIndex, claimed: set[int]) -> Reported:
    if found.host is not None:
        return found
    numbers = tuple(
        dict.fromkeys(
            number
            for start, end in found.content
            for number in index.within(start, end)
            if not _holds(index.all[number], found)
            and _share_words(draft.story.text, (start, end), index.all[number])
        )
    )
    return _joined(draft.story, found, numbers, index)


def _share_words(text: str, span: Range, quotation: Quotation) -> bool:
    return has_word(text[max(span[0], quotation.start_char) : min(span[1], quotation.end_char)])


def _holds(quotation: Quotation, found: Reported) -> bool:
    """Answer whether the quotation holds the cue or the source: then it is not their content."""
    places = [found.cue[0]] if found.source is None else [found.cue[0], found.source[0]]
    return any(quotation.start_char <= place < quotation.end_char for place in places)


def _with_following(draft: Draft, found: Reported, index: QuotationIndex, claimed: set[int]) -> Reported:
    if found.host is not None or not found.report.takes_quotation:
        return found
    end = max(found.cue[1], found.source[1] if found.source else 0)
    number = next(iter(index.within(end, end + _LONGEST_GAP)), None)
    if number is None or number in claimed or index.all[number].start_char < end:
        return found
    if not _leads_to(draft, found, end, index.all[number]):
        return found
    return _joined(draft.story, found, (number,), index)


def _leads_to(draft: Draft, found: Reported, end: int, quotation: Quotation) -> bool:
    """Answer whether nothing but punctuation and adjuncts stands between the cue and a quotation."""
    text = draft.story.text
    gap = text[end : quotation.start_char]
    if _TOUCH_AFTER.match(gap):
        return "\n" not in gap.strip(" ") or gap.strip().endswith(":")
    parse = draft.parses[found.report.parse]
    if found.report.names and quotation.start_char < parse.ends[-1] and not found.content:
        words = [token for token in parse.doc if end <= parse.starts[token.i] < quotation.start_char]
        return len(words) <= _LONGEST_NAMED and not any(token.tag_ in _FINITE for token in words)
    if quotation.start_char > parse.ends[-1] + 3 or not gap.rstrip().endswith((",", ":")):
        return False
    if any(start < quotation.start_char and stop > end for start, stop in found.content):
        return False  # the gap is content: the quotation stands in a clause after it
    between = [token for token in parse.doc if end <= parse.starts[token.i] < quotation.start_char]
    return not any(token.tag_ in _FINITE or token.text == '"' for token in between)


def _with_preceding(draft: Draft, found: Reported, index: QuotationIndex, claimed: set[int]) -> Reported:
    if found.host is not None or not found.report.takes_quotation:
        return found
    start = min(found.cue[0], found.source[0] if found.source else found.cue[0])
    number = index.at(_last_word(draft.story.text, start))
    if number is None or number in claimed or index.all[number].end_char > start:
        return found
    quotation = index.all[number]
    gap = draft.story.text[quotation.end_char : start]
    if not _TOUCH_BEFORE.match(gap) or "\n\n" in gap:
        return found
    inner = draft.story.text[quotation.end_char - _TAIL : quotation.end_char + 1]
    if not any(mark in inner for mark in ",.!?\u2026\u2014"):
        return found
    if found.content and "," not in inner:
        return found  # “We leave.” He denied that they had left: a sentence of its own, with its own content
    return _joined(draft.story, found, (number,), index)


def _last_word(text: str, position: int) -> int:
    position -= 1
    while position > 0 and text[position] in SEPARATORS:
        position -= 1
    return position


def _joined(story: Story, found: Reported, numbers: tuple[int, ...], index: QuotationIndex) -> Reported:
    if not numbers:
        return found
    quoted = [(index.all[number].start_char, index.all[number].end_char) for number in numbers]
    content = merge(story.text, [*_without_tails(story.text, found.content, quoted), *quoted])
    return replace(found, content=content, quotations=(*found.quotations, *numbers))


def _without_tails(text: str, content: Iterable[Range], quoted: Iterable[Range]) -> Iterator[Range]:
    """Cut off what the parser read on after a quotation that opens the content and ends in a comma."""
    for start, end in content:
        cuts = [
            quote_end
            for quote_start, quote_end in quoted
            if quote_start <= start < quote_end < end and text[quote_end - 2] in ",.!?"
        ]
        yield start, min([end, *cuts])
