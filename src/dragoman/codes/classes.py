"""Class actors: "the West", "Arab states", "its allies". They stay classes and are never expanded."""

from dataclasses import dataclass

from dragoman.codes.tables import Row, load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorClass:
    """One class: a code with ``*``, phrases of lemmas (lower case), and adjectives that mean it.

    ``relative`` is True where the class is somebody's ("allies", "neighbours") and says little
    without an owner. ``attributive`` marks adjectives that stand for it alone ("Western sanctions").
    ``tag`` is the tag of its member states in the table of states, or None.
    """

    code: str
    phrases: tuple[str, ...]
    adjectives: tuple[str, ...]
    relative: bool
    tag: str | None
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
            relative=row.get("relative") == "yes",
            tag=row.get("tag") or None,
            attributive=row.get("attributive") == "yes",
            where=row.where,
        )
        for row in rows
    )
