"""Problems of people in office."""

from collections.abc import Iterable, Iterator, Mapping

from dragoman.codes.actors.people.leaders import Leader
from dragoman.codes.actors.people.offices import Office
from dragoman.codes.actors.phrases.sectors import Sectors
from dragoman.codes.actors.problems.rules import (
    Days,
    day_problems,
    known_problems,
    overlap,
    role_problems,
    wikidata_problems,
    within_problems,
)


def leader_problems(
    leaders: Iterable[Leader], *, actors: Mapping[str, Days], offices: Iterable[Office], sectors: Sectors
) -> Iterator[str]:
    """Yield what is wrong with people: actors, roles, days, one office twice or by two at a time.

    ``actors`` maps each code that people act for to its first and last day.
    """
    leaders = tuple(leaders)
    for leader in leaders:
        yield from known_problems(leader.actor, codes=actors, where=leader.where)
        yield from role_problems(leader.role, sectors=sectors, where=leader.where)
        yield from day_problems(leader.start, leader.end, where=leader.where)
        yield from wikidata_problems(leader.wikidata, where=leader.where)
        if leader.actor in actors:
            yield from within_problems(leader, days=actors[leader.actor], whose=leader.actor)
    yield from _term_problems(leaders)
    yield from _holder_problems(leaders, single=frozenset(one.office for one in offices if one.single))


def _term_problems(leaders: tuple[Leader, ...]) -> Iterator[str]:
    """Yield the terms of one person in one office that overlap."""
    seen: dict[tuple[str, str, str], list[Leader]] = {}
    for leader in leaders:
        terms = seen.setdefault((leader.name, leader.actor, leader.office), [])
        for other in terms:
            if overlap((leader.start, leader.end), (other.start, other.end)):
                yield f"{leader.where}: {leader.name} is {leader.office} on {other.where} too; mend the dates"
        terms.append(leader)


def _holder_problems(leaders: tuple[Leader, ...], *, single: frozenset[str]) -> Iterator[str]:
    """Yield the offices of one holder at a time that two people hold on one day."""
    seen: dict[tuple[str, str], list[Leader]] = {}
    for leader in leaders:
        if leader.office not in single:
            continue
        holders = seen.setdefault((leader.actor, leader.office), [])
        for other in holders:
            if other.name != leader.name and overlap((leader.start, leader.end), (other.start, other.end)):
                yield (
                    f"{leader.where}: {leader.name} is {leader.office} of {leader.actor} while"
                    f" {other.name} is ({other.where}); mend the dates, or name the contested office apart"
                )
        holders.append(leader)
