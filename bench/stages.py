"""Processor time of each stage of the reading, as a share of that of tagging and parsing the same sentences.

    python bench/stages.py --data DIR [--stories 150] [--corpus NAME]

``qualifiers`` are the judgements that the stages ``claims`` and ``events`` ask for, counted apart.
"""

import sys
import time
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from measuring import Texts, pick_texts

from dragoman.extraction.draft import Draft
from dragoman.extraction.language import DEFAULT_MODEL, LanguageModel
from dragoman.extraction.ledgers import readings
from dragoman.pipeline import load_stages
from dragoman.records import Story

CORPUS = "te3_silver_soak.jsonl"


def timed(spent: dict[str, float], name: str, work: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``work`` with its processor seconds added to ``spent``."""

    def run(*args: Any, **options: Any) -> Any:
        start = time.process_time()
        try:
            return work(*args, **options)
        finally:
            spent[name] += time.process_time() - start

    return run


def measure(texts: Texts) -> dict[str, float]:
    """Return the processor seconds of each stage over all texts."""
    spent: dict[str, float] = defaultdict(float)
    vars(readings)["qualify"] = timed(spent, "qualifiers", vars(readings)["qualify"])
    stages = [timed(spent, stage.name, stage) for stage in load_stages(LanguageModel(DEFAULT_MODEL))]
    for number, text in enumerate(texts):
        draft = Draft(story=Story(id=str(number), text=text, sha256=""))
        for stage in stages:
            draft = stage(draft)
    return spent


def main() -> None:
    """Print a line a stage."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--corpus", default=CORPUS)
    parser.add_argument("--stories", type=int, default=150)
    options = parser.parse_args()
    file = next(iter(options.data.rglob(options.corpus)), None)
    if file is None:
        sys.exit(f"stages: no {options.corpus} under {options.data}; name another with --corpus")
    spent = measure(pick_texts(file, options.stories))
    for name, seconds in spent.items():
        print(f"{name:14s} {seconds:7.2f} s  {seconds / spent['language']:6.3f} of tagging and parsing")


if __name__ == "__main__":
    main()
