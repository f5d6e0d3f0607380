"""Organisations of states, courts, missions, blocs, and large non-governmental organisations."""

from dataclasses import dataclass
from datetime import date

from dragoman.codes.tables import Row, load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One organisation, or one of its organs under the same code (the European Parliament is EU LEG).

    ``founded`` and ``ended`` are its first and last day; None where not known, or still at work.
    """

    code: str
    role: str | None
    name: str
    names: tuple[str, ...]
    metonyms: tuple[str, ...]
    founded: date | None
    ended: date | None
    where: str


def load_organisations() -> tuple[Organisation, ...]:
    """Load the packaged organisations. Raises DataError for a broken table."""
    return read_organisations(load_table("dragoman.codes", "organisations.tsv"))


def read_organisations(rows: tuple[Row, ...]) -> tuple[Organisation, ...]:
    """Read a table's rows as organisations; ``name`` is the first of ``names``."""
    return tuple(
        Organisation(
            code=row["code"],
            role=row.get("role") or None,
            name=row["name"],
            names=(row["name"], *row.many("aliases")),
            metonyms=row.many("metonyms"),
            founded=row.day("founded"),
            ended=row.day("ended"),
            where=row.where,
        )
        for row in rows
    )
