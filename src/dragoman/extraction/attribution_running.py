"""Quotations without a cue of their own: who goes on speaking.

A quotation that makes up whole sentences and that no cue claims belongs to the speaker before it:
in the same paragraph to the last one quoted or reported, at the start of a paragraph to the
last speaker of the paragraph before, else to the subject of the sentence that leads up to it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.extraction.attribution_content import QuotationIndex, Range, Reported, merge
from dragoman.extraction.draft import Draft

_SUBJECT_TAGS = frozenset({"NNP", "NN", "NNS", "PRP", "NNPS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Continued:
    """A quotation that goes on without a cue. ``leader`` is the number of the report before it.

    Where no report leads, ``source`` is the head token of the sentence's subject in ``parse``.
    """

    quotation: int
    leader: int | None
    parse: int | None = None
    source: int | None = None


class SentencePlaces:
    """Finds the sentence, and the parse, at a character."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._starts = [sentence.span.start_char for sentence in draft.sentences]
        self._parses = {parse.sentence: number for number, parse in enumerate(draft.parses)}

    def at(self, char: int) -> int:
        """Return the number of the sentence at or before a character."""
        return max(0, bisect_right(self._starts, char) - 1)

    def parse_of(self, sentence: int) -> int | None:
        """Return the number of a sentence's parse, None where it was not parsed."""
        return self._parses.get(sentence)

    def paragraph(self, sentence: int) -> int:
        """Return the number of a sentence's paragraph."""
        return self._draft.sentences[sentence].paragraph

    def is_whole(self, start_char: int, end_char: int) -> bool:
        """Answer whether the characters start and end with sentences."""
        first, last = self.at(start_char), self.at(end_char - 1)
        starts = self._draft.sentences[first].span.start_char == start_char
        return starts and end_char >= self._draft.sentences[last].span.end_char - 1


def extend_reports(
    draft: Draft, placed: list[Reported], index: QuotationIndex
) -> tuple[list[Reported], list[Continued]]:
    """Give each unclaimed quotation of whole sentences to the report it continues.

    Returns the reports, some with more content, and the quotations that need a record of their own.
    """
    places = SentencePlaces(draft)
    owners = {number: i for i, found in enumerate(placed) for number in found.quotations}
    outside = sorted((found.cue[0], i) for i, found in enumerate(placed) if found.host is None)
    continued: list[Continued] = []
    runs: dict[int, int | None] = {}
    for number, quotation in enumerate(index.all):
        if number in owners or not places.is_whole(quotation.start_char, quotation.end_char):
            continue
        sentence = places.at(quotation.start_char)
        previous = _previous_quotation(number, index, places, sentence)
        if previous is not None and previous in owners:
            leader = owners[previous]
            if _none_between(outside, index.all[previous].end_char, quotation.start_char, leader):
                placed[leader] = _extended(draft, placed[leader], number, index)
                owners[number] = leader
                continue
        leader_before = _leader(places, outside, placed, sentence)
        if leader_before is not None:
            continued.append(Continued(quotation=number, leader=leader_before))
            runs[number] = leader_before
        elif previous is not None and previous in runs and runs[previous] is not None:
            continued.append(Continued(quotation=number, leader=runs[previous]))
            runs[number] = runs[previous]
        else:
            led = _led_by_subject(draft, places, sentence, number)
            if led is not None:
                continued.append(led)
    return placed, continued


def _previous_quotation(
    number: int, index: QuotationIndex, places: SentencePlaces, sentence: int
) -> int | None:
    """Return the quotation before this one, if it stands in this paragraph or ends the one before."""
    if number == 0:
        return None
    before = places.at(index.all[number - 1].end_char - 1)
    near = places.paragraph(sentence) - places.paragraph(before)
    if near == 0 or (near == 1 and index.all[number - 1].open_ended):
        return number - 1
    return None


def _none_between(outside: Sequence[tuple[int, int]], start: int, end: int, leader: int) -> bool:
    low = bisect_right(outside, (start, -1))
    return all(i == leader for place, i in outside[low:] if place < end)


def _extended(draft: Draft, found: Reported, number: int, index: QuotationIndex) -> Reported:
    quotation = index.all[number]
    span: Range = (quotation.start_char, quotation.end_char)
    return replace(
        found,
        content=merge(draft.story.text, [*found.content, span]),
        quotations=(*found.quotations, number),
    )


def _leader(
    places: SentencePlaces, outside: Sequence[tuple[int, int]], placed: Sequence[Reported], sentence: int
) -> int | None:
    """Return the last report of the sentence before, if its cue stands outside quotations."""
    if sentence == 0 or places.paragraph(sentence) - places.paragraph(sentence - 1) > 1:
        return None
    low = bisect_right(outside, (places._starts[sentence - 1], -1))
    here = [i for place, i in outside[low:] if place < places._starts[sentence]]
    with_source = [i for i in here if placed[i].source is not None]
    return with_source[0] if with_source else None


def _led_by_subject(draft: Draft, places: SentencePlaces, sentence: int, number: int) -> Continued | None:
    """Read "Lund was blunt. “We leave.”": the subject of the sentence before is the speaker."""
    if sentence == 0 or places.paragraph(sentence) != places.paragraph(sentence - 1):
        return None
    parse = places.parse_of(sentence - 1)
    if parse is None:
        return None
    for token in draft.parses[parse].doc:
        if token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and token.tag_ in _SUBJECT_TAGS:
            if draft.phrase_at(parse, token.i) is not None:
                return Continued(quotation=number, leader=None, parse=parse, source=token.i)
    return None
