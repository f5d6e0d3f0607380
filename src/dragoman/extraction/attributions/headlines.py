"""Headlines that name their source beside a colon: "Minister: Talks are over", "Talks are over: UN".

A place before a colon is mostly a topic ("Syria: Army takes town"), so only people and bodies count there.
"""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.extraction.attributions.reports import Report
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.records import MentionKind, SpeechKind

_LONGEST_SOURCE = 6
_LONGEST_TURN = 4
"""How many words a speaker's name has at most before his turn in the record of a talk."""
_BODIES = frozenset({"organisations", "groups"})
_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.NOMINAL})


def find_headline_reports(draft: Draft) -> Iterator[Report]:
    """Yield a report for each headline with a source before its first or after its last colon."""
    for number, parse in enumerate(draft.parses):
        colons = [token.i for token in parse.doc if token.text == ":"]
        if not colons:
            continue
        first, last, end = colons[0], colons[-1], len(parse.doc)
        if draft.sentences[parse.sentence].part != "headline":
            if _is_turn(draft, number, first):
                speaker = draft.phrases[draft.heads[(number, first - 1)]]
                yield replace(_report(number, first, speaker, range(first + 1, end)), turn=True)
            continue
        before = _phrase_over(draft, number, 0, first)
        if before is not None and _can_speak(before):
            yield _report(number, first, before, range(first + 1, end))
            continue
        after = _phrase_over(draft, number, last + 1, end)
        if after is not None:
            yield _report(number, last, after, range(last))


def _can_speak(phrase: ActorPhrase) -> bool:
    """Whether a phrase before a colon names people or a body, and no place, which is mostly the topic."""
    sources = {form.source for form in phrase.clues.forms}
    return phrase.mention.kind in _PEOPLE or (bool(sources) and sources <= _BODIES)


def _is_turn(draft: Draft, number: int, colon: int) -> bool:
    """Whether a paragraph opens with a speaker and a colon, as in the record of a talk: "LUND: We leave"."""
    sentence = draft.parses[number].sentence
    opens = sentence == 0 or draft.sentences[sentence - 1].paragraph != draft.sentences[sentence].paragraph
    if not opens or not 0 < colon <= _LONGEST_TURN:
        return False
    phrase = draft.phrase_at(number, colon - 1)
    return phrase is not None and phrase.first == 0 and phrase.mention.kind is MentionKind.PERSON


def _phrase_over(draft: Draft, number: int, start: int, end: int) -> ActorPhrase | None:
    """Return the actor phrase that makes up tokens ``start`` to ``end`` of a headline, or None."""
    doc = draft.parses[number].doc
    if not 0 < end - start <= _LONGEST_SOURCE or any(t.tag_.startswith(("VB", "MD")) for t in doc[start:end]):
        return None
    for index in range(end - 1, start - 1, -1):
        phrase = draft.phrase_at(number, index)
        if phrase is not None and phrase.head == index and not any(t.is_punct for t in doc[start:end]):
            return phrase
    return None


def _report(number: int, colon: int, phrase: ActorPhrase, content: range) -> Report:
    return Report(
        parse=number,
        cue=(colon,),
        head=colon,
        source=phrase.head,
        content=frozenset(content),
        kind=SpeechKind.SAY,
        takes_quotation=False,
    )
