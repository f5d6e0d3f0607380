"""Problems of all tables together, and of the forms that they give."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dragoman.codes.actors.bodies.members import load_members
from dragoman.codes.actors.directory import ActorDirectory, load_directory
from dragoman.codes.actors.forms import Form
from dragoman.codes.actors.people.offices import load_offices
from dragoman.codes.actors.phrases.roles import KINDS as ROLE_KINDS
from dragoman.codes.actors.phrases.roles import RoleNoun
from dragoman.codes.actors.phrases.sectors import Sectors
from dragoman.codes.actors.problems.bodies import (
    group_problems,
    member_problems,
    name_problems,
    organ_problems,
    organisation_problems,
)
from dragoman.codes.actors.problems.people import leader_problems
from dragoman.codes.actors.problems.places import (
    capital_problems,
    map_problems,
    namesake_problems,
    region_problems,
    state_problems,
    tag_problems,
)
from dragoman.codes.actors.problems.rules import (
    Days,
    kind_problems,
    known_problems,
    overlap,
    role_problems,
    twice_problems,
)
from dragoman.codes.actors.rows import load_actor_heading
from dragoman.codes.actors.spelling import fold_all
from dragoman.codes.geography import load_geography
from dragoman.errors import DataError
from dragoman.records import MentionKind

_DATED_TABLES = (
    "states",
    "capitals",
    "organisations",
    "members",
    "groups",
    "leaders",
    "ministers",
    "officials",
)
"""Tables whose facts change, so that they must say of which day they are."""
_APART = ("states", "regions", "organisations", "groups", "organs", "media")
"""Sources of forms that may not share a name with one another."""


def check_tables(folder: Path | None = None) -> None:
    """Raise DataError for the first problem of the tables, altered by a user's folder if one is given."""
    for problem in find_problems(folder):
        raise DataError(problem)


def find_problems(folder: Path | None = None) -> Iterator[str]:
    """Yield every problem of the tables, one line each. Raises DataError for a table that is no table."""
    for name in _DATED_TABLES:
        heading = load_actor_heading(name, folder=folder)
        for field, value in (("as_of", heading.as_of), ("sources", heading.sources)):
            if not value:
                yield f"{name}.tsv: no comment line '# {field}: ...' at its head; say it there"
    directory = load_directory(folder)
    yield from _place_problems(directory)
    yield from _body_problems(directory, folder)
    yield from leader_problems(
        directory.leaders,
        actors=_days_of_actors(directory),
        offices=load_offices(folder),
        sectors=directory.sectors,
    )
    yield from role_noun_problems(directory.roles, sectors=directory.sectors)
    for one in directory.classes:
        if not one.code.startswith("*"):
            yield f"{one.where}: class code {one.code!r} has no '*' before it; write '*{one.code}'"
    yield from form_problems(directory.forms())


def _place_problems(directory: ActorDirectory) -> Iterator[str]:
    codes = frozenset(state.code for state in directory.states)
    yield from state_problems(directory.states, sectors=directory.sectors)
    yield from capital_problems(directory.capitals, states=directory.states)
    yield from region_problems(directory.regions, states=codes)
    yield from name_problems(directory.regions)
    yield from tag_problems(directory.states, tags=directory.tags)
    names = frozenset(fold_all(form.text for form in directory.forms()))
    actors = codes | {one.code for one in directory.organisations}
    yield from namesake_problems(directory.namesakes, actors=actors, names=names)
    yield from map_problems(load_geography(), states=codes)


def _body_problems(directory: ActorDirectory, folder: Path | None) -> Iterator[str]:
    codes, sectors = frozenset(state.code for state in directory.states), directory.sectors
    yield from organisation_problems(directory.organisations, states=codes, sectors=sectors)
    yield from group_problems(directory.groups, states=codes, sectors=sectors)
    yield from organ_problems(directory.organs, states=codes, sectors=sectors)
    yield from member_problems(
        load_members(folder), organisations=directory.organisations, states=directory.states
    )
    for outlet in directory.media:
        yield from known_problems(outlet.state, codes=codes, where=outlet.where)
    for bodies in (directory.organisations, directory.groups, directory.organs, directory.media):
        yield from name_problems(bodies)
    organisations = {one.code for one in directory.organisations}
    for group in directory.groups:
        if group.code in organisations:
            yield f"{group.where}: code {group.code!r} is an organisation's too; choose another"


def _days_of_actors(directory: ActorDirectory) -> Mapping[str, Days]:
    """Return the days of all that people act for: up to their end.

    A republic within a federation had its presidents before it was a state, a body its founders.
    """
    organisations: dict[str, Days] = {one.code: (None, None) for one in directory.organisations}
    groups = {one.code: (None, one.ended) for one in directory.groups}
    states = {state.code: (None, state.end) for state in directory.states}
    return {**organisations, **groups, **states}


def role_noun_problems(roles: Iterable[RoleNoun], *, sectors: Sectors) -> Iterator[str]:
    """Yield the role nouns that stand twice, not in lower case, or without a known sector and kind."""
    roles = tuple(roles)
    yield from twice_problems(((role.noun, role.where) for role in roles), what="role noun")
    for role in roles:
        yield from role_problems(role.role, sectors=sectors, where=role.where)
        yield from kind_problems(role.kind, kinds=ROLE_KINDS, where=role.where)
        if role.noun != role.noun.lower() or not role.noun:
            yield f"{role.where}: role noun {role.noun!r} is no lower-case lemma; write it in lower case"


def form_problems(forms: Iterable[Form]) -> Iterator[str]:
    """Yield the texts that mean two actors on one day.

    Of two people who share a surname on one day one at most may go by it alone; no other text may mean
    two actors within one source, nor in two of the sources that are kept apart.
    """
    seen: dict[tuple[str, str], list[Form]] = {}
    for form in forms:
        # A seat can be two actors': "Brussels" is told by what else the story names.
        apart = form.source in _APART and form.kind is not MentionKind.METONYM
        source = "names" if apart else form.source
        others = seen.setdefault((source, form.text), [])
        yield from (problem for other in others if (problem := _clash(form, other)))
        others.append(form)


def _clash(form: Form, other: Form) -> str | None:
    """Return what is wrong with two forms of one text; None where nothing is."""
    if other.actor == form.actor or not overlap((form.start, form.end), (other.start, other.end)):
        return None
    if form.source in ("leaders", "surname"):
        # One person in two offices is no ambiguity; two persons of one surname are.
        if form.name == other.name or form.needs_full or other.needs_full:
            return None
        both = f"{form.name} ({form.actor}) and {other.name} ({other.actor})"
        return f"people: {form.text!r} is {both} on one day; end the lesser one's surname in '!'"
    sources = " and ".join(f"{source}.tsv" for source in sorted({form.source, other.source}))
    return f"{sources}: {form.text!r} means {form.actor} and {other.actor} on one day; keep one or date them"
