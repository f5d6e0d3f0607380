"""What hangs on a verb or a noun and tells how it is meant: auxiliaries, subjects, marks, conditions."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.extraction.syntax.words import SUBJECTS, VERBAL
from dragoman.lexicons.qualifying import lemma_of

_AUXILIARY = frozenset({"aux", "auxpass"})
_INVERTED = ("should", "had", "were")
"""Auxiliaries that make a condition by standing before their subject ("*should* the truce fail")."""


def prefix_of(noun: Token) -> Token | None:
    """Return the word that a hyphen ties to a noun's front: "ex-ally", "non-member"."""
    return noun.nbor(-2) if noun.i > 1 and noun.nbor(-1).text == "-" else None


def is_definite(noun: Token) -> bool:
    """Answer whether a noun is named as one that is known: "its support", "the war"."""
    return any(
        child.dep_ == "poss"
        or (child.dep_ == "det" and child.lower_ in ("the", "this", "that", "these", "those"))
        for child in noun.children
    )


def subjects(token: Token) -> tuple[Token, ...]:
    """Return a verb's own subjects."""
    return tuple(child for child in token.children if child.dep_ in SUBJECTS)


def shared_subjects(token: Token) -> tuple[Token, ...]:
    """Return a verb's subjects, those of the first conjunct where it has none of its own."""
    own = subjects(token)
    if own or token.dep_ != "conj" or token.head.pos_ not in VERBAL:
        return own
    return shared_subjects(token.head)


def aux_of(token: Token) -> tuple[Token, ...]:
    """Return a verb's auxiliaries, the infinitive's ``to`` left out."""
    return tuple(child for child in token.children if child.dep_ in _AUXILIARY and child.tag_ != "TO")


def marks(token: Token) -> Iterator[Token]:
    """Yield the words that open a verb's subordinate clause."""
    for child in token.children:
        if child.i < token.i and (child.dep_ == "mark" or (child.dep_ == "advmod" and child.tag_ == "WRB")):
            yield child


def coordinators(token: Token) -> tuple[Token, ...]:
    """Return the coordinators between a conjunct and the first one, and those at its own front."""
    head = token.head
    between = [
        child for child in head.children if child.dep_ in ("cc", "preconj") and head.i < child.i < token.i
    ]
    nearest = between[-1:]
    own = [child for child in token.children if child.dep_ in ("cc", "preconj", "mark") and child.i < token.i]
    return (*nearest, *own)


def condition_of(token: Token, *, conditions: frozenset[str]) -> Token | None:
    """Return the verb of the if-clause that a verb stands in or has, or None.

    ``conditions`` are the words that open one. "Even if" makes no condition, and neither does "as if".
    """
    first = _leader(token)
    if first.dep_ in ("advcl", "pcomp") and (_opens_condition(first, conditions) or _is_inverted(first)):
        return first
    for child in token.children:
        if child.dep_ == "advcl" and (_opens_condition(child, conditions) or _is_inverted(child)):
            return child
    return None


def _leader(token: Token) -> Token:
    """Return the first of coordinated verbs, whose conjunction holds for all: "if he comes and *stays*"."""
    while token.dep_ == "conj" and token.head.pos_ in VERBAL and not any(marks(token)):
        token = token.head
    return token


def _is_inverted(token: Token) -> bool:
    """Answer whether a clause makes its condition by word order: "should the truce fail"."""
    first = next((word for word in aux_of(token) if word.lower_ in _INVERTED), None)
    return first is not None and any(first.i < subject.i < token.i for subject in subjects(token))


def _opens_condition(token: Token, conditions: frozenset[str]) -> bool:
    for child in token.children:
        if (
            child.i > token.i
            or lemma_of(child) not in conditions
            or child.dep_ not in ("mark", "advmod", "prep")
        ):
            continue
        if child.lower_ == "whether":
            return False
        return child.i == 0 or child.nbor(-1).lower_ not in ("even", "as")
    return False


def is_quoted(doc: Doc, *, index: int, since: int) -> bool:
    """Answer whether a quotation is open at a token, counted from another token or the start."""
    low, high = (since, index) if since < index else (0, index)
    return sum(token.text == '"' for token in doc[low:high]) % 2 == 1
