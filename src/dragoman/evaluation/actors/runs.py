"""Runs: a gold file of any known kind, read by the program, as outcomes.

The kind is told by the fields of its first line: linked names, attitudes, phrases, or coded claims.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.codes.actors.directory import load_directory
from dragoman.errors import DataError, InputError
from dragoman.evaluation.actors.arguments import argument_outcomes
from dragoman.evaluation.actors.attitudes import attitude_outcomes
from dragoman.evaluation.actors.links import link_outcomes, load_pages
from dragoman.evaluation.actors.outcomes import Outcome
from dragoman.evaluation.actors.phrases import build_codes, load_rulings, phrase_outcomes
from dragoman.evaluation.gold import read_file, read_gold, read_lines, read_story
from dragoman.pipeline import StoryReader, load_reader
from dragoman.settings import Settings


def evaluate_actors(
    path: Path, *, key: Path | None = None, model: str | None = None, limit: int | None = None
) -> tuple[Outcome, ...]:
    """Read a gold file's texts and return an outcome for each expression whose actor it knows.

    ``key`` is the key from page titles to actors, for linked names; ``limit`` the number of items read.
    Raises InputError or DataError for a file that cannot be read or is of no known kind.
    """
    content = read_file(path)
    lines = [fields for _, fields in read_lines(content, name=str(path))][:limit]
    if not lines:
        msg = f"{path}: no items; a gold file has one JSON object a line"
        raise DataError(msg)
    reader = load_reader(Settings(model=model))
    return tuple(_outcomes(path, content, lines, key=key, reader=reader))


def _outcomes(
    path: Path,
    content: bytes,
    lines: Sequence[Mapping[str, Any]],
    *,
    key: Path | None,
    reader: StoryReader,
) -> Iterator[Outcome]:
    first = lines[0]
    nested = first.get("gold", {})
    if "claims" in first:
        gold = read_gold(content, name=str(path))[: len(lines)]
        return argument_outcomes(gold, _read(lines, reader))
    if "function" in first and "expected" in first:
        codes = build_codes(load_directory())
        return phrase_outcomes(lines, reader=reader, codes=codes, rulings=load_rulings())
    if "links" in nested:
        if key is None:
            msg = f"{path} links names to pages; give the key from page titles to actors with --key"
            raise InputError(msg)
        return link_outcomes(lines, _read(lines, reader), pages=load_pages(key))
    if "opinions" in nested:
        return attitude_outcomes(lines, _read(lines, reader), directory=load_directory())
    msg = f"{path}: neither linked names, attitudes, phrases nor coded claims; see docs/validation.md"
    raise DataError(msg)


def _read(lines: Sequence[Mapping[str, Any]], reader: StoryReader) -> dict[str, Mapping[str, Any]]:
    stories = (read_story(fields) for fields in lines)
    return {reading.story.id: reading.to_dict() for reading in reader.stream(stories)}
