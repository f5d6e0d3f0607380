"""Arguments: the subjects and objects of coded claims, apart from whether the claim was found.

For each the words of the coder are looked up in the text, and the actor of the mention there is
compared with the coder's, as the scores of claims compare them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.evaluation.actors.outcomes import Outcome, actors_at
from dragoman.evaluation.coded import CodedActor, CodedClaim, CodedItem
from dragoman.evaluation.views import actor_of


def argument_outcomes(
    gold: Iterable[CodedItem], readings: Mapping[str, Mapping[str, Any]]
) -> Iterator[Outcome]:
    """Yield an outcome for each subject and object whose words stand in the text.

    An expression that several claims share in one place is counted once.
    """
    for item in gold:
        reading = readings.get(item.id, {"mentions": (), "sentences": ()})
        seen: set[tuple[int, str]] = set()
        for claim in item.claims:
            for group, actor in (("subject", claim.subject), ("object", claim.object)):
                place = _place(item.text, actor, claim, reading)
                expected = actor_of(actor)
                if place is None or expected is None or (place[0], expected) in seen:
                    continue
                seen.add((place[0], expected))
                got = {
                    "*" if code.startswith("*") else code.split(":")[0] for code in actors_at(reading, *place)
                }
                yield Outcome(
                    place=item.id,
                    group=group,
                    text=actor.text,
                    expected=frozenset({expected.split(":")[0]}),
                    got=frozenset(got),
                )


def _place(
    text: str, actor: CodedActor, claim: CodedClaim, reading: Mapping[str, Any]
) -> tuple[int, int] | None:
    """Return where the coder's words stand: nearest to the trigger, in its sentence if they can."""
    if not actor.text:
        return None
    places = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(actor.text)}(?!\w)", text)]
    if not places:
        return None
    at = _trigger_at(text, claim)
    start, end = next(
        (
            (sentence["start_char"], sentence["end_char"])
            for sentence in reading["sentences"]
            if sentence["start_char"] <= at < sentence["end_char"]
        ),
        (0, len(text)),
    )
    within = [place for place in places if start <= place[0] < end]
    return min(within or places, key=lambda place: abs(place[0] - at))


def _trigger_at(text: str, claim: CodedClaim) -> int:
    at = text.find(claim.trigger, claim.at or 0) if claim.trigger else -1
    return at if at >= 0 else (claim.at or 0)
