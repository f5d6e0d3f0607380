"""Slots: the places where a pattern looks for its arguments (docs/lexicons.md)."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from dragoman.extraction.syntax.grammar import Grammar
from dragoman.extraction.syntax.nominals import (
    Nominals,
    after_hyphen,
    itself,
    modified,
    modifiers,
    possessors,
)
from dragoman.extraction.syntax.words import NOMINAL, VERBAL, owners, prepositional_objects, receivers


class SlotFinder:
    """Finds what fills a slot of a pattern at a trigger."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        nominals = Nominals(grammar)
        self._nominals = nominals
        self._named: dict[str, Callable[[Token], list[Token]]] = {
            "-": lambda token: [],
            "subj": nominals.doers,
            "obj": lambda token: grammar.objects(token) if token.pos_ in VERBAL else [],
            "iobj": self._receivers,
            "poss": possessors,
            "mod": modifiers,
            "holder": nominals.said_of,
            "head": modified,
            "agent": owners,
            "self": itself,
            "clause": nominals.around,
            "after": after_hyphen,
            "having": nominals.having,
        }

    def find(
        self, slot: str, trigger: Token, companion: Token | None = None, *, adjective: bool = False
    ) -> list[Token]:
        """Return the tokens that fill a slot, in order of text; empty where it is not filled.

        ``companion`` is the noun or verb that the pattern asks for beside the trigger;
        ``adjective`` is True where a participle is meant as one ("forces *allied* with Syria").
        """
        if slot == "subj" and (adjective or trigger.pos_ == "ADJ"):
            return self._nominals.described(trigger)
        if slot == "obj" and companion is not None and companion.pos_ in VERBAL:
            return self._grammar.objects(trigger) or self._grammar.objects(companion)
        if slot == "parties":
            return self._nominals.parties(trigger, companion)
        named = self._named.get(slot)
        return named(trigger) if named is not None else self._prepositional(trigger, companion, slot)

    def _receivers(self, token: Token) -> list[Token]:
        verb = self._grammar.governing_verb(token) if token.pos_ in NOMINAL else token
        return receivers(verb) if verb is not None and verb.pos_ == "VERB" else []

    def _prepositional(self, trigger: Token, companion: Token | None, preposition: str) -> list[Token]:
        """Look for a preposition on the trigger, its companion, or what the trigger hangs on."""
        for carrier in (trigger, companion):
            found = prepositional_objects(carrier, preposition) if carrier is not None else []
            if found:
                return found
        if trigger.pos_ not in NOMINAL:
            return []
        return next((found for found in self._further(trigger, preposition) if found), [])

    def _further(self, noun: Token, preposition: str) -> Iterator[list[Token]]:
        """Yield what a preposition may bring from further off, the likeliest place first."""
        verb = self._grammar.governing_verb(noun)
        if verb is not None:
            objects = prepositional_objects(verb, preposition)
            after = [token for token in objects if token.i > noun.i]
            yield [] if after and _has_verb_between(noun, after[0]) else after
            if noun.dep_ == "pobj":  # "trains *with Mali* under a partnership"
                yield [token for token in objects if token.i < noun.i]
        if noun.dep_ == "conj" and noun.head.pos_ in NOMINAL:
            yield self._prepositional(noun.head, None, preposition)
        if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
            outer = prepositional_objects(noun.head.head, preposition)  # "the balance of trade between"
            yield [token for token in outer if token.i > noun.i]
        for child in noun.children:
            if child.dep_ == "conj" and child.pos_ == "NOUN":
                yield prepositional_objects(child, preposition)
        for child in noun.children:
            if child.dep_ in ("relcl", "acl") and child.pos_ in VERBAL:
                yield prepositional_objects(child, preposition)


def _has_verb_between(noun: Token, later: Token) -> bool:
    """Whether a verb stands between, which the preposition may belong to."""
    between = noun.doc[noun.i + 1 : later.i]
    return any(word.pos_ == "VERB" and word.dep_ != "amod" and word.i != noun.head.i for word in between)
