"""Packaged tables: UTF-8, tab-separated, one entry a line, a header line, ``#`` for comments.

A cell that holds several values separates them by ``;``. An empty cell means "none" or "not known".
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from dragoman.errors import DataError


class Row:
    """One line of a table: its cells by column name, and where it stands.

    No dataclass: tens of thousands are made at every start, and share the columns of their table.
    """

    __slots__ = ("_cells", "_columns", "_name", "_number")

    def __init__(self, cells: list[str], columns: Mapping[str, int], name: str, number: int) -> None:
        self._cells = cells
        self._columns = columns
        self._name = name
        self._number = number

    @property
    def where(self) -> str:
        """The place of the line, for messages: ``groups.tsv line 12``."""
        return f"{self._name} line {self._number}"

    def __getitem__(self, column: str) -> str:
        """Return a cell. Raises DataError where the header does not name the column."""
        try:
            return self._cells[self._columns[column]]
        except KeyError:
            msg = f"{self.where}: no column {column!r}; name it in the table's header line"
            raise DataError(msg) from None

    def get(self, column: str) -> str:
        """Return a cell, or an empty string where the table has no such column."""
        place = self._columns.get(column)
        return "" if place is None else self._cells[place]

    def many(self, column: str) -> tuple[str, ...]:
        """Return the values of a cell with ``;`` between them."""
        cell = self.get(column)
        if ";" not in cell:
            return (cell,) if cell else ()
        return tuple(value for part in cell.split(";") if (value := part.strip()))

    def number(self, column: str) -> int | None:
        """Return a cell as a whole number, None where it is empty. Raises DataError for another value."""
        if not self.get(column):
            return None
        try:
            return int(self[column])
        except ValueError as error:
            msg = f"{self.where}: {column} {self[column]!r} is no whole number; write one, or nothing"
            raise DataError(msg) from error

    def day(self, column: str) -> date | None:
        """Return a cell as a date (``YYYY-MM-DD``), None where it is empty."""
        cell = self.get(column)
        if not cell:
            return None
        try:
            return date.fromisoformat(cell)
        except ValueError as error:
            msg = f"{self.where}: {column} {cell!r} is no date; write YYYY-MM-DD"
            raise DataError(msg) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a table's comments say of its facts: the day they are of, and where they come from."""

    as_of: date | None
    sources: str | None


def read_heading(text: str) -> Heading:
    """Read the comment lines ``# as_of: YYYY-MM-DD`` and ``# sources: ...`` of a table's text."""
    said: dict[str, str] = {}
    for line in text.splitlines():
        name, colon, value = line.lstrip("# ").partition(":")
        if line.startswith("#") and colon and name in ("as_of", "sources"):
            said.setdefault(name, value.strip())
    try:
        as_of = date.fromisoformat(said["as_of"]) if "as_of" in said else None
    except ValueError as error:
        msg = f"as_of {said['as_of']!r} in a table's comments is no date; write YYYY-MM-DD"
        raise DataError(msg) from error
    return Heading(as_of=as_of, sources=said.get("sources"))


def read_table(text: str, *, name: str) -> tuple[Row, ...]:
    """Read a table's text. Raises DataError for a missing header or a line with other columns."""
    return tuple(_rows(text, name))


def _rows(text: str, name: str) -> Iterator[Row]:
    columns: dict[str, int] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.isspace() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if " \t" in line or "\t " in line or line[0] == " " or line[-1] == " ":
            cells = [cell.strip() for cell in cells]
        if columns is None:
            columns = {column: place for place, column in enumerate(cells)}
            continue
        if len(cells) > len(columns):
            where = f"{name} line {number}"
            msg = f"{where}: {len(cells)} cells under {len(columns)} columns; use tabs between cells only"
            raise DataError(msg)
        cells += [""] * (len(columns) - len(cells))
        yield Row(cells, columns, name, number)
    if columns is None:
        msg = f"{name}: no header line; the first line that is no comment names the columns"
        raise DataError(msg)


def load_table(package: str, name: str) -> tuple[Row, ...]:
    """Load ``data/NAME`` of a package of this project, as it is installed."""
    text = (files(package) / "data" / name).read_text(encoding="utf-8")
    return read_table(text, name=name)


def load_word_classes(package: str, name: str, *, names: Collection[str]) -> dict[str, frozenset[str]]:
    """Load a table with the columns ``word`` and ``class``: for each class of ``names`` its words.

    Raises DataError for a class that is none of them, a class without words, or a word given twice in one.
    """
    words: dict[str, set[str]] = {kind: set() for kind in names}
    for row in load_table(package, name):
        if row["class"] not in words:
            msg = f"{row.where}: class {row['class']!r} is unknown; choose among {', '.join(sorted(names))}"
            raise DataError(msg)
        if row["word"] in words[row["class"]]:
            msg = f"{row.where}: {row['word']!r} stands already in class {row['class']!r}; keep one line"
            raise DataError(msg)
        words[row["class"]].add(row["word"])
    for kind, found in words.items():
        if not found:
            msg = f"{name}: class {kind!r} has no word; give it one, as no rule could match without"
            raise DataError(msg)
    return {kind: frozenset(found) for kind, found in words.items()}
