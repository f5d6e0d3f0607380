"""Runs: gold texts read by the program, and the readings kept as predictions.

This module alone of the evaluation imports the parser; scoring a file of predictions needs none.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.errors import InputError
from dragoman.evaluation.coded import CodedItem
from dragoman.evaluation.predictions import from_reading, stories_of
from dragoman.pipeline import load_reader
from dragoman.settings import Settings


def read_gold_texts(gold: Sequence[CodedItem], *, model: str | None = None) -> Iterator[dict[str, Any]]:
    """Read each gold text and yield its reading in the record format. Raises ModelError.

    A text that the reader refuses (a sentence taken for another language, say) yields nothing and
    so counts as an item without prediction.
    """
    reader = load_reader(Settings(model=model))
    for reading in reader.stream(stories_of(gold)):
        yield reading.to_dict()


def predict(readings: Iterable[dict[str, Any]]) -> dict[str, CodedItem]:
    """Return readings in the record format as predictions by item id."""
    items = (from_reading(reading) for reading in readings)
    return {item.id: item for item in items}


def save_readings(readings: Iterable[dict[str, Any]], path: Path) -> None:
    """Write readings as JSON Lines. Raises InputError where the file cannot be written."""
    lines = "".join(json.dumps(reading, ensure_ascii=False) + "\n" for reading in readings)
    try:
        path.write_text(lines, encoding="utf-8", newline="\n")
    except OSError as error:
        msg = f"{path}: {error.strerror or error}; give a path that can be written"
        raise InputError(msg) from error
