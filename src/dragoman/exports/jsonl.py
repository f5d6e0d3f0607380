"""JSON Lines: one object a story, in the record format."""

import json
from collections.abc import Iterable, Iterator

from dragoman.records import Reading

# JSON allows these line ends inside a string, but tools that split on any line end cut there.
_LINE_ENDS = {"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def write_jsonl(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield one line for each reading, its newline included."""
    for reading in readings:
        yield f"{dump(reading)}\n"


def dump(reading: Reading, *, indent: int | None = None) -> str:
    """Return a reading as JSON text, on one line unless ``indent`` says how far to indent."""
    text = json.dumps(reading.to_dict(), ensure_ascii=False, allow_nan=False, indent=indent)
    for char, escape in _LINE_ENDS.items():
        text = text.replace(char, escape)
    return text
