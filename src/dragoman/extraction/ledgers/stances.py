"""Stances and wishes: words that look like acts and tell none (docs/codebook.md, events)."""

from dragoman.extraction.draft import Draft
from dragoman.extraction.ledgers.readings import MatchReading
from dragoman.records import Status

_STANCES = frozenset({"SUPPORT", "COOPERATE", "AID", "REJECT"})
_GOODWILL = frozenset({"SUPPORT", "AGREE", "CONCEDE", "COOPERATE", "AID"})
"""Acts whose denial is a refusal, told by words of its own."""


def reason_against_act(draft: Draft, reading: MatchReading, *, stative: frozenset[str]) -> str | None:
    """Return why the words of a match tell no act, None where they do.

    ``stative`` are the verbs that tell an attitude unless a past tense makes an act of them.
    """
    status = reading.qualification.status
    done = status in (Status.HAPPENED, Status.ONGOING)
    if "happened" in reading.match.pattern.option("when") and not done:
        return "spoken of, and not said to have been done or decided"
    if status is Status.DENIED and reading.match.pattern.type in _GOODWILL:
        return "a refusal, told by words of its own"
    if _is_stance(draft, reading, stative=stative):
        return "a standing stance, which is a claim and no act"
    return None


def is_reflexive(reading: MatchReading) -> bool:
    """Whether several actors act each on its own ("the four states evacuated their nationals")."""
    sources = {ref.actor for phrase in reading.sources for ref in phrase.actors}
    targets = {ref.actor for phrase in reading.targets for ref in phrase.actors}
    return len(sources) > 1 and sources == targets and not reading.match.pattern.arguments.symmetric


def _is_stance(draft: Draft, reading: MatchReading, *, stative: frozenset[str]) -> bool:
    """Whether the words tell a lasting attitude or cooperation, not an act on a day."""
    match = reading.match
    token = draft.token(match.parse, match.trigger)
    if match.pattern.type not in _STANCES or match.pattern.option("noun"):
        return False
    if token.pos_ in ("NOUN", "PROPN"):
        return match.clause == match.trigger
    if token.tag_ in ("VBZ", "VBP", "VBG"):
        return token.lemma_ in stative
    return token.tag_ == "VBN" and token.dep_ in ("acl", "amod", "advcl") and token.lemma_ in stative
