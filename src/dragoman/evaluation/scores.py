"""Scores: precision, recall and F1 at each figure, with bootstrap intervals.

Rows are counted as a multiset within an item: a row found twice and coded once is one hit and one
false row. The intervals are percentile bootstrap intervals (Efron and Tibshirani 1993, chapter 13):
items, not rows, are drawn again with replacement, since the rows of one text are not independent.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.evaluation.coded import CodedItem
from dragoman.evaluation.views import CLAIM_FIGURES, EVENT_FIGURES, View, claim_views, event_views

RESAMPLES = 1000
SEED = 20_171_029
"""Fixed, so that the same predictions give the same interval; its value means nothing."""
_BOUNDS = (2.5, 97.5)

Counts = npt.NDArray[np.int64]
Rows = list[tuple[str, dict[str, View]]]
"""One side of one item: each row's type, and its view at every figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One number in 0..1 and its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Precision, recall and F1 at one figure, with the counts they come from."""

    figure: str
    gold: int
    predicted: int
    hits: int
    precision: Measure
    recall: Measure
    f1: Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerScores:
    """One ledger's scores: the figures, and one score for each type at the type's own figure."""

    gold: int
    predicted: int
    figures: tuple[Score, ...]
    types: tuple[Score, ...]

    def figure(self, name: str) -> Score:
        """Return the score at a figure. Raises KeyError for a name that is no figure."""
        for score in self.figures:
            if score.figure == name:
                return score
        raise KeyError(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Everything that is scored in one comparison."""

    items: int
    without_prediction: int
    claims: LedgerScores
    events: LedgerScores


def score(gold: Sequence[CodedItem], predicted: Mapping[str, CodedItem]) -> Scores:
    """Score predictions, by item id, against the gold. An item without prediction predicts nothing."""
    pairs = [(item, predicted.get(item.id, CodedItem(id=item.id))) for item in gold]
    claims = [(_claim_rows(item), _claim_rows(found)) for item, found in pairs]
    events = [(_event_rows(item), _event_rows(found)) for item, found in pairs]
    weights = _weights(len(pairs))
    return Scores(
        items=len(gold),
        without_prediction=sum(item.id not in predicted for item in gold),
        claims=_score_ledger(claims, CLAIM_FIGURES, "relation", weights),
        events=_score_ledger(events, EVENT_FIGURES, "dyad+type", weights),
    )


def _claim_rows(item: CodedItem) -> Rows:
    return [(claim.relation, claim_views(claim)) for claim in item.claims]


def _event_rows(item: CodedItem) -> Rows:
    return [(event.type, event_views(event)) for event in item.events]


def _score_ledger(
    pairs: Sequence[tuple[Rows, Rows]], names: Iterable[str], type_figure: str, weights: Counts
) -> LedgerScores:
    figures = tuple(
        _score(name, [(_views(gold, name), _views(found, name)) for gold, found in pairs], weights)
        for name in names
    )
    kinds = sorted({kind for pair in pairs for rows in pair for kind, _ in rows})
    types = tuple(
        _score(
            kind,
            [(_views(gold, type_figure, kind), _views(found, type_figure, kind)) for gold, found in pairs],
            weights,
        )
        for kind in kinds
    )
    return LedgerScores(gold=figures[0].gold, predicted=figures[0].predicted, figures=figures, types=types)


def _views(rows: Rows, figure: str, kind: str | None = None) -> Counter[View]:
    return Counter(views[figure] for of_kind, views in rows if kind is None or of_kind == kind)


def _score(figure: str, pairs: Sequence[tuple[Counter[View], Counter[View]]], weights: Counts) -> Score:
    counts = np.array(
        [((gold & found).total(), gold.total(), found.total()) for gold, found in pairs], dtype=np.int64
    ).reshape(-1, 3)
    hits, gold_rows, found_rows = (int(n) for n in counts.sum(axis=0))
    drawn = weights @ counts
    return Score(
        figure=figure,
        gold=gold_rows,
        predicted=found_rows,
        hits=hits,
        precision=_measure(hits, found_rows, drawn[:, 0], drawn[:, 2]),
        recall=_measure(hits, gold_rows, drawn[:, 0], drawn[:, 1]),
        f1=_measure(2 * hits, gold_rows + found_rows, 2 * drawn[:, 0], drawn[:, 1] + drawn[:, 2]),
    )


def _measure(part: int, whole: int, drawn_part: Counts, drawn_whole: Counts) -> Measure:
    """Divide, with 0 where there is nothing to divide by, in the whole and in each resample."""
    ratios = np.divide(
        drawn_part, drawn_whole, out=np.zeros(len(drawn_part), dtype=np.float64), where=drawn_whole > 0
    )
    low, high = np.percentile(ratios, _BOUNDS)
    return Measure(value=part / whole if whole else 0.0, low=float(low), high=float(high))


def _weights(items: int) -> Counts:
    """Return how often each item is drawn in each resample: RESAMPLES x items."""
    if items == 0:
        return np.zeros((RESAMPLES, 0), dtype=np.int64)
    draws = np.random.default_rng(SEED).multinomial(items, np.full(items, 1 / items), size=RESAMPLES)
    return draws.astype(np.int64)
