"""Tags of states, and the words of a description that ask for one: "the Arab country", "the kingdom"."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.codes.actors.rows import load_actor_rows
from dragoman.codes.tables import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One tag: words that stand before a noun, and nouns that only a state with the tag fits; lower case."""

    tag: str
    words: tuple[str, ...]
    nouns: frozenset[str]
    where: str


def load_tags(folder: Path | None = None) -> tuple[Tag, ...]:
    """Load the tags. ``folder`` alters the packaged table. Raises DataError."""
    return read_tags(load_actor_rows("tags", folder=folder))


def read_tags(rows: tuple[Row, ...]) -> tuple[Tag, ...]:
    """Read a table's rows as tags."""
    return tuple(
        Tag(tag=row["tag"], words=row.many("words"), nouns=frozenset(row.many("nouns")), where=row.where)
        for row in rows
    )


def asked_tags(tags: tuple[Tag, ...], *, before: str, noun: str) -> Iterator[str]:
    """Yield the tags that a description asks for: ``before`` are its words before the noun, lower case.

    Of words that hold one another ("gulf arab", "arab") the longest asks.
    """
    found = [(word, tag.tag) for tag in tags for word in tag.words if f" {word} " in f" {before} "]
    yield from (
        tag
        for word, tag in found
        if not any(word != other and f" {word} " in f" {other} " for other, _ in found)
    )
    yield from (tag.tag for tag in tags if noun in tag.nouns)
