"""Stage ``attributions``: source, cue and content of reported speech and thought.

The records follow PARC 3.0 and PolNeAR; the nesting of sources follows FactBank: certainty belongs
to the innermost source. Sources are phrases here; the stage that resolves actors comes later.
"""

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extraction.attributions.chain import AttributionIndex
from dragoman.extraction.attributions.citing import find_cited
from dragoman.extraction.attributions.content import Reported, place_reports, place_topics
from dragoman.extraction.attributions.headlines import find_headline_reports
from dragoman.extraction.attributions.ranges import QuotationIndex, Range, as_span, style_of
from dragoman.extraction.attributions.reports import Report, find_reports
from dragoman.extraction.attributions.running import Continued, extend_reports
from dragoman.extraction.attributions.sources import find_owner
from dragoman.extraction.attributions.topics import find_topics
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.lexicons.speech import SpeechLexicon
from dragoman.lexicons.topics import TopicLexicon
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
    is_topic: bool = False
    head: tuple[int, int] | None = None
    cites: int | None = None

    @property
    def place(self) -> int:
        """The first character of the cue, of the content where there is none."""
        return self.content[0][0] if self.cue is None else self.cue[0]


class AttributionStage:
    """Finds who is said to say, deny, promise, ask or think what."""

    name = "attributions"
    requires = frozenset({"sentences", "quotations", "parses", "phrases"})
    assigns = frozenset({"attributions", "topics"})

    def __init__(self, lexicon: SpeechLexicon, topics: TopicLexicon | None = None) -> None:
        self._lexicon = lexicon
        self._topics = topics

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with ``attributions``, ids in order of the text.

        ``topics`` are the ids of those that only speak of a thing, and are nobody's word for it.
        """
        index = QuotationIndex(draft.quotations)
        reports: list[Report] = []
        for number, parse in enumerate(draft.parses):
            found_here = tuple(find_reports(parse, number, self._lexicon))
            reports += (*found_here, *find_cited(parse, found_here))
        reports.extend(find_headline_reports(draft))
        found = [_whole_turn(draft, one) for one in place_reports(draft, reports, index)]
        placed, continued = extend_reports(draft, found, index)
        items = [
            dataclasses.replace(self._from_report(draft, found), is_topic=_is_thing(draft, found))
            for found in placed
        ]
        items += [self._from_continued(draft, quotation, placed, index) for quotation in continued]
        items += self._topic_items(draft, placed, index)
        attributions, topics = _number(draft, items, index)
        return dataclasses.replace(draft, attributions=attributions, topics=topics)

    def _topic_items(self, draft: Draft, placed: list[Reported], index: QuotationIndex) -> Iterator[_Item]:
        if self._topics is None:
            return
        taken: dict[int, set[int]] = {}
        for found in placed:
            taken.setdefault(found.report.parse, set()).add(found.report.head)
        topics = (
            topic
            for number, parse in enumerate(draft.parses)
            for topic in find_topics(parse, number, self._topics, taken=taken.get(number, ()))
        )
        for found in place_topics(draft, topics, index):
            yield dataclasses.replace(self._from_report(draft, found), is_topic=True)

    def _from_report(self, draft: Draft, found: Reported) -> _Item:
        report = found.report
        phrase = None if report.source is None else self._source_phrase(draft, report.parse, report.source)
        return _Item(
            source=None if phrase is None else phrase.mention.id,
            source_range=found.source,
            cue=found.cue,
            content=found.content,
            host=found.host,
            kind=report.kind,
            head=(report.parse, report.head),
            cites=report.cites,
        )

    def _from_continued(
        self, draft: Draft, continued: Continued, placed: list[Reported], index: QuotationIndex
    ) -> _Item:
        quotation = index.all[continued.quotation]
        content = ((quotation.start_char, quotation.end_char),)
        if continued.leader is not None:
            leader = self._from_report(draft, placed[continued.leader])
            return dataclasses.replace(leader, cue=None, content=content, host=None, kind=SpeechKind.SAY)
        source, source_range = None, None
        if continued.parse is not None and continued.source is not None:
            phrase = draft.phrase_at(continued.parse, continued.source)
            if phrase is not None:
                source = phrase.mention.id
                source_range = (phrase.mention.span.start_char, phrase.mention.span.end_char)
        return _Item(
            source=source,
            source_range=source_range,
            cue=None,
            content=content,
            host=None,
            kind=SpeechKind.SAY,
        )

    def _source_phrase(self, draft: Draft, parse: int, source: int) -> ActorPhrase | None:
        """Return the phrase that speaks; of a document ("a UN report", "a memo of the army") its owner."""
        phrase = draft.phrase_at(parse, source)
        noun = draft.token(parse, source)
        if phrase is not None or noun.lemma_ not in self._lexicon.documents:
            return phrase
        owner = find_owner(noun)
        return None if owner is None else draft.phrase_at(parse, owner.i)


def _whole_turn(draft: Draft, found: Reported) -> Reported:
    """Let a speaker's turn in the record of a talk go on to the end of the paragraph."""
    if not found.report.turn:
        return found
    number = draft.parses[found.report.parse].sentence
    paragraph = draft.sentences[number].paragraph
    last = number
    while last + 1 < len(draft.sentences) and draft.sentences[last + 1].paragraph == paragraph:
        last += 1
    turn = (found.content[0][0], draft.sentences[last].span.end_char)
    return dataclasses.replace(found, content=(turn,))


def _is_thing(draft: Draft, found: Reported) -> bool:
    """Whether a report only names a thing: "appealed for support". Its words are the writer's."""
    doc = draft.parses[found.report.parse].doc
    clause = any(doc[i].pos_ in ("VERB", "AUX") or doc[i].dep_ == "ccomp" for i in found.report.content)
    return bool(found.report.content) and not clause and not found.quotations


def _number(
    draft: Draft, items: list[_Item], index: QuotationIndex
) -> tuple[tuple[Attribution, ...], frozenset[str]]:
    """Return the attributions with ids and parents, and the ids of topics."""
    text = draft.story.text
    ordered = sorted(items, key=lambda item: (item.place, item.content[0][0]))
    topics = frozenset(f"a{number + 1}" for number, item in enumerate(ordered) if item.is_topic)
    attributions = tuple(
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
    return attributions, topics


def _parents(items: list[_Item]) -> list[int | None]:
    """Return for each item the one whose content holds its cue most closely.

    A source that another cites stands under the one who cites it. An item without a cue is held
    where its content is, by another item's longer content.
    """
    # What stands in a topic is not said in it.
    speeches = ((number, item) for number, item in enumerate(items) if not item.is_topic)
    spans = sorted((*span, number) for number, item in speeches for span in item.content)
    starts = [start for start, _, _ in spans]
    longest = max((end - start for start, end, _ in spans), default=0)
    by_head = {item.head: number for number, item in enumerate(items) if item.head is not None}
    parents: list[int | None] = []
    for number, item in enumerate(items):
        if item.cites is not None and item.head is not None:
            parents.append(by_head.get((item.head[0], item.cites)))
            continue
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
