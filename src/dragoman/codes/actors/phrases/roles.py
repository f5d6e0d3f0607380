"""Nouns of office, trade and part: what makes a phrase ``IRN GOV`` or ``SYR REB``.

Their roles are the sectors of :mod:`dragoman.codes.actors.phrases.sectors`.
"""

from dataclasses import dataclass
from pathlib import Path

from dragoman.codes.actors.rows import load_actor_rows
from dragoman.codes.tables import Row

KINDS = frozenset({"person", "body", "people", "force"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleNoun:
    """One noun or phrase of lemmas, lower case.

    ``role`` is None for a noun that takes its role from its context ("leader", "delegation").
    ``inherits`` is True where a role said beside it comes first ("army spokesman" is MIL).
    ``kind`` is person, body, people or force.
    """

    noun: str
    role: str | None
    kind: str
    inherits: bool
    where: str


def load_roles(folder: Path | None = None) -> tuple[RoleNoun, ...]:
    """Load the role nouns, one for each noun of a line. ``folder`` alters the table. Raises DataError."""
    return read_roles(load_actor_rows("roles", folder=folder))


def read_roles(rows: tuple[Row, ...]) -> tuple[RoleNoun, ...]:
    """Read a table's rows as role nouns; ``|`` separates the nouns of a line."""
    return tuple(
        RoleNoun(
            noun=noun.strip(),
            role=row["role"] or None,
            kind=row["kind"],
            inherits=row["inherits"] == "yes",
            where=row.where,
        )
        for row in rows
        for noun in row["noun"].split("|")
    )
