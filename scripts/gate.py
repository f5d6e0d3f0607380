"""The gate on the project's own gold: compare with the floors, or set them.

`python scripts/gate.py` fails where a score fell; `--update` raises the floors to what is reached
now; `--update --allow-regression "why"` lowers floors too, and signs it with the reason.
"""

import sys
from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path

from dragoman.errors import DataError, DragomanError
from dragoman.evaluation.gate import (
    check_gate,
    gated_figures,
    gold_hash,
    load_baseline,
    update_baseline,
    write_baseline,
)
from dragoman.evaluation.gold import load_gold
from dragoman.evaluation.runs import predict, read_gold_texts
from dragoman.evaluation.scores import score

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "gold" / "relations.jsonl"
BASELINE = ROOT / "gold" / "baseline.json"


def measure() -> tuple[dict[str, float], str]:
    """Read the gold's texts and return the gated figures and the gold's hash."""
    gold = load_gold(GOLD)
    scores = score(gold, predict(read_gold_texts(gold)))
    return gated_figures(scores), gold_hash(GOLD.read_bytes())


def run(*, update: bool, reason: str | None) -> None:
    """Check the figures against the baseline, or write a new one."""
    figures, digest = measure()
    before = load_baseline(BASELINE)
    for name, value in figures.items():
        floor = before.floors.get(name) if before else None
        print(f"{name:32s} {value:.3f}  floor {'-' if floor is None else f'{floor:.3f}'}")
    if update:
        today = datetime.now(UTC).date().isoformat()
        after = update_baseline(before, figures, digest, decided_on=today, reason=reason)
        BASELINE.write_bytes(write_baseline(after))
        print(f"floors written to {BASELINE.relative_to(ROOT)}")
        return
    if before is None:
        msg = f"{BASELINE.relative_to(ROOT)} does not exist; set the floors with --update"
        raise DataError(msg)
    check_gate(before, figures, digest)


def main() -> int:
    """Run the gate; 0 where it holds, 1 where it does not."""
    parser = ArgumentParser(description="Compare scores on the project's gold with their floors.")
    parser.add_argument("--update", action="store_true", help="raise the floors to the present scores")
    parser.add_argument("--allow-regression", metavar="REASON", help="with --update: lower floors too")
    options = parser.parse_args()
    if options.allow_regression is not None and not (options.update and options.allow_regression.strip()):
        parser.error("--allow-regression needs --update and a reason")
    try:
        run(update=options.update, reason=options.allow_regression)
    except DragomanError as error:
        print(f"gate: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
