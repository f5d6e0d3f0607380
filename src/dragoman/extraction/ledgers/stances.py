"""Stances and wishes: words that look like acts and tell none (docs/codebook.md, events)."""

from dragoman.extraction.draft import Draft
from dragoman.extraction.ledgers.readings import MatchReading
from dragoman.records import Phase, Status

_STANCES = frozenset({"SUPPORT", "COOPERATE", "AID", "REJECT"})
_GOODWILL = frozenset({"SUPPORT", "AGREE", "CONCEDE", "COOPERATE", "AID"})
"""Acts whose denial is a refusal, told by words of its own."""
_MEASURES = frozenset({"SANCTION", "COERCE"})
"""Acts that stand until they are undone; the word that undoes them tells an act of its own."""
_UNDONE = frozenset({Phase.ENDS, Phase.WEAKENS})


def reason_against_act(draft: Draft, reading: MatchReading, *, stative: frozenset[str]) -> str | None:
    """Return why the words of a match tell no act, None where they do.

    ``stative`` are the verbs that tell an attitude unless a past tense makes an act of them.
    """
    pattern = reading.match.pattern
    status = reading.qualification.status
    done = status in (Status.HAPPENED, Status.ONGOING)
    if "happened" in pattern.option("when") and not done:
        return "spoken of, and not said to have been done or decided"
    if status is Status.DENIED and pattern.type in _GOODWILL:
        return "a refusal, told by words of its own"
    if pattern.pos == "noun" and pattern.type in _MEASURES and reading.qualification.phase in _UNDONE:
        return "a measure that is lifted or eased, told by words of its own"
    if _is_stance(draft, reading, stative=stative):
        return "a standing stance, which is a claim and no act"
    return None


def is_reflexive(reading: MatchReading) -> bool:
    """Whether several actors act each on its own ("the four states evacuated their nationals")."""
    sources = {ref.actor for phrase in reading.sources for ref in phrase.actors}
    targets = {ref.actor for phrase in reading.targets for ref in phrase.actors}
    return len(sources) > 1 and sources == targets and not reading.match.pattern.arguments.symmetric


def _is_stance(draft: Draft, reading: MatchReading, *, stative: frozenset[str]) -> bool:
    """Whether the words tell a lasting attitude or cooperation, not an act on a day.

    So do the present and the present perfect of such verbs: "has backed Iraq", "is supported by Chad".
    """
    match = reading.match
    token = draft.token(match.parse, match.trigger)
    if match.pattern.type not in _STANCES or match.pattern.option("noun") or match.pattern.option("case"):
        return False
    if token.pos_ in ("NOUN", "PROPN"):
        return match.clause == match.trigger
    if token.tag_ in ("VBZ", "VBP", "VBG"):
        return token.lemma_ in stative
    if token.tag_ != "VBN" or token.lemma_ not in stative:
        return False
    helpers = (child for child in token.children if child.dep_ in ("aux", "auxpass"))
    lasting = any(helper.tag_ in ("VBZ", "VBP") for helper in helpers)
    return lasting or token.dep_ in ("acl", "amod", "advcl")
