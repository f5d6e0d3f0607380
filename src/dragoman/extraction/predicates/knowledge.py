"""What the stage ``predicates`` knows beside the patterns."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.codes.geography import Geography
from dragoman.extraction.predicates.kinds import ActorKinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Kinds of actors, borders and holdings, nouns that stand for their holder, words of other domains."""

    kinds: ActorKinds
    geography: Geography
    stances: frozenset[str]
    domains: Mapping[str, tuple[str, int]]
