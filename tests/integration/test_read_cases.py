"""Sentences with their claims and events beside them, read by the real pipeline."""

from pathlib import Path

import pytest

CASES = Path(__file__).parents[1] / "cases"
KNOWN_FAILURES: frozenset[str] = frozenset()
MODALITIES = ("possible", "desired", "conditional", "questioned")


def cases(name: str) -> list[tuple[str, str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    pairs = [line.rpartition(" => ") for line in lines if line.strip() and not line.startswith("#")]
    return [(sentence, expected) for sentence, _, expected in pairs]


def marked(found: list[tuple[str, str]]):
    for sentence, expected in found:
        failing = pytest.mark.xfail(strict=True, reason="known failure")
        yield pytest.param(
            sentence, expected, id=sentence, marks=[failing] if sentence in KNOWN_FAILURES else []
        )


def claim_words(claim) -> str:
    words = [claim.subject.actor, claim.relation, claim.object.actor]
    words += ["denied"] if claim.polarity == "denied" else []
    words += [str(claim.modality)] if claim.modality != "actual" else []
    words += [str(claim.time)] if claim.time != "present" else []
    speaker = claim.said_by[-1].actor
    return " ".join(words + ([f"by {speaker}"] if speaker != "AUTHOR" else []))


def event_words(event) -> str:
    sides = []
    for ref in (event.source, event.target):
        private = ref is not None and ref.role not in (None, "GOV", "MIL", "LEG", "JUD", "COP", "SPY")
        sides.append("-" if ref is None else f"{ref.actor}:{ref.role}" if private else ref.actor)
    status = [] if event.status == "happened" else [str(event.status)]
    return " ".join([sides[0], event.plover.type, sides[1], *status])


def as_set(expected: str) -> set[str]:
    return set() if expected == "none" else {part.strip() for part in expected.split(";")}


@pytest.mark.parametrize(("sentence", "expected"), list(marked(cases("claims.txt"))))
def test_claims_of_a_sentence(reader, sentence, expected):
    reading = reader.read(sentence, published_on="2025-06-01")
    assert {claim_words(claim) for claim in reading.claims} == as_set(expected)


@pytest.mark.parametrize(("sentence", "expected"), list(marked(cases("events.txt"))))
def test_events_of_a_sentence(reader, sentence, expected):
    reading = reader.read(sentence, published_on="2025-06-01")
    assert {event_words(event) for event in reading.events} == as_set(expected)


def test_known_failures_are_cases():
    sentences = {sentence for name in ("claims.txt", "events.txt") for sentence, _ in cases(name)}
    assert sentences >= KNOWN_FAILURES
