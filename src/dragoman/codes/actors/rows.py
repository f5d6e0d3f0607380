"""Rows of the actor tables: where each table lies, and how a user's own folder alters it.

A folder holds tables under the packaged names (``groups.tsv``). A line whose key is in the packaged
table takes its place, any other line is added; a comment line ``# replaces the packaged table``
leaves the packaged lines out altogether. Columns that may be empty may be left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from dragoman.codes.tables import Heading, Row, read_heading, read_table
from dragoman.errors import DataError

_PACKAGE = "dragoman.codes.actors"
REPLACES = "replaces the packaged table"


@dataclass(frozen=True, slots=True)
class TableKind:
    """One actor table: its room in ``data/``, and the columns that tell its lines apart.

    Where ``many`` lines share a key (the members of an organisation), a user's lines of a key take
    the place of all packaged ones.
    """

    room: str
    key: tuple[str, ...]
    many: bool = False


TABLES: Mapping[str, TableKind] = MappingProxyType(
    {
        "states": TableKind("places", ("code",)),
        "capitals": TableKind("places", ("state",), many=True),
        "regions": TableKind("places", ("name",)),
        "tags": TableKind("places", ("tag",)),
        "namesakes": TableKind("places", ("name", "actor")),
        "organisations": TableKind("bodies", ("code", "name")),
        "members": TableKind("bodies", ("organisation",), many=True),
        "groups": TableKind("bodies", ("code",)),
        "organs": TableKind("bodies", ("state", "name")),
        "media": TableKind("bodies", ("name",)),
        "offices": TableKind("people", ("office",)),
        "leaders": TableKind("people", ("name", "actor", "office", "from")),
        "ministers": TableKind("people", ("name", "actor", "office", "from")),
        "officials": TableKind("people", ("name", "actor", "office", "from")),
        "classes": TableKind("phrases", ("code",)),
        "roles": TableKind("phrases", ("noun",)),
        "sectors": TableKind("phrases", ("sector",)),
    }
)
"""Every actor table by name."""


def load_actor_rows(name: str, *, folder: Path | None = None) -> tuple[Row, ...]:
    """Load a packaged table's rows, altered by the table of that name in ``folder`` if there is one.

    ``folder`` can also be one table's file. Raises DataError for a broken table, or a user's table
    that cannot be read.
    """
    packaged = read_table(_packaged(name), name=f"{name}.tsv")
    found = _own(name, folder)
    if found is None:
        return packaged
    path, text = found
    own = read_table(text, name=str(path))
    return own if _replaces(text) else merge_rows(packaged, own, kind=TABLES[name])


def load_actor_heading(name: str, *, folder: Path | None = None) -> Heading:
    """Load what a table says of itself: the day its facts are of, and their sources."""
    found = _own(name, folder)
    heading = read_heading(found[1]) if found is not None else None
    # A user's lines that only add to a table need not say of which day the others are.
    return heading if heading is not None and heading.as_of is not None else read_heading(_packaged(name))


def merge_rows(packaged: tuple[Row, ...], own: tuple[Row, ...], *, kind: TableKind) -> tuple[Row, ...]:
    """Put a user's rows in the place of the packaged rows of the same key, and add the others."""
    by_key: dict[tuple[str, ...], list[Row]] = {}
    for row in own:
        rows = by_key.setdefault(_key(row, kind), [])
        if rows and not kind.many:
            msg = f"{row.where}: {' '.join(_key(row, kind))!r} stands already on {rows[0].where}; keep one"
            raise DataError(msg)
        rows.append(row)
    merged: list[Row] = []
    for row in packaged:
        key = _key(row, kind)
        if key not in by_key:
            merged.append(row)
        elif by_key[key]:
            merged.extend(by_key[key])
            by_key[key] = []
    merged.extend(row for rows in by_key.values() for row in rows)
    return tuple(merged)


def check_folder(folder: Path) -> tuple[str, ...]:
    """Return the names of the actor tables in a user's folder, in the order of TABLES.

    Raises DataError for a folder that is none, holds no table, or holds one of an unknown name.
    """
    if not folder.is_dir():
        msg = f"{folder}: no such folder; name one that holds actor tables, such as groups.tsv"
        raise DataError(msg)
    found = [check_table(path) for path in sorted(folder.glob("*.tsv"))]
    if not found:
        msg = f"{folder}: no actor table in it; put one there under its packaged name, such as groups.tsv"
        raise DataError(msg)
    return tuple(name for name in TABLES if name in found)


def check_table(path: Path) -> str:
    """Return which actor table a file is, by its name. Raises DataError where it is none."""
    if path.stem not in TABLES:
        msg = f"{path}: no actor table has this name; choose among {', '.join(TABLES)}"
        raise DataError(msg)
    return path.stem


def _key(row: Row, kind: TableKind) -> tuple[str, ...]:
    return tuple(row[column] for column in kind.key)


def _replaces(text: str) -> bool:
    comments = (line.lstrip("# ").rstrip() for line in text.splitlines() if line.startswith("#"))
    return any(comment.lower() == REPLACES for comment in comments)


def _packaged(name: str) -> str:
    table = files(_PACKAGE) / "data" / TABLES[name].room / f"{name}.tsv"
    return table.read_text(encoding="utf-8")


def _path(name: str, folder: Path) -> Path | None:
    """Return a user's table of a name; ``folder`` can be the one table itself."""
    if folder.suffix == ".tsv":
        return folder if folder.stem == name else None
    path = folder / f"{name}.tsv"
    return path if path.exists() else None


def _own(name: str, folder: Path | None) -> tuple[Path, str] | None:
    path = _path(name, folder) if folder is not None else None
    if path is None:
        return None
    try:
        return path, path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        msg = f"{path}: no UTF-8 (byte {error.start}); save the table as UTF-8"
        raise DataError(msg) from error
    except OSError as error:
        msg = f"{path}: {error.strerror or error}; give a table that can be read"
        raise DataError(msg) from error
