"""The two sides of a claim: completed from what was said before, and judged."""

import dataclasses

from dragoman.codes.actors.phrases.sectors import Sectors
from dragoman.extraction.actors.references import UNKNOWN_COUNTRY
from dragoman.extraction.draft import Draft
from dragoman.extraction.ledgers.dyads import Dyad
from dragoman.extraction.ledgers.readings import MatchReading
from dragoman.records import ActorRef, Claim

_REFERRING = frozenset({"such", "this", "that", "same", "these"})
"""Determiners that take up what was said before."""
_LOOK_BACK = 3
"""How many claims back "such a partnership" is looked for."""


def completed(draft: Draft, reading: MatchReading, dyad: Dyad, *, claims: list[Claim]) -> Dyad:
    """Return a dyad with the side that the words leave to what was said before.

    "Both hope to deepen *this partnership*" is with whoever the last partnership was with;
    rebels of no named country who fight a government are rebels of that country.
    """
    subject, object_ = dyad
    if subject is not None and object_ is not None:
        return _at_home(reading, subject, object_)
    trigger = draft.token(reading.match.parse, reading.match.trigger)
    if subject is None or not any(child.lower_ in _REFERRING for child in trigger.lefts):
        return dyad
    for claim in reversed(claims[-_LOOK_BACK:]):
        others = [side for side in (claim.subject, claim.object) if side.actor != subject.actor]
        if claim.relation == reading.match.pattern.type and len(others) == 1:
            return subject, others[0]
    return dyad


def _at_home(reading: MatchReading, subject: ActorRef, object_: ActorRef) -> Dyad:
    rebels = (subject.actor, subject.role) == (UNKNOWN_COUNTRY, "REB")
    if reading.match.pattern.type == "belligerency" and rebels and object_.role == "GOV":
        return dataclasses.replace(subject, actor=object_.actor), object_
    return subject, object_


def reason_against(dyad: Dyad, *, states: frozenset[str], sectors: Sectors) -> str | None:
    """Return why a dyad makes no claim, None where it does. ``states`` are the codes of states."""
    subject, object_ = dyad
    if subject is None or object_ is None:
        return "relation word whose second actor the story does not resolve"
    if subject.actor == object_.actor:
        roles = {subject.role, object_.role}
        if subject.role == object_.role or subject.actor not in states or not roles & sectors.opposed:
            return "relation of an actor to itself"
    if any(side.actor == UNKNOWN_COUNTRY and side.role in sectors.anonymous for side in (subject, object_)):
        return "relation of people who cannot be told"
    return None
