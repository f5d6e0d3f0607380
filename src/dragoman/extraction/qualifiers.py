"""Qualifiers: polarity, modality, time, phase, condition and event status of one trigger.

A pure function of a parse. The path from the trigger to the predicates that embed it is walked
from the inside out; each step may turn the polarity, and the innermost word that says something
about modality, time or status decides it (FactBank: factuality is relative to the innermost
source). What each word does stands in ``qualifying.tsv`` and ``phases.tsv``.
"""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dragoman.extraction.clauses import (
    VERBAL,
    Step,
    aux_of,
    condition_of,
    is_definite,
    is_infinitive,
    is_quoted,
    marks,
    path_of,
    predicative,
    subjects,
)
from dragoman.extraction.modality import COLOURING, governor_at, modal_cue, modifiers_at, phrases_at
from dragoman.extraction.polarity import negations_at
from dragoman.extraction.tense import VerbForm, form_of
from dragoman.lexicons.qualifying import Cue, PhraseHit, QualifyingLexicon, lemma_of
from dragoman.records import Modality, Phase, Polarity, Status, Time

_STATIVE = frozenset({"be", "have", "remain", "belong", "exist", "seem", "appear"})
_TRANSPARENT = frozenset({"implicative", "implicative_neg", "ongoing", "occurrence", "attempt", "past"})
"""Classes of governors whose own tense and modals are those of the content."""
_PHASE_EDGES = frozenset({"dobj", "nsubjpass", "prep", "prt", "attr", "acl", "oprd", "nsubj"})
_FINITE_EDGES = frozenset({"ccomp", "relcl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """How a trigger is meant, and the token indexes of the words that say so.

    ``condition`` is the first and last token of the if-clause. ``status`` is meant for events.
    """

    polarity: Polarity
    modality: Modality
    time: Time
    phase: Phase | None
    status: Status
    condition: tuple[int, int] | None = None
    negation: tuple[int, ...] = ()
    modal: tuple[int, ...] = ()
    temporal: tuple[int, ...] = ()


@dataclass(slots=True, kw_only=True)
class _Tally:
    """What the steps have said so far. The first word to speak of a field decides it."""

    trigger: int
    denied: bool = False
    modality: Modality | None = None
    by_auxiliary: bool = False
    time: Time | None = None
    explicit_past: bool = False
    status: Status | None = None
    phase: Phase | None = None
    form: VerbForm | None = None
    verb: Token | None = None
    would: bool = False
    excluded: bool = False
    presupposed: bool = False
    weakened: bool = False
    kept: bool = False
    irrealis: bool = False
    nominal_end: bool = False
    shifted: bool = False
    condition: Token | None = None
    conditional: bool = False
    top: Token | None = None
    negation: list[int] = field(default_factory=list)
    modal: list[int] = field(default_factory=list)
    temporal: list[int] = field(default_factory=list)


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
    steps = path_of(doc, trigger=trigger, clause=clause, lexicon=lexicon, boundary=boundary)
    phrases = lexicon.find_phrases(doc)
    path = frozenset(step.token.i for step in steps)
    tally = _Tally(trigger=trigger)
    for step in steps:
        if not _take(tally, step, lexicon=lexicon, phrases=phrases, context=(path, boundary, clause)):
            break
    _judge_question(tally, doc)
    return _qualification(tally, resultative=resultative)


def _take(
    tally: _Tally,
    step: Step,
    *,
    lexicon: QualifyingLexicon,
    phrases: tuple[PhraseHit, ...],
    context: tuple[frozenset[int], frozenset[int], int],
) -> bool:
    """Take one step into account; return False where nothing above it can reach the content."""
    path, boundary, clause = context
    cue = governor_at(step, lexicon)
    if cue is not None and cue.effect.flip and _is_act_of_speech(step, tally, lexicon):
        cue = None
    edge = step.token.i in boundary
    reported = edge or (cue is not None and cue.kind in ("report", "think", "denial", "promise"))
    finite_edge = step.dep in _FINITE_EDGES
    if reported and finite_edge:
        _note_shift(tally, step)
    if edge and step.dep != "xcomp" and (cue is None or cue.kind not in COLOURING):
        return False
    preposition = lexicon.cue(step.token, "prep") if step.token.dep_ == "prep" else None
    if preposition is not None and preposition.kind != "negation":
        _apply(tally, preposition, step.token.i)
        tally.explicit_past = False
        return False
    if _only_names(step, cue, clause=clause, lexicon=lexicon):
        return False
    if cue is not None:
        if cue.effect.opaque:
            return False
        _apply(tally, cue, step.token.i)
    if cue is not None and cue.kind == "implicative_neg" and step.dep in ("dobj", "nsubjpass"):
        tally.presupposed = _named(step)
    if step.below is None and (named := _own_wish(step, lexicon)) is not None:
        _apply(tally, named, step.token.i)
    if step.dep == "nsubj" and (adjective := predicative(step.token, lexicon)) is not None:
        for found in lexicon.cues_at(adjective, "adj"):
            _apply(tally, found, adjective.i)
    tally.irrealis = tally.irrealis or step.irrealis
    _take_phase(tally, step, lexicon, counted=cue is not None and cue.effect.flip)
    raises = cue.effect.raises if cue is not None else step.dep != "ccomp"
    raises = raises and not tally.irrealis
    negations = negations_at(step, lexicon=lexicon, phrases=phrases, path=path) if raises else ()
    negations += _phrase_negations(step, phrases) if raises else ()
    if cue is not None and cue.kind == "questioned" and len(negations) % 2:
        tally.modality, tally.status = None, None
    else:
        tally.denied ^= len(negations) % 2 == 1
        tally.negation.extend(negations)
    if not finite_edge and step.colours and (cue is None or cue.kind in _TRANSPARENT):
        _take_modifiers(tally, step, lexicon, phrases)
        _take_form(tally, step, lexicon)
    if step.token.pos_ in VERBAL and not edge:
        tally.top = step.token
    return not edge


def _own_wish(step: Step, lexicon: QualifyingLexicon) -> Cue | None:
    """Return the cue that the trigger itself is: a bid to join is no membership yet."""
    cue = None if step.token.pos_ in VERBAL else lexicon.cue(step.token, "noun")
    return cue if cue is not None and cue.kind == "desired" and cue.effect.only is None else None


def _is_act_of_speech(step: Step, tally: _Tally, lexicon: QualifyingLexicon) -> bool:
    """Answer whether the trigger itself is a plan, a call or a charge: to reject it does not undo it."""
    below = step.below
    if below is None or step.dep not in ("dobj", "nsubjpass") or below.i != tally.trigger:
        return False
    return lexicon.cue(below, "noun") is not None


def _only_names(step: Step, cue: Cue | None, *, clause: int, lexicon: QualifyingLexicon) -> bool:
    """Answer whether a verb has the noun below as its object and says nothing of how it is meant."""
    if step.dep not in ("dobj", "nsubjpass", "dative") or step.irrealis or step.token.i == clause:
        return False
    return cue is None and lexicon.phase(step.token) is None


def _apply(tally: _Tally, cue: Cue, index: int, *, auxiliary: bool = False) -> None:
    """Let a cue decide what no inner word has decided."""
    effect = cue.effect
    if effect.flip and not tally.irrealis:
        tally.denied = not tally.denied
        tally.negation.append(index)
    tally.excluded = tally.excluded or cue.kind == "exclusion"
    if effect.modality is not None and tally.modality is None:
        tally.modality = effect.modality
        tally.by_auxiliary = auxiliary
        tally.modal.append(index)
    if effect.time is not None and tally.time is None:
        tally.time = effect.time
        tally.explicit_past = effect.time is Time.PAST
        tally.temporal.append(index)
    if effect.status is not None and tally.status is None:
        tally.status = effect.status


def _take_phase(tally: _Tally, step: Step, lexicon: QualifyingLexicon, *, counted: bool) -> None:
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


def _take_modifiers(
    tally: _Tally, step: Step, lexicon: QualifyingLexicon, phrases: tuple[PhraseHit, ...]
) -> None:
    for hit in phrases_at(step, phrases):
        if hit.cue.kind == "report":
            tally.shifted = True
        elif hit.cue.kind not in ("negation", "pseudo_negation"):
            _apply(tally, hit.cue, hit.first)
    for token, cue in modifiers_at(step, lexicon):
        if not any(hit.covers(token.i) for hit in phrases):
            _apply(tally, cue, token.i)


def _take_form(tally: _Tally, step: Step, lexicon: QualifyingLexicon) -> None:
    """Read the verb's tense and modal, and the condition it stands under."""
    token = step.token
    if token.pos_ not in VERBAL:
        return
    auxiliaries = aux_of(token)
    for mark in marks(token):
        cue = lexicon.cue(mark, "mark")
        if cue is not None and token.dep_ in ("advcl", "ccomp", "pcomp", "acl"):
            _apply(tally, cue, mark.i)
    if tally.condition is None:
        tally.condition = condition_of(token)
        tally.conditional = tally.condition is not None
    form = form_of(token, auxiliaries=auxiliaries)
    if form.modal is not None:
        cue = modal_cue(form.modal, lexicon)
        if cue is not None:
            tally.would = tally.would or (lemma_of(form.modal) == "would" and tally.modality is None)
            _apply(tally, cue, form.modal.i, auxiliary=True)
    if tally.form is None and (form.finite or form.modal is not None):
        tally.form, tally.verb = form, token
        if tally.time is None and form.time is not None and not tally.irrealis:
            tally.time = form.time
            tally.temporal.extend(word.i for word in auxiliaries[:1])
    if (
        is_infinitive(token)
        and token.dep_ == "advcl"
        and tally.modality is None
        and _is_purpose(token, lexicon)
    ):
        tally.modality, tally.time, tally.status = Modality.DESIRED, Time.FUTURE, Status.PLANNED
        tally.modal.append(next(child.i for child in token.children if child.tag_ == "TO"))


def _is_purpose(token: Token, lexicon: QualifyingLexicon) -> bool:
    return lexicon.cue(token.head, "verb", "adj") is None


def _note_shift(tally: _Tally, step: Step) -> None:
    """Mark content that a reporting verb in the past has shifted back, unless it is quoted."""
    verb = step.token
    past = verb.tag_ in ("VBD", "VBN") and not any(word.tag_ in ("VBZ", "VBP") for word in aux_of(verb))
    inner = step.below
    if past and inner is not None and not is_quoted(verb.doc, index=inner.i, since=verb.i):
        tally.shifted = True


def _judge_question(tally: _Tally, doc: Doc) -> None:
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
        tally.modal.append(first.i)


def _qualification(tally: _Tally, *, resultative: bool) -> Qualification:
    modality = _modality(tally)
    if (modality is not Modality.ACTUAL and tally.weakened) or _is_presupposed(tally, modality):
        # who wants a standing relation ended or eased says that it stands
        tally.denied ^= not tally.weakened
        modality, tally.time, tally.form, tally.status = Modality.ACTUAL, Time.PRESENT, None, Status.ONGOING
    time = _time(tally, modality, resultative=resultative)
    condition = None
    if tally.conditional and tally.condition is not None:
        condition = (tally.condition.left_edge.i, tally.condition.right_edge.i)
    phase = tally.phase
    if phase is None and modality is Modality.ACTUAL and time is Time.PRESENT and not tally.denied:
        phase = Phase.HOLDS
    return Qualification(
        polarity=Polarity.DENIED if tally.denied else Polarity.AFFIRMED,
        modality=modality,
        time=time,
        phase=phase,
        status=_status(tally, modality),
        condition=condition,
        negation=tuple(sorted(set(tally.negation))),
        modal=tuple(sorted(set(tally.modal))),
        temporal=tuple(sorted(set(tally.temporal))),
    )


def _is_presupposed(tally: _Tally, modality: Modality) -> bool:
    return tally.presupposed and (tally.nominal_end or modality is not Modality.ACTUAL)


def _modality(tally: _Tally) -> Modality:
    modality = tally.modality or Modality.ACTUAL
    if tally.excluded and not tally.denied:
        return Modality.POSSIBLE
    if tally.would and tally.by_auxiliary and tally.shifted and not tally.conditional:
        return Modality.DESIRED
    if tally.conditional:
        return Modality.CONDITIONAL
    return modality


def _time(tally: _Tally, modality: Modality, *, resultative: bool) -> Time:
    form, time = tally.form, tally.time
    if tally.explicit_past:
        return Time.PAST
    if form is not None and form.modal is not None and form.perfect:
        return Time.PAST
    if modality is Modality.POSSIBLE and tally.by_auxiliary:
        stative = tally.verb is not None and lemma_of(tally.verb) in _STATIVE
        return Time.PRESENT if stative else Time.FUTURE
    if modality is Modality.DESIRED and tally.kept and not tally.by_auxiliary:
        return Time.PRESENT
    if modality in (Modality.CONDITIONAL, Modality.DESIRED):
        return Time.FUTURE
    if time is Time.PAST and (tally.shifted or resultative or tally.phase not in (None, Phase.HOLDS)):
        return Time.PRESENT
    return time or Time.PRESENT


def _status(tally: _Tally, modality: Modality) -> Status:
    if tally.denied:
        return Status.DENIED
    if modality in (Modality.CONDITIONAL, Modality.QUESTIONED) or tally.excluded:
        return Status.POSSIBLE
    if tally.would and modality is Modality.DESIRED and tally.by_auxiliary:
        return Status.PLANNED
    if tally.status is not None and (tally.status is not Status.ONGOING or modality is Modality.ACTUAL):
        return tally.status
    if modality is Modality.DESIRED:
        return Status.PLANNED
    if modality is Modality.POSSIBLE:
        return Status.POSSIBLE
    if tally.form is not None and tally.form.progressive and tally.time is not Time.PAST:
        return Status.ONGOING
    return Status.HAPPENED
