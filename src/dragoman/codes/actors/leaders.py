"""People in office: heads of state and government, ministers, heads of organisations and groups."""

from dataclasses import dataclass
from datetime import date

from dragoman.codes.tables import Row, load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """One person in one office. ``start`` and ``end`` are the first and last day, both included.

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
    where: str


def load_leaders() -> tuple[Leader, ...]:
    """Load the packaged leaders. Raises DataError for a broken table."""
    return read_leaders(load_table("dragoman.codes", "leaders.tsv"))


def read_leaders(rows: tuple[Row, ...]) -> tuple[Leader, ...]:
    """Read a table's rows as leaders; a ``!`` after the surname sets ``needs_full``."""
    return tuple(
        Leader(
            name=row["name"],
            names=(row["name"], *row.many("aliases")),
            surnames=tuple(surname.removesuffix("!") for surname in row.many("surname")),
            needs_full=row["surname"].endswith("!"),
            actor=row["actor"],
            role=row["role"],
            office=row["office"],
            start=row.day("from"),
            end=row.day("to"),
            where=row.where,
        )
        for row in rows
    )
