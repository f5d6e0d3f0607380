"""Groups that are no state: armed groups, parties, movements, companies of fighters."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.codes.actors.rows import load_actor_rows
from dragoman.codes.tables import Row

KINDS = frozenset(
    {
        "armed",
        "front",
        "party",
        "movement",
        "government",
        "gang",
        "company",
        "union",
        "minority",
        "wing",
    }
)
"""What a group can be; the head of ``groups.tsv`` explains each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group. ``state`` is where it belongs (None across states); ``role`` a PLOVER sector."""

    code: str
    kind: str | None
    state: str | None
    role: str
    name: str
    names: tuple[str, ...]
    founded: date | None
    ended: date | None
    wikidata: str | None
    where: str


def load_groups(folder: Path | None = None) -> tuple[Group, ...]:
    """Load the groups. ``folder`` alters the packaged table. Raises DataError."""
    return read_groups(load_actor_rows("groups", folder=folder))


def read_groups(rows: tuple[Row, ...]) -> tuple[Group, ...]:
    """Read a table's rows as groups; ``name`` is the first of ``names``."""
    return tuple(
        Group(
            code=row["code"],
            kind=row.get("kind") or None,
            state=row["state"] or None,
            role=row["role"],
            name=row["name"],
            names=(row["name"], *row.many("aliases")),
            founded=row.day("founded"),
            ended=row.day("ended"),
            wikidata=row.get("wikidata") or None,
            where=row.where,
        )
        for row in rows
    )
