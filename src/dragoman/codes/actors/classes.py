"""Class actors: "the West", "Arab states", "its allies". They stay classes and are never expanded."""

from dataclasses import dataclass

from dragoman.codes.tables import Row, load_table


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


def load_classes() -> tuple[ActorClass, ...]:
    """Load the packaged classes. Raises DataError for a broken table."""
    return read_classes(load_table("dragoman.codes", "classes.tsv"))


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
