"""The directory: all actor tables together, packaged or altered by a user's folder."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dragoman.codes.actors.bodies.groups import Group, load_groups
from dragoman.codes.actors.bodies.media import Outlet, load_media
from dragoman.codes.actors.bodies.organisations import Organisation, load_organisations
from dragoman.codes.actors.bodies.organs import Organ, load_organs
from dragoman.codes.actors.forms import (
    Form,
    capital_forms,
    class_forms,
    group_forms,
    leader_forms,
    media_forms,
    organ_forms,
    organisation_forms,
    region_forms,
    state_forms,
)
from dragoman.codes.actors.people.leaders import Leader, load_leaders
from dragoman.codes.actors.phrases.classes import ActorClass, load_classes
from dragoman.codes.actors.phrases.roles import RoleNoun, load_roles
from dragoman.codes.actors.phrases.sectors import Sectors, load_sectors
from dragoman.codes.actors.places.capitals import Capital, load_capitals
from dragoman.codes.actors.places.namesakes import Namesake, load_namesakes
from dragoman.codes.actors.places.regions import Region, load_regions
from dragoman.codes.actors.places.states import State, load_states
from dragoman.codes.actors.places.tags import Tag, load_tags


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorDirectory:
    """Everyone whom the tables know, and the words for those they do not."""

    states: tuple[State, ...]
    capitals: tuple[Capital, ...]
    regions: tuple[Region, ...]
    namesakes: tuple[Namesake, ...]
    tags: tuple[Tag, ...]
    organisations: tuple[Organisation, ...]
    groups: tuple[Group, ...]
    organs: tuple[Organ, ...]
    media: tuple[Outlet, ...]
    leaders: tuple[Leader, ...]
    classes: tuple[ActorClass, ...]
    roles: tuple[RoleNoun, ...]
    sectors: Sectors

    def forms(self) -> tuple[Form, ...]:
        """Return every way of naming an actor, without repetitions."""
        with uncollected():
            unique: dict[tuple[object, ...], Form] = {}
            for form in self._all_forms():
                unique.setdefault((form.text, form.actor, form.role, form.source, form.start), form)
            return tuple(unique.values())

    def shields(self) -> tuple[str, ...]:
        """Return the names that hold an actor's form and are no actor: "Gulf of Oman", "Korean War"."""
        return tuple(name for region in self.regions if region.kind == "feature" for name in region.names)

    def _all_forms(self) -> Iterator[Form]:
        yield from state_forms(self.states)
        # Before the capitals: "Brussels" is the EU's where the story does not tell of Belgium.
        yield from organisation_forms(self.organisations)
        yield from capital_forms(self.capitals, states=self.states)
        yield from group_forms(self.groups)
        yield from organ_forms(self.organs)
        yield from leader_forms(self.leaders)
        yield from region_forms(self.regions)
        yield from media_forms(self.media)
        yield from class_forms(self.classes)


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking, again and again, over what is all there to stay.

    It saves a fifth of the time that tens of thousands of small objects take to be made.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def load_directory(folder: Path | None = None) -> ActorDirectory:
    """Load all actor tables. ``folder`` holds tables that alter the packaged ones. Raises DataError."""
    with uncollected():
        return _load_tables(folder)


def _load_tables(folder: Path | None) -> ActorDirectory:
    return ActorDirectory(
        states=load_states(folder),
        capitals=load_capitals(folder),
        regions=load_regions(folder),
        namesakes=load_namesakes(folder),
        tags=load_tags(folder),
        organisations=load_organisations(folder),
        groups=load_groups(folder),
        organs=load_organs(folder),
        media=load_media(folder),
        leaders=load_leaders(folder),
        classes=load_classes(folder),
        roles=load_roles(folder),
        sectors=load_sectors(folder),
    )
