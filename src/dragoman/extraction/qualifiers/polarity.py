"""Negation: which words at one step of the path turn the polarity round.

A word that negates counts once for each step; "neither ... nor" is one negation and "not without"
is two. Words inside a phrase that only looks negative ("not only", "no doubt") do not count.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.extraction.qualifiers.paths import Step
from dragoman.extraction.qualifiers.verbs import coordinators, prefix_of, shared_subjects
from dragoman.extraction.syntax.words import SUBJECTS, VERBAL, is_infinitive
from dragoman.lexicons.qualifying import Cue, PhraseHit, QualifyingLexicon, lemma_of

_CORRELATIVES = frozenset({"neither", "nor"})
_NEGATING = frozenset({"neg", "det", "preconj", "advmod", "predet", "nsubj", "aux"})
_OBJECTS = frozenset({"dobj", "attr", "pobj"})


def negations_at(
    step: Step, *, lexicon: QualifyingLexicon, phrases: tuple[PhraseHit, ...], path: frozenset[int]
) -> tuple[int, ...]:
    """Return the token of each negation at a step; an even number leaves the polarity as it was.

    ``path`` holds the tokens of the whole path: a negation of an object that lies on it counts
    there and not twice.
    """
    if not step.negates:
        return ()
    found: list[int] = []
    correlative = False
    for token in _places(step, path):
        if any(hit.covers(token.i) for hit in phrases if hit.cue.kind != "report"):
            continue
        cue = _negation(token, lexicon)
        if cue is None or token.i in found:
            continue
        if lemma_of(token) in _CORRELATIVES:
            if correlative:
                continue
            correlative = True
        found.append(token.i)
    if (excess := _excess(step, lexicon)) is not None:
        found.append(excess.i)
    return tuple(found)


def _excess(step: Step, lexicon: QualifyingLexicon) -> Token | None:
    """Return the word that makes too much of a quality for what follows: "*too* weak to attack"."""
    below = step.below
    if below is None or step.token.pos_ not in ("ADJ", "ADV") or not is_infinitive(below):
        return None
    before = (child for child in step.token.lefts if child.dep_ == "advmod")
    return next((child for child in before if lemma_of(child) in lexicon.clauses.excess), None)


def _negation(token: Token, lexicon: QualifyingLexicon) -> Cue | None:
    if _is_prefix_of_another(token):
        return None
    cue = lexicon.cue(token, "adv", "det", "prep", "adj")
    return cue if cue is not None and cue.kind == "negation" else None


def _is_prefix_of_another(token: Token) -> bool:
    """Whether a prefix is tied to a word beside the one it hangs on: "a *non*-aggression pact" is a pact."""
    doc = token.doc
    tied = token.i + 2 < len(doc) and doc[token.i + 1].text == "-"
    after = doc[token.i + 2] if tied else token
    return tied and after.i != token.head.i and not after.text[0].isupper()


def _places(step: Step, path: frozenset[int]) -> Iterator[Token]:
    """Yield the tokens at a step that could hold a negation with scope over the step."""
    token = step.token
    if token.dep_ == "prep":
        yield token
        return
    if step.below is None or token.pos_ not in VERBAL:
        yield from _before_phrase(token)
    for child in token.children:
        if child.i in path and child.dep_ != "prep":
            continue
        if token.pos_ not in VERBAL and child.i > token.i:
            continue
        modifying = child.dep_ in ("amod", "nmod") and token.pos_ not in VERBAL
        fronted = child.dep_ == "cc" and child.i < token.i
        if child.dep_ in _NEGATING or modifying or fronted:
            yield child
        if child.dep_ in ("aux", "auxpass", "advmod"):
            yield from (grandchild for grandchild in child.children if grandchild.dep_ == "neg")
        if child.dep_ == "prep":
            yield from (g for g in child.children if g.dep_ in ("preconj", "cc", "neg"))
    if token.pos_ in VERBAL:
        yield from _around_verb(token, path)


def _around_verb(token: Token, path: frozenset[int]) -> Iterator[Token]:
    if token.dep_ == "conj":
        yield from (word for word in coordinators(token) if lemma_of(word) in _CORRELATIVES)
    for subject in shared_subjects(token):
        if subject.i not in path:
            yield from _of_noun(subject)
    for child in token.children:
        if child.i in path:
            continue
        if child.dep_ in _OBJECTS:
            yield from _of_noun(child)
        elif child.dep_ == "prep" and child.i > token.i:
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.i not in path:
                    yield from _of_noun(noun)


def _of_noun(noun: Token) -> Iterator[Token]:
    if noun.dep_ in SUBJECTS | _OBJECTS:
        yield noun
    for child in noun.children:
        if child.dep_ in ("det", "preconj", "cc") and child.i < noun.i:
            yield child
            yield from (word for word in child.children if word.dep_ == "advmod")


def _before_phrase(token: Token) -> Iterator[Token]:
    """Yield the word just before a noun phrase: "a partner, not an ally"."""
    left = token.left_edge.i
    if (
        left > 0
        and token.doc[left - 1].lower_ in ("not", "never")
        and token.doc[left - 1].head.pos_ not in VERBAL
    ):
        yield token.doc[left - 1]
    if token.left_edge.lower_ in ("not", "never"):
        yield token.left_edge
    if (prefix := prefix_of(token)) is not None:
        yield prefix
    if token.i > 2 and [word.lower_ for word in token.doc[token.i - 3 : token.i - 1]] == ["non", "-"]:
        yield token.doc[token.i - 3]
