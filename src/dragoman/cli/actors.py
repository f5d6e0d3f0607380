"""``dragoman actors``: who a name is on a day, who is in the tables, and what is wrong with a table."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.main import complain

if TYPE_CHECKING:
    from dragoman.codes.actors.lookup import Finding
    from dragoman.codes.actors.roster import Entry

_OWN = click.option(
    "--actors",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder of your own actor tables, which alter or replace the packaged ones.",
)
_ON = click.option("--on", "day", metavar="DAY", help="The day that is asked about (2017-10-29).")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines instead of a table.")


@click.group(short_help="Look up who is who on which day, and check tables of your own.")
def actors() -> None:
    """Look up who a name is on a day, list the tables, or check a table of your own."""


@actors.command()
@click.argument("name")
@_ON
@_OWN
@_JSON
def find(name: str, day: str | None, folder: Path | None, as_json: bool) -> None:
    """Say who NAME is, which code that is, and why.

    NAME is a name ("Bashar al-Assad") or a phrase ("the Iranian foreign minister"); a phrase is read
    as a story's would be.
    """
    from dragoman.codes.actors.directory import load_directory  # noqa: PLC0415 - help must not wait
    from dragoman.codes.actors.lookup import ActorLookup  # noqa: PLC0415

    on = _read_day(day)
    _check_folder(folder)
    lookup = ActorLookup(load_directory(folder))
    findings = lookup.find(name, on=on)
    if findings:
        _write_rows([_finding_row(one) for one in findings], as_json=as_json)
        return
    rows = list(_phrase_rows(name, on, folder))
    if rows:
        _write_rows(rows, as_json=as_json)
        return
    similar = lookup.similar(name)
    hint = (
        f"; spelt like {', '.join(similar)}" if similar else "; add a line to a table of your own (--actors)"
    )
    complain(f"{name!r} is in no table{hint}")
    raise click.exceptions.Exit(1)


@actors.command(name="list")
@click.option("--kind", metavar="KIND", help="Only one kind: state, leader, igo, party, armed, media ...")
@click.option("--country", metavar="CODE", help="Only what belongs to one state, by its code (SYR).")
@_ON
@_OWN
@_JSON
def list_actors(
    kind: str | None, country: str | None, day: str | None, folder: Path | None, as_json: bool
) -> None:
    """List who is in the tables: of one kind, of one country, on one day."""
    from dragoman.codes.actors.directory import load_directory  # noqa: PLC0415
    from dragoman.codes.actors.roster import KINDS, list_entries  # noqa: PLC0415

    if kind is not None and kind not in KINDS:
        msg = f"--kind {kind!r} is unknown; choose among {', '.join(KINDS)}"
        raise click.UsageError(msg)
    on = _read_day(day)
    _check_folder(folder)
    entries = list_entries(load_directory(folder), kind=kind, country=country, on=on, folder=folder)
    _write_rows([_entry_row(one) for one in entries], as_json=as_json)


@actors.command()
@click.argument("path", type=click.Path(path_type=Path))
def check(path: Path) -> None:
    """Check a table of your own (PATH is a file such as groups.tsv, or a folder of them).

    It is checked together with the packaged tables: each line alone, and for codes, names and days that
    contradict other lines.
    """
    from dragoman.codes.actors.problems.tables import find_problems  # noqa: PLC0415
    from dragoman.codes.actors.rows import check_folder, check_table  # noqa: PLC0415

    names = (check_table(path),) if path.suffix == ".tsv" else check_folder(path)
    problems = list(find_problems(path))
    for problem in problems:
        click.echo(problem)
    if problems:
        complain(f"{len(problems)} to mend in {', '.join(f'{name}.tsv' for name in names)}")
        raise click.exceptions.Exit(1)
    click.echo(f"{', '.join(f'{name}.tsv' for name in names)}: nothing to mend")


def _phrase_rows(name: str, on: date | None, folder: Path | None) -> Iterator[dict[str, Any]]:
    from dragoman.pipeline import load_reader  # noqa: PLC0415 - the parser takes seconds to load
    from dragoman.settings import Settings  # noqa: PLC0415

    for ref, span in load_reader(Settings(actors=folder)).resolve(name, published_on=on):
        role = f":{ref.role}" if ref.role else ""
        yield {"actor": f"{ref.actor}{role}", "holds": True, "why": f"read as a phrase, by {span!r}"}


def _finding_row(finding: "Finding") -> dict[str, Any]:
    return {"actor": finding.actor, "holds": finding.holds, "why": finding.reason()}


def _entry_row(entry: "Entry") -> dict[str, Any]:
    return {
        "code": entry.code,
        "role": entry.role,
        "kind": entry.kind,
        "country": entry.country,
        "name": entry.name,
        "from": entry.start.isoformat() if entry.start else None,
        "to": entry.end.isoformat() if entry.end else None,
        "wikidata": entry.wikidata,
    }


def _write_rows(rows: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    columns = list(rows[0]) if rows else []
    shown = [[_shown(row[column]) for column in columns] for row in rows]
    widths = [max(map(len, cells)) for cells in zip(columns, *shown, strict=True)]
    for cells in (columns, *shown):
        line = "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        click.echo(line.rstrip())


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "not then"
    return "" if value is None else str(value)


def _read_day(day: str | None) -> date | None:
    from dragoman.errors import InputError, SettingsError  # noqa: PLC0415
    from dragoman.records import read_day  # noqa: PLC0415

    try:
        return read_day(day) if day is not None else None
    except InputError as error:
        msg = f"--on: {error}"
        raise SettingsError(msg) from error


def _check_folder(folder: Path | None) -> None:
    if folder is not None:
        from dragoman.codes.actors.rows import check_folder  # noqa: PLC0415

        check_folder(folder)
