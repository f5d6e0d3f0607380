"""Words that build or resolve noun phrases: descriptions, transparent nouns, titles, prepositions."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from dragoman.codes.tables import load_table, load_word_classes

_PACKAGE = "dragoman.lexicons"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseWords:
    """Words by what they do in a noun phrase; ``noun_phrases.tsv`` explains each class."""

    former: frozenset[str]
    address: frozenset[str]
    posted: frozenset[str]
    led: frozenset[str]
    apart: frozenset[str]
    rank: frozenset[str]
    heading: frozenset[str]
    raid: frozenset[str]
    quantity: frozenset[str]
    victim: frozenset[str]
    company: frozenset[str]
    particle: frozenset[str]
    bearing: frozenset[str]
    compass: frozenset[str]
    affiliating: frozenset[str]
    owning: frozenset[str]
    sent: frozenset[str]
    setting: frozenset[str]
    setting_afar: frozenset[str]
    direction: frozenset[str]


_CLASSES = tuple(field.name for field in fields(PhraseWords))


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionWords:
    """Nouns that stand for actors, and the words around them.

    ``descriptions``: noun to the kind of its antecedent. ``owned``: noun to what it means beside its
    owner, ``home`` or ``neighbour``. ``halves``: compass words to the state they mean where a divided
    nation is the topic ("the North"). ``transparent``: nouns before "of", to their kind: ``number`` or
    ``part``. ``geographic``: words that end the name of a place ("Oblast"). ``institutions``: words
    that end the name of a public body, to its role.
    """

    descriptions: Mapping[str, str]
    owned: Mapping[str, str]
    halves: Mapping[str, str]
    transparent: Mapping[str, str]
    geographic: frozenset[str]
    institutions: Mapping[str, str]
    phrases: PhraseWords


def load_mention_words() -> MentionWords:
    """Load the packaged words. Raises DataError for a broken table or a class that does not exist."""
    rows = load_table(_PACKAGE, "descriptions.tsv")
    return MentionWords(
        descriptions={row["noun"]: row["kind"] for row in rows},
        owned={row["noun"]: row["with_owner"] for row in rows if row["with_owner"]},
        halves={row["noun"]: row["state"] for row in rows if row["state"]},
        transparent={row["noun"]: row["kind"] for row in load_table(_PACKAGE, "transparent.tsv")},
        geographic=frozenset(row["word"] for row in load_table(_PACKAGE, "geographic.tsv")),
        institutions={row["word"]: row["role"] for row in load_table(_PACKAGE, "institutions.tsv")},
        phrases=PhraseWords(**load_word_classes(_PACKAGE, "noun_phrases.tsv", names=_CLASSES)),
    )
