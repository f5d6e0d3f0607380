"""The way from a trigger up through its clause to the predicates that embed it.

Everything that can colour a word's content stands on this path or hangs from it. The path ends
where a clause begins that speaks for itself: at the main verb, a relative clause, an adverbial
clause with its own tense, a subject of some other act.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dragoman.lexicons.qualifying import QualifyingLexicon, lemma_of

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})
AUXILIARY = frozenset({"aux", "auxpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_OPEN = frozenset({"xcomp", "pcomp", "agent", "attr", "acomp", "oprd", "aux", "auxpass", "prt"})
"""Edges that are always climbed: the head's own clause says how the child is meant."""
_CARRIED = frozenset({"dobj", "nsubjpass", "dative"})
"""Edges to the verb that carries a noun ("gave help"), climbed where the caller names that verb."""
_CONDITIONS = frozenset({"if", "unless", "provided", "providing", "whether", "lest"})
_COPULAS = frozenset({"be", "remain", "stay", "live", "stand"})
_ADVERSATIVES = frozenset({"but", "yet", "though", "although", "while", "whereas"})


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
        return _conjunct_step(token)
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
    if token.pos_ in NOMINAL:
        return _nominal_step(token, lexicon, boundary)
    return None


def _conjunct_step(token: Token) -> Step:
    """Step to the first conjunct, and tell which of its words the conjunct shares."""
    head = _first_conjunct(token)
    adversative = any(lemma_of(word) in _ADVERSATIVES for word in coordinators(token))
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
    governed = is_infinitive(token) or _has_that(token)
    if lexicon.cue(head, "noun", "adj") is not None and governed:
        return Step(token=head, below=token, dep="acl")
    if token.dep_ == "relcl" and lexicon.cue(head, "det") is not None:
        return Step(token=head, below=token, dep="relcl")
    if token.dep_ == "relcl" and any(lexicon.cue(c, "det") for c in head.children if c.dep_ == "det"):
        return Step(token=head, below=token, dep="relcl")
    return None


def _has_that(token: Token) -> bool:
    return any(child.lower_ == "that" and child.dep_ == "mark" for child in token.children)


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
    if lemma_of(preposition.head) not in _COPULAS or preposition.lower_ not in ("at", "in", "under", "on"):
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
    return tuple(child for child in token.children if child.dep_ in AUXILIARY and child.tag_ != "TO")


def is_infinitive(token: Token) -> bool:
    """Answer whether a verb stands in the infinitive with ``to``."""
    return any(child.tag_ == "TO" for child in token.children if child.dep_ == "aux")


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


def condition_of(token: Token) -> Token | None:
    """Return the verb of the if-clause that a verb stands in or has, or None.

    "Even if" makes no condition, and neither does "as if".
    """
    if token.dep_ in ("advcl", "pcomp") and (_opens_condition(token) or _is_inverted(token)):
        return token
    for child in token.children:
        if child.dep_ == "advcl" and (_opens_condition(child) or _is_inverted(child)):
            return child
    return None


def _is_inverted(token: Token) -> bool:
    """Answer whether a clause makes its condition by word order: "should the truce fail"."""
    first = next((word for word in aux_of(token) if word.lower_ in ("should", "had", "were")), None)
    return first is not None and any(first.i < subject.i < token.i for subject in subjects(token))


def _opens_condition(token: Token) -> bool:
    for child in token.children:
        if (
            child.i > token.i
            or lemma_of(child) not in _CONDITIONS
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
