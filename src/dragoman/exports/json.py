"""One JSON document: an array of the objects that JSON Lines would have, indented."""

from collections.abc import Iterable, Iterator

from dragoman.exports.jsonl import dump
from dragoman.records import Reading

_INDENT = 2


def write_json(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield an array of readings piece by piece; it is an array even for a single story."""
    before = "[\n"
    for reading in readings:
        yield before + dump(reading, indent=_INDENT)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
