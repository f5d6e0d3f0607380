"""References: the actors of a phrase, written into it and into its mention."""

import dataclasses
from collections.abc import Iterable
from typing import Protocol

from dragoman.extraction.draft import ActorPhrase
from dragoman.records import ActorRef, MentionKind

UNKNOWN_COUNTRY = "XXX"
"""The code of actors whose country the words do not tell."""
ELITE = "ELI"
"""The role of whoever has left an office."""
Resolved = tuple[tuple[ActorRef, ...], str | None]
"""Actors, and the id of the mention they were taken from."""
OPEN: Resolved = ((), None)
"""What a phrase resolves to whose words do not say who is meant."""
_CERTAINTY = {
    MentionKind.NAME: 0.97,
    MentionKind.METONYM: 0.93,
    MentionKind.DEMONYM: 0.95,
    MentionKind.PERSON: 0.93,
    MentionKind.NOMINAL: 0.85,
    MentionKind.PRONOUN: 0.72,
}
"""Rough shares of mentions of each kind that are read rightly: they order records and are not calibrated."""


class Lookup(Protocol):
    """What the readers of one kind of phrase ask of the resolution that holds them all."""

    @property
    def states(self) -> frozenset[str]:
        """The codes of states, the unknown one among them."""
        ...

    def at(self, phrase: ActorPhrase, head: int | None) -> ActorPhrase | None:
        """Return the phrase at a head in the same parse, resolved; None where there is none."""
        ...

    def owners(self, phrase: ActorPhrase) -> list[ActorPhrase]:
        """Return the resolved phrases that a noun belongs to."""
        ...

    def affiliated(self, phrase: ActorPhrase) -> tuple[ActorRef, ...]:
        """Return a noun's owners' actors with the role that the noun gives them."""
        ...

    def home(self, phrase: ActorPhrase) -> str | None:
        """Return the state that the story is about, where one stands out before a phrase."""
        ...

    def known(self, name: str) -> ActorPhrase | None:
        """Return the first resolved phrase that named a person of this surname."""
        ...

    def is_surname(self, phrase: ActorPhrase) -> bool:
        """Whether a name is that of a person of this story: "Kwame Chad ... *Chad* said"."""
        ...

    def is_told_of(self, actor: str) -> bool:
        """Whether a state or body is named anywhere in the story."""
        ...


def refer(phrase: ActorPhrase, actor: str, role: str | None = None) -> ActorRef:
    """Return a reference to an actor from a phrase."""
    return ActorRef(actor=actor, role=role, mention=phrase.mention.id)


def by_role(phrase: ActorPhrase) -> tuple[ActorRef, ...]:
    """Return an actor of unknown country with the role of a phrase's noun; nothing where it has none."""
    noun = phrase.clues.noun
    if noun is None or noun.role is None:
        return ()
    former = phrase.clues.former and noun.kind == "person"
    return (refer(phrase, UNKNOWN_COUNTRY, ELITE if former else noun.role),)


def certainty_of(kind: MentionKind) -> float:
    """Return how sure a resolved mention of a kind is, from 0 to 1."""
    return _CERTAINTY[kind]


def with_actors(
    phrase: ActorPhrase, actors: tuple[ActorRef, ...], refers_to: str | None = None
) -> ActorPhrase:
    """Return a phrase with its actors, the first of them in its mention."""
    refs = tuple(dataclasses.replace(ref, mention=phrase.mention.id) for ref in actors)
    form = phrase.clues.forms[0] if phrase.clues.forms else None
    mention = dataclasses.replace(
        phrase.mention,
        actor=refs[0].actor if refs else None,
        role=refs[0].role if refs else None,
        name=phrase.clues.person
        or (form.name if form is not None and form.kind is MentionKind.PERSON else None),
        refers_to=refers_to,
        confidence=certainty_of(phrase.mention.kind) if refs else 0.0,
    )
    return dataclasses.replace(phrase, mention=mention, actors=refs)


def taken_up(antecedents: Iterable[ActorPhrase]) -> Resolved:
    """Return the actors of the phrases that another one takes up, each once; open where there are none."""
    antecedents = tuple(antecedents)
    refs = {ref.actor: ref for antecedent in antecedents for ref in antecedent.actors}
    return (tuple(refs.values()), antecedents[0].mention.id) if refs else OPEN
