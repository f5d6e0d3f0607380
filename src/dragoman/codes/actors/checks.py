"""Checks of the actor tables: run over the packaged tables by the tests, and over a user's own.

Each check raises :class:`~dragoman.errors.DataError` at the first line that breaks a rule; the
message gives the fact, the value, the line and the remedy.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Protocol

from dragoman.codes.actors.classes import load_classes
from dragoman.codes.actors.forms import Form, load_forms
from dragoman.codes.actors.groups import Group, load_groups
from dragoman.codes.actors.leaders import Leader, load_leaders
from dragoman.codes.actors.media import load_media
from dragoman.codes.actors.organisations import load_organisations
from dragoman.codes.actors.organs import load_organs
from dragoman.codes.actors.regions import KINDS as REGION_KINDS
from dragoman.codes.actors.regions import Region, load_regions
from dragoman.codes.actors.roles import KINDS as ROLE_KINDS
from dragoman.codes.actors.roles import RoleNoun, load_roles
from dragoman.codes.actors.sectors import load_sectors
from dragoman.codes.actors.states import State, load_states
from dragoman.errors import DataError


class _Named(Protocol):
    @property
    def names(self) -> tuple[str, ...]: ...

    @property
    def where(self) -> str: ...


def check_tables() -> None:
    """Check all packaged actor tables, each alone and against the others. Raises DataError."""
    states, organisations, groups = load_states(), load_organisations(), load_groups()
    leaders, organs, regions, media = load_leaders(), load_organs(), load_regions(), load_media()
    check_states(states)
    codes = frozenset(state.code for state in states)
    check_groups(groups, states=codes)
    check_names(organisations)
    check_names(groups)
    check_names(organs)
    check_names(regions)
    check_names(media)
    for organisation in organisations:
        check_code(organisation.code, where=organisation.where)
        check_days(organisation.founded, organisation.ended, where=organisation.where)
        check_role(organisation.role, where=organisation.where)
    for organ in organs:
        check_known(organ.state, codes=codes, where=organ.where)
        check_role(organ.role, where=organ.where)
    for outlet in media:
        check_known(outlet.state, codes=codes, where=outlet.where)
    check_regions(regions, states=codes)
    known = codes | {group.code for group in groups} | {one.code for one in organisations}
    check_leaders(leaders, actors=known)
    check_roles(load_roles())
    for group in load_classes():
        if not group.code.startswith("*"):
            msg = f"{group.where}: class code {group.code!r} has no '*' before it; write '*{group.code}'"
            raise DataError(msg)
    check_forms(load_forms())


def check_states(states: Iterable[State]) -> None:
    """Check that codes are unique, dates in order, roles sectors, and names one state's alone."""
    states = tuple(states)
    _check_unique(((state.code, state.where) for state in states), what="state code")
    for state in states:
        check_days(state.start, state.end, where=state.where)
        for _, role in (*state.seats, *state.descriptions):
            check_role(role, where=state.where)
    _check_unique(
        (
            (text, state.where)
            for state in states
            for text in {
                *state.names,
                *state.adjectives,
                *state.people,
                *(words for words, _ in state.descriptions),
            }
        ),
        what="name",
    )


def check_groups(groups: Iterable[Group], *, states: frozenset[str]) -> None:
    """Check that codes are unique and no state's, states known, roles sectors, dates in order."""
    groups = tuple(groups)
    _check_unique(((group.code, group.where) for group in groups), what="group code")
    for group in groups:
        check_code(group.code, where=group.where)
        if group.code in states:
            msg = f"{group.where}: group code {group.code!r} is a state's code; choose a longer one"
            raise DataError(msg)
        if group.state is not None:
            check_known(group.state, codes=states, where=group.where)
        check_role(group.role, where=group.where)
        check_days(group.founded, group.ended, where=group.where)


def check_regions(regions: Iterable[Region], *, states: frozenset[str]) -> None:
    """Check that each region has a known kind, and a known state unless it is a feature."""
    for region in regions:
        if region.kind not in REGION_KINDS:
            kinds = ", ".join(sorted(REGION_KINDS))
            msg = f"{region.where}: kind {region.kind!r} is unknown; choose among {kinds}"
            raise DataError(msg)
        if region.state is not None:
            check_known(region.state, codes=states, where=region.where)
        if (region.state is None) != (region.kind == "feature"):
            msg = f"{region.where}: {region.name!r} needs a state, or the kind 'feature' and none"
            raise DataError(msg)


