"""What the stage ``actors`` knows beside the story: words, states and sectors."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.codes.actors.sectors import Sectors
from dragoman.lexicons.mentions import MentionWords


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorTables:
    """Words of noun phrases, tags of states by code, borders as unordered pairs of codes, sectors."""

    words: MentionWords
    tags: Mapping[str, frozenset[str]]
    borders: frozenset[frozenset[str]]
    sectors: Sectors
