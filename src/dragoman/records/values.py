"""The closed values of the record format: each field's alternatives, and nothing else."""

from enum import StrEnum


class MentionKind(StrEnum):
    """How an actor is referred to."""

    NAME = "name"
    METONYM = "metonym"
    DEMONYM = "demonym"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    PERSON = "person"


class Style(StrEnum):
    """How the content of an attribution is given (PARC 3.0)."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SpeechKind(StrEnum):
    """What a source does with the content: the class of its cue."""

    SAY = "say"
    DENY = "deny"
    ACCUSE = "accuse"
    PROMISE = "promise"
    WARN = "warn"
    ASK = "ask"
    THINK = "think"


class Polarity(StrEnum):
    """Whether the innermost source affirms or denies."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Modality(StrEnum):
    """How far the innermost source commits to the content."""

    ACTUAL = "actual"
    POSSIBLE = "possible"
    DESIRED = "desired"
    CONDITIONAL = "conditional"
    QUESTIONED = "questioned"


class Time(StrEnum):
    """When the relation holds, seen from the story."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Phase(StrEnum):
    """Where in its life the words place a relation."""

    BEGINS = "begins"
    HOLDS = "holds"
    STRENGTHENS = "strengthens"
    WEAKENS = "weakens"
    ENDS = "ends"


class Status(StrEnum):
    """How far an event has come about, by its innermost source."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    CALLED_FOR = "called_for"


class DatePrecision(StrEnum):
    """How finely an event is dated; ``publication`` where the text says nothing."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    PUBLICATION = "publication"
