"""Places of clauses: where "two officers were killed" says it happened, as a word of the clause."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from dragoman.extraction.draft import Clues
from dragoman.lexicons.mentions import PhraseWords
from dragoman.records import MentionKind

Described = tuple[int, int, MentionKind, Clues]
"""First and last token of a phrase, its kind, its clues."""
Found = Mapping[int, Described]
"""Phrases of a parse by their heads."""

_WITHIN = frozenset({"appos", "conj", "prep", "pobj", "compound", "nmod", "npadvmod"})
_PLACES = frozenset({MentionKind.NAME, MentionKind.METONYM})
_LONGEST_CHAIN = 4


class PlaceFinder:
    """Finds where clauses are set, with the prepositions and raids of ``noun_phrases.tsv``."""

    def __init__(self, words: PhraseWords) -> None:
        self._words = words

    def place_of(self, token: Token, found: Found) -> int | None:
        """Return the head of the place where a noun's clause is set: "killed four people in Sumy".

        The noun's own prepositions come first, then those of the verbs above it, then the next place
        that any preposition of the sentence names.
        """
        for carrier in (token, *_governors(token)):
            for child in carrier.children:
                if self._sets(child, self._words.setting):
                    place = next(_places_in(child, found, besides=token), None)
                    if place is not None:
                        return place
        return self._anywhere(token, found)

    def _anywhere(self, token: Token, found: Found) -> int | None:
        """Return the next place that a preposition of the sentence sets something in, else the last."""
        places = [
            i
            for i in found
            if _is_place(token.doc[i], found)
            and any(self._sets(above, self._words.setting_afar) for above in _near_ancestors(token.doc[i]))
        ]
        after = [i for i in places if i > token.i]
        return min(after) if after else max(places, default=None)

    def _sets(self, preposition: Token, setting: frozenset[str]) -> bool:
        """Whether a preposition says where something happens; "on" does so only after a raid."""
        if preposition.dep_ != "prep" or preposition.lower_ not in setting:
            return False
        return preposition.lower_ != "on" or preposition.head.lemma_ in self._words.raid


def _governors(token: Token) -> Iterator[Token]:
    current = token
    for _ in range(_LONGEST_CHAIN):
        if current.head.i == current.i:
            return
        current = current.head
        yield current
        yield from (child for child in current.children if child.dep_ == "conj" and child.pos_ == "VERB")


def _places_in(preposition: Token, found: Found, *, besides: Token) -> Iterator[int]:
    """Yield the heads of places that a preposition governs, through appositions and coordinations."""
    for child in preposition.children:
        if child.dep_ not in _WITHIN:
            continue
        if child.i != besides.i and _is_place(child, found):
            yield child.i
        yield from _places_in(child, found, besides=besides)


def _near_ancestors(token: Token) -> Iterator[Token]:
    current = token
    while current.dep_ in _WITHIN and current.head.i != current.i:
        current = current.head
        yield current
        if current.dep_ == "prep":
            return


def _is_place(token: Token, found: Found) -> bool:
    if token.i not in found:
        return False
    _, _, kind, clues = found[token.i]
    return kind in _PLACES and bool(clues.forms) and clues.forms[0].source in ("states", "regions")
