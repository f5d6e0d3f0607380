"""What the stage ``predicates`` knows beside the patterns."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.codes.geography import Geography
from dragoman.codes.plover import PloverType
from dragoman.extraction.predicates.kinds import ActorKinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What is known of actors, land, acts and words.

    ``types`` are the PLOVER types by name. ``stances`` are nouns that stand for their holder, ``placed``
    the prepositions that set an act in a place, ``ranks`` the nouns that rank states ("great-power
    ally"), ``domains`` the words of other domains than politics.
    """

    kinds: ActorKinds
    geography: Geography
    types: Mapping[str, PloverType]
    stances: frozenset[str]
    placed: frozenset[str]
    ranks: frozenset[str]
    domains: Mapping[str, tuple[str, int]]
