"""Contrasts: "not an alliance but a partnership" is two claims, the second linked to the first."""

import dataclasses

from dragoman.records import Claim


def linked(claims: list[Claim], *, words: frozenset[str]) -> tuple[Claim, ...]:
    """Return the claims with ``contrast_with`` filled: one pair, one sentence, opposite polarity.

    One of ``words`` must stand between them ("but", "rather").
    """
    done: list[Claim] = []
    for claim in claims:
        earlier = next((other for other in reversed(done) if _contrasts(other, claim, words)), None)
        done.append(dataclasses.replace(claim, contrast_with=earlier.id) if earlier is not None else claim)
    return tuple(done)


def _contrasts(first: Claim, second: Claim, words: frozenset[str]) -> bool:
    if first.evidence != second.evidence or first.polarity == second.polarity:
        return False
    if {first.subject.actor, first.object.actor} != {second.subject.actor, second.object.actor}:
        return False
    start = first.trigger.start_char - first.evidence.start_char
    end = second.trigger.end_char - first.evidence.start_char
    return bool(words & set(first.evidence.text[start:end].lower().replace(",", " ").split()))
