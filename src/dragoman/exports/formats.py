"""The formats that a reading can be written in."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from dragoman.codes.actors.places.states import load_states
from dragoman.exports.csv import write_csv
from dragoman.exports.json import write_json
from dragoman.exports.jsonl import write_jsonl
from dragoman.exports.table import TableView, write_table
from dragoman.records import Reading


class Format(StrEnum):
    """How readings are written: for people (table), or one of three for programs."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"


def write_readings(
    readings: Iterable[Reading], *, format: Format, view: TableView | None = None
) -> Iterator[str]:
    """Yield the readings as text in a format, piece by piece. ``view`` is for the table only."""
    if format is Format.JSONL:
        return write_jsonl(readings)
    if format is Format.JSON:
        return write_json(readings)
    if format is Format.CSV:
        return write_csv(readings)
    names = {state.code: state.name for state in load_states()}
    return write_table(readings, names=names, view=view)
