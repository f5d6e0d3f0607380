"""Places of clauses: where "two officers were killed" says it happened, as a word of the clause."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from dragoman.extraction.draft import Clues
from dragoman.records import MentionKind

Found = Mapping[int, tuple[int, int, MentionKind, Clues]]
"""Phrases of a parse by their heads: first and last token, kind, clues."""

_AT = frozenset({"in", "near", "at", "outside", "across", "inside", "around", "on", "throughout", "of"})
_RAIDS = frozenset(
    "attack strike airstrike raid bombing assault shelling offensive bombardment missile drone".split()
)
"""Nouns whose "on" says where they hit: "airstrikes on Gaza killed 20 people"."""
_SET_IN = frozenset({"in", "near", "at", "outside", "across", "inside", "around", "throughout", "from"})
_WITHIN = frozenset({"appos", "conj", "prep", "pobj", "compound", "nmod", "npadvmod"})
_PLACES = frozenset({MentionKind.NAME, MentionKind.METONYM})
_LONGEST_CHAIN = 4


def place_of(token: Token, found: Found) -> int | None:
    """Return the head of the place where a noun's clause is set: "killed four people in Sumy".

    The noun's own prepositions come first, then those of the verbs above it, then the next place
    that any preposition of the sentence names.
    """
    for carrier in (token, *_governors(token)):
        for child in carrier.children:
            sets = child.lower_ in _AT and (child.lower_ != "on" or carrier.lemma_ in _RAIDS)
            if child.dep_ == "prep" and sets:
                place = next(_places_in(child, found, besides=token), None)
                if place is not None:
                    return place
    return _anywhere(token, found)


def _governors(token: Token) -> Iterator[Token]:
    current = token
    for _ in range(_LONGEST_CHAIN):
        if current.head == current:
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


def _anywhere(token: Token, found: Found) -> int | None:
    places = [
        i
        for i in found
        if _is_place(token.doc[i], found) and any(_sets(t) for t in _near_ancestors(token.doc[i]))
    ]
    after = [i for i in places if i > token.i]
    return min(after) if after else max(places, default=None)


def _sets(preposition: Token) -> bool:
    """Whether a preposition says where something happens."""
    if preposition.dep_ != "prep":
        return False
    return preposition.lower_ in _SET_IN or (preposition.lower_ == "on" and preposition.head.lemma_ in _RAIDS)


def _near_ancestors(token: Token) -> Iterator[Token]:
    current = token
    while current.dep_ in _WITHIN and current.head != current:
        current = current.head
        yield current
        if current.dep_ == "prep":
            return


def _is_place(token: Token, found: Found) -> bool:
    if token.i not in found:
        return False
    _, _, kind, clues = found[token.i]
    return kind in _PLACES and bool(clues.forms) and clues.forms[0].source in ("states", "regions")
