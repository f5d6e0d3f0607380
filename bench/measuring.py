"""One measurement, in a process of its own: load a variant, read the stories, say how long and how large.

`python bench/measuring.py VARIANT FILE STORIES MODEL` prints one JSON object. `bench/speed.py`
calls it; alone it is good for a profiler.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, set_current_ops

from dragoman.pipeline import load_reader
from dragoman.records import Story, hash_text
from dragoman.settings import Settings

BATCH = 32
"""Texts a batch: what the reading's own parser uses."""
WARM_UP = 5
"""Stories read before the clock starts, so that caches and lazy imports are not counted."""
VARIANTS = ("reading", "full pipeline", "full pipeline, same ops", "parser only", "parser only, same ops")
_PARSER = ("tok2vec", "transformer", "tagger", "parser")

Texts = list[str]
Run = Callable[[Texts], None]


def pick_texts(file: Path, stories: int) -> Texts:
    """Return the texts of every k-th story of a JSON Lines file, so that they are spread over it."""
    with file.open(encoding="utf-8") as lines:
        texts = [text for line in lines if (text := json.loads(line).get("text"))]
    step = max(1, len(texts) // stories)
    return texts[::step][:stories]


def load_run(variant: str, model: str) -> Run:
    """Load what a variant needs and return what it does with texts."""
    if variant == "reading":
        return _reading_run(model)
    # The reading takes numpy's matrix product; the same for the parser leaves the work itself to compare.
    set_current_ops(NumpyOps(use_blis=not variant.endswith("same ops")))
    nlp = spacy.load(model)
    if variant.startswith("parser only"):
        for pipe in [name for name in nlp.pipe_names if name not in _PARSER]:
            nlp.disable_pipe(pipe)
    return _pipeline_run(nlp)


def _reading_run(model: str) -> Run:
    reader = load_reader(Settings(model=model))

    def run(texts: Texts) -> None:
        stories = (Story(id=str(n), text=text, sha256=hash_text(text)) for n, text in enumerate(texts))
        for reading in reader.stream(stories):
            json.dumps(reading.to_dict(), ensure_ascii=False)

    return run


def _pipeline_run(nlp: Language) -> Run:
    def run(texts: Texts) -> None:
        for _ in nlp.pipe(texts, batch_size=BATCH):
            pass

    return run


def peak_mib() -> float:
    """Return the largest memory this process has held, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def measure(variant: str, texts: Texts, model: str) -> dict[str, float]:
    """Load a variant, warm it up, read the texts; times in seconds, memory in MiB."""
    begun = time.perf_counter()
    run = load_run(variant, model)
    run(texts[:WARM_UP])
    loaded, cpu = time.perf_counter(), time.process_time()
    run(texts)
    return {
        "load_seconds": loaded - begun,
        "seconds": time.perf_counter() - loaded,
        "cpu_seconds": time.process_time() - cpu,
        "peak_mib": peak_mib(),
    }


if __name__ == "__main__":
    named, path, count, package = sys.argv[1:]
    print(json.dumps(measure(named, pick_texts(Path(path), int(count)), package)))
