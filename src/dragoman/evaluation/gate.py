"""The gate: scores on the project's own gold may fall only by a signed decision.

The baseline file holds a floor for each gated figure and the SHA-256 of the gold they were measured
on. The gate fails where a figure is below its floor, or where the gold is not the one that the floors
belong to. Floors rise freely; to lower one, somebody gives a reason, which is kept in the baseline.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import DataError
from dragoman.evaluation.scores import Scores

EPSILON = 0.01
"""How far a figure may lie under its floor. One record of a gold of this size moves an F1 by about
0.007, and one borderline parse can differ between processors, since sums of floats do: a gate that
fails on another machine's rounding would be switched off. Floors do not sink with it: they are
never lowered to a score inside EPSILON, so small losses cannot add up."""
_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A lowered floor: which, from what to what, when, and why."""

    figure: str
    before: float
    after: float
    decided_on: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The gold's hash, the floor of each figure, and the decisions that lowered one."""

    gold_sha256: str
    floors: Mapping[str, float]
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """A figure below its floor."""

    figure: str
    floor: float
    value: float


def gold_hash(content: bytes) -> str:
    """Return the SHA-256 of a gold file's bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def gated_figures(scores: Scores) -> dict[str, float]:
    """Return the figures with a floor: every F1, and the precision of claims and events."""
    figures: dict[str, float] = {}
    for name, ledger in (("claims", scores.claims), ("events", scores.events)):
        figures |= {f"{name} {entry.figure} f1": entry.f1.value for entry in ledger.figures}
    figures["claims relation precision"] = scores.claims.figure("relation").precision.value
    figures["events dyad+type precision"] = scores.events.figure("dyad+type").precision.value
    return {name: round(value, _DIGITS) for name, value in figures.items()}


def find_falls(baseline: Baseline, figures: Mapping[str, float]) -> tuple[Fall, ...]:
    """Return every figure more than EPSILON below its floor, in the baseline's order."""
    return tuple(
        Fall(figure=name, floor=floor, value=figures.get(name, 0.0))
        for name, floor in baseline.floors.items()
        if figures.get(name, 0.0) < floor - EPSILON
    )


def check_gate(baseline: Baseline, figures: Mapping[str, float], gold_sha256: str) -> None:
    """Raise DataError where the gold is another one, or a figure has fallen below its floor."""
    if baseline.gold_sha256 != gold_sha256:
        msg = (
            f"the gold is not the one of the baseline (sha256 {gold_sha256[:12]}, baseline "
            f"{baseline.gold_sha256[:12]}); set its floors with `python scripts/gate.py --update`"
        )
        raise DataError(msg)
    falls = find_falls(baseline, figures)
    if falls:
        listed = "; ".join(f"{fall.figure} {fall.value:.3f} under {fall.floor:.3f}" for fall in falls)
        msg = f"scores fell: {listed}; mend them, or sign the fall with scripts/gate.py --allow-regression"
        raise DataError(msg)


def update_baseline(
    before: Baseline | None,
    figures: Mapping[str, float],
    gold_sha256: str,
    *,
    decided_on: str,
    reason: str | None = None,
) -> Baseline:
    """Return a baseline with each floor at its figure.

    A figure under its floor keeps the floor if it is within EPSILON; one that fell further lowers
    it only with a ``reason``, kept as a decision dated ``decided_on`` (YYYY-MM-DD). Raises
    DataError where a floor would sink without one. A changed gold makes no exception.
    """
    if before is None:
        return Baseline(gold_sha256=gold_sha256, floors=dict(figures))
    falls = find_falls(before, figures)
    if falls and not reason:
        listed = "; ".join(f"{fall.figure} from {fall.floor:.3f} to {fall.value:.3f}" for fall in falls)
        msg = f"--update would lower a floor: {listed}; give the reason with --allow-regression REASON"
        raise DataError(msg)
    fallen = {fall.figure for fall in falls}
    floors = {
        name: value if name in fallen else max(value, before.floors.get(name, 0.0))
        for name, value in figures.items()
    }
    signed = tuple(
        Decision(
            figure=fall.figure,
            before=fall.floor,
            after=fall.value,
            decided_on=decided_on,
            reason=reason or "",
        )
        for fall in falls
    )
    return Baseline(gold_sha256=gold_sha256, floors=floors, decisions=before.decisions + signed)


def load_baseline(path: Path) -> Baseline | None:
    """Read a baseline file, None where there is none yet. Raises DataError where it is unfit."""
    if not path.exists():
        return None
    return read_baseline(path.read_bytes(), name=str(path))


def read_baseline(content: bytes, *, name: str) -> Baseline:
    """Read a baseline's bytes; ``name`` stands in messages. Raises DataError where they are unfit."""
    try:
        fields: dict[str, Any] = json.loads(content)
        return Baseline(
            gold_sha256=str(fields["gold_sha256"]),
            floors={str(figure): float(floor) for figure, floor in fields["floors"].items()},
            decisions=tuple(Decision(**decision) for decision in fields.get("decisions", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        msg = f"{name}: no baseline ({error!r}); write it with `python scripts/gate.py --update`"
        raise DataError(msg) from error


def write_baseline(baseline: Baseline) -> bytes:
    """Return a baseline as indented JSON, the same bytes for the same baseline."""
    decisions = [
        {
            "figure": decision.figure,
            "before": decision.before,
            "after": decision.after,
            "decided_on": decision.decided_on,
            "reason": decision.reason,
        }
        for decision in baseline.decisions
    ]
    fields = {"gold_sha256": baseline.gold_sha256, "floors": dict(baseline.floors), "decisions": decisions}
    return (json.dumps(fields, ensure_ascii=False, indent=2) + "\n").encode()
