"""Part of a reading: one ledger, or what is trusted enough."""

from dragoman.records import select
from readings import BOMBED, DENIED, POSSIBLE, READING


def test_all_of_it_is_itself() -> None:
    assert select(READING) == READING


def test_one_ledger() -> None:
    assert select(READING, events=False).events == ()
    assert select(READING, events=False).claims == (DENIED, POSSIBLE)
    assert select(READING, claims=False).claims == ()
    assert select(READING, claims=False).events == (BOMBED,)


def test_less_confidence_is_dropped_with_its_reason() -> None:
    kept = select(READING, min_confidence=0.88)
    assert [claim.id for claim in kept.claims] == ["c1"]
    assert [event.id for event in kept.events] == ["e1"]
    assert kept.dropped[-1].span == POSSIBLE.trigger
    assert kept.dropped[-1].reason == "confidence 0.40 is under the 0.88 asked for"
    assert kept.claims[0].contrast_with is None


def test_a_ledger_not_asked_for_is_not_logged_as_dropped() -> None:
    assert select(READING, claims=False, min_confidence=0.5).dropped == READING.dropped
