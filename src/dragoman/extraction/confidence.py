"""Confidence: how often a record like this one is right.

A product of the certainty of its two actors and of its construction; issue of a calibration on
gold is a plot of these numbers against accuracy, which ``dragoman evaluate`` prints.
"""

from dragoman.extraction.draft import Draft
from dragoman.extraction.readings import MatchReading

_CONSTRUCTION = {"verb": 0.9, "noun": 0.85, "adj": 0.85, "affix": 0.85}
_FAR = 12
"""Tokens between an argument and its trigger beyond which a parse is more often wrong."""
_FAR_FACTOR = 0.85


def claim_confidence(draft: Draft, reading: MatchReading) -> float:
    """Return a number between 0 and 1, rounded to two digits."""
    value = _CONSTRUCTION[reading.match.pattern.pos]
    for phrase in (*reading.sources[:1], *reading.targets[:1]):
        value *= phrase.mention.confidence
        if abs(phrase.head - reading.match.trigger) > _FAR:
            value *= _FAR_FACTOR
    return round(value, 2)
