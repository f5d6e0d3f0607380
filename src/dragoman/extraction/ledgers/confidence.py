"""Confidence: how sure a record is, from its construction and its two actors.

The product of a constant for the construction and of the certainty of the actors, less for an
argument far from its word. The constants are rough shares of right rows by construction on the
project's own gold; they order records, and are not yet calibrated as probabilities.
"""

from dragoman.extraction.ledgers.readings import MatchReading

_CONSTRUCTION = {"verb": 0.9, "noun": 0.85, "adj": 0.85, "affix": 0.85}
_FAR = 12
"""Tokens between an argument and its trigger beyond which a parse is more often wrong."""
_FAR_FACTOR = 0.85


def confidence_of(reading: MatchReading) -> float:
    """Return a number between 0 and 1, rounded to two digits."""
    value = _CONSTRUCTION[reading.match.pattern.pos]
    for phrase in (*reading.sources[:1], *reading.targets[:1]):
        value *= phrase.mention.confidence
        if abs(phrase.head - reading.match.trigger) > _FAR:
            value *= _FAR_FACTOR
    return round(value, 2)
