"""Newspapers, broadcasters and news agencies: who reports, and whose they are."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.codes.actors.rows import load_actor_rows
from dragoman.codes.tables import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One outlet: its names and the state it reports from. Its role is always JRN."""

    name: str
    names: tuple[str, ...]
    state: str
    where: str


def load_media(folder: Path | None = None) -> tuple[Outlet, ...]:
    """Load the outlets. ``folder`` alters the packaged table. Raises DataError."""
    return read_media(load_actor_rows("media", folder=folder))


def read_media(rows: tuple[Row, ...]) -> tuple[Outlet, ...]:
    """Read a table's rows as outlets; ``name`` is the first of ``names``."""
    return tuple(
        Outlet(
            name=row["name"], names=(row["name"], *row.many("aliases")), state=row["state"], where=row.where
        )
        for row in rows
    )
