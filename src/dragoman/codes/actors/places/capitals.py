"""Capitals and seats of government, which stand for their states in the news, with their days."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.codes.actors.rows import load_actor_rows
from dragoman.codes.tables import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Capital:
    """One capital of one state: its spellings, and its first and last day as such, None where open."""

    name: str
    names: tuple[str, ...]
    state: str
    start: date | None
    end: date | None
    where: str


def load_capitals(folder: Path | None = None) -> tuple[Capital, ...]:
    """Load the capitals. ``folder`` alters the packaged table. Raises DataError."""
    return read_capitals(load_actor_rows("capitals", folder=folder))


def read_capitals(rows: tuple[Row, ...]) -> tuple[Capital, ...]:
    """Read a table's rows as capitals; ``name`` is the first of ``names``."""
    return tuple(
        Capital(
            name=row["capital"],
            names=(row["capital"], *row.many("aliases")),
            state=row["state"],
            start=row.day("from"),
            end=row.day("to"),
            where=row.where,
        )
        for row in rows
    )
