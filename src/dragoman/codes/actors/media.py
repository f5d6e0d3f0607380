"""Newspapers, broadcasters and news agencies: who reports, and whose they are."""

from dataclasses import dataclass

from dragoman.codes.tables import Row, load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One outlet: its names and the state it reports from. Its role is always JRN."""

    name: str
    names: tuple[str, ...]
    state: str
    where: str


def load_media() -> tuple[Outlet, ...]:
    """Load the packaged outlets. Raises DataError for a broken table."""
    return read_media(load_table("dragoman.codes", "media.tsv"))


def read_media(rows: tuple[Row, ...]) -> tuple[Outlet, ...]:
    """Read a table's rows as outlets; ``name`` is the first of ``names``."""
    return tuple(
        Outlet(
            name=row["name"], names=(row["name"], *row.many("aliases")), state=row["state"], where=row.where
        )
        for row in rows
    )
