"""Kinds of actors, as patterns ask for them: a rebel group is backed otherwise than a state."""

from collections.abc import Iterable

from dragoman.codes.actors.bodies.groups import Group
from dragoman.codes.actors.bodies.organisations import Organisation
from dragoman.codes.actors.phrases.sectors import Sectors
from dragoman.codes.actors.places.states import State
from dragoman.extraction.draft import ActorPhrase

_FORCES = "MIL"
_REBELS = "REB"


class ActorKinds:
    """Answers which kinds an actor phrase is of: state, force, people, armed, group, org, class."""

    def __init__(
        self,
        *,
        states: Iterable[State],
        organisations: Iterable[Organisation],
        groups: Iterable[Group],
        sectors: Sectors,
    ) -> None:
        groups = tuple(groups)
        self._states = frozenset(state.code for state in states)
        self._organisations = frozenset(organisation.code for organisation in organisations)
        self._groups = frozenset(group.code for group in groups)
        self._armed = frozenset(group.code for group in groups if group.role in sectors.armed)
        self._sectors = sectors

    def of(self, phrase: ActorPhrase) -> frozenset[str]:
        """Return the kinds of a phrase's first actor; empty where it has none."""
        if not phrase.actors:
            return frozenset()
        actor = phrase.actors[0]
        if actor.actor.startswith("*"):
            return frozenset({"class"})
        if actor.actor in self._armed or actor.role == _REBELS:
            return frozenset({"armed", "group"})
        if actor.actor in self._states:
            if actor.role == _FORCES:
                return frozenset({"force", "state"})
            official = actor.role is None or actor.role in self._sectors.official
            return frozenset({"state"}) if official else frozenset({"people", "state"})
        if actor.actor in self._organisations:
            return frozenset({"org"})
        return frozenset({"group"}) if actor.actor in self._groups else frozenset({"people"})

    def is_state(self, code: str) -> bool:
        """Whether a code is a state's."""
        return code in self._states

    def sides(self, phrase: ActorPhrase) -> frozenset[tuple[str, str | None]]:
        """Return the actors of a phrase, each with the role that sets it apart from its state."""
        return frozenset((ref.actor, self._sectors.side(ref.role)) for ref in phrase.actors)
