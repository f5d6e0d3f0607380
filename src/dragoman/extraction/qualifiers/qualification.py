"""Qualifiers: polarity, modality, time, phase, condition and event status of one trigger.

A pure function of a parse. The path from the trigger to the predicates that embed it is walked
from the inside out; each step may turn the polarity, and the innermost word that says something
about modality, time or status decides it (FactBank: factuality is relative to the innermost
source). What each word does stands in ``qualifying.tsv`` and ``phases.tsv``.
"""

from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.extraction.qualifiers.forms import take_form
from dragoman.extraction.qualifiers.modality import COLOURING, governor_at, modifiers_at, phrases_at
from dragoman.extraction.qualifiers.paths import Step, path_of, predicative
from dragoman.extraction.qualifiers.polarity import negations_at
from dragoman.extraction.qualifiers.tally import Qualification, Tally, apply_cue, judge
from dragoman.extraction.qualifiers.verbs import aux_of, is_definite, is_quoted, subjects
from dragoman.extraction.syntax.words import VERBAL, is_infinitive
from dragoman.lexicons.qualifying import Cue, PhraseHit, QualifyingLexicon, lemma_of
from dragoman.records import Modality, Phase, Status

__all__ = ["Qualification", "qualify"]

_TRANSPARENT = frozenset({"implicative", "implicative_neg", "ongoing", "occurrence", "attempt", "past"})
"""Classes of governors whose own tense and modals are those of the content."""
_REPORTING = frozenset({"report", "think", "denial", "promise"})
_PREDICATED = frozenset({"nsubj", "ccomp", "csubj"})
_PHASE_EDGES = frozenset({"dobj", "nsubjpass", "prep", "prt", "attr", "acl", "oprd", "nsubj"})
_PARTICLES = frozenset({"prep", "prt", "aux", "auxpass", "neg", "advmod"})
"""Edges of the words of a cue that its head decides for."""
_FINITE_EDGES = frozenset({"ccomp", "relcl"})


def qualify(
    doc: Doc,
    *,
    trigger: int,
    clause: int,
    lexicon: QualifyingLexicon,
    boundary: frozenset[int] = frozenset(),
    resultative: bool = False,
) -> Qualification:
    """Say how a trigger is meant.

    ``clause`` is the verb or copula that governs the trigger, the trigger itself where none does.
    ``boundary`` holds the reporting verbs whose content the trigger stands in: the walk ends at
    the first, which still colours the content if it denies, accuses, asks, promises or wishes.
    ``resultative`` tells that a past act leaves a standing relation ("recognised it in 1988").
    """
    boundary = _without_particles(doc, boundary)
    steps = path_of(doc, trigger=trigger, clause=clause, lexicon=lexicon, boundary=boundary)
    scene = _Scene(
        lexicon=lexicon,
        phrases=lexicon.find_phrases(doc),
        path=frozenset(step.token.i for step in steps),
        boundary=boundary,
        clause=clause,
    )
    tally = Tally(trigger=trigger)
    for step in steps:
        if not _take(tally, step, scene):
            break
    _judge_question(tally, doc)
    return judge(tally, resultative=resultative, clauses=lexicon.clauses)


