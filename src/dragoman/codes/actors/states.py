"""States: names, demonyms, capitals, seats of government, descriptions, and when they existed.

Codes are ISO 3166-1 alpha-3 (ISO 3166-3 for states that ended), beside the number of the
Correlates of War state system. Dates are those of Gleditsch and Ward's list since 1945.
"""

from dataclasses import dataclass
from datetime import date

from dragoman.codes.tables import Row, load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state. ``seats`` and ``descriptions`` pair words with the role they stand for, or None.

    ``start`` and ``end`` are its first and last day, both included; None where it is older than
    1945, or still exists.
    """

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[tuple[str, str | None], ...]
    descriptions: tuple[tuple[str, str | None], ...]
    tags: frozenset[str]
    cow: int | None
    iso2: str | None
    start: date | None
    end: date | None
    where: str


def load_states() -> tuple[State, ...]:
    """Load the packaged states, in the table's order. Raises DataError for a broken table."""
    return read_states(load_table("dragoman.codes", "states.tsv"))


def read_states(rows: tuple[Row, ...]) -> tuple[State, ...]:
    """Read a table's rows as states; ``name`` is the first of ``names``."""
    return tuple(
        State(
            code=row["code"],
            name=row["name"],
            names=(row["name"], *row.many("names")),
            adjectives=row.many("adjectives"),
            people=row.many("people"),
            capitals=row.many("capital"),
            seats=_with_roles(row.many("seats")),
            descriptions=_with_roles(row.many("descriptions")),
            tags=frozenset(row.many("tags")),
            cow=int(row["cow"]) if row.get("cow") else None,
            iso2=row.get("iso2") or None,
            start=row.day("start"),
            end=row.day("end"),
            where=row.where,
        )
        for row in rows
    )


def _with_roles(values: tuple[str, ...]) -> tuple[tuple[str, str | None], ...]:
    pairs = (value.partition("=") for value in values)
    return tuple((words.strip(), role.strip() or None) for words, _, role in pairs)
