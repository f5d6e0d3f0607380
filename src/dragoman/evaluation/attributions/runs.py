"""Runs: the texts of a gold file of attributions, read by the program and scored.

Every sentence is parsed, as attributions are coded in all of them; a reading leaves out those that
can carry no record.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.errors import DataError, InputError
from dragoman.evaluation.attributions.coded import AttributionRun, from_reading, read_attributions
from dragoman.evaluation.gold import read_lines
from dragoman.evaluation.ungated import read_ungated
from dragoman.extraction.draft import Draft, Stage
from dragoman.extraction.language import LanguageModel
from dragoman.pipeline import load_stages
from dragoman.records import Story, hash_text


def run_attributions(
    path: Path, *, split: str | None = None, limit: int | None = None, model: str | None = None
) -> Iterator[AttributionRun]:
    """Read the texts of a gold file, of one split, or the first. Raises InputError, DataError."""
    try:
        content = path.read_bytes()
    except OSError as error:
        msg = f"{path}: {error.strerror or error}; give the path of a gold file (JSON Lines)"
        raise InputError(msg) from error
    lines = [fields for _, fields in read_lines(content, name=str(path))]
    if not lines or "attributions" not in lines[0].get("gold", {}):
        msg = f"{path}: no attributions in its first line; see docs/validation.md for the form"
        raise DataError(msg)
    stages = load_stages(LanguageModel(model))
    chosen = [fields for fields in lines if split is None or fields.get("split") == split]
    for fields in chosen[:limit]:
        draft = _read(fields, stages)
        yield AttributionRun(
            id=fields["id"],
            text=fields["text"],
            gold=read_attributions(fields),
            predicted=from_reading(draft.attributions, text=fields["text"]),
        )


def _read(fields: Mapping[str, Any], stages: tuple[Stage, ...]) -> Draft:
    story = Story(
        id=fields["id"],
        text=fields["text"],
        sha256=hash_text(fields["text"]),
        published_on=date.fromisoformat(fields["date"]) if fields.get("date") else None,
    )
    return read_ungated(story, stages, last="attributions")
