"""Sectors: the roles that actors play, and what each trait of a sector lets a reading do."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.codes.actors.rows import load_actor_rows
from dragoman.codes.tables import Row
from dragoman.errors import DataError

TRAITS = ("state", "office", "official", "public", "crowd", "band", "armed", "opposed", "anonymous")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sectors:
    """The codes of all sectors, and those of each trait; ``sectors.tsv`` explains the traits.

    ``names`` maps a sector to the sectors of the named groups that its nouns take up.
    """

    codes: frozenset[str]
    state: frozenset[str]
    office: frozenset[str]
    official: frozenset[str]
    public: frozenset[str]
    crowd: frozenset[str]
    band: frozenset[str]
    armed: frozenset[str]
    opposed: frozenset[str]
    anonymous: frozenset[str]
    names: Mapping[str, frozenset[str]]

    def speaks_for_state(self, role: str | None) -> bool:
        """Whether an actor with a role acts for the state itself; one without a role is the state."""
        return role is None or role in self.state

    def side(self, role: str | None) -> str | None:
        """Return the role that sets an actor apart from its state; None where it acts for it."""
        return None if self.speaks_for_state(role) else role


def load_sectors(folder: Path | None = None) -> Sectors:
    """Load the sectors. ``folder`` alters the packaged table. Raises DataError."""
    return read_sectors(load_actor_rows("sectors", folder=folder))


def read_sectors(rows: tuple[Row, ...]) -> Sectors:
    """Read a table's rows as sectors. Raises DataError for an unknown trait or name."""
    codes = frozenset(row["sector"] for row in rows)
    for row in rows:
        for column, allowed in (("traits", frozenset(TRAITS)), ("names", codes)):
            unknown = sorted(set(row.many(column)) - allowed)
            if unknown:
                where, known = row.where, ", ".join(sorted(allowed))
                msg = f"{where}: {column} {unknown[0]!r} is unknown; choose among {known}"
                raise DataError(msg)
    traits = {
        trait: frozenset(row["sector"] for row in rows if trait in row.many("traits")) for trait in TRAITS
    }
    names = {row["sector"]: frozenset(row.many("names")) for row in rows if row["names"]}
    return Sectors(codes=codes, **traits, names=names)
