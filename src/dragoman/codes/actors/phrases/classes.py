"""Class actors: "the West", "Arab states", "its allies". They stay classes and are never expanded."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.codes.actors.rows import load_actor_rows
from dragoman.codes.tables import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorClass:
    """One class: a code with ``*``, phrases of lemmas (lower case), and adjectives that mean it.

    ``attributive`` marks a class whose adjectives stand for it alone ("Western sanctions").
    """

    code: str
    phrases: tuple[str, ...]
    adjectives: tuple[str, ...]
    attributive: bool
    where: str


def load_classes(folder: Path | None = None) -> tuple[ActorClass, ...]:
    """Load the classes. ``folder`` alters the packaged table. Raises DataError."""
    return read_classes(load_actor_rows("classes", folder=folder))


def read_classes(rows: tuple[Row, ...]) -> tuple[ActorClass, ...]:
    """Read a table's rows as classes."""
    return tuple(
        ActorClass(
            code=row["code"],
            phrases=row.many("phrases"),
            adjectives=row.many("adjectives"),
            attributive=row.get("attributive") == "yes",
            where=row.where,
        )
        for row in rows
    )
