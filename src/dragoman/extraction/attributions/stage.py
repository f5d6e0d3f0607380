"""Stage ``attributions``: source, cue and content of reported speech and thought.

The records follow PARC 3.0 and PolNeAR; the nesting of sources follows FactBank: certainty belongs
to the innermost source. Sources are phrases here; the stage that resolves actors comes later.
"""

import dataclasses
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from dragoman.extraction.attributions.chain import AttributionIndex
from dragoman.extraction.attributions.content import Reported, place_reports
from dragoman.extraction.attributions.headlines import find_headline_reports
from dragoman.extraction.attributions.ranges import QuotationIndex, Range, as_span, style_of
from dragoman.extraction.attributions.reports import find_reports
from dragoman.extraction.attributions.running import Continued, extend_reports
from dragoman.extraction.draft import Draft
from dragoman.lexicons.speech import SpeechLexicon
from dragoman.records import Attribution, SpeechKind

__all__ = ["AttributionIndex", "AttributionStage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """An attribution before it has an id and a parent."""

    source: str | None
    source_range: Range | None
    cue: Range | None
    content: tuple[Range, ...]
    host: int | None
    kind: SpeechKind

    @property
    def place(self) -> int:
        """The first character of the cue, of the content where there is none."""
        return self.content[0][0] if self.cue is None else self.cue[0]


class AttributionStage:
    """Finds who is said to say, deny, promise, ask or think what."""

    name = "attributions"
    requires = frozenset({"sentences", "quotations", "parses", "phrases"})
    assigns = frozenset({"attributions"})

    def __init__(self, lexicon: SpeechLexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with ``attributions``, ids in order of the text."""
        index = QuotationIndex(draft.quotations)
        reports = [
            report
            for number, parse in enumerate(draft.parses)
            for report in find_reports(parse, number, self._lexicon)
        ]
        reports.extend(find_headline_reports(draft))
        placed, continued = extend_reports(draft, place_reports(draft, reports, index), index)
        items = [_from_report(draft, found) for found in placed]
        items += [_from_continued(draft, quotation, placed, index) for quotation in continued]
        return dataclasses.replace(draft, attributions=_number(draft, items, index))


def _from_report(draft: Draft, found: Reported) -> _Item:
    report = found.report
    phrase = None if report.source is None else draft.phrase_at(report.parse, report.source)
    return _Item(
        source=None if phrase is None else phrase.mention.id,
        source_range=found.source,
        cue=found.cue,
        content=found.content,
        host=found.host,
        kind=report.kind,
    )


def _from_continued(
    draft: Draft, continued: Continued, placed: list[Reported], index: QuotationIndex
) -> _Item:
    quotation = index.all[continued.quotation]
    content = ((quotation.start_char, quotation.end_char),)
    if continued.leader is not None:
        leader = _from_report(draft, placed[continued.leader])
        return dataclasses.replace(leader, cue=None, content=content, host=None, kind=SpeechKind.SAY)
    source, source_range = None, None
    if continued.parse is not None and continued.source is not None:
        phrase = draft.phrase_at(continued.parse, continued.source)
        if phrase is not None:
            source = phrase.mention.id
            source_range = (phrase.mention.span.start_char, phrase.mention.span.end_char)
    return _Item(
        source=source, source_range=source_range, cue=None, content=content, host=None, kind=SpeechKind.SAY
    )


def _number(draft: Draft, items: list[_Item], index: QuotationIndex) -> tuple[Attribution, ...]:
    text = draft.story.text
    ordered = sorted(items, key=lambda item: (item.place, item.content[0][0]))
    return tuple(
        Attribution(
            id=f"a{number + 1}",
            source=item.source,
            source_span=None if item.source_range is None else as_span(text, item.source_range),
            cue=None if item.cue is None else as_span(text, item.cue),
            content=tuple(as_span(text, span) for span in item.content),
            style=style_of(text, item.content, index, item.host),
            kind=item.kind,
            parent=None if parent is None else f"a{parent + 1}",
        )
        for number, (item, parent) in enumerate(zip(ordered, _parents(ordered), strict=True))
    )


def _parents(items: list[_Item]) -> list[int | None]:
    """Return for each item the one whose content holds its cue most closely.

    An item without a cue is held where its content is, by another item's longer content.
    """
    spans = sorted((*span, number) for number, item in enumerate(items) for span in item.content)
    starts = [start for start, _, _ in spans]
    longest = max((end - start for start, end, _ in spans), default=0)
    parents: list[int | None] = []
    for number, item in enumerate(items):
        start, end = item.cue if item.cue is not None else item.content[0]
        near = spans[bisect_left(starts, start - longest) : bisect_right(starts, start)]
        holders = [
            (other_end - other_start, -other_start, other)
            for other_start, other_end, other in near
            if other != number
            and other_end >= end
            and (item.cue is not None or other_end - other_start > end - start)
        ]
        parents.append(min(holders)[2] if holders else None)
    return _without_cycles(parents)


def _without_cycles(parents: list[int | None]) -> list[int | None]:
    for number in range(len(parents)):
        seen = {number}
        current = number
        while (above := parents[current]) is not None:
            if above in seen:
                parents[current] = None
                break
            seen.add(above)
            current = above
    return parents
