"""Words that steer how arguments are found: control verbs, frames, documents, copulas."""

from dataclasses import dataclass, fields

from dragoman.codes.tables import load_table, load_word_classes

_PACKAGE = "dragoman.lexicons"


@dataclass(frozen=True, slots=True, kw_only=True)
class Constructions:
    """Words by what they do in a construction; ``constructions.tsv`` explains each class.

    ``light`` are the verbs that lend their subject to a noun ("gave help"), from ``light.tsv``.
    """

    object_control: frozenset[str]
    charge: frozenset[str]
    frame: frozenset[str]
    document: frozenset[str]
    part: frozenset[str]
    portion: frozenset[str]
    example: frozenset[str]
    copula: frozenset[str]
    lasting: frozenset[str]
    uttering: frozenset[str]
    stative: frozenset[str]
    contrast: frozenset[str]
    placed: frozenset[str]
    rank: frozenset[str]
    light: frozenset[str]


_CLASSES = tuple(field.name for field in fields(Constructions) if field.name != "light")


def load_constructions() -> Constructions:
    """Load the packaged words. Raises DataError for a class that does not exist or has no word."""
    return Constructions(
        **load_word_classes(_PACKAGE, "constructions.tsv", names=_CLASSES),
        light=frozenset(row["verb"] for row in load_table(_PACKAGE, "light.tsv")),
    )
