"""Organs of a state that have a name of their own: forces, services, parliaments, ministries."""

from dataclasses import dataclass

from dragoman.codes.tables import Row, load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """One organ: its names, the state it belongs to, and its role (a PLOVER sector)."""

    name: str
    names: tuple[str, ...]
    state: str
    role: str
    where: str


def load_organs() -> tuple[Organ, ...]:
    """Load the packaged organs of states. Raises DataError for a broken table."""
    return read_organs(load_table("dragoman.codes", "organs.tsv"))


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
