"""Scores of attributions, as the people behind PolNeAR compared theirs (Newell et al., LREC 2018).

An attribution is found where its content and one of the gold's share at least half of all characters
of both (intersection over union); each matches one other at most, the best fits first. Characters
are compared over the whole text too: those in any content, source, or cue.

PolNeAR codes one level: what is said inside what is said has no attribution of its own, though now
and then the inner one is coded in place of the outer. So an attribution of ours that is nested in
another is counted where it matches one of the gold, and not counted where it does not.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dragoman.evaluation.attributions.coded import AttributionRun, Chars, CodedAttribution

ENOUGH = 0.5
PARTS = ("content", "source", "cue")
STYLES = ("direct", "mixed", "indirect")


@dataclass(slots=True)
class Tally:
    """Hits, what the gold has, and what was predicted."""

    hits: int = 0
    gold: int = 0
    predicted: int = 0

    def add(self, *, hits: int, gold: int, predicted: int) -> None:
        """Add the counts of one text."""
        self.hits += hits
        self.gold += gold
        self.predicted += predicted

    @property
    def precision(self) -> float:
        """Hits over predicted, 0 where there are none."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Hits over gold, 0 where there are none."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.gold + self.predicted
        return 2 * self.hits / both if both else 0.0


@dataclass(slots=True)
class AttributionScores:
    """Whole attributions, those of each style, the characters of each part, and styles confused.

    ``agreeing`` counts, of the attributions found, those whose source (cue) shares half of its
    characters too; ``confused`` counts pairs of the gold's style and the program's.
    """

    whole: Tally = field(default_factory=Tally)
    styles: dict[str, Tally] = field(default_factory=lambda: {style: Tally() for style in STYLES})
    characters: dict[str, Tally] = field(default_factory=lambda: {part: Tally() for part in PARTS})
    agreeing: Counter[str] = field(default_factory=Counter)
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, gold: Sequence[CodedAttribution], predicted: Sequence[CodedAttribution]) -> None:
        """Add one text."""
        pairs = match(gold, predicted)
        matched = {id(other) for _, other in pairs}
        predicted = [one for one in predicted if not one.nested or id(one) in matched]
        self.whole.add(hits=len(pairs), gold=len(gold), predicted=len(predicted))
        for style, tally in self.styles.items():
            tally.add(
                hits=sum(one.style == style == other.style for one, other in pairs),
                gold=sum(one.style == style for one in gold),
                predicted=sum(one.style == style for one in predicted),
            )
        for part, tally in self.characters.items():
            ours, theirs = _union(predicted, part), _union(gold, part)
            tally.add(hits=len(ours & theirs), gold=len(theirs), predicted=len(ours))
        for one, other in pairs:
            self.agreeing["source"] += _fit(one.source, other.source) >= ENOUGH or one.source == other.source
            self.agreeing["cue"] += _fit(one.cue, other.cue) >= ENOUGH or one.cue == other.cue
            self.confused[one.style, other.style] += 1


def match(
    gold: Sequence[CodedAttribution], predicted: Sequence[CodedAttribution]
) -> list[tuple[CodedAttribution, CodedAttribution]]:
    """Return pairs of the gold's and the program's attributions that are the same, the best fits first."""
    fits = [
        (fit, -i, -j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if (fit := _fit(one.content, other.content)) >= ENOUGH
    ]
    used_gold: set[int] = set()
    used: set[int] = set()
    pairs = []
    for _, i, j in sorted(fits, reverse=True):
        if i not in used_gold and j not in used:
            used_gold.add(i)
            used.add(j)
            pairs.append((gold[-i], predicted[-j]))
    return pairs


def _fit(one: Chars, other: Chars) -> float:
    if not one or not other or max(min(one), min(other)) > min(max(one), max(other)):
        return 0.0
    return len(one & other) / len(one | other)


def _union(attributions: Iterable[CodedAttribution], part: str) -> Chars:
    return frozenset().union(*(getattr(one, part) for one in attributions))


def write_scores(scores: AttributionScores) -> str:
    """Return the scores as lines of text."""
    lines = [f"{'':26s} {'gold':>7} {'found':>7} {'right':>7}  {'P':>5} {'R':>5} {'F1':>5}"]
    lines.append(_line("attributions", scores.whole))
    lines += [_line(f"  {style}", tally) for style, tally in scores.styles.items()]
    lines += [_line(f"characters of {part}", tally) for part, tally in scores.characters.items()]
    found = scores.whole.hits
    for part in ("source", "cue"):
        share = f"{scores.agreeing[part] / found:.3f}" if found else "-"
        lines.append(f"{part} right, of those found: {share}")
    wrong = [(n, pair) for pair, n in scores.confused.most_common() if pair[0] != pair[1]]
    lines += [f"{gold} read as {ours}: {n}" for n, (gold, ours) in wrong]
    return "\n".join(lines) + "\n"


def _line(name: str, tally: Tally) -> str:
    counts = f"{tally.gold:7d} {tally.predicted:7d} {tally.hits:7d}"
    return f"{name:26s} {counts}  {tally.precision:5.3f} {tally.recall:5.3f} {tally.f1:5.3f}"


def score_runs(runs: Iterable[AttributionRun]) -> AttributionScores:
    """Score all texts together."""
    scores = AttributionScores()
    for run in runs:
        scores.add(run.gold, run.predicted)
    return scores


def scores_json(scores: AttributionScores) -> dict[str, Any]:
    """Return the scores as a JSON object."""
    found = scores.whole.hits
    return {
        "attributions": _tally_json(scores.whole),
        "styles": {style: _tally_json(tally) for style, tally in scores.styles.items()},
        "characters": {part: _tally_json(tally) for part, tally in scores.characters.items()},
        "agreeing": {part: scores.agreeing[part] / found if found else None for part in ("source", "cue")},
        "confused": [{"gold": gold, "read": ours, "count": n} for (gold, ours), n in scores.confused.items()],
    }


def write_errors(runs: Iterable[AttributionRun], *, limit: int) -> str:
    """Return the first attributions that only the gold (``missed``) or only the program (``false``) has."""
    lines: list[str] = []
    for run in runs:
        pairs = match(run.gold, run.predicted)
        gold, ours = {id(one) for one, _ in pairs}, {id(other) for _, other in pairs}
        wrong = [("missed", one) for one in run.gold if id(one) not in gold]
        wrong += [("false", one) for one in run.predicted if id(one) not in ours and not one.nested]
        for side, one in wrong:
            if len(lines) >= limit:
                return "".join(lines)
            words = " | ".join(_words(run.text, part) for part in (one.source, one.cue, one.content))
            lines.append(f"{side:6s} {run.id}: {words}\n")
    return "".join(lines)


def _words(text: str, chars: Chars) -> str:
    if not chars:
        return "-"
    return " ".join(text[min(chars) : max(chars) + 1].split())


def _tally_json(tally: Tally) -> dict[str, float]:
    return {
        "gold": tally.gold,
        "predicted": tally.predicted,
        "hits": tally.hits,
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
    }
