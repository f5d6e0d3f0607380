"""Organs of a state that have a name of their own: forces, services, parliaments, ministries."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.codes.actors.rows import load_actor_rows
from dragoman.codes.tables import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """One organ: its names, the state it belongs to, and its role (a PLOVER sector)."""

    name: str
    names: tuple[str, ...]
    state: str
    role: str
    where: str


def load_organs(folder: Path | None = None) -> tuple[Organ, ...]:
    """Load the organs of states. ``folder`` alters the packaged table. Raises DataError."""
    return read_organs(load_actor_rows("organs", folder=folder))


def read_organs(rows: tuple[Row, ...]) -> tuple[Organ, ...]:
    """Read a table's rows as organs; ``name`` is the first of ``names``."""
    return tuple(
        Organ(
            name=row["name"],
            names=(row["name"], *row.many("aliases")),
            state=row["state"],
            role=row["role"],
            where=row.where,
        )
        for row in rows
    )
