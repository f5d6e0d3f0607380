"""People in office: heads of state and government, ministers, heads of organisations and groups."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from dragoman.codes.actors.rows import load_actor_rows
from dragoman.codes.tables import Row

TABLES = ("leaders", "ministers", "officials")
"""The tables of people: heads of state and government; foreign and defence ministers; all others."""


class Leader(NamedTuple):
    """One person in one office. ``start`` and ``end`` are the first and last day, both included.

    A named tuple, as thousands are made at every start.
    ``end`` is None for who was in office when the table was made (its ``as of`` comment).
    ``surnames`` are the spellings of the name used alone; ``needs_full`` marks one that is also a
    common word or name, and counts only after the full name or a title.
    """

    name: str
    names: tuple[str, ...]
    surnames: tuple[str, ...]
    needs_full: bool
    actor: str
    role: str
    office: str
    start: date | None
    end: date | None
    wikidata: str | None
    where: str


def load_leaders(folder: Path | None = None) -> tuple[Leader, ...]:
    """Load the people of all TABLES. ``folder`` alters the packaged tables. Raises DataError."""
    return tuple(one for table in TABLES for one in read_leaders(load_actor_rows(table, folder=folder)))


def read_leaders(rows: tuple[Row, ...]) -> tuple[Leader, ...]:
    """Read a table's rows as leaders; a ``!`` after the surname sets ``needs_full``."""
    return tuple(_read_leader(row) for row in rows)


def _read_leader(row: Row) -> Leader:
    name, surname = row["name"], row["surname"]
    marked = surname.endswith("!")
    surnames = row.many("surname")
    return Leader(
        name,
        (name, *row.many("aliases")),
        (*surnames[:-1], surnames[-1].removesuffix("!")) if marked else surnames,
        marked,
        row["actor"],
        row["role"],
        row["office"],
        row.day("from"),
        row.day("to"),
        row.get("wikidata") or None,
        row.where,
    )
