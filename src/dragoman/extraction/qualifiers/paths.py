"""The way from a trigger up through its clause to the predicates that embed it.

Everything that can colour a word's content stands on this path or hangs from it. The path ends
where a clause begins that speaks for itself: at the main verb, a relative clause, an adverbial
clause with its own tense, a subject of some other act.
"""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dragoman.extraction.qualifiers.verbs import aux_of, coordinators, is_definite, marks, subjects
from dragoman.extraction.syntax.words import SUBJECTS, VERBAL, has_mark, is_infinitive
from dragoman.lexicons.qualifying import QualifyingLexicon, lemma_of

_NAMING = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})
"""Parts of speech of what can fill the place of a noun."""
_OPEN = frozenset({"xcomp", "pcomp", "agent", "attr", "acomp", "oprd", "aux", "auxpass", "prt"})
"""Edges that are always climbed: the head's own clause says how the child is meant."""
_CARRIED = frozenset({"dobj", "nsubjpass", "dative"})
"""Edges to the verb that carries a noun ("gave help"), climbed where the caller names that verb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One token of the path. ``below`` is the token that was climbed from, ``dep`` its relation.

    ``negates`` and ``colours`` are False where the token's own negation, or its modals and tense,
    do not reach the trigger, because a conjunct has its own. ``irrealis`` is True where only what
    makes the token's clause unreal reaches it: "will attend a meeting" plans the meeting, while
    "attended a meeting" and "did not attend a meeting" say little of it.
    """

    token: Token
    below: Token | None = None
    dep: str = ""
    negates: bool = True
    colours: bool = True
    irrealis: bool = False


def path_of(
    doc: Doc, *, trigger: int, clause: int, lexicon: QualifyingLexicon, boundary: frozenset[int]
) -> tuple[Step, ...]:
    """Return the steps from the trigger to the last predicate that colours it, the boundary included."""
    token = doc[trigger]
    steps = [Step(token=token)]
    governed = clause != trigger and _is_below(token, doc[clause])
    if clause != trigger and not governed:
        token = doc[clause]
        steps.append(Step(token=token))
    seen = {trigger, clause}
    while token.head.i != token.i and token.i not in boundary:
        step = _climb(token, lexicon=lexicon, boundary=boundary, clause=clause)
        if step is None or (step.token.i in seen and step.token.i != clause):
            break
        steps.append(_inherited(step, steps[-1]))
        token = step.token
        seen.add(token.i)
    return tuple(steps)


def _is_below(token: Token, ancestor: Token) -> bool:
    return any(above.i == ancestor.i for above in token.ancestors)


def _inherited(step: Step, last: Step) -> Step:
    """Keep apart what a conjunct keeps apart: in "not an ally but a partner" the verb's negation too."""
    if last.dep != "conj" or last.below is None:
        return step
    if step.dep == "conj":
        return replace(step, negates=step.negates and last.negates, colours=step.colours and last.colours)
    if last.token.pos_ not in VERBAL:
        return replace(step, negates=step.negates and last.negates)
    return step


def _climb(token: Token, *, lexicon: QualifyingLexicon, boundary: frozenset[int], clause: int) -> Step | None:
    """Return the step to a token's head, or None where the path ends at the token."""
    head, dep = token.head, token.dep_
    if dep == "conj":
        return _conjunct_step(token, lexicon)
    if dep == "prep":
        return _prepositional_step(token, lexicon)
    if dep in _OPEN or (dep in _CARRIED and head.i == clause):
        return Step(token=head, below=token, dep=dep)
    if dep == "ccomp":
        known = head.i in boundary or lexicon.cue(head, "verb", "noun", "adj") is not None
        known = known or (lemma_of(head) == "be" and predicative(head, lexicon) is not None)
        return Step(token=head, below=token, dep=dep) if known else None
    if dep == "advcl":
        return _adverbial_step(token, lexicon)
    if dep in ("acl", "relcl"):
        return _adnominal_step(token, lexicon)
    if dep in SUBJECTS and token.pos_ in VERBAL:
        return Step(token=head, below=token, dep=dep)
    if token.pos_ in _NAMING:
        return _nominal_step(token, lexicon, boundary)
    return None


def _conjunct_step(token: Token, lexicon: QualifyingLexicon) -> Step:
    """Step to the first conjunct, and tell which of its words the conjunct shares."""
    head = _first_conjunct(token)
    adversative = any(lemma_of(word) in lexicon.clauses.adversative for word in coordinators(token))
    if token.pos_ in VERBAL:
        own = bool(subjects(token)) or any(aux_of(token)) or token.tag_ in ("VBD", "VBZ", "VBP")
        shares = not own and head.pos_ in VERBAL
        negated_again = any(lemma_of(word) == "nor" for word in coordinators(token))
        return Step(
            token=head,
            below=token,
            dep="conj",
            negates=shares and not adversative and not negated_again,
            colours=shares,
        )
    own_words = any(child.dep_ in ("det", "poss") for child in token.children)
    return Step(token=head, below=token, dep="conj", negates=not adversative, colours=not own_words)


