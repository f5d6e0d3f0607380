"""Namesakes: places that share their name with an actor, and the words of a story that tell them apart."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.codes.actors.rows import load_actor_rows
from dragoman.codes.tables import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesake:
    """Another meaning of a name: ``actor`` (None for a place that is no actor), told by the story.

    ``signs`` are words of the story that point to this meaning; ``against`` words that rule it out.
    """

    name: str
    actor: str | None
    signs: frozenset[str]
    against: frozenset[str]
    where: str


def load_namesakes(folder: Path | None = None) -> tuple[Namesake, ...]:
    """Load the namesakes. ``folder`` alters the packaged table. Raises DataError."""
    return read_namesakes(load_actor_rows("namesakes", folder=folder))


def read_namesakes(rows: tuple[Row, ...]) -> tuple[Namesake, ...]:
    """Read a table's rows as namesakes."""
    return tuple(
        Namesake(
            name=row["name"],
            actor=row["actor"] or None,
            signs=frozenset(row.many("signs")),
            against=frozenset(row.many("against")),
            where=row.where,
        )
        for row in rows
    )
