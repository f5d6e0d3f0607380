"""Stage ``gate``: which sentences can carry a record, or say who is meant in one that can.

One pass of the gazetteer's matcher over a sentence finds its names, one look at its words what they
may be forms of. The gate may cost no record: a sentence is left out only where it has no word for an
actor, or where nothing after it can carry a record. All else is parsed, because "the government",
"he" and "the two countries" are resolved by what stood before them.
"""

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.extraction.draft import Draft
from dragoman.extraction.language import read_as
from dragoman.extraction.mentions.gazetteer import Gazetteer
from dragoman.extraction.quotations import speaking_sentences
from dragoman.lexicons.gate import WORD, Parts, WakeWords, WordGroup
from dragoman.lexicons.inflections import Inflections
from dragoman.records import Sentence

_FULL_NAME = re.compile(r"([A-Z\u00c0-\u00de][^ ]*) (?:[a-z]{1,3} ){0,2}(?=['A-Z\u00c0-\u00de])")
"""A word with a capital before another one, small particles between them left out."""
_CACHED_WORDS = 1 << 16
_MOST_ROUNDS = 3
"""A sentence that says who speaks may need one before it, and so on: after these, take them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """What a word may do: its possible lemmas, and what else it needs to be a trigger or an actor."""

    lemmas: frozenset[str]
    triggers: tuple[tuple[WordGroup, ...], ...]
    actors: tuple[Parts, ...]
    speaks: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What one sentence holds. ``names`` are its words with a capital, ``small`` the others.

    ``first_names``, in lower case, are words with a capital before another such word.
    """

    has_actor: bool
    has_trigger: bool
    speaks: bool
    names: frozenset[str]
    first_names: frozenset[str]
    small: frozenset[str]


class GateStage:
    """Chooses the sentences to parse."""

    name = "gate"
    requires = frozenset({"sentences", "quotations"})
    assigns = frozenset({"gated"})

    def __init__(self, *, gazetteer: Gazetteer, words: WakeWords, inflections: Inflections) -> None:
        self._gazetteer = gazetteer
        self._words = words
        self._inflections = inflections
        self._know: Callable[[str], _Word] = lru_cache(_CACHED_WORDS)(self._read_word)

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with ``gated``: indexes of the sentences to parse, in order."""
        looks = [self._look(draft.story.text, sentence) for sentence in draft.sentences]
        return dataclasses.replace(draft, gated=_choose(draft, looks))

    def _look(self, text: str, sentence: Sentence) -> _Look:
        words, _ = read_as(text, sentence.span.start_char, sentence.span.end_char)
        tokens = WORD.findall(words)
        known = [self._know(token.lower()) for token in tokens]
        lemmas = frozenset[str]().union(*(word.lemmas for word in known))
        is_named = any(True for _ in self._gazetteer.find(words))
        return _Look(
            has_actor=is_named or any(_is_met(word.actors, lemmas) for word in known),
            has_trigger=any(_wakes(word, lemmas) for word in known),
            speaks=any(word.speaks for word in known),
            names=frozenset(token for token in tokens if token != token.lower()),
            first_names=frozenset(name.lower() for name in _FULL_NAME.findall(words)),
            small=frozenset(token for token in tokens if token == token.lower()),
        )

    def _read_word(self, word: str) -> _Word:
        lemmas = self._inflections.lemmas(word)
        found = self._words
        return _Word(
            lemmas=lemmas,
            triggers=tuple(needs for lemma in lemmas for needs in found.triggers.get(lemma, ())),
            actors=tuple(parts for lemma in lemmas for parts in found.actors.get(lemma, ())),
            speaks=not found.speech.isdisjoint(lemmas),
        )


def _wakes(word: _Word, lemmas: frozenset[str]) -> bool:
    return any(all(group.is_in(lemmas) for group in needs) for needs in word.triggers)


def _is_met(alternatives: Iterable[Parts], lemmas: frozenset[str]) -> bool:
    return any(parts <= lemmas for parts in alternatives)


def _choose(draft: Draft, looks: Sequence[_Look]) -> tuple[int, ...]:
    """Return the sentences that can carry a record, and all before them that matter for it."""
    actors = _with_actors(looks)
    carriers = [number for number, look in enumerate(looks) if actors[number] and look.has_trigger]
    if not carriers:
        return ()
    quoted = _quoted_paragraphs(draft)
    matters = [
        actors[number] or (look.speaks and draft.sentences[number].paragraph in quoted)
        for number, look in enumerate(looks)
    ]
    chosen: tuple[int, ...] = ()
    wanted = speaking_sentences(draft.sentences, draft.quotations, carriers)
    for _ in range(_MOST_ROUNDS):
        if wanted == chosen:
            return chosen
        chosen = wanted
        wanted = _with_what_precedes(draft, chosen, matters, end=chosen[-1])
    return _with_what_precedes(draft, wanted, matters, end=len(matters))


def _with_what_precedes(
    draft: Draft, chosen: Sequence[int], matters: Sequence[bool], *, end: int
) -> tuple[int, ...]:
    """Return the chosen sentences with those before ``end`` that matter, and who speaks in them."""
    before = {number for number in range(end) if matters[number]}
    return speaking_sentences(draft.sentences, draft.quotations, sorted(before.union(chosen)))


def _with_actors(looks: Sequence[_Look]) -> list[bool]:
    """Say for each sentence whether it has a word for an actor, a full name, or a name known from one.

    Who is introduced once ("Berit Lund, a former envoy") is called by one name later. A word that the
    story also writes small ("The", "Talks") is no name.
    """
    small = frozenset[str]().union(*(look.small for look in looks))
    actors = [look.has_actor or not look.first_names <= small for look in looks]
    named = frozenset[str]().union(
        *(look.names for look, is_actor in zip(looks, actors, strict=True) if is_actor)
    )
    names = frozenset(name for name in named if name.lower() not in small)
    return [
        is_actor or not names.isdisjoint(look.names) for look, is_actor in zip(looks, actors, strict=True)
    ]


def _quoted_paragraphs(draft: Draft) -> frozenset[int]:
    """Return the numbers of the paragraphs with a quotation in them or beside them."""
    starts = [sentence.span.start_char for sentence in draft.sentences]
    found: set[int] = set()
    for quotation in draft.quotations:
        first = max(0, bisect_right(starts, quotation.start_char) - 1)
        last = max(first, bisect_right(starts, quotation.end_char - 1) - 1)
        for number in range(first, last + 1):
            paragraph = draft.sentences[number].paragraph
            found.update((paragraph - 1, paragraph, paragraph + 1))
    return frozenset(found)
