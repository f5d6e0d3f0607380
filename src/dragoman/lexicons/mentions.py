"""Words that build or resolve noun phrases: definite descriptions and transparent nouns."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.codes.tables import load_table

_PACKAGE = "dragoman.lexicons"


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionWords:
    """``descriptions``: noun to the kind of its antecedent.

    ``transparent``: nouns before "of", to their kind: ``number`` or ``part``. ``geographic``: words
    that end the name of a place ("Oblast"). ``halves``: compass words to the state they mean
    where a divided nation is the topic ("the North"). ``institutions``: words that end the name of a
    public body, to its role.
    """

    descriptions: Mapping[str, str]
    transparent: Mapping[str, str]
    geographic: frozenset[str]
    halves: Mapping[str, str]
    institutions: Mapping[str, str]


def load_mention_words() -> MentionWords:
    """Load the packaged words. Raises DataError for a broken table."""
    rows = load_table(_PACKAGE, "descriptions.tsv")
    return MentionWords(
        descriptions={row["noun"]: row["kind"] for row in rows},
        transparent={row["noun"]: row["kind"] for row in load_table(_PACKAGE, "transparent.tsv")},
        geographic=frozenset(row["word"] for row in load_table(_PACKAGE, "geographic.tsv")),
        institutions={row["word"]: row["role"] for row in load_table(_PACKAGE, "institutions.tsv")},
        halves={row["noun"]: row["state"] for row in rows if row.get("state")},
    )
