"""Figures: how near scores come to those of people, and how well marked events are found.

Mean absolute error and Pearson's r are the figures of the shared scale (Stanovsky et al. 2017). Four
bins say what a score means: rounded to the nearest whole number, 3 is ``certain``, -3 ``certain not``,
0 ``unknown``, all between is ``possible``.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

CERTAIN, CERTAIN_NOT, POSSIBLE, UNKNOWN = "certain", "certain not", "possible", "unknown"
BINS = (CERTAIN, CERTAIN_NOT, POSSIBLE, UNKNOWN)
_SURE = 2.5
_OPEN = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Closeness:
    """Figures of scores beside people's. ``confusion`` counts (people's bin, ours).

    ``r`` is None where either side does not vary.
    """

    events: int
    error: float
    r: float | None
    macro_f1: float
    confusion: dict[tuple[str, str], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How many events are marked, by people, by the program, and by both."""

    events: int
    gold: int
    predicted: int
    right: int

    @property
    def precision(self) -> float:
        """The share of the program's marks that are right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of people's marks that the program finds."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.predicted) if self.gold + self.predicted else 0.0


def bin_of(score: float) -> str:
    """Return the bin of a score."""
    if abs(score) < _OPEN:
        return UNKNOWN
    if abs(score) < _SURE:
        return POSSIBLE
    return CERTAIN if score > 0 else CERTAIN_NOT


def closeness(pairs: Sequence[tuple[float, float]]) -> Closeness:
    """Return the figures of (people's score, ours); ``pairs`` must not be empty."""
    confusion = Counter((bin_of(gold), bin_of(score)) for gold, score in pairs)
    return Closeness(
        events=len(pairs),
        error=fmean(abs(gold - score) for gold, score in pairs),
        r=pearson(pairs),
        macro_f1=_macro_f1(confusion),
        confusion=dict(sorted(confusion.items())),
    )


def pearson(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return Pearson's r of two columns, None where one does not vary."""
    first, second = fmean(a for a, _ in pairs), fmean(b for _, b in pairs)
    shared = sum((a - first) * (b - second) for a, b in pairs)
    spread = math.sqrt(sum((a - first) ** 2 for a, _ in pairs) * sum((b - second) ** 2 for _, b in pairs))
    return shared / spread if spread else None


def found(marks: Sequence[tuple[bool, bool]]) -> Found:
    """Return the counts of (marked by people, marked by the program)."""
    return Found(
        events=len(marks),
        gold=sum(gold for gold, _ in marks),
        predicted=sum(ours for _, ours in marks),
        right=sum(gold and ours for gold, ours in marks),
    )


def _macro_f1(confusion: Counter[tuple[str, str]]) -> float:
    """Return the mean F1 over the bins that people use."""
    scores = []
    for name in BINS:
        gold = sum(n for (people, _), n in confusion.items() if people == name)
        ours = sum(n for (_, program), n in confusion.items() if program == name)
        if gold:
            scores.append(2 * confusion[name, name] / (gold + ours))
    return fmean(scores)
