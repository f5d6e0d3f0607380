"""Organisations of states, courts, missions, blocs, and large non-governmental organisations."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.codes.actors.rows import load_actor_rows
from dragoman.codes.tables import Row

KINDS = frozenset({"igo", "agency", "court", "mission", "bloc", "ngo", "company"})
"""What an organisation can be; the head of ``organisations.tsv`` explains each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One organisation, or one of its organs under the same code (the European Parliament is EU LEG).

    ``founded`` and ``ended`` are its first and last day; None where not known, or still at work.
    """

    code: str
    kind: str | None
    role: str | None
    name: str
    names: tuple[str, ...]
    metonyms: tuple[str, ...]
    founded: date | None
    ended: date | None
    wikidata: str | None
    where: str


def load_organisations(folder: Path | None = None) -> tuple[Organisation, ...]:
    """Load the organisations. ``folder`` alters the packaged table. Raises DataError."""
    return read_organisations(load_actor_rows("organisations", folder=folder))


def read_organisations(rows: tuple[Row, ...]) -> tuple[Organisation, ...]:
    """Read a table's rows as organisations; ``name`` is the first of ``names``."""
    return tuple(
        Organisation(
            code=row["code"],
            kind=row.get("kind") or None,
            role=row.get("role") or None,
            name=row["name"],
            names=(row["name"], *row.many("aliases")),
            metonyms=row.many("metonyms"),
            founded=row.day("founded"),
            ended=row.day("ended"),
            wikidata=row.get("wikidata") or None,
            where=row.where,
        )
        for row in rows
    )
