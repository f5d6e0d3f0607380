"""Offices: which of them one person alone holds at a time."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.codes.actors.rows import load_actor_rows
from dragoman.codes.tables import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One office, as the tables of people call it; ``single`` where an actor has one holder at a time."""

    office: str
    single: bool
    where: str


def load_offices(folder: Path | None = None) -> tuple[Office, ...]:
    """Load the offices. ``folder`` alters the packaged table. Raises DataError."""
    return read_offices(load_actor_rows("offices", folder=folder))


def read_offices(rows: tuple[Row, ...]) -> tuple[Office, ...]:
    """Read a table's rows as offices."""
    return tuple(
        Office(office=row["office"], single=row["holders"] == "one", where=row.where) for row in rows
    )
