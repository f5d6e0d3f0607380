"""The sixteen event types of PLOVER, with their modes and scores.

After the PLOVER manual, version 2.0. Where the manual contradicts itself (the quad class of
SANCTION, the sign of ACCUSE) ``docs/codebook.md`` says which reading is taken and why.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.codes.tables import Row, load_table
from dragoman.errors import DataError

QUADS = frozenset({1, 2, 3, 4})
"""1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
TRAITS = frozenset({"owned", "placed", "agentive", "mutual"})
"""How a reading finds the sides of an act; the head of ``plover.tsv`` explains each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverType:
    """One event type. ``score`` runs from -10 to 10; ``modes`` give each mode's score, None if unscored.

    ``traits`` say how the sides of such an act are found; ``plover.tsv`` explains each.
    """

    name: str
    quad: int
    requires_recipient: bool
    score: float
    modes: Mapping[str, float | None] = field(default_factory=dict)
    definition: str
    traits: frozenset[str] = frozenset()
    where: str

    def intensity(self, mode: str | None = None) -> float:
        """Return the score of a mode of this type, the type's own where the mode is None or unscored."""
        score = None if mode is None else self.modes.get(mode)
        return self.score if score is None else score


def load_plover() -> tuple[PloverType, ...]:
    """Load the packaged types, in the order of the manual. Raises DataError for a broken table."""
    return read_plover(load_table("dragoman.codes", "plover.tsv"))


def read_plover(rows: tuple[Row, ...]) -> tuple[PloverType, ...]:
    """Read a table's rows as types.

    Raises DataError for a type given twice, a quad class outside 1 to 4, a score that is no number, or
    an unknown trait.
    """
    types: dict[str, PloverType] = {}
    for row in rows:
        kind = _plover_type(row)
        if kind.name in types:
            msg = f"{kind.where}: type {kind.name} already stands at {types[kind.name].where}; keep one line"
            raise DataError(msg)
        types[kind.name] = kind
    return tuple(types.values())


def _plover_type(row: Row) -> PloverType:
    quad = row["quad"]
    if quad not in {str(number) for number in QUADS}:
        msg = f"{row.where}: quad class {quad!r} of {row['type']} is none of 1, 2, 3, 4"
        raise DataError(msg)
    return PloverType(
        name=row["type"],
        quad=int(quad),
        requires_recipient=row["requires_recipient"] == "yes",
        score=_score(row["score"], row=row),
        modes=dict(_mode(text, row=row) for text in row.many("modes")),
        definition=row["definition"],
        traits=_traits(row),
        where=row.where,
    )


def _traits(row: Row) -> frozenset[str]:
    traits = frozenset(row.many("traits"))
    if traits - TRAITS:
        unknown = sorted(traits - TRAITS)[0]
        known = ", ".join(sorted(TRAITS))
        msg = f"{row.where}: trait {unknown!r} of {row['type']} is unknown; choose among {known}"
        raise DataError(msg)
    return traits


def _mode(text: str, *, row: Row) -> tuple[str, float | None]:
    name, _, score = text.partition("=")
    return name, _score(score, row=row) if score else None


def _score(text: str, *, row: Row) -> float:
    try:
        return float(text)
    except ValueError as error:
        msg = f"{row.where}: score {text!r} of {row['type']} is no number"
        raise DataError(msg) from error
