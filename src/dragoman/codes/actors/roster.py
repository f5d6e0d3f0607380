"""The roster: everyone in the tables as one list, by kind, country and day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.codes.actors.bodies.groups import KINDS as GROUP_KINDS
from dragoman.codes.actors.bodies.groups import Group
from dragoman.codes.actors.bodies.members import load_members
from dragoman.codes.actors.bodies.organisations import KINDS as ORGANISATION_KINDS
from dragoman.codes.actors.bodies.organisations import Organisation
from dragoman.codes.actors.directory import ActorDirectory
from dragoman.codes.actors.places.regions import KINDS as REGION_KINDS
from dragoman.codes.actors.places.states import STATUSES

_GENERAL = ("state", "capital", "region", "organisation", "group", "organ", "leader", "media")
KINDS = (
    *_GENERAL,
    *sorted((STATUSES | ORGANISATION_KINDS | GROUP_KINDS | REGION_KINDS) - {"state", "feature"}),
)
"""What can be listed: whole tables first, then the kinds within them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a table. ``table`` is what kind of table it is from, ``kind`` the kind within it.

    ``country`` is the code of the state it belongs to, None for an organisation or across states.
    """

    table: str
    kind: str
    code: str
    role: str | None
    name: str
    country: str | None
    start: date | None = None
    end: date | None = None
    wikidata: str | None = None


def list_entries(
    directory: ActorDirectory,
    *,
    kind: str | None = None,
    country: str | None = None,
    on: date | None = None,
    folder: Path | None = None,
) -> tuple[Entry, ...]:
    """Return the entries of a kind, a country and a day; of all where one is not given.

    An organisation is a country's while the country is a member on that day (on any day without one).
    """
    joined = _organisations_of(country, on, folder) if country is not None else frozenset()
    return tuple(
        entry
        for entry in _entries(directory)
        if kind in (None, entry.table, entry.kind)
        and (country in (None, entry.country) or (entry.table == "organisation" and entry.code in joined))
        and (on is None or _holds(entry, on))
    )


def _organisations_of(country: str, on: date | None, folder: Path | None) -> frozenset[str]:
    return frozenset(
        one.organisation
        for one in load_members(folder)
        if one.member == country and (on is None or one.is_on(on))
    )


def _holds(entry: Entry, day: date) -> bool:
    return (entry.start is None or entry.start <= day) and (entry.end is None or day <= entry.end)


def _entries(directory: ActorDirectory) -> Iterator[Entry]:
    for state in directory.states:
        yield Entry(
            table="state",
            kind=state.status,
            code=state.code,
            role=None,
            name=state.name,
            country=state.owner or state.code,
            start=state.start,
            end=state.end,
            wikidata=state.wikidata,
        )
    yield from _place_entries(directory)
    yield from _body_entries(directory)
    for leader in directory.leaders:
        yield Entry(
            table="leader",
            kind=leader.office,
            code=leader.actor,
            role=leader.role,
            name=leader.name,
            country=leader.actor,
            start=leader.start,
            end=leader.end,
            wikidata=leader.wikidata,
        )


def _place_entries(directory: ActorDirectory) -> Iterator[Entry]:
    for capital in directory.capitals:
        yield Entry(
            table="capital",
            kind="capital",
            code=capital.state,
            role=None,
            name=capital.name,
            country=capital.state,
            start=capital.start,
            end=capital.end,
        )
    for region in directory.regions:
        if region.state is not None:
            yield Entry(
                table="region",
                kind=region.kind,
                code=region.state,
                role=None,
                name=region.name,
                country=region.state,
            )


def _body_entries(directory: ActorDirectory) -> Iterator[Entry]:
    yield from (_body_entry("organisation", one, country=None) for one in directory.organisations)
    yield from (_body_entry("group", group, country=group.state) for group in directory.groups)
    for organ in directory.organs:
        yield Entry(
            table="organ",
            kind="organ",
            code=organ.state,
            role=organ.role,
            name=organ.name,
            country=organ.state,
        )
    for outlet in directory.media:
        yield Entry(
            table="media", kind="media", code=outlet.state, role="JRN", name=outlet.name, country=outlet.state
        )


def _body_entry(table: str, body: Organisation | Group, *, country: str | None) -> Entry:
    return Entry(
        table=table,
        kind=body.kind or table,
        code=body.code,
        role=body.role,
        name=body.name,
        country=country,
        start=body.founded,
        end=body.ended,
        wikidata=body.wikidata,
    )
