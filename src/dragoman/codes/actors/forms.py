"""Forms: every way of naming an actor, from all tables, in one list for the matcher.

A text can stand in several forms, with other actors or other days ("Belgrade", a surname): the
reader picks by the story's date. Case counts, except in the phrases of classes, which are lower
case lemmas.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from dragoman.codes.actors.classes import ActorClass, load_classes
from dragoman.codes.actors.groups import Group, load_groups
from dragoman.codes.actors.leaders import Leader, load_leaders
from dragoman.codes.actors.media import Outlet, load_media
from dragoman.codes.actors.organisations import Organisation, load_organisations
from dragoman.codes.actors.organs import Organ, load_organs
from dragoman.codes.actors.regions import Region, load_regions
from dragoman.codes.actors.states import State, load_states
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Words that mean an actor.

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


def load_forms() -> tuple[Form, ...]:
    """Load the forms of all packaged tables, without repetitions. Raises DataError for a broken table."""
    forms = [
        *state_forms(load_states()),
        *organisation_forms(load_organisations()),
        *group_forms(load_groups()),
        *organ_forms(load_organs()),
        *leader_forms(load_leaders()),
        *region_forms(load_regions()),
        *media_forms(load_media()),
        *class_forms(load_classes()),
    ]
    unique: dict[tuple[str, str, str | None, str, date | None], Form] = {}
    for form in forms:
        unique.setdefault((form.text, form.actor, form.role, form.source, form.start), form)
    return tuple(unique.values())


def load_shields() -> tuple[str, ...]:
    """Load the names that hold an actor's form and are no actor: "Gulf of Oman", "Korean War"."""
    return tuple(name for region in load_regions() if region.kind == "feature" for name in region.names)


def state_forms(states: Iterable[State]) -> Iterator[Form]:
    """Yield the forms of states. Names are never dated; capitals and seats end with the state."""
    states = tuple(states)
    # A capital outlives its state ("Belgrade"); who has it next has it from then on.
    inherited = {text for state in states if state.end for text in _places(state)}
    for state in states:
        for text in state.names:
            yield _state_form(state, text=text, kind=MentionKind.NAME)
        for text in (*state.adjectives, *state.people):
            yield _state_form(state, text=text, kind=MentionKind.DEMONYM)
        for text, role in (*((capital, None) for capital in state.capitals), *state.seats):
            form = _state_form(state, text=text, kind=MentionKind.METONYM, role=role)
            yield replace(form, start=state.start if text in inherited else None, end=state.end)
        for text, role in state.descriptions:
            yield _state_form(state, text=text, kind=MentionKind.NOMINAL, role=role)


def _places(state: State) -> tuple[str, ...]:
    return (*state.capitals, *(seat for seat, _ in state.seats))


def _state_form(state: State, *, text: str, kind: MentionKind, role: str | None = None) -> Form:
    return Form(text=text, kind=kind, actor=state.code, role=role, source="states", name=state.name)


def organisation_forms(organisations: Iterable[Organisation]) -> Iterator[Form]:
    """Yield the forms of organisations."""
    for one in organisations:
        form = _form(one, actor=one.code, role=one.role, source="organisations")
        yield from _spelt(form, one.names)
        yield from _spelt(replace(form, kind=MentionKind.METONYM), one.metonyms)


def group_forms(groups: Iterable[Group]) -> Iterator[Form]:
    """Yield the forms of groups; the code says all, so the form has no role."""
    for group in groups:
        form = _form(group, actor=group.code, role=None, source="groups")
        yield from _spelt(replace(form, sector=group.role), group.names)


def organ_forms(organs: Iterable[Organ]) -> Iterator[Form]:
    """Yield the forms of organs of states."""
    for organ in organs:
        yield from _spelt(_form(organ, actor=organ.state, role=organ.role, source="organs"), organ.names)


def leader_forms(leaders: Iterable[Leader]) -> Iterator[Form]:
    """Yield each leader's full names, and the surname alone where it is long enough or marked."""
    for leader in leaders:
        for text in leader.names:
            yield _leader_form(leader, text=text, source="leaders", needs_full=False)
        for text in leader.surnames:
            short = len(text) < SHORTEST_BARE_SURNAME
            yield _leader_form(leader, text=text, source="surname", needs_full=leader.needs_full or short)


def _leader_form(leader: Leader, *, text: str, source: str, needs_full: bool) -> Form:
    return Form(
        text=text,
        kind=MentionKind.PERSON,
        actor=leader.actor,
        role=leader.role,
        source=source,
        start=leader.start,
        end=leader.end,
        name=leader.name,
        needs_full=needs_full,
        office=leader.office,
    )


def region_forms(regions: Iterable[Region]) -> Iterator[Form]:
    """Yield the forms of regions; a city stands for its state as a metonym. Features are left out."""
    for region in regions:
        if region.state is None:
            continue
        kind = MentionKind.METONYM if region.kind == "city" else MentionKind.NAME
        form = _form(region, actor=region.state, role=None, source="regions")
        yield from _spelt(replace(form, kind=kind), region.names)
        yield from _spelt(replace(form, kind=MentionKind.DEMONYM), region.adjectives)


def media_forms(outlets: Iterable[Outlet]) -> Iterator[Form]:
    """Yield the forms of outlets, with the role JRN."""
    for outlet in outlets:
        yield from _spelt(_form(outlet, actor=outlet.state, role="JRN", source="media"), outlet.names)


def class_forms(classes: Iterable[ActorClass]) -> Iterator[Form]:
    """Yield the phrases of classes as lower-case lemmas."""
    for group in classes:
        form = Form(text="", kind=MentionKind.NOMINAL, actor=group.code, role=None, source="classes")
        yield from _spelt(form, group.phrases)


def _form(holder: _Holder, *, actor: str, role: str | None, source: str) -> Form:
    """Return the form of a name of a holder's, its words still to be filled in."""
    return Form(text="", kind=MentionKind.NAME, actor=actor, role=role, source=source, name=holder.name)


def _spelt(form: Form, texts: Iterable[str]) -> Iterator[Form]:
    return (replace(form, text=text) for text in texts)
