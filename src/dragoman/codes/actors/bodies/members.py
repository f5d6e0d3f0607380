"""Members of organisations, with the days on which they joined and left."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.codes.actors.rows import load_actor_rows
from dragoman.codes.tables import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """One member's time in an organisation: first and last day, both included, None where open."""

    organisation: str
    member: str
    start: date | None
    end: date | None
    where: str

    def is_on(self, day: date) -> bool:
        """Whether the member belongs to the organisation on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def load_members(folder: Path | None = None) -> tuple[Membership, ...]:
    """Load the memberships. ``folder`` alters the packaged table. Raises DataError."""
    return read_members(load_actor_rows("members", folder=folder))


def read_members(rows: tuple[Row, ...]) -> tuple[Membership, ...]:
    """Read a table's rows as memberships, one for each member of a line."""
    return tuple(
        Membership(
            organisation=row["organisation"],
            member=member,
            start=row.day("from"),
            end=row.day("to"),
            where=row.where,
        )
        for row in rows
        for member in row.many("members")
    )
