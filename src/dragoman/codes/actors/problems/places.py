"""Problems of states, capitals and regions."""

from collections.abc import Collection, Iterable, Iterator

from dragoman.codes.actors.phrases.sectors import Sectors
from dragoman.codes.actors.places.capitals import Capital
from dragoman.codes.actors.places.namesakes import Namesake
from dragoman.codes.actors.places.regions import KINDS, Region
from dragoman.codes.actors.places.states import STATUSES, State
from dragoman.codes.actors.places.tags import Tag
from dragoman.codes.actors.problems.rules import (
    day_problems,
    kind_problems,
    known_problems,
    role_problems,
    twice_problems,
    wikidata_problems,
    within_problems,
)
from dragoman.codes.actors.spelling import fold
from dragoman.codes.geography import DIRECTIONS, Geography


def state_problems(states: Iterable[State], *, sectors: Sectors) -> Iterator[str]:
    """Yield what is wrong with states: codes and names twice, days, roles, owners, status."""
    states = tuple(states)
    codes = frozenset(state.code for state in states)
    yield from twice_problems(((state.code, state.where) for state in states), what="state code")
    for state in states:
        yield from day_problems(state.start, state.end, where=state.where)
        yield from wikidata_problems(state.wikidata, where=state.where)
        for _, role in (*state.seats, *state.descriptions):
            yield from role_problems(role, sectors=sectors, where=state.where)
        if state.status not in STATUSES:
            known = ", ".join(sorted(STATUSES))
            yield f"{state.where}: status {state.status!r} is unknown; choose among {known}"
        if state.owner is not None:
            yield from known_problems(state.owner, codes=codes, where=state.where)
        elif state.status == "territory":
            yield f"{state.where}: territory {state.code} has no owner; name the code of its state"
    names = (
        (text, state.where)
        for state in states
        for text in sorted(
            {
                *state.names,
                *state.adjectives,
                *state.people,
                *(words for words, _ in state.descriptions),
            }
        )
    )
    yield from twice_problems(names, what="name")
    for column in ("iso2", "wikidata"):
        values = ((value, state.where) for state in states if (value := getattr(state, column)) is not None)
        yield from twice_problems(values, what=column)


def capital_problems(capitals: Iterable[Capital], *, states: Iterable[State]) -> Iterator[str]:
    """Yield what is wrong with capitals: unknown states, days outside the state's, names twice."""
    by_code = {state.code: state for state in states}
    capitals = tuple(capitals)
    for capital in capitals:
        yield from known_problems(capital.state, codes=by_code, where=capital.where)
        yield from day_problems(capital.start, capital.end, where=capital.where)
        state = by_code.get(capital.state)
        if state is not None:
            yield from within_problems(capital, days=(state.start, state.end), whose=state.code)
    entries = (((name, one.state, one.start), one.where) for one in capitals for name in one.names)
    yield from twice_problems(entries, what="capital")


def tag_problems(states: Iterable[State], *, tags: Iterable[Tag]) -> Iterator[str]:
    """Yield the tags that no state bears, and those of states that no word asks for."""
    tags, states = tuple(tags), tuple(states)
    yield from twice_problems(((tag.tag, tag.where) for tag in tags), what="tag")
    borne = frozenset(tag for state in states for tag in state.tags)
    known = frozenset(tag.tag for tag in tags)
    for tag in tags:
        if tag.tag not in borne:
            yield f"{tag.where}: no state bears the tag {tag.tag!r}; give it to one, or take the line out"
    for state in states:
        for name in sorted(state.tags - known):
            yield f"{state.where}: tag {name!r} has no line in tags.tsv; add one, or take the tag out"


def namesake_problems(
    namesakes: Iterable[Namesake], *, actors: Collection[str], names: Collection[str]
) -> Iterator[str]:
    """Yield the namesakes of no known actor, of none of the (folded) ``names``, or without a sign."""
    for one in namesakes:
        if one.actor is not None:
            yield from known_problems(one.actor, codes=actors, where=one.where)
        if fold(one.name) not in names:
            yield f"{one.where}: {one.name!r} is no name in another table; take the line out"
        if not one.signs:
            yield f"{one.where}: {one.name!r} has no sign; name a word of the story that points to it"


def region_problems(regions: Iterable[Region], *, states: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with regions: unknown kinds, and states missing or where none belongs."""
    for region in regions:
        yield from kind_problems(region.kind, kinds=KINDS, where=region.where)
        if region.state is not None:
            yield from known_problems(region.state, codes=states, where=region.where)
        if (region.state is None) != (region.kind == "feature"):
            yield f"{region.where}: {region.name!r} needs a state, or the kind 'feature' and none"


def map_problems(geography: Geography, *, states: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with the map: codes of no state, and bearings across no border."""
    for border in sorted(tuple(sorted(pair)) for pair in geography.borders):
        for code in border:
            yield from known_problems(code, codes=states, where="borders.tsv")
    for holding in geography.holdings:
        yield from known_problems(holding.holder, codes=states, where=f"holdings.tsv ({holding.place})")
    for (state, side), neighbour in geography.bearings.items():
        if side not in DIRECTIONS:
            yield f"bearings.tsv: {side!r} is no direction; choose among {', '.join(sorted(DIRECTIONS))}"
        if not geography.is_border(state, neighbour):
            yield f"bearings.tsv: {state} and {neighbour} have no border in borders.tsv; mend one"
