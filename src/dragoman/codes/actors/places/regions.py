"""Parts of states, disputed territories and cities of the news, with the state they stand for.

The state is the one the news reads into the name, which is no judgement on who owns the land:
Crimea is UKR, the Golan Heights SYR, Nagorno-Karabakh AZE, as in the UN's lists.
"""

from dataclasses import dataclass
from pathlib import Path

from dragoman.codes.actors.rows import load_actor_rows
from dragoman.codes.tables import Row

KINDS = frozenset({"territory", "city", "province", "feature"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One region or city.

    ``state`` is None for a feature, a name that holds an actor's name but is no actor ("Gulf of
    Oman", "Korean War"): it shields its words from shorter forms.
    """

    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    state: str | None
    kind: str
    where: str


def load_regions(folder: Path | None = None) -> tuple[Region, ...]:
    """Load the regions. ``folder`` alters the packaged table. Raises DataError."""
    return read_regions(load_actor_rows("regions", folder=folder))


def read_regions(rows: tuple[Row, ...]) -> tuple[Region, ...]:
    """Read a table's rows as regions; ``name`` is the first of ``names``."""
    return tuple(
        Region(
            name=row["name"],
            names=(row["name"], *row.many("aliases")),
            adjectives=row.many("adjectives"),
            state=row["state"] or None,
            kind=row["kind"],
            where=row.where,
        )
        for row in rows
    )
