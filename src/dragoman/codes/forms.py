"""Forms: every way of naming an actor, from all tables, in one list for the matcher.

A text can stand in several forms, with other actors or other days ("Belgrade", a surname): the
reader picks by the story's date. Case counts, except in the phrases of classes, which are lower
case lemmas.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from dragoman.codes.classes import ActorClass, load_classes
from dragoman.codes.groups import Group, load_groups
from dragoman.codes.leaders import Leader, load_leaders
from dragoman.codes.media import Outlet, load_media
from dragoman.codes.organisations import Organisation, load_organisations
from dragoman.codes.organs import Organ, load_organs
from dragoman.codes.regions import Region, load_regions
from dragoman.codes.states import State, load_states
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
    for organisation in organisations:
        forms = [(text, MentionKind.NAME) for text in organisation.names]
        forms += [(text, MentionKind.METONYM) for text in organisation.metonyms]
        for text, kind in forms:
            yield Form(
                text=text,
                kind=kind,
                actor=organisation.code,
                role=organisation.role,
                source="organisations",
                name=organisation.name,
            )


def group_forms(groups: Iterable[Group]) -> Iterator[Form]:
    """Yield the forms of groups; the code says all, so the form has no role."""
    for group in groups:
        for text in group.names:
            yield Form(
                text=text,
                kind=MentionKind.NAME,
                actor=group.code,
                role=None,
                source="groups",
                name=group.name,
                sector=group.role,
            )


def organ_forms(organs: Iterable[Organ]) -> Iterator[Form]:
    """Yield the forms of organs of states."""
    for organ in organs:
        for text in organ.names:
            yield Form(
                text=text,
                kind=MentionKind.NAME,
                actor=organ.state,
                role=organ.role,
                source="organs",
                name=organ.name,
            )


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
        for text in region.names:
            yield Form(
                text=text, kind=kind, actor=region.state, role=None, source="regions", name=region.name
            )
        for text in region.adjectives:
            yield Form(
                text=text,
                kind=MentionKind.DEMONYM,
                actor=region.state,
                role=None,
                source="regions",
                name=region.name,
            )


def media_forms(outlets: Iterable[Outlet]) -> Iterator[Form]:
    """Yield the forms of outlets, with the role JRN."""
    for outlet in outlets:
        for text in outlet.names:
            yield Form(
                text=text,
                kind=MentionKind.NAME,
                actor=outlet.state,
                role="JRN",
                source="media",
                name=outlet.name,
            )


def class_forms(classes: Iterable[ActorClass]) -> Iterator[Form]:
    """Yield the phrases of classes as lower-case lemmas."""
    for group in classes:
        for text in group.phrases:
            yield Form(text=text, kind=MentionKind.NOMINAL, actor=group.code, role=None, source="classes")
