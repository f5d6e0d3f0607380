"""Words a second and peak memory of the reading, beside the bare parser on the same texts.

    python bench/speed.py --data DIR [--stories 500] [--corpus NAME]

DIR (or DRAGOMAN_DATA) holds the corpora as JSON Lines with a ``text`` each; they are press texts,
and no part of this repository. Each measurement is a process of its own, so that memory is its own;
the variants take turns in changing order, so that a slow minute of the machine hits all of them.
Loading is not counted. Words are what stands between white space, the same for every variant.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from measuring import BATCH, VARIANTS, pick_texts

from dragoman.extraction.language import DEFAULT_MODEL

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "bench" / "results.jsonl"
CORPUS = "te3_silver_soak.jsonl"
ROUNDS = 3
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")

Measurement = dict[str, float]


def measure_apart(variant: str, options: Namespace, file: Path) -> Measurement:
    """Measure one variant in a fresh process with the given number of threads."""
    environment = os.environ | dict.fromkeys(_THREADS, str(options.threads))
    command = [sys.executable, str(ROOT / "bench" / "measuring.py")]
    done = subprocess.run(
        [*command, variant, str(file), str(options.stories), options.model],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        sys.exit(f"speed: {variant!r} failed: {reason}")
    measurement: Measurement = json.loads(done.stdout.splitlines()[-1])
    return measurement


def measure_rounds(options: Namespace, file: Path) -> dict[str, list[Measurement]]:
    """Measure every variant ROUNDS times; each round starts with another variant."""
    found: dict[str, list[Measurement]] = {variant: [] for variant in options.variants}
    for number in range(options.rounds):
        shift = number % len(options.variants)
        for variant in [*options.variants[shift:], *options.variants[:shift]]:
            found[variant].append(measure_apart(variant, options, file))
            print(f"  round {number + 1} {variant}: {found[variant][-1]['seconds']:.1f} s", file=sys.stderr)
    return found


def summarise(measurements: list[Measurement], words: int) -> dict[str, float]:
    """Return the best and the median words a second, and the largest memory of all rounds."""
    speeds = [words / one["seconds"] for one in measurements]
    return {
        "best_words_per_second": round(max(speeds)),
        "median_words_per_second": round(statistics.median(speeds)),
        "median_cpu_seconds": round(statistics.median(one["cpu_seconds"] for one in measurements), 2),
        "median_load_seconds": round(statistics.median(one["load_seconds"] for one in measurements), 2),
        "peak_mib": round(max(one["peak_mib"] for one in measurements)),
    }


def describe_machine() -> dict[str, Any]:
    """Return what the figures depend on: processor, cores, Python."""
    name = platform.processor() or platform.machine()
    details = Path("/proc/cpuinfo")
    if details.exists():
        named = [line for line in details.read_text().splitlines() if line.startswith("model name")]
        name = named[0].split(":", 1)[1].strip() if named else name
    return {
        "processor": name,
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
    }


def find_commit() -> str | None:
    """Return the commit, with a plus where the tree differs from it; None outside a repository."""
    commit = _git("rev-parse", "--short=12", "HEAD")
    return f"{commit}+" if commit and _git("status", "--porcelain") else commit


def _git(*arguments: str) -> str | None:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None


def print_table(summaries: dict[str, dict[str, float]]) -> None:
    """Print each variant's figures, and its median speed with the reading's as 1."""
    reading = summaries.get("reading", {}).get("median_words_per_second")
    print(f"{'':26s} {'words/s':>8} {'best':>8} {'reading is':>11} {'CPU s':>7} {'peak MiB':>9}")
    for variant, one in summaries.items():
        median = one["median_words_per_second"]
        ratio = f"{reading / median:.2f} times" if reading else ""
        speed = f"{median:8.0f} {one['best_words_per_second']:8.0f}"
        print(f"{variant:26s} {speed} {ratio:>11} {one['median_cpu_seconds']:7.1f} {one['peak_mib']:9.0f}")


def find_corpus(options: Namespace) -> Path:
    """Return the corpus file, or leave with a word on what is missing."""
    folder: str | None = options.data or os.environ.get("DRAGOMAN_DATA")
    if not folder:
        sys.exit("speed: no corpora; give their folder with --data DIR or in DRAGOMAN_DATA")
    file = Path(folder) / str(options.corpus)
    if not file.is_file():
        sys.exit(f"speed: {file} does not exist; give a folder that holds {options.corpus}, or --corpus NAME")
    return file


def read_options() -> Namespace:
    """Read the command line."""
    parser = ArgumentParser(description="Words a second and peak memory, beside the bare parser.")
    parser.add_argument("--data", help="folder of the corpora; DRAGOMAN_DATA otherwise")
    parser.add_argument("--corpus", default=CORPUS, help=f"file in that folder (default {CORPUS})")
    parser.add_argument(
        "--stories", type=int, default=500, help="how many, spread over the file (default 500)"
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"measurements of each (default {ROUNDS})")
    parser.add_argument("--threads", type=int, default=1, help="threads of the matrix library (default 1)")
    parser.add_argument("--model", default=DEFAULT_MODEL, help=f"spaCy pipeline (default {DEFAULT_MODEL})")
    parser.add_argument("--variants", nargs="+", choices=VARIANTS, default=list(VARIANTS), metavar="NAME")
    return parser.parse_args()


def main() -> None:
    """Measure, print the table, and keep the figures in bench/results.jsonl."""
    options = read_options()
    file = find_corpus(options)
    texts = pick_texts(file, options.stories)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} stories of {file.name}, {words} words; {options.threads} thread(s)", file=sys.stderr)
    found = measure_rounds(options, file)
    summaries = {variant: summarise(measurements, words) for variant, measurements in found.items()}
    print_table(summaries)
    result = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": find_commit(),
        "machine": describe_machine(),
        "model": options.model,
        "corpus": {"name": file.name, "stories": len(texts), "words": words},
        "settings": {"rounds": options.rounds, "threads": options.threads, "batch": BATCH},
        "variants": summaries,
    }
    with RESULTS.open("a", encoding="utf-8") as results:
        results.write(json.dumps(result, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
