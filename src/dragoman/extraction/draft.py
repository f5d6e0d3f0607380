"""The draft: what the stages hand from one to the next while a story is read.

A finished :class:`~dragoman.records.Reading` holds records only. A draft also holds what they
are made from (parses, actor phrases, predicates), which nobody outside the extraction sees.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from spacy.tokens import Doc, Token

from dragoman.codes.actors.forms import Form
from dragoman.codes.actors.phrases.roles import RoleNoun
from dragoman.extraction.matches import Match
from dragoman.records import (
    ActorRef,
    Attribution,
    Claim,
    Dropped,
    Event,
    Mention,
    Sentence,
    Span,
    Story,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch between quotation marks, the marks included; ``open_ended`` where none closes it."""

    start_char: int
    end_char: int
    open_ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """One parsed sentence: a spaCy Doc with the story's characters for each token.

    ``starts[i]`` and ``ends[i]`` are the half-open characters of token ``i`` in ``Story.text``.
    ``sentence`` indexes ``Draft.sentences``.
    """

    sentence: int
    doc: Doc
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, story: Story, first: int, last: int) -> Span:
        """Return the story's words from token ``first`` to token ``last``, both included."""
        start_char, end_char = self.starts[first], self.ends[last]
        return Span(start_char=start_char, end_char=end_char, text=story.text[start_char:end_char])


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What a noun phrase itself says about who is meant, before anything is looked up.

    ``forms`` are the readings of a name in the code tables. ``noun`` is a role noun ("foreign
    minister", "troops"). ``affiliates`` are the heads of the phrases it belongs to ("Iranian",
    "of Syria"). ``apposed`` is the head of the phrase in apposition. ``place`` is the head of a
    place name in its clause. ``person`` is a proper name that no table holds. ``counted`` marks a
    numbered noun ("two Colombians"), ``then`` an office of the time told of, ``titled`` a name with
    its title before it. ``heads`` is the head of the phrase that somebody leads ("who heads the army").
    """

    forms: tuple[Form, ...] = ()
    noun: RoleNoun | None = None
    affiliates: tuple[int, ...] = ()
    apposed: int | None = None
    place: int | None = None
    person: str | None = None
    description: str | None = None
    former: bool = False
    definite: bool = False
    transparent: int | None = None
    counted: bool = False
    then: bool = False
    titled: bool = False
    heads: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPhrase:
    """A noun phrase that names or describes an actor.

    ``parse`` indexes ``Draft.parses``; ``head``, ``first`` and ``last`` are token indexes in it.
    ``lemma`` is the head's lemma, lower case. ``actors`` is filled by the stage ``actors``: one
    for most phrases, several for a set ("the two countries", "US and Iranian officials").
    """

    mention: Mention
    parse: int
    head: int
    first: int
    last: int
    lemma: str
    plural: bool = False
    clues: Clues = field(default_factory=Clues)
    actors: tuple[ActorRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A story on its way to a reading. Stages return a new draft with more filled in."""

    story: Story
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    gated: tuple[int, ...] = ()
    parses: tuple[Parse, ...] = ()
    phrases: tuple[ActorPhrase, ...] = ()
    named: tuple[Mention, ...] = ()
    heads: Mapping[tuple[int, int], int] = field(default_factory=dict)
    attributions: tuple[Attribution, ...] = ()
    topics: frozenset[str] = frozenset()
    relation_matches: tuple[Match, ...] = ()
    event_matches: tuple[Match, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    def speeches(self) -> tuple[Attribution, ...]:
        """Return the attributions that are somebody's word for their content; topics are left out."""
        return tuple(one for one in self.attributions if one.id not in self.topics)

    def token(self, parse: int, index: int) -> Token:
        """Return token ``index`` of parse ``parse``."""
        return self.parses[parse].doc[index]

    def phrase_at(self, parse: int, head: int) -> ActorPhrase | None:
        """Return the actor phrase headed by a token, or None."""
        index = self.heads.get((parse, head))
        return None if index is None else self.phrases[index]


class Stage(Protocol):
    """One step of the reading. ``requires`` and ``assigns`` name fields of :class:`Draft`."""

    @property
    def name(self) -> str:
        """The stage's name, as ``docs/architecture.md`` writes it."""
        ...

    @property
    def requires(self) -> frozenset[str]:
        """Fields of the draft that must have been assigned before."""
        ...

    @property
    def assigns(self) -> frozenset[str]:
        """Fields of the draft that this stage fills in."""
        ...

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with more filled in."""
        ...
