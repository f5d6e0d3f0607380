"""Dyads: the pairs of actors that a match stands for."""

from collections.abc import Iterable, Iterator

from dragoman.codes.actors.phrases.sectors import Sectors
from dragoman.extraction.draft import ActorPhrase
from dragoman.extraction.ledgers.readings import MatchReading
from dragoman.records import ActorRef

Dyad = tuple[ActorRef | None, ActorRef | None]


def dyads(reading: MatchReading, *, sectors: Sectors) -> Iterator[Dyad]:
    """Yield the ordered pairs of actors of a match, each unordered pair once where it is mutual.

    One side is None where the words name only the other. ``sectors`` tell which roles act for a state.
    """
    sources = _distinct(reading.sources, sectors)
    targets = _distinct(reading.targets, sectors)
    if reading.match.pattern.arguments.symmetric and (
        not sources or not targets or _are_same(sources, targets)
    ):
        yield from _within(sources or targets)
        return
    for source in sources or (None,):
        for target in targets or (None,):
            if source is not None or target is not None:
                yield source, target


def is_one(first: ActorRef, second: ActorRef, *, sectors: Sectors) -> bool:
    """Whether two references mean the same actor; a government and its state are one."""
    return first.actor == second.actor and sectors.side(first.role) == sectors.side(second.role)


def _within(members: tuple[ActorRef, ...]) -> Iterator[Dyad]:
    """Pair the members of one side with each other; a single one stands alone."""
    if len(members) == 1:
        yield members[0], None
    for number, first in enumerate(members):
        for second in members[number + 1 :]:
            yield first, second


def first_named_first(first: ActorRef | None, second: ActorRef | None) -> Dyad:
    """Return the sides of a mutual relation in order of text ("*our* neighbours": we come first)."""
    if first is None or second is None or _place_of(first) <= _place_of(second):
        return first, second
    return second, first


def _place_of(ref: ActorRef) -> int:
    return int((ref.mention or "m0").removeprefix("m"))


def _distinct(phrases: Iterable[ActorPhrase], sectors: Sectors) -> tuple[ActorRef, ...]:
    """Return the first reference to each actor of some phrases."""
    found: dict[tuple[str, str | None], ActorRef] = {}
    for phrase in phrases:
        for ref in phrase.actors:
            found.setdefault((ref.actor, sectors.side(ref.role)), ref)
    return tuple(found.values())


def _are_same(sources: tuple[ActorRef, ...], targets: tuple[ActorRef, ...]) -> bool:
    return {ref.mention for ref in sources} == {ref.mention for ref in targets}
