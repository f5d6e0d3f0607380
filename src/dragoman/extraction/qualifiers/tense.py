"""Tense and aspect of a verb, read from its own form and its auxiliaries."""

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.extraction.qualifiers.verbs import aux_of, subjects
from dragoman.extraction.syntax.words import VERBAL
from dragoman.lexicons.qualifying import lemma_of
from dragoman.records import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbForm:
    """A verb's form. ``modal`` is its modal auxiliary; ``finite`` is False for bare participles."""

    time: Time | None = None
    modal: Token | None = None
    finite: bool = False
    perfect: bool = False
    progressive: bool = False


def form_of(token: Token, *, auxiliaries: tuple[Token, ...] | None = None) -> VerbForm:
    """Return a verb's form; ``auxiliaries`` stand in where the verb shares another one's."""
    if token.pos_ not in VERBAL:
        return VerbForm()
    words = aux_of(token) if auxiliaries is None else auxiliaries
    modal = next((word for word in words if word.tag_ == "MD"), token if token.tag_ == "MD" else None)
    have = next((word for word in words if lemma_of(word) == "have"), None)
    participle = token.tag_ in ("VBN", "VBD") or any(word.tag_ == "VBN" for word in words)
    perfect = have is not None and participle
    progressive = token.tag_ == "VBG" and any(lemma_of(word) == "be" for word in words)
    if modal is not None:
        return VerbForm(modal=modal, finite=True, perfect=perfect, progressive=progressive)
    first = words[0] if words else token
    if have is not None and first.i == have.i:
        past = have.tag_ in ("VBD", "VBN") or have.lower_ == "had"
        finite = have.tag_ not in ("VBG", "VB")
        return VerbForm(
            time=Time.PAST if past else Time.PRESENT, finite=finite, perfect=True, progressive=progressive
        )
    time, finite = _of_tag(first)
    return VerbForm(time=time, finite=finite, perfect=perfect, progressive=progressive)


def is_bidden(token: Token) -> bool:
    """Answer whether a verb stands bare, as a command or after "insist that": no act yet, but one bidden.

    "Stop the raids", "insisted that the child be returned".
    """
    words = [word for word in token.children if word.dep_ in ("aux", "auxpass")]
    first = words[0] if words else token
    if first.tag_ != "VB" or (words and first.lower_ != "be"):
        return False
    own = subjects(token)
    if token.dep_ == "ccomp" and own:
        return any(child.dep_ == "mark" and child.lower_ == "that" for child in token.children)
    return token.dep_ in ("ROOT", "ccomp") and not own and token.text != token.lower_


def _of_tag(token: Token) -> tuple[Time | None, bool]:
    if token.tag_ == "VBD":
        return Time.PAST, True
    if token.tag_ in ("VBZ", "VBP"):
        return Time.PRESENT, True
    if token.tag_ == "VB" and lemma_of(token) == "do":
        return Time.PRESENT, True
    return None, False
