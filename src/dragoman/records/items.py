"""The records: what a reading is made of. Frozen, and in one frame of coordinates.

Every offset is a half-open character offset into ``Story.text`` exactly as it was given:
``story.text[span.start_char:span.end_char] == span.text`` for every span of every record.
``None`` always means "not said" or "not judged", never a default.
"""

from dataclasses import dataclass
from datetime import date

from dragoman.records.notebook import reading_to_html
from dragoman.records.serialising import Plain, reading_to_dict
from dragoman.records.values import (
    DatePrecision,
    MentionKind,
    Modality,
    Phase,
    Polarity,
    SpeechKind,
    Status,
    Style,
    Time,
)

AUTHOR = "AUTHOR"
"""The actor that stands first in every ``said_by``: the publisher of the story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words of a story: half-open characters of ``Story.text``, and the text they slice to."""

    start_char: int
    end_char: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One news story. ``text`` is untouched; ``title`` stands beside it and is not part of the offsets."""

    id: str
    text: str
    sha256: str
    title: str | None = None
    published_on: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence. ``paragraph`` counts from 0; ``part`` is headline, dateline or body."""

    span: Span
    paragraph: int
    part: str = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An expression that refers, or may refer, to an actor.

    ``actor`` is the code (docs/codebook.md: ISO 3166 alpha-3, an acronym, a group's short name, or a
    class with ``*``); None where it stays unresolved. ``refers_to`` is the id of the mention
    that an anaphor was resolved to.
    """

    id: str
    span: Span
    kind: MentionKind
    actor: str | None = None
    role: str | None = None
    name: str | None = None
    refers_to: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Source, cue and content (PARC 3.0, PolNeAR): who is said to say what.

    ``source`` is the id of the source's mention, None where the source is no actor expression.
    ``parent`` is the id of the attribution whose content holds this one.
    """

    id: str
    source: str | None
    source_span: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    style: Style
    kind: SpeechKind
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRef:
    """An actor in a record, and the mention it was read from."""

    actor: str
    role: str | None = None
    mention: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One link of the chain of sources. The first is always ``AUTHOR``; the last vouches."""

    actor: str | None
    role: str | None = None
    name: str | None = None
    attribution: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The words that show each qualifier of a record."""

    negation: tuple[Span, ...] = ()
    modality: tuple[Span, ...] = ()
    time: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Who is what to whom, according to whom (docs/codebook.md)."""

    id: str
    relation: str
    grade: str | None
    label: str
    subject: ActorRef
    object: ActorRef
    polarity: Polarity
    modality: Modality
    time: Time
    phase: Phase | None
    condition: Span | None
    said_by: tuple[Speaker, ...]
    statement: str
    contrast_with: str | None
    evidence: Span
    trigger: Span
    cues: Cues
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverCode:
    """An event's PLOVER 2.0 type with mode and contexts."""

    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """When an event took place, inclusive on both ends."""

    start: date | None
    end: date | None
    precision: DatePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an event took place, never finer than the words."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str
    geoname_id: int | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom (PLOVER 2.0 and CAMEO 1.1b3)."""

    id: str
    source: ActorRef | None
    target: ActorRef | None
    plover: PloverCode
    cameo: str
    goldstein: float | None
    quad: int | None
    date: EventDate
    place: Place | None
    status: Status
    said_by: tuple[Speaker, ...]
    act: str
    reciprocal: bool
    evidence: Span
    trigger: Span
    cues: Cues
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Something that looked like a record and was not made one, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What read a story: enough to read it again to the byte."""

    name: str
    version: str
    lexicon: str
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A story read: its sentences, mentions, attributions, and the two ledgers."""

    story: Story
    reader: Reader
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    def to_dict(self) -> Plain:
        """Return the reading as the record format writes it: keys in a fixed order, plain values."""
        return reading_to_dict(self)

    def _repr_html_(self) -> str:
        """Return the two ledgers as HTML, which a notebook shows in place of the repr."""
        return reading_to_html(self)
