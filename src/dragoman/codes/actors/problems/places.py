"""Problems of states, capitals and regions."""

from collections.abc import Collection, Iterable, Iterator

from dragoman.codes.actors.phrases.sectors import Sectors
from dragoman.codes.actors.places.capitals import Capital
from dragoman.codes.actors.places.regions import KINDS, Region
from dragoman.codes.actors.places.states import STATUSES, State
from dragoman.codes.actors.problems.rules import (
    day_problems,
    kind_problems,
    known_problems,
    role_problems,
    twice_problems,
    wikidata_problems,
    within_problems,
)


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


def region_problems(regions: Iterable[Region], *, states: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with regions: unknown kinds, and states missing or where none belongs."""
    for region in regions:
        yield from kind_problems(region.kind, kinds=KINDS, where=region.where)
        if region.state is not None:
            yield from known_problems(region.state, codes=states, where=region.where)
        if (region.state is None) != (region.kind == "feature"):
            yield f"{region.where}: {region.name!r} needs a state, or the kind 'feature' and none"
