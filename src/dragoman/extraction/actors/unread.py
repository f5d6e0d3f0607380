"""Stage ``names``: who is named in the sentences that are not parsed.

Such sentences can carry no record, so that nobody needs to be understood in them; but who is in a story
should be known of the whole of it. Only plain names count here: no surname alone, no description, no
pronoun, and no place beside another capital, which could be part of a person's name.
"""

import dataclasses
import re
from collections.abc import Iterator
from datetime import date

from dragoman.codes.actors.forms import Form
from dragoman.extraction.actors.persons import choose_form
from dragoman.extraction.actors.references import certainty_of
from dragoman.extraction.draft import Draft
from dragoman.extraction.mentions.gazetteer import Gazetteer
from dragoman.records import Mention, MentionKind, Sentence, Span

_CAPITAL_BEFORE = re.compile(r"[A-Z][\w'\u2019-]* $")
_CAPITAL_AFTER = re.compile(r" [A-Z]\w")
_PLACES = ("states", "regions")


class NameStage:
    """Finds the names in the sentences that the gate left out."""

    name = "names"
    requires = frozenset({"sentences", "gated", "phrases"})
    assigns = frozenset({"named"})

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with ``named``: mentions whose ids go on from those of the phrases."""
        read = set(draft.gated)
        named = [
            (span, form)
            for number, sentence in enumerate(draft.sentences)
            if number not in read
            for span, form in self._names(draft.story.text, sentence, on=draft.story.published_on)
        ]
        first = len(draft.phrases) + 1
        mentions = tuple(
            Mention(
                id=f"m{number}",
                span=span,
                kind=form.kind,
                actor=form.actor,
                role=form.role,
                name=form.name if form.kind is MentionKind.PERSON else None,
                confidence=certainty_of(form.kind),
            )
            for number, (span, form) in enumerate(named, start=first)
        )
        return dataclasses.replace(draft, named=mentions)

    def _names(self, text: str, sentence: Sentence, *, on: date | None) -> Iterator[tuple[Span, Form]]:
        begin, end = sentence.span.start_char, sentence.span.end_char
        words = text[begin:end]
        for start, stop, forms in self._gazetteer.find(words):
            form = choose_form(tuple(one for one in forms if one.source != "surname"), on=on)
            if form is not None and not _is_in_longer_name(words, start, stop, form):
                span = Span(start_char=begin + start, end_char=begin + stop, text=words[start:stop])
                yield span, form


def _is_in_longer_name(words: str, start: int, stop: int, form: Form) -> bool:
    """Whether the name of a place stands beside another capital: "Jordan Lund", "Paris Agreement"."""
    if form.source not in _PLACES or form.kind is MentionKind.DEMONYM:
        return False
    return bool(_CAPITAL_BEFORE.search(words[:start]) or _CAPITAL_AFTER.match(words[stop:]))
