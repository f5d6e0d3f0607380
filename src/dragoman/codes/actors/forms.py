"""Forms: every way of naming an actor, from all tables, in one list for the matcher.

A text can stand in several forms, with other actors or other days ("Belgrade", a surname): the
reader picks by the story's date. Case counts, except in the phrases of classes, which are lower
case lemmas.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple, Protocol

from dragoman.codes.actors.bodies.groups import Group
from dragoman.codes.actors.bodies.media import Outlet
from dragoman.codes.actors.bodies.organisations import Organisation
from dragoman.codes.actors.bodies.organs import Organ
from dragoman.codes.actors.people.leaders import Leader
from dragoman.codes.actors.phrases.classes import ActorClass
from dragoman.codes.actors.places.capitals import Capital
from dragoman.codes.actors.places.regions import Region
from dragoman.codes.actors.places.states import State
from dragoman.records import MentionKind

SOURCES = (
    "states",
    "organisations",
    "groups",
    "organs",
    "leaders",
    "surname",
    "regions",
    "media",
    "classes",
)
"""Where a form can come from. ``surname`` is the surname of a leader, used alone."""

SHORTEST_BARE_SURNAME = 4
"""Shorter surnames ("Xi", "Ban", "Le") are too often something else to stand for a person alone."""


class Form(NamedTuple):
    """Words that mean an actor. A named tuple, as tens of thousands are made at every start.

    ``start`` and ``end`` are the first and last day on which they do, both included, None where
    open. ``name`` is the actor's full name. ``needs_full`` is True for a surname that counts only
    after the full name or a title in the same story. ``office`` is a leader's; ``sector`` a group's.
    """

    text: str
    kind: MentionKind
    actor: str
    role: str | None
    source: str
    start: date | None = None
    end: date | None = None
    name: str | None = None
    needs_full: bool = False
    office: str | None = None
    sector: str | None = None


class _Holder(Protocol):
    """Whoever a table names."""

    @property
    def name(self) -> str: ...


def state_forms(states: Iterable[State]) -> Iterator[Form]:
    """Yield the forms of states. Names are never dated; seats end with the state."""
    states = tuple(states)
    # A seat outlives its state ("Kremlin"); who has it next has it from then on.
    inherited = {text for state in states if state.end for text, _ in state.seats}
    for state in states:
        for text in state.names:
            yield _state_form(state, text=text, kind=MentionKind.NAME)
        for text in (*state.adjectives, *state.people):
            yield _state_form(state, text=text, kind=MentionKind.DEMONYM)
        for text, role in state.seats:
            form = _state_form(state, text=text, kind=MentionKind.METONYM, role=role)
            yield form._replace(start=state.start if text in inherited else None, end=state.end)
        for text, role in state.descriptions:
            yield _state_form(state, text=text, kind=MentionKind.NOMINAL, role=role)


def capital_forms(capitals: Iterable[Capital], *, states: Iterable[State]) -> Iterator[Form]:
    """Yield the forms of capitals, which stand for their states on their days.

    A capital that outlives its state ("Belgrade") is the next state's from its first day on.
    """
    by_code = {state.code: state for state in states}
    capitals = tuple(one for one in capitals if one.state in by_code)  # the check names the others
    inherited = {name for one in capitals if by_code[one.state].end for name in one.names}
    for capital in capitals:
        state = by_code[capital.state]
        for name in capital.names:
            form = _state_form(state, text=name, kind=MentionKind.METONYM)
            start = capital.start or (state.start if name in inherited else None)
            yield form._replace(start=start, end=capital.end or state.end)


def _state_form(state: State, *, text: str, kind: MentionKind, role: str | None = None) -> Form:
    return Form(text=text, kind=kind, actor=state.code, role=role, source="states", name=state.name)


def organisation_forms(organisations: Iterable[Organisation]) -> Iterator[Form]:
    """Yield the forms of organisations."""
    for one in organisations:
        form = _form(one, actor=one.code, role=one.role, source="organisations")
        yield from _spelt(form, one.names)
        yield from _spelt(form, one.metonyms, kind=MentionKind.METONYM)


def group_forms(groups: Iterable[Group]) -> Iterator[Form]:
    """Yield the forms of groups; the code says all, so the form has no role."""
    for group in groups:
        yield from _spelt(
            _form(group, actor=group.code, role=None, source="groups", sector=group.role), group.names
        )


def organ_forms(organs: Iterable[Organ]) -> Iterator[Form]:
    """Yield the forms of organs of states."""
    for organ in organs:
        yield from _spelt(_form(organ, actor=organ.state, role=organ.role, source="organs"), organ.names)


def leader_forms(leaders: Iterable[Leader]) -> Iterator[Form]:
    """Yield each leader's full names, and the surname alone where it is long enough or marked."""
    person = MentionKind.PERSON
    for one in leaders:
        office = (one.start, one.end, one.name)
        for text in one.names:
            yield Form(text, person, one.actor, one.role, "leaders", *office, False, one.office)
        for text in one.surnames:
            needs_full = one.needs_full or len(text) < SHORTEST_BARE_SURNAME
            yield Form(text, person, one.actor, one.role, "surname", *office, needs_full, one.office)


def region_forms(regions: Iterable[Region]) -> Iterator[Form]:
    """Yield the forms of regions; a city stands for its state as a metonym. Features are left out."""
    for region in regions:
        if region.state is None:
            continue
        kind = MentionKind.METONYM if region.kind == "city" else MentionKind.NAME
        form = _form(region, actor=region.state, role=None, source="regions")
        yield from _spelt(form, region.names, kind=kind)
        yield from _spelt(form, region.adjectives, kind=MentionKind.DEMONYM)


def media_forms(outlets: Iterable[Outlet]) -> Iterator[Form]:
    """Yield the forms of outlets, with the role JRN."""
    for outlet in outlets:
        yield from _spelt(_form(outlet, actor=outlet.state, role="JRN", source="media"), outlet.names)


def class_forms(classes: Iterable[ActorClass]) -> Iterator[Form]:
    """Yield the phrases of classes as lower-case lemmas."""
    for group in classes:
        for text in group.phrases:
            yield Form(text=text, kind=MentionKind.NOMINAL, actor=group.code, role=None, source="classes")


def _form(holder: _Holder, *, actor: str, role: str | None, source: str, sector: str | None = None) -> Form:
    """Return the form of a holder's own name."""
    return Form(
        text=holder.name,
        kind=MentionKind.NAME,
        actor=actor,
        role=role,
        source=source,
        name=holder.name,
        sector=sector,
    )


def _spelt(form: Form, texts: Iterable[str], *, kind: MentionKind = MentionKind.NAME) -> Iterator[Form]:
    """Yield an undated form in other words."""
    rest = (form.actor, form.role, form.source, None, None, form.name, False, None, form.sector)
    for text in texts:
        yield Form(text, kind, *rest)
