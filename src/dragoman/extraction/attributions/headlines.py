"""Headlines that name their source beside a colon: "Minister: Talks are over", "Talks are over: UN".

A place before a colon is mostly a topic ("Syria: Army takes town"), so only people count there.
"""

from collections.abc import Iterator

from dragoman.extraction.attributions.reports import Report
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.records import MentionKind, SpeechKind

_LONGEST_SOURCE = 6
_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.NOMINAL})


def find_headline_reports(draft: Draft) -> Iterator[Report]:
    """Yield a report for each headline with a source before its first or after its last colon."""
    for number, parse in enumerate(draft.parses):
        if draft.sentences[parse.sentence].part != "headline":
            continue
        colons = [token.i for token in parse.doc if token.text == ":"]
        if not colons:
            continue
        first, last, end = colons[0], colons[-1], len(parse.doc)
        before = _phrase_over(draft, number, 0, first)
        if before is not None and before.mention.kind in _PEOPLE:
            yield _report(number, first, before, range(first + 1, end))
            continue
        after = _phrase_over(draft, number, last + 1, end)
        if after is not None:
            yield _report(number, last, after, range(last))


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
