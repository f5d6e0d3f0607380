"""Problems of organisations, their members, groups, organs and media."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Protocol

from dragoman.codes.actors.bodies.groups import KINDS as GROUP_KINDS
from dragoman.codes.actors.bodies.groups import Group
from dragoman.codes.actors.bodies.members import Membership
from dragoman.codes.actors.bodies.organisations import KINDS as ORGANISATION_KINDS
from dragoman.codes.actors.bodies.organisations import Organisation
from dragoman.codes.actors.bodies.organs import Organ
from dragoman.codes.actors.phrases.sectors import Sectors
from dragoman.codes.actors.places.states import State
from dragoman.codes.actors.problems.rules import (
    Days,
    code_problems,
    day_problems,
    kind_problems,
    known_problems,
    overlap,
    role_problems,
    twice_problems,
    wikidata_problems,
    within_problems,
)


class Named(Protocol):
    """An entry with names, and the line it stands on."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its names, the first of them its own."""
        ...

    @property
    def where(self) -> str:
        """The line it stands on."""
        ...


class Founded(Protocol):
    """A body with its first and last day, None where not known or still at work."""

    @property
    def code(self) -> str:
        """Its code."""
        ...

    @property
    def kind(self) -> str | None:
        """Its kind, None where not said."""
        ...

    @property
    def role(self) -> str | None:
        """Its PLOVER sector, None where it has none."""
        ...

    @property
    def founded(self) -> date | None:
        """Its first day."""
        ...

    @property
    def ended(self) -> date | None:
        """Its last day."""
        ...

    @property
    def wikidata(self) -> str | None:
        """Its Wikidata identifier."""
        ...

    @property
    def where(self) -> str:
        """The line it stands on."""
        ...


def name_problems(entries: Iterable[Named]) -> Iterator[str]:
    """Yield the names that stand on two lines of one table."""
    names = ((name, entry.where) for entry in entries for name in sorted(set(entry.names)))
    yield from twice_problems(names, what="name")


def organisation_problems(
    organisations: Iterable[Organisation], *, states: Collection[str], sectors: Sectors
) -> Iterator[str]:
    """Yield what is wrong with organisations: codes, kinds, roles, days."""
    for one in organisations:
        yield from _body_problems(one, kinds=ORGANISATION_KINDS, states=states, sectors=sectors)


def group_problems(groups: Iterable[Group], *, states: Collection[str], sectors: Sectors) -> Iterator[str]:
    """Yield what is wrong with groups: codes, states, kinds, roles, days."""
    groups = tuple(groups)
    yield from twice_problems(((group.code, group.where) for group in groups), what="group code")
    for group in groups:
        yield from _body_problems(group, kinds=GROUP_KINDS, states=states, sectors=sectors)
        if group.state is not None:
            yield from known_problems(group.state, codes=states, where=group.where)


def organ_problems(organs: Iterable[Organ], *, states: Collection[str], sectors: Sectors) -> Iterator[str]:
    """Yield what is wrong with organs of states: states and roles."""
    for organ in organs:
        yield from known_problems(organ.state, codes=states, where=organ.where)
        yield from role_problems(organ.role, sectors=sectors, where=organ.where)


def member_problems(
    members: Iterable[Membership], *, organisations: Iterable[Organisation], states: Iterable[State]
) -> Iterator[str]:
    """Yield what is wrong with memberships: unknown bodies, days before a founding, one member twice."""
    bodies = _days_of_organisations(organisations)
    lands = {state.code: (state.start, state.end) for state in states}
    seen: dict[tuple[str, str], list[Membership]] = {}
    for one in members:
        yield from known_problems(one.organisation, codes=bodies, where=one.where)
        yield from known_problems(one.member, codes={*lands, *bodies}, where=one.where)
        yield from day_problems(one.start, one.end, where=one.where)
        for code, days in ((one.organisation, bodies), (one.member, {**bodies, **lands})):
            if code in days:
                yield from within_problems(one, days=days[code], whose=code)
        terms = seen.setdefault((one.organisation, one.member), [])
        for other in terms:
            if overlap((one.start, one.end), (other.start, other.end)):
                yield (
                    f"{one.where}: {one.member} is a member of {one.organisation} on {other.where} too;"
                    " mend the dates"
                )
        terms.append(one)


def _body_problems(
    body: Founded, *, kinds: Collection[str], states: Collection[str], sectors: Sectors
) -> Iterator[str]:
    yield from code_problems(body.code, where=body.where)
    if body.code in states:
        yield f"{body.where}: code {body.code!r} is a state's code; choose a longer one"
    yield from kind_problems(body.kind, kinds=kinds, where=body.where)
    yield from role_problems(body.role, sectors=sectors, where=body.where)
    yield from day_problems(body.founded, body.ended, where=body.where)
    yield from wikidata_problems(body.wikidata, where=body.where)


def _days_of_organisations(organisations: Iterable[Organisation]) -> Mapping[str, Days]:
    """Return the days of each code: from the first founding of its lines to the last end, if all ended."""
    days: dict[str, Days] = {}
    for one in organisations:
        if one.code not in days:
            days[one.code] = (one.founded, one.ended)
            continue
        founded, ended = days[one.code]
        first = None if founded is None or one.founded is None else min(founded, one.founded)
        last = None if ended is None or one.ended is None else max(ended, one.ended)
        days[one.code] = (first, last)
    return days
