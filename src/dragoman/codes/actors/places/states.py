"""States and territories: names, demonyms, seats of government, descriptions, and when they existed.

Codes are ISO 3166-1 alpha-3 (ISO 3166-3 for states that ended), beside those of other lists:
Correlates of War (``cow``), Gleditsch and Ward (``gw``), FIPS 10-4 (``fips``, which GDELT uses) and
CAMEO. Dates are those of Gleditsch and Ward's list since 1945.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.codes.actors.rows import load_actor_rows
from dragoman.codes.tables import Row

STATUSES = frozenset({"state", "territory", "contested"})
"""A state, a territory of one (its ``owner``), or a land whose statehood is disputed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state or territory. ``seats`` and ``descriptions`` pair words with the role they stand for.

    ``start`` and ``end`` are its first and last day, both included; None where it is older than
    1945, or still exists. ``owner`` is the code of a territory's state.
    """

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[tuple[str, str | None], ...]
    descriptions: tuple[tuple[str, str | None], ...]
    tags: frozenset[str]
    status: str
    owner: str | None
    cow: int | None
    gw: int | None
    iso2: str | None
    fips: str | None
    cameo: str | None
    wikidata: str | None
    start: date | None
    end: date | None
    where: str


def load_states(folder: Path | None = None) -> tuple[State, ...]:
    """Load the states, in the table's order. ``folder`` alters the packaged table. Raises DataError."""
    return read_states(load_actor_rows("states", folder=folder))


def read_states(rows: tuple[Row, ...]) -> tuple[State, ...]:
    """Read a table's rows as states; ``name`` is the first of ``names``."""
    return tuple(
        State(
            code=row["code"],
            name=row["name"],
            names=(row["name"], *row.many("names")),
            adjectives=row.many("adjectives"),
            people=row.many("people"),
            seats=_with_roles(row.many("seats")),
            descriptions=_with_roles(row.many("descriptions")),
            tags=frozenset(row.many("tags")),
            status=row.get("status") or "state",
            owner=row.get("owner") or None,
            cow=row.number("cow"),
            gw=row.number("gw"),
            iso2=row.get("iso2") or None,
            fips=row.get("fips") or None,
            cameo=row.get("cameo") or None,
            wikidata=row.get("wikidata") or None,
            start=row.day("start"),
            end=row.day("end"),
            where=row.where,
        )
        for row in rows
    )


def _with_roles(values: tuple[str, ...]) -> tuple[tuple[str, str | None], ...]:
    pairs = (value.partition("=") for value in values)
    return tuple((words.strip(), role.strip() or None) for words, _, role in pairs)
