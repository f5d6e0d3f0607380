"""Geography: which states border which, and which land is held by a state that does not own it.

These facts never make a claim. They choose, among the actors that a sentence names, the one that
an adjective refers to: "flew in from *neighbouring* Malaysia", "a raid in the *occupied* West Bank".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.codes.tables import load_table

_PACKAGE = "dragoman.codes"
DIRECTIONS = frozenset({"north", "south", "east", "west"})

_WATER = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One stretch of time in which ``holder`` held ``place``; both days included, None where open."""

    place: str
    holder: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Geography:
    """Borders as unordered pairs of state codes, holdings by place, and neighbours by direction.

    ``straits`` are the borders between an island state and a state across the water.
    ``bearings`` maps a state and a direction to the one neighbour that lies there, where there is one.
    """

    borders: frozenset[frozenset[str]]
    straits: frozenset[frozenset[str]]
    holdings: tuple[Holding, ...]
    bearings: Mapping[tuple[str, str], str]

    def is_border(self, one: str, other: str) -> bool:
        """Whether two states border each other."""
        return frozenset({one, other}) in self.borders

    def neighbour(self, state: str, *, side: str | None = None) -> str | None:
        """Return a state's only neighbour on a side, or its only one by land, or None."""
        if side is not None:
            return self.bearings.get((state, side))
        around = [border for border in self.borders - self.straits if state in border]
        return next(iter(around[0] - {state})) if len(around) == 1 else None

    def is_held(self, places: frozenset[str], holder: str, *, on: date | None) -> bool:
        """Whether a state held one of these places on a day; on any day where none is given."""
        return any(
            held.place in places
            and held.holder == holder
            and (
                on is None
                or ((held.start is None or held.start <= on) and (held.end is None or on <= held.end))
            )
            for held in self.holdings
        )


def load_geography() -> Geography:
    """Load the packaged borders, holdings and bearings. Raises DataError for a broken table."""
    pairs = [
        (row["code"], other)
        for row in load_table(_PACKAGE, "borders.tsv")
        for other in row.many("neighbours")
    ]
    borders = frozenset(frozenset({one, other.removeprefix(_WATER)}) for one, other in pairs)
    straits = frozenset(
        frozenset({one, other.removeprefix(_WATER)}) for one, other in pairs if other.startswith(_WATER)
    )
    holdings = tuple(
        Holding(place=row["place"], holder=row["holder"], start=row.day("start"), end=row.day("end"))
        for row in load_table(_PACKAGE, "holdings.tsv")
    )
    bearings = {
        (row["state"], row["direction"]): row["neighbour"] for row in load_table(_PACKAGE, "bearings.tsv")
    }
    return Geography(borders=borders, straits=straits, holdings=holdings, bearings=bearings)
