"""Words that build or resolve noun phrases: definite descriptions and transparent nouns."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.codes.tables import load_table

_PACKAGE = "dragoman.lexicons"


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionWords:
    """``descriptions``: noun to the kind of its antecedent. ``transparent``: nouns before "of"."""

    descriptions: Mapping[str, str]
    transparent: frozenset[str]


def load_mention_words() -> MentionWords:
    """Load the packaged words. Raises DataError for a broken table."""
    descriptions = {row["noun"]: row["kind"] for row in load_table(_PACKAGE, "descriptions.tsv")}
    transparent = frozenset(row["noun"] for row in load_table(_PACKAGE, "transparent.tsv"))
    return MentionWords(descriptions=descriptions, transparent=transparent)
