"""Packaged tables: UTF-8, tab-separated, one entry a line, a header line, ``#`` for comments.

A cell that holds several values separates them by ``;``. An empty cell means "none" or "not known".
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from dragoman.errors import DataError


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column name, and where it stands."""

    cells: dict[str, str]
    where: str

    def __getitem__(self, column: str) -> str:
        """Return a cell; the column must be in the header."""
        return self.cells[column]

    def get(self, column: str) -> str:
        """Return a cell, or an empty string where the table has no such column."""
        return self.cells.get(column, "")

    def many(self, column: str) -> tuple[str, ...]:
        """Return the values of a cell with ``;`` between them."""
        return tuple(value.strip() for value in self.get(column).split(";") if value.strip())

    def day(self, column: str) -> date | None:
        """Return a cell as a date (``YYYY-MM-DD``), None where it is empty."""
        if not self.get(column):
            return None
        try:
            return date.fromisoformat(self[column])
        except ValueError as error:
            msg = f"{self.where}: {column} {self[column]!r} is no date; write YYYY-MM-DD"
            raise DataError(msg) from error


def read_table(text: str, *, name: str) -> tuple[Row, ...]:
    """Read a table's text. Raises DataError for a missing header or a line with other columns."""
    return tuple(_rows(text, name))


def _rows(text: str, name: str) -> Iterator[Row]:
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            continue
        where = f"{name} line {number}"
        if len(cells) > len(header):
            msg = f"{where}: {len(cells)} cells under {len(header)} columns; use tabs between cells only"
            raise DataError(msg)
        cells += [""] * (len(header) - len(cells))
        yield Row(dict(zip(header, cells, strict=True)), where)
    if header is None:
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
