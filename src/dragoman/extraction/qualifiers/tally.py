"""What the words around a trigger have said of it so far, and the judgement at the end."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.extraction.qualifiers.tense import VerbForm
from dragoman.lexicons.qualifying import ClauseWords, Cue, lemma_of
from dragoman.records import Modality, Phase, Polarity, Status, Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """How a trigger is meant, and the token indexes of the words that say so.

    ``condition`` is the first and last token of the if-clause. ``status`` is meant for events. ``ground``
    is the class of the cue that decided the modality, ``purpose`` for an infinitive of purpose, ``itself``
    where the trigger names a wish, None where the modality is actual. ``denied_by`` is the class of the cue
    that denied last: ``negation`` beside the trigger, ``raised`` further up, ``phase`` for an end.
    """

    polarity: Polarity
    modality: Modality
    time: Time
    phase: Phase | None
    status: Status
    ground: str | None = None
    denied_by: str | None = None
    condition: tuple[int, int] | None = None
    negation: tuple[int, ...] = ()
    modal: tuple[int, ...] = ()
    temporal: tuple[int, ...] = ()


@dataclass(slots=True, kw_only=True)
class Tally:
    """What the steps have said so far. The first word to speak of a field decides it."""

    trigger: int
    denied: bool = False
    modality: Modality | None = None
    ground: str | None = None
    denied_by: str | None = None
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


def apply_cue(tally: Tally, cue: Cue, index: int, *, auxiliary: bool = False) -> None:
    """Let a cue decide what no inner word has decided."""
    effect = cue.effect
    if effect.flip and not tally.irrealis:
        tally.denied = not tally.denied
        tally.denied_by = cue.kind
        tally.negation.append(index)
    tally.excluded = tally.excluded or cue.kind == "exclusion"
    if effect.modality is not None and tally.modality is None:
        tally.modality = effect.modality
        tally.ground = cue.kind
        tally.by_auxiliary = auxiliary
        tally.modal.append(index)
    if effect.time is not None and tally.time is None:
        tally.time = effect.time
        tally.explicit_past = effect.time is Time.PAST
        tally.temporal.append(index)
    if effect.status is not None and tally.status is None:
        tally.status = effect.status


def judge(tally: Tally, *, resultative: bool, clauses: ClauseWords) -> Qualification:
    """Return the judgement; ``resultative`` tells that a past act leaves a present state.

    Of a verb that tells a state, what may be so is so now; of any other, what may be done comes later.
    """
    modality = _modality(tally)
    if (modality is not Modality.ACTUAL and tally.weakened) or _is_presupposed(tally, modality):
        # who wants a standing relation ended or eased says that it stands
        tally.denied ^= not tally.weakened
        modality, tally.time, tally.form, tally.status = Modality.ACTUAL, Time.PRESENT, None, Status.ONGOING
    time = _time(tally, modality, resultative=resultative, clauses=clauses)
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
        ground=_ground(tally, modality),
        denied_by=tally.denied_by if tally.denied else None,
        condition=condition,
        negation=tuple(sorted(set(tally.negation))),
        modal=tuple(sorted(set(tally.modal))),
        temporal=tuple(sorted(set(tally.temporal))),
    )


def _is_presupposed(tally: Tally, modality: Modality) -> bool:
    return tally.presupposed and (tally.nominal_end or modality is not Modality.ACTUAL)


def _modality(tally: Tally) -> Modality:
    modality = tally.modality or Modality.ACTUAL
    if tally.excluded and not tally.denied:
        return Modality.POSSIBLE
    if tally.would and tally.by_auxiliary and tally.shifted and not tally.conditional:
        return Modality.DESIRED
    if tally.conditional:
        return Modality.CONDITIONAL
    return modality


def _ground(tally: Tally, modality: Modality) -> str | None:
    if modality is Modality.ACTUAL:
        return None
    return "conditional" if tally.conditional else tally.ground


def _time(tally: Tally, modality: Modality, *, resultative: bool, clauses: ClauseWords) -> Time:
    form, time = tally.form, tally.time
    if tally.explicit_past:
        return Time.PAST
    if form is not None and form.modal is not None and form.perfect:
        return Time.FUTURE if lemma_of(form.modal) == "will" else Time.PAST
    if modality is Modality.POSSIBLE and tally.by_auxiliary:
        lasts = tally.verb is not None and lemma_of(tally.verb) in clauses.stative
        return Time.PRESENT if lasts else Time.FUTURE
    if modality is Modality.DESIRED and tally.kept and not tally.by_auxiliary:
        return Time.PRESENT
    if modality in (Modality.CONDITIONAL, Modality.DESIRED):
        return Time.FUTURE
    if time is Time.PAST and (resultative or tally.phase not in (None, Phase.HOLDS)):
        return Time.PRESENT
    if time is Time.PAST and tally.shifted and not _is_before(tally, clauses):
        return Time.PRESENT
    return time or Time.PRESENT


def _is_before(tally: Tally, clauses: ClauseWords) -> bool:
    """Answer whether a clause in reported speech tells of the time before: "said it had left".

    A state in the plain past is only shifted by the verb of speech: "said it was an ally", "said it backed".
    """
    if tally.form is None or tally.verb is None:
        return False
    verb = lemma_of(tally.verb)
    return tally.form.perfect or not (tally.form.progressive or verb in clauses.stative | clauses.lasting)


def _status(tally: Tally, modality: Modality) -> Status:
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
