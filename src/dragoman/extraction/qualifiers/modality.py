"""Modal colour: governors ("wants to", "accused of"), modifiers ("former", "reportedly"), modals.

A governor is a cue on the path that has the trigger, or something between, as its complement; a
modifier is a cue that hangs from a token of the path.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.extraction.qualifiers.paths import Step
from dragoman.extraction.qualifiers.verbs import aux_of, is_definite, prefix_of
from dragoman.extraction.syntax.words import SUBJECTS, VERBAL, is_infinitive
from dragoman.lexicons.qualifying import Cue, PhraseHit, QualifyingLexicon, lemma_of

COLOURING = frozenset(
    {
        "accuse",
        "agreement",
        "attempt",
        "denial",
        "desired",
        "exclusion",
        "expectation",
        "implicative_neg",
        "possible",
        "promise",
        "questioned",
        "request",
        "think",
        "threat",
    }
)
"""The classes that colour the content even where they stand at the boundary of an attribution."""
_CLAUSAL = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp", "csubj", "csubjpass", "relcl", "oprd"})
_GOVERNING = frozenset({"desired", "promise", "request", "future"})
"""Classes of phrases that colour what follows them and never what they hang from ("in order to")."""
_NOUN_EDGES = frozenset({"prep", "acl", "ccomp", "xcomp", "relcl", "compound", "advcl", "pcomp"})
_OBJECT_EDGES = frozenset({"dobj", "nsubjpass", "attr", "acomp"})
_NEAR = 2
"""A participle at most this far behind its cue is its complement ("ruled out working with")."""
_MODIFIERS = frozenset({"amod", "advmod", "npadvmod", "compound", "nmod", "neg", "appos", "mark", "det"})


def governor_at(step: Step, lexicon: QualifyingLexicon) -> Cue | None:
    """Return the cue that governs what was climbed from, or None."""
    token, below = step.token, step.below
    if below is None or token.dep_ == "prep":
        return None
    if token.pos_ in VERBAL:
        return next((cue for cue in lexicon.cues_at(token, "verb") if _governs_from_verb(step, cue)), None)
    if step.dep not in _NOUN_EDGES or (step.dep == "prep" and lemma_of(below) not in lexicon.clauses.linking):
        return None
    return next((cue for cue in lexicon.cues_at(token, "noun", "adj") if _takes(step, cue)), None)


def _takes(step: Step, cue: Cue) -> bool:
    """Answer whether a cue takes the kind of complement that was climbed from, verb or noun."""
    if cue.effect.only is None or step.below is None:
        return True
    if cue.effect.only == "infinitive":
        return step.dep in ("xcomp", "ccomp", "advcl") and is_infinitive(step.below)
    if step.dep == "prep":
        clausal = any(child.dep_ == "pcomp" for child in step.below.children)
    else:
        clausal = step.dep in _CLAUSAL and step.below.pos_ in VERBAL
    return clausal == (cue.effect.only == "clause")


def _governs_from_verb(step: Step, cue: Cue) -> bool:
    token, below = step.token, step.below
    if below is None or not _takes(step, cue):
        return False
    if step.dep in ("prep", "agent", "prt"):
        return lemma_of(below) in cue.words[1:]
    if step.dep == "nsubj":
        return cue.kind in ("occurrence", "ongoing")
    if step.dep in _OBJECT_EDGES:
        clausal = any(child.dep_ in ("xcomp", "ccomp") and child.i != below.i for child in token.children)
        if cue.kind == "promise" and is_definite(below):
            return False
        return not clausal and cue.kind not in ("accuse", "report")
    if step.dep == "advcl":
        return is_infinitive(below) or (below.tag_ == "VBG" and below.i - token.i <= _NEAR)
    return step.dep in _CLAUSAL


def modifiers_at(step: Step, lexicon: QualifyingLexicon) -> Iterator[tuple[Token, Cue]]:
    """Yield the modifiers of a step's token that are cues: adverbs of a verb, adjectives of a noun."""
    token = step.token
    if step.dep == "conj" and not step.colours:
        return
    prefix = prefix_of(token)
    found = None if prefix is None else lexicon.cue(prefix, "adj")
    if prefix is not None and found is not None and found.effect.only is None:
        yield prefix, found
    for child in (*token.children, *_stray_adverbs(token)):
        if child.dep_ not in _MODIFIERS or (step.below is not None and child.i == step.below.i):
            continue
        position = ("adv",) if token.pos_ in VERBAL or child.dep_ == "advmod" else ("adj", "adv")
        cue = lexicon.cue(child, *position)
        if cue is not None and cue.effect.only is None and cue.kind not in ("negation", "pseudo_negation"):
            yield child, cue


def _stray_adverbs(token: Token) -> Iterator[Token]:
    """Yield the adverbs that the parser hung on an auxiliary or a fronted phrase of the verb."""
    for aux in aux_of(token):
        yield from (child for child in aux.children if child.dep_ == "advmod")


def phrases_at(step: Step, phrases: tuple[PhraseHit, ...]) -> Iterator[PhraseHit]:
    """Yield the phrases that hang from a step's token, or hold it without holding what is below."""
    for hit in phrases:
        span = step.token.doc[hit.first : hit.last + 1]
        if hit.covers(step.token.i):
            if step.below is not None and not hit.covers(step.below.i):
                yield hit
            continue
        if step.below is not None and any(step.below.i == word.i for word in span):
            continue
        if hit.cue.kind in _GOVERNING:
            continue
        roots = (word for word in span if not hit.covers(word.head.i))
        if any(root.head.i == step.token.i and _reaches(root, step.token, hit.cue) for root in roots):
            yield hit


def _reaches(root: Token, token: Token, cue: Cue) -> bool:
    """Answer whether a phrase says something of a word: "*no one* backs it" does, as its subject."""
    return _modifies(root, token) or (cue.kind == "negation" and root.dep_ in SUBJECTS)


def _modifies(root: Token, token: Token) -> bool:
    if token.pos_ in VERBAL:
        return root.dep_ not in ("dobj", "nsubj", "nsubjpass", "attr", "ccomp", "xcomp", "conj")
    return root.dep_ not in ("conj", "appos")


def modal_cue(modal: Token, lexicon: QualifyingLexicon) -> Cue | None:
    """Return the cue of a modal auxiliary."""
    return lexicon.cue(modal, "aux")
