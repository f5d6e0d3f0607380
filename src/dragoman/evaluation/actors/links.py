"""Linked names: news items whose names link to encyclopedia pages, with a key from page to actor.

A line of the items: ``{"id", "date", "text", "gold": {"links": [{"start", "end", "text", "title"}]}}``.
A line of the key (``gold/actor_pages.tsv``): ``title``, ``kind``, ``actor`` (codes with ``|`` between
those that all count as right). Only links whose title the key gives an actor are counted, and of
them those whose words are a name: "the police" that links to a force is shown apart.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.codes.tables import read_table
from dragoman.errors import InputError
from dragoman.evaluation.actors.outcomes import Outcome, actors_at

COUNTED = frozenset({"state", "government", "leader", "organisation", "group"})
"""The kinds of pages that count: who acts in world politics, by name. Pages of offices are no names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page is about: its kind, and the codes that count as right."""

    kind: str
    actors: frozenset[str]


def load_pages(path: Path) -> Mapping[str, Page]:
    """Read the key from page titles to actors. Raises InputError where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        msg = f"{path}: {error.strerror or error}; give the key from page titles to actors with --key"
        raise InputError(msg) from error
    return {
        row["title"]: Page(kind=row["kind"], actors=frozenset(row["actor"].split("|")))
        for row in read_table(text, name=str(path))
        if row["actor"]
    }


def link_outcomes(
    items: Iterable[Mapping[str, Any]],
    readings: Mapping[str, Mapping[str, Any]],
    *,
    pages: Mapping[str, Page],
) -> Iterator[Outcome]:
    """Yield an outcome for each link that counts. ``readings`` are in the record format, by item id."""
    for item in items:
        reading = readings.get(item["id"], {"mentions": ()})
        for link in item["gold"]["links"]:
            page = pages.get(link["title"])
            if page is None:
                continue
            described = not any(char.isupper() for char in link["text"])
            yield Outcome(
                place=item["id"],
                group=f"{page.kind}, described" if described else page.kind,
                counted=not described and page.kind in COUNTED,
                text=link["text"],
                expected=page.actors,
                got=actors_at(reading, link["start"], link["end"]),
                note=link["title"] if link["title"] != link["text"] else "",
            )
