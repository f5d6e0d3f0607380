"""Forms: what a verb's own form says: conjunction, condition, modal, mood, tense."""

from spacy.tokens import Token

from dragoman.extraction.qualifiers.modality import modal_cue
from dragoman.extraction.qualifiers.tally import Tally, apply_cue
from dragoman.extraction.qualifiers.tense import VerbForm, form_of, is_bidden
from dragoman.extraction.qualifiers.verbs import aux_of, condition_of, marks, subjects
from dragoman.extraction.syntax.words import VERBAL, is_infinitive
from dragoman.lexicons.qualifying import QualifyingLexicon, lemma_of
from dragoman.records import Modality, Status, Time

_MARKED = frozenset({"advcl", "ccomp", "pcomp", "acl", "csubj"})
"""Edges of clauses whose conjunction can be a cue."""


def take_form(tally: Tally, token: Token, lexicon: QualifyingLexicon) -> None:
    """Read a verb's conjunction, condition, modal, mood and tense; any other word says nothing."""
    if token.pos_ not in VERBAL:
        return
    for mark in marks(token):
        cue = lexicon.cue(mark, "mark")
        if cue is not None and token.dep_ in _MARKED:
            apply_cue(tally, cue, mark.i)
    if tally.condition is None:
        tally.condition = condition_of(token, conditions=lexicon.clauses.condition)
        tally.conditional = tally.condition is not None
    auxiliaries = aux_of(token)
    form = form_of(token, auxiliaries=auxiliaries)
    if form.modal is not None:
        _take_modal(tally, form.modal, lexicon, perfect=form.perfect)
    if tally.modality is None:
        _take_mood(tally, token, lexicon)
    if tally.form is None and (form.finite or form.modal is not None):
        _take_tense(tally, token, form)
    if form.perfect and form.modal is None and not form.finite and tally.time is None:
        tally.time, tally.explicit_past = Time.PAST, True  # "to have left", "of having left"
    if not auxiliaries and token.tag_ == "VBN" and lemma_of(token) in lexicon.clauses.achieving:
        tally.time = tally.time or Time.PAST


def _take_modal(tally: Tally, modal: Token, lexicon: QualifyingLexicon, *, perfect: bool) -> None:
    cue = modal_cue(modal, lexicon)
    if cue is None:
        return
    tally.would = tally.would or (lemma_of(modal) == "would" and tally.modality is None)
    decides = tally.modality is None
    apply_cue(tally, cue, modal.i, auxiliary=True)
    if decides and perfect and lemma_of(modal) in lexicon.clauses.counterfactual:
        tally.ground = "counterfactual"


def _take_mood(tally: Tally, token: Token, lexicon: QualifyingLexicon) -> None:
    """Read a command as asked for, and an infinitive of purpose as planned."""
    if is_bidden(token):
        index, status, tally.ground = token.i, Status.CALLED_FOR, "request"
    elif is_infinitive(token) and _stands_alone(token):
        # a headline: "Oman to host the talks"
        index, status, tally.ground = token.i, Status.PLANNED, "future"
    elif is_infinitive(token) and _is_purpose(token, lexicon):
        index = next(child.i for child in token.children if child.tag_ == "TO")
        status, tally.ground = Status.PLANNED, "purpose"
    else:
        return
    tally.modality, tally.time, tally.status = Modality.DESIRED, Time.FUTURE, status
    tally.modal.append(index)


def _take_tense(tally: Tally, token: Token, form: VerbForm) -> None:
    tally.form, tally.verb = form, token
    if tally.time is None and form.time is not None and not tally.irrealis:
        tally.time = form.time
        tally.temporal.extend(word.i for word in aux_of(token)[:1])


def _stands_alone(token: Token) -> bool:
    """Answer whether an infinitive with a subject is a sentence, or is reported by a verb after it."""
    before = token.dep_ == "ccomp" and token.i < token.head.i
    return (token.dep_ == "ROOT" or before) and bool(subjects(token))


def _is_purpose(token: Token, lexicon: QualifyingLexicon) -> bool:
    """Answer whether an infinitive tells what an act or a thing is for: "left to help", "ships to attack it".

    "The first state to recognise it" did recognise it.
    """
    head = token.head
    if token.dep_ == "advcl":
        if any(_is_ranked(child, lexicon) for child in head.children if child.dep_ == "attr"):
            return False
        return lexicon.cue(head, "verb", "adj") is None
    if token.dep_ not in ("acl", "relcl") or head.pos_ in VERBAL:
        return False
    return lexicon.cue(head, "noun", "adj") is None and not _is_ranked(head, lexicon)


def _is_ranked(noun: Token, lexicon: QualifyingLexicon) -> bool:
    before = (*noun.lefts, noun)
    return any(lemma_of(word) in lexicon.clauses.ranking or word.tag_ == "JJS" for word in before)