def _first_conjunct(token: Token) -> Token:
    """Return the first conjunct; for a bare infinitive hung elsewhere, the verb whose modal it shares."""
    head = token.head
    if token.tag_ != "VB" or head.tag_ == "VB" or any(aux_of(token)) or subjects(token):
        return head
    for word in reversed(token.doc[: token.i]):
        if word.tag_ == "VB" and any(child.dep_ == "aux" for child in word.children):
            return word
    return head


def _adverbial_step(token: Token, lexicon: QualifyingLexicon) -> Step | None:
    """Step out of an infinitive under a governing cue, or a participle that shares its matrix's modals."""
    head = token.head
    if is_infinitive(token):
        known = lexicon.cue(head, "verb", "adj") is not None
        return Step(token=head, below=token, dep="advcl") if known else None
    if token.tag_ == "VBG" and not subjects(token) and not any(marks(token)):
        return Step(token=head, below=token, dep="advcl", negates=False)
    return None


def _adnominal_step(token: Token, lexicon: QualifyingLexicon) -> Step | None:
    head = token.head
    governed = is_infinitive(token) or has_mark(token, "that")
    if lexicon.cue(head, "noun", "adj") is not None and governed:
        return Step(token=head, below=token, dep="acl")
    if token.dep_ == "relcl" and lexicon.cue(head, "det") is not None:
        return Step(token=head, below=token, dep="relcl")
    if token.dep_ == "relcl" and any(lexicon.cue(c, "det") for c in head.children if c.dep_ == "det"):
        return Step(token=head, below=token, dep="relcl")
    return None


def _prepositional_step(token: Token, lexicon: QualifyingLexicon) -> Step | None:
    """Step from a preposition to a word that, with it, governs or dates what follows."""
    head = token.head
    if head.pos_ in VERBAL:
        cue = lexicon.cue(head, "verb")
        phase = lexicon.phase(head)
        known = (cue is not None and lemma_of(token) in cue.words) or (
            phase is not None and lemma_of(token) in phase.words
        )
        known = known or lexicon.cue(token, "prep") is not None or _is_predicated(token, lexicon)
    elif head.dep_ == "dobj" and any(
        lemma_of(token) in cue.words for cue in lexicon.cues_at(head.head, "verb")
    ):
        # "accused the minister of arming": the parser may hang the phrase on the object
        return Step(token=head.head, below=token, dep="prep")
    else:
        known = lexicon.cue(head, "noun", "adj") is not None or lexicon.phase(head) is not None
        known = known or head.dep_ in ("prep", "advmod")
    return Step(token=head, below=token, dep="prep") if known else None


def _is_predicated(preposition: Token, lexicon: QualifyingLexicon) -> bool:
    """Answer whether a prepositional phrase is predicated: "is at war", "remains in alliance with"."""
    words = lexicon.clauses
    if lemma_of(preposition.head) not in words.predicating or preposition.lower_ not in words.state:
        return False
    nouns = [child for child in preposition.children if child.dep_ == "pobj"]
    return not any(is_definite(noun) or lexicon.cue(noun, "holder") is not None for noun in nouns)


def _nominal_step(token: Token, lexicon: QualifyingLexicon, boundary: frozenset[int]) -> Step | None:
    """Step from a noun to a governor that is a cue, a phase word or a report."""
    head, dep = token.head, token.dep_
    if dep == "pobj":
        return Step(token=head, below=token, dep=dep)
    if dep in ("dobj", "nsubjpass", "nsubj", "attr", "dative") and head.pos_ in VERBAL:
        known = lexicon.phase(head) is not None or lexicon.cue(head, "verb") is not None
        if dep == "nsubj":
            cue = lexicon.cue(head, "verb")
            known = cue is not None and cue.kind in ("occurrence", "ongoing")
        if known or head.i in boundary:
            return Step(token=head, below=token, dep=dep)
    if dep == "nsubj" and lemma_of(head) == "be" and predicative(head, lexicon) is not None:
        return Step(token=head, below=token, dep=dep)
    if (
        dep == "dobj"
        and head.pos_ in VERBAL
        and not is_definite(token)
        and lexicon.cue(token, "holder") is None
    ):
        return Step(token=head, below=token, dep=dep, irrealis=True)
    if dep == "amod" and token.pos_ == "ADJ":
        if head.dep_ not in ("dobj", "attr", "nsubjpass") or is_definite(head):
            return None
        return Step(token=head, below=token, dep=dep)
    if dep == "compound" and lexicon.cue(head, "noun") is not None:
        return Step(token=head, below=token, dep=dep)
    return None


def predicative(copula: Token, lexicon: QualifyingLexicon) -> Token | None:
    """Return the adjective that a copula predicates, if it is a cue: "talks are under way"."""
    for child in copula.children:
        if (
            child.dep_ in ("acomp", "advmod", "prep")
            and child.i > copula.i
            and lexicon.cue(child, "adj") is not None
        ):
            return child
    return None