def _without_particles(doc: Doc, words: frozenset[int]) -> frozenset[int]:
    """Return the words of cues that decide: of what "for" holds in "called *for* talks", the verb decides."""
    return frozenset(i for i in words if doc[i].dep_ not in _PARTICLES or doc[i].head.i not in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """What stays the same from step to step."""

    lexicon: QualifyingLexicon
    phrases: tuple[PhraseHit, ...]
    path: frozenset[int]
    boundary: frozenset[int]
    clause: int


def _take(tally: Tally, step: Step, scene: _Scene) -> bool:
    """Take one step into account; return False where nothing above it can reach the content."""
    cue = governor_at(step, scene.lexicon)
    if cue is not None and cue.effect.flip and _is_act_of_speech(step, tally, scene.lexicon):
        cue = None
    place = step.token
    if (
        cue is None
        and step.dep in _PREDICATED
        and (adjective := predicative(place, scene.lexicon)) is not None
    ):
        cue, place = scene.lexicon.cue(adjective, "adj"), adjective
    edge = step.token.i in scene.boundary
    finite = step.dep in _FINITE_EDGES and (step.below is None or not is_infinitive(step.below))
    if finite and (edge or (cue is not None and cue.kind in _REPORTING)):
        _note_shift(tally, step)
    if edge and step.dep != "xcomp" and (cue is None or cue.kind not in COLOURING):
        return False
    if _take_preposition(tally, step, scene) or _only_names(step, cue, scene):
        return False
    if cue is not None and cue.effect.opaque:
        return False
    if cue is not None:
        apply_cue(tally, cue, place.i)
    _take_governor(tally, step, cue, scene)
    _take_negations(tally, step, cue, scene)
    if not finite and step.colours and (cue is None or cue.kind in _TRANSPARENT):
        _take_modifiers(tally, step, scene)
        take_form(tally, step.token, scene.lexicon)
    if step.token.pos_ in VERBAL and not edge:
        tally.top = step.token
    return not edge


def _take_preposition(tally: Tally, step: Step, scene: _Scene) -> bool:
    """Let a preposition that is a cue ("amid", "after") decide; answer whether it was one."""
    cue = scene.lexicon.cue(step.token, "prep") if step.token.dep_ == "prep" else None
    if cue is None or cue.kind == "negation":
        return False
    apply_cue(tally, cue, step.token.i)
    tally.explicit_past = False
    return True


def _take_governor(tally: Tally, step: Step, cue: Cue | None, scene: _Scene) -> None:
    """Let the kind of the governor, the trigger itself and a phase word decide."""
    if cue is not None and cue.kind == "implicative_neg" and step.dep in ("dobj", "nsubjpass"):
        tally.presupposed = _named(step)
    if step.below is None and (wish := _own_wish(step, scene.lexicon)) is not None:
        apply_cue(tally, wish, step.token.i)
        tally.ground = "itself"
    tally.irrealis = tally.irrealis or step.irrealis
    _take_phase(tally, step, scene.lexicon, counted=cue is not None and cue.effect.flip)


def _take_negations(tally: Tally, step: Step, cue: Cue | None, scene: _Scene) -> None:
    """Turn the polarity once for each negation at a step, where the step lets it through."""
    raises = cue.effect.raises if cue is not None else step.dep != "ccomp"
    if not raises or tally.irrealis:
        return
    negations = negations_at(step, lexicon=scene.lexicon, phrases=scene.phrases, path=scene.path)
    negations += _phrase_negations(step, scene.phrases)
    if cue is not None and cue.kind == "questioned" and len(negations) % 2:
        tally.modality, tally.status, tally.ground = None, None, None
        tally.modal.clear()
        return
    if len(negations) % 2:
        tally.denied = not tally.denied
        tally.denied_by = "negation" if step.below is None else "raised"
    tally.negation.extend(negations)


def _own_wish(step: Step, lexicon: QualifyingLexicon) -> Cue | None:
    """Return the cue that the trigger itself is: a bid to join is no membership yet."""
    cue = None if step.token.pos_ in VERBAL else lexicon.cue(step.token, "noun")
    return cue if cue is not None and cue.kind == "desired" and cue.effect.only is None else None


def _is_act_of_speech(step: Step, tally: Tally, lexicon: QualifyingLexicon) -> bool:
    """Answer whether the trigger itself is a plan, a call or a charge: to reject it does not undo it."""
    below = step.below
    if below is None or step.dep not in ("dobj", "nsubjpass") or below.i != tally.trigger:
        return False
    return lexicon.cue(below, "noun") is not None


def _only_names(step: Step, cue: Cue | None, scene: _Scene) -> bool:
    """Answer whether a verb has the noun below as its object and says nothing of how it is meant."""
    if step.dep not in ("dobj", "nsubjpass", "dative") or step.irrealis or step.token.i == scene.clause:
        return False
    return cue is None and scene.lexicon.phase(step.token) is None


def _take_phase(tally: Tally, step: Step, lexicon: QualifyingLexicon, *, counted: bool) -> None:
    """Note the phase; ``counted`` tells that the verb has turned the polarity already."""
    word = lexicon.phase(step.token)
    if word is None or tally.phase is not None:
        return
    if step.below is None:
        tally.kept = word.keeps
        return
    if step.dep not in _PHASE_EDGES:
        return
    if step.dep in ("prep", "prt") and lemma_of(step.below) not in ("of", "to", *word.words[1:]):
        return
    if step.dep == "nsubj" and step.token.pos_ in VERBAL and word.phase is Phase.HOLDS:
        return
    tally.phase, tally.kept = word.phase, word.keeps
    if word.phase is Phase.WEAKENS and step.token.pos_ in VERBAL:
        tally.weakened = True
    if word.denied and not counted:
        tally.denied = not tally.denied
        tally.denied_by = "phase"
        tally.negation.append(step.token.i)
        tally.presupposed = _named(step)
        tally.nominal_end = word.pos == "noun"


def _named(step: Step) -> bool:
    """Answer whether the relation that ended is named as one that stood."""
    noun = step.below
    while noun is not None and noun.dep_ in ("prep", "prt"):
        noun = next((child for child in noun.children if child.dep_ == "pobj"), None)
    return noun is not None and is_definite(noun)


def _phrase_negations(step: Step, phrases: tuple[PhraseHit, ...]) -> tuple[int, ...]:
    return tuple(hit.first for hit in phrases_at(step, phrases) if hit.cue.kind == "negation")


def _take_modifiers(tally: Tally, step: Step, scene: _Scene) -> None:
    for hit in phrases_at(step, scene.phrases):
        if hit.cue.kind == "report":
            tally.shifted = True
        elif hit.cue.kind not in ("negation", "pseudo_negation"):
            apply_cue(tally, hit.cue, hit.first)
    for token, cue in modifiers_at(step, scene.lexicon):
        if not any(hit.covers(token.i) for hit in scene.phrases):
            apply_cue(tally, cue, token.i)


def _note_shift(tally: Tally, step: Step) -> None:
    """Mark content that a reporting verb in the past has shifted back, unless it is quoted."""
    verb = step.token
    past = verb.tag_ in ("VBD", "VBN") and not any(word.tag_ in ("VBZ", "VBP") for word in aux_of(verb))
    inner = step.below
    if past and inner is not None and not is_quoted(verb.doc, index=inner.i, since=verb.i):
        tally.shifted = True


def _judge_question(tally: Tally, doc: Doc) -> None:
    """Read an auxiliary before its subject, in a sentence that ends with "?", as a question."""
    top = tally.top
    if top is None or tally.modality is Modality.QUESTIONED or not any(t.text == "?" for t in doc[-2:]):
        return
    first = next((word for word in (*aux_of(top), top) if lemma_of(top) == "be" or word.i != top.i), None)
    if first is None or top.dep_ not in ("ROOT", "ccomp", "conj"):
        return
    inverted = any(first.i < subject.i for subject in subjects(top))
    asks_why = any(child.tag_ in ("WRB", "WP", "WDT") for child in top.subtree if child.i < first.i)
    if inverted and not asks_why:
        tally.modality, tally.status = Modality.QUESTIONED, Status.POSSIBLE
        tally.ground = "questioned"
        tally.modal.append(first.i)
