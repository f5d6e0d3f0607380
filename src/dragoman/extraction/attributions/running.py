"""Quotations without a cue of their own: who goes on speaking.

A quotation that makes up whole sentences and that no cue claims belongs to the speaker before it:
in the same paragraph to the last one quoted or reported, at the start of a paragraph to the
last speaker of the paragraph before, else to the subject of the sentence that leads up to it.
"""

import dataclasses
from bisect import bisect_right
from dataclasses import dataclass, replace

from dragoman.extraction.attributions.content import Reported
from dragoman.extraction.attributions.ranges import QuotationIndex, Range, merge
from dragoman.extraction.draft import Draft, Quotation
from dragoman.records import MentionKind

_FEWEST_WORDS = 4
"""Fewer quoted words after a colon are a title or a term."""
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

    def start(self, sentence: int) -> int:
        """Return the first character of a sentence."""
        return self._starts[sentence]

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
    run = _Run(draft, placed, index)
    for number in range(len(index.all)):
        run.step(number)
    return run.placed, run.continued


class _Run:
    """One walk over a story's quotations. ``owners`` maps a quotation to the report that claims it."""

    def __init__(self, draft: Draft, placed: list[Reported], index: QuotationIndex) -> None:
        self._draft = draft
        self._index = index
        self._places = SentencePlaces(draft)
        self._outside = sorted((found.cue[0], i) for i, found in enumerate(placed) if found.host is None)
        self._leaders: dict[int, int] = {}
        self.owners = {number: i for i, found in enumerate(placed) for number in found.quotations}
        self.placed = list(placed)
        self.continued: list[Continued] = []

    def step(self, number: int) -> None:
        """Find whose words quotation ``number`` is, if no cue claims it."""
        quotation = self._index.all[number]
        if number in self.owners:
            return
        sentence = self._places.at(quotation.start_char)
        announced = _announced(self._draft, self._places, sentence, quotation.start_char)
        if announced is not None and has_words(self._draft.story.text, quotation):
            self.continued.append(dataclasses.replace(announced, quotation=number))
            return
        if not self._places.is_whole(quotation.start_char, quotation.end_char):
            return
        previous = self._previous(number, sentence)
        owner = None if previous is None else self.owners.get(previous)
        if owner is not None and previous is not None and self._goes_on(previous, number, owner):
            self.placed[owner] = _extended(self._draft, self.placed[owner], number, self._index)
            self.owners[number] = owner
            return
        leader = self._leader(sentence)
        if leader is None and previous is not None:
            leader = self._leaders.get(previous, owner)
        if leader is not None:
            self._leaders[number] = leader
            self.continued.append(Continued(quotation=number, leader=leader))
            return
        led = _led_by_subject(self._draft, self._places, sentence, number)
        if led is not None:
            self.continued.append(led)

    def _previous(self, number: int, sentence: int) -> int | None:
        """Return the quotation before this one, if it stands in this paragraph or directly before it.

        Quoted titles and terms that nobody was said to say are passed over.
        """
        places = self._places
        for before in range(number - 1, -1, -1):
            quotation = self._index.all[before]
            last = places.at(quotation.end_char - 1)
            near = places.paragraph(sentence) - places.paragraph(last)
            if near > 1:
                return None
            if before not in self.owners and not places.is_whole(quotation.start_char, quotation.end_char):
                continue
            return before if near == 0 or last == sentence - 1 else None
        return None

    def _goes_on(self, previous: int, number: int, owner: int) -> bool:
        """Answer whether it is one speech: in one paragraph or left open, and nobody else between."""
        before, here = self._index.all[previous], self._index.all[number]
        paragraphs = [self._places.paragraph(self._places.at(q.start_char)) for q in (before, here)]
        if paragraphs[0] != paragraphs[1] and not before.open_ended:
            return False
        low = bisect_right(self._outside, (before.end_char, -1))
        return all(i == owner for place, i in self._outside[low:] if place < here.start_char)

    def _leader(self, sentence: int) -> int | None:
        """Return the first report of the sentence before, if its cue stands outside quotations."""
        places = self._places
        if sentence == 0 or places.paragraph(sentence) - places.paragraph(sentence - 1) > 1:
            return None
        low = bisect_right(self._outside, (places.start(sentence - 1), -1))
        here = [i for place, i in self._outside[low:] if place < places.start(sentence)]
        return next((i for i in here if self.placed[i].source is not None), None)


def _extended(draft: Draft, found: Reported, number: int, index: QuotationIndex) -> Reported:
    quotation = index.all[number]
    span: Range = (quotation.start_char, quotation.end_char)
    return replace(
        found,
        content=merge(draft.story.text, [*found.content, span]),
        quotations=(*found.quotations, number),
    )


def has_words(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is long enough to be speech and no title or term."""
    return len(text[quotation.start_char : quotation.end_char].split()) >= _FEWEST_WORDS


def _announced(draft: Draft, places: SentencePlaces, sentence: int, start_char: int) -> Continued | None:
    """Read "It surprised the envoy, Ada Lund: “We leave.”": whom the words before a colon name, or tell of.

    The colon may end the sentence before. The phrase right before it counts where it means a person,
    else the subject of the sentence.
    """
    text = draft.story.text
    before = len(text[:start_char].rstrip()) - 1
    if before < 0 or text[before] != ":":
        return None
    parse = places.parse_of(places.at(before))
    if parse is None:
        return None
    subject = None
    for token in draft.parses[parse].doc:
        if draft.parses[parse].starts[token.i] >= before:
            break
        phrase = draft.phrase_at(parse, token.i)
        if phrase is None:
            continue
        if phrase.mention.span.end_char == before and phrase.mention.kind is MentionKind.PERSON:
            return Continued(quotation=-1, leader=None, parse=parse, source=token.i)
        if token.dep_ == "nsubj" and token.head.dep_ == "ROOT":
            subject = token.i
    return None if subject is None else Continued(quotation=-1, leader=None, parse=parse, source=subject)


def _led_by_subject(draft: Draft, places: SentencePlaces, sentence: int, number: int) -> Continued | None:
    """Read "Lund was blunt. “We leave.”": the subject of the sentence before is the speaker."""
    if sentence == 0 or places.paragraph(sentence) != places.paragraph(sentence - 1):
        return None
    parse = places.parse_of(sentence - 1)
    if parse is None:
        return None
    for token in draft.parses[parse].doc:
        is_subject = token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and token.tag_ in _SUBJECT_TAGS
        if is_subject and draft.phrase_at(parse, token.i) is not None:
            return Continued(quotation=number, leader=None, parse=parse, source=token.i)
    return None
