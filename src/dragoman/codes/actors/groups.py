"""Groups that are no state: armed groups, parties, movements, companies of fighters."""

from dataclasses import dataclass
from datetime import date

from dragoman.codes.tables import Row, load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group. ``state`` is where it belongs (None across states); ``role`` a PLOVER sector."""

    code: str
    state: str | None
    role: str
    name: str
    names: tuple[str, ...]
    founded: date | None
    ended: date | None
    where: str


def load_groups() -> tuple[Group, ...]:
    """Load the packaged groups. Raises DataError for a broken table."""
    return read_groups(load_table("dragoman.codes", "groups.tsv"))


def read_groups(rows: tuple[Row, ...]) -> tuple[Group, ...]:
    """Read a table's rows as groups; ``name`` is the first of ``names``."""
    return tuple(
        Group(
            code=row["code"],
            state=row["state"] or None,
            role=row["role"],
            name=row["name"],
            names=(row["name"], *row.many("aliases")),
            founded=row.day("founded"),
            ended=row.day("ended"),
            where=row.where,
        )
        for row in rows
    )
