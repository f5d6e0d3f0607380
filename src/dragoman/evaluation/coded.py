"""Coded items: the claims and events of one text, as a person coded them or as the program read them.

Both sides of a comparison have this form, so that two coders are compared exactly as the
program is compared with the gold.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedActor:
    """An actor: the words of the text (empty where none stand there) and the key they stand for."""

    text: str
    key: str


AUTHOR = CodedActor(text="", key="AUTHOR")
"""The source of what the writer of a text says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedClaim:
    """One relation claim. ``at`` is the character of the text where its sentence starts, if noted."""

    subject: CodedActor
    relation: str
    object: CodedActor
    trigger: str
    polarity: str
    modality: str
    time: str
    source: CodedActor = AUTHOR
    at: int | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvent:
    """One event: who did what (``type``, PLOVER) to whom. ``at`` as in a claim."""

    source: CodedActor | None
    target: CodedActor | None
    type: str
    trigger: str
    status: str
    reported_by: CodedActor = AUTHOR
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedItem:
    """A text with the claims and events coded in it. Predictions may come without the text."""

    id: str
    text: str = ""
    date: str | None = None
    title: str | None = None
    publisher: str | None = None
    claims: tuple[CodedClaim, ...] = ()
    events: tuple[CodedEvent, ...] = ()
