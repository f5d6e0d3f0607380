"""Words that steer how arguments are found: control verbs, frames, documents, copulas."""

from dataclasses import dataclass

from dragoman.codes.tables import load_table
from dragoman.errors import DataError

_PACKAGE = "dragoman.lexicons"
CLASSES = (
    "object_control",
    "charge",
    "frame",
    "document",
    "part",
    "copula",
    "lasting",
    "uttering",
    "stative",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Constructions:
    """Lemmas by what they do in a construction; ``constructions.tsv`` explains each class.

    ``light`` are the verbs that lend their subject to a noun ("gave help"), from ``light.tsv``.
    """

    object_control: frozenset[str]
    charge: frozenset[str]
    frame: frozenset[str]
    document: frozenset[str]
    part: frozenset[str]
    copula: frozenset[str]
    lasting: frozenset[str]
    uttering: frozenset[str]
    stative: frozenset[str]
    light: frozenset[str]


def load_constructions() -> Constructions:
    """Load the packaged words. Raises DataError for a class that does not exist."""
    rows = load_table(_PACKAGE, "constructions.tsv")
    for row in rows:
        if row["class"] not in CLASSES:
            msg = f"{row.where}: class {row['class']!r} is unknown; choose among {', '.join(CLASSES)}"
            raise DataError(msg)
    words = {name: frozenset(row["word"] for row in rows if row["class"] == name) for name in CLASSES}
    return Constructions(**words, light=frozenset(row["verb"] for row in load_table(_PACKAGE, "light.tsv")))