def check_leaders(leaders: Iterable[Leader], *, actors: frozenset[str]) -> None:
    """Check actors, roles and dates, and that nobody holds one office twice at a time."""
    seen: dict[tuple[str, str, str], list[Leader]] = {}
    for leader in leaders:
        check_known(leader.actor, codes=actors, where=leader.where)
        check_role(leader.role, where=leader.where)
        check_days(leader.start, leader.end, where=leader.where)
        terms = seen.setdefault((leader.name, leader.actor, leader.office), [])
        for other in terms:
            if _overlap((leader.start, leader.end), (other.start, other.end)):
                msg = f"{leader.where}: {leader.name} is {leader.office} on {other.where} too; mend the dates"
                raise DataError(msg)
        terms.append(leader)


def check_roles(roles: Iterable[RoleNoun]) -> None:
    """Check that each noun stands once, in lower case, with a sector and a kind."""
    roles = tuple(roles)
    _check_unique(((role.noun, role.where) for role in roles), what="role noun")
    for role in roles:
        check_role(role.role, where=role.where)
        if role.kind not in ROLE_KINDS:
            msg = f"{role.where}: kind {role.kind!r} is unknown; choose among {', '.join(sorted(ROLE_KINDS))}"
            raise DataError(msg)
        if role.noun != role.noun.lower() or not role.noun:
            msg = f"{role.where}: role noun {role.noun!r} is no lower-case lemma; write it in lower case"
            raise DataError(msg)


def check_names(entries: Iterable[_Named]) -> None:
    """Check that no name stands on two lines of one table."""
    _check_unique(((name, entry.where) for entry in entries for name in set(entry.names)), what="name")


def check_forms(forms: Iterable[Form]) -> None:
    """Check that a surname two actors share on one day is marked to need the full name.

    Other texts that mean two actors on one day within one source are refused outright.
    """
    seen: dict[tuple[str, str], list[Form]] = {}
    for form in forms:
        others = seen.setdefault((form.source, form.text), [])
        for other in others:
            if other.actor == form.actor or not _overlap((form.start, form.end), (other.start, other.end)):
                continue
            if form.source in ("leaders", "surname"):
                # One person in two offices is no ambiguity; two persons of one surname are.
                if form.name == other.name or (form.needs_full and other.needs_full):
                    continue
                msg = (
                    f"{form.text!r} is {form.name} ({form.actor}) and {other.name} ({other.actor}) on one day"
                )
                msg = f"leaders.tsv: {msg}; end both surnames in '!'"
                raise DataError(msg)
            msg = f"{form.text!r} means {form.actor} and {other.actor} on one day; keep one or date them"
            msg = f"{form.source}.tsv: {msg}"
            raise DataError(msg)
        others.append(form)


def check_code(code: str, *, where: str) -> None:
    """Check that a code is written in capitals and digits. Raises DataError."""
    if not (code.isascii() and code.isalnum() and code == code.upper()):
        msg = f"{where}: code {code!r} is not in capitals without spaces; write it so"
        raise DataError(msg)


def check_role(role: str | None, *, where: str) -> None:
    """Check that a role is a PLOVER sector, or none. Raises DataError."""
    if role is not None and role not in _sectors():
        msg = f"{where}: role {role!r} is no PLOVER sector; choose among {', '.join(sorted(_sectors()))}"
        raise DataError(msg)


@cache
def _sectors() -> frozenset[str]:
    return load_sectors().codes


def check_known(code: str, *, codes: frozenset[str], where: str) -> None:
    """Check that a code is in a table. Raises DataError."""
    if code not in codes:
        msg = f"{where}: code {code!r} is in no table; add it to its table or mend it"
        raise DataError(msg)


def check_days(start: date | None, end: date | None, *, where: str) -> None:
    """Check that an end does not come before its start. Raises DataError."""
    if start is not None and end is not None and end < start:
        msg = f"{where}: end {end} is before start {start}; swap or mend them"
        raise DataError(msg)


def _check_unique(entries: Iterable[tuple[str, str]], *, what: str) -> None:
    seen: dict[str, str] = {}
    for text, where in entries:
        if text in seen:
            msg = f"{where}: {what} {text!r} stands already on {seen[text]}; keep one"
            raise DataError(msg)
        seen[text] = where


def _overlap(first: tuple[date | None, date | None], second: tuple[date | None, date | None]) -> bool:
    """Tell whether two stretches share more than the day on which one hands over to the other."""
    (start, end), (other_start, other_end) = first, second
    starts_before = other_end is None or start is None or start < other_end
    return starts_before and (end is None or other_start is None or other_start < end)
