"""Wake words: the words without which a sentence carries no record, gathered from every lexicon.

A trigger of a relation or an event counts only where the other words that its line asks for stand
beside it ("give" with "help"), since a parse could find it only then. Lemmas here are those of the
tables; :mod:`dragoman.lexicons.inflections` says of which lemmas a word may be a form.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.codes.actors.phrases.classes import ActorClass
from dragoman.codes.actors.phrases.roles import RoleNoun
from dragoman.lexicons.mentions import MentionWords
from dragoman.lexicons.patterns import CONDITIONS, Pattern
from dragoman.lexicons.pronouns import COUNTED, PERSONAL
from dragoman.lexicons.speech import SpeechLexicon

WORD = re.compile(r"[^\W_]+")
"""A word here is a run of letters and digits: "air-strike" is two."""
PRONOUNS = PERSONAL | COUNTED | {"another"}
"""Words that stand for an actor named elsewhere."""

Parts = frozenset[str]
"""The parts of a lemma: "air-strike" is there where "air" and "strike" are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordGroup:
    """Lemmas of which one must be there: ``singles`` of one part, ``compounds`` of several."""

    singles: Parts
    compounds: tuple[Parts, ...]

    def is_in(self, lemmas: frozenset[str]) -> bool:
        """Answer whether a sentence with these lemmas has one of the group."""
        return not self.singles.isdisjoint(lemmas) or any(parts <= lemmas for parts in self.compounds)


@dataclass(frozen=True, slots=True, kw_only=True)
class WakeWords:
    """Words by what they wake the reading for; the keys are the last part of a lemma.

    ``triggers``: for each trigger its alternatives, each a tuple of groups that must all be there.
    ``actors``: for each word that describes an actor the other parts of its phrases. ``speech``:
    first words of reporting expressions.
    """

    triggers: Mapping[str, tuple[tuple[WordGroup, ...], ...]]
    actors: Mapping[str, tuple[Parts, ...]]
    speech: frozenset[str]


def gather_wake_words(
    patterns: Iterable[Pattern],
    *,
    speech: SpeechLexicon,
    roles: Iterable[RoleNoun],
    classes: Iterable[ActorClass],
    words: MentionWords,
) -> WakeWords:
    """Return the wake words of lexicons: their triggers, reporting words and nouns for actors."""
    described = [phrase for group in classes for phrase in (*group.phrases, *group.adjectives)]
    described += [*(role.noun for role in roles), *words.descriptions, *words.transparent, *PRONOUNS]
    cues = (speech.verbs, speech.nouns, speech.adjectives, speech.phrases)
    return WakeWords(
        triggers=_triggers(patterns),
        actors=_by_last_part(described),
        speech=frozenset(part for table in cues for word in table for part in _parts(word)[-1:]),
    )


def _triggers(patterns: Iterable[Pattern]) -> dict[str, tuple[tuple[WordGroup, ...], ...]]:
    found: dict[str, dict[tuple[WordGroup, ...], None]] = defaultdict(dict)
    for pattern in patterns:
        conditions = [_group(pattern.option(name)) for name in CONDITIONS if pattern.option(name)]
        for lemma in sorted(pattern.lemmas):
            *others, last = _parts(lemma)
            own = [WordGroup(singles=frozenset(), compounds=(frozenset(others),))] if others else []
            found[last][(*own, *conditions)] = None
    return {last: _weakest(tuple(alternatives)) for last, alternatives in found.items()}


def _weakest(alternatives: tuple[tuple[WordGroup, ...], ...]) -> tuple[tuple[WordGroup, ...], ...]:
    return ((),) if () in alternatives else alternatives


def _group(lemmas: Iterable[str]) -> WordGroup:
    parts = [frozenset(_parts(lemma)) for lemma in sorted(lemmas)]
    return WordGroup(
        singles=frozenset(part for group in parts if len(group) == 1 for part in group),
        compounds=tuple(group for group in parts if len(group) > 1),
    )


def _by_last_part(phrases: Iterable[str]) -> dict[str, tuple[Parts, ...]]:
    found: dict[str, dict[Parts, None]] = defaultdict(dict)
    for phrase in phrases:
        *others, last = _parts(phrase)
        found[last][frozenset(others)] = None
    return {last: (Parts(),) if Parts() in others else tuple(others) for last, others in found.items()}


def _parts(lemma: str) -> list[str]:
    return WORD.findall(lemma.lower())
