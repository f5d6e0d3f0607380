"""Runs: the texts of a gold file of attributions, read by the program and scored.

Every sentence is parsed, as attributions are coded in all of them; a reading leaves out those that
can carry no record.
"""

from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import DataError
from dragoman.evaluation.attributions.coded import AttributionRun, from_reading, read_attributions
from dragoman.evaluation.gold import read_file, read_lines, read_story
from dragoman.evaluation.ungated import read_ungated
from dragoman.extraction.language import LanguageModel
from dragoman.pipeline import load_stages


def run_attributions(
    path: Path, *, split: str | None = None, limit: int | None = None, model: str | None = None
) -> Iterator[AttributionRun]:
    """Read the texts of a gold file, of one split, or the first. Raises InputError, DataError."""
    lines = [fields for _, fields in read_lines(read_file(path), name=str(path))]
    if not lines or "attributions" not in lines[0].get("gold", {}):
        msg = f"{path}: no attributions in its first line; see docs/validation.md for the form"
        raise DataError(msg)
    stages = load_stages(LanguageModel(model))
    chosen = [fields for fields in lines if split is None or fields.get("split") == split]
    for fields in chosen[:limit]:
        draft = read_ungated(read_story(fields), stages, last="attributions")
        yield AttributionRun(
            id=fields["id"],
            text=fields["text"],
            gold=read_attributions(fields),
            predicted=from_reading(draft.attributions, text=fields["text"]),
        )
