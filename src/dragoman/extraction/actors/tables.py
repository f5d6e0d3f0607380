"""What the stage ``actors`` knows beside the story: words, states and sectors."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.codes.actors.phrases.sectors import Sectors
from dragoman.codes.actors.places.namesakes import Namesake
from dragoman.codes.actors.places.tags import Tag
from dragoman.codes.geography import Geography
from dragoman.lexicons.mentions import MentionWords


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorTables:
    """Words of noun phrases, the map, sectors, names that mean several places.

    ``tags`` are those of each state by code; ``asked`` the words that ask for a tag.
    """

    words: MentionWords
    tags: Mapping[str, frozenset[str]]
    geography: Geography
    sectors: Sectors
    namesakes: tuple[Namesake, ...]
    asked: tuple[Tag, ...]
