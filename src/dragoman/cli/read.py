"""``dragoman read``: stories in, two ledgers out."""

from dataclasses import dataclass
from pathlib import Path

import click

from dragoman.cli.main import complain

FORMATS = ("table", "jsonl", "json", "csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRequest:
    """What ``dragoman read`` was asked for, option by option."""

    paths: tuple[str, ...]
    example: bool
    format: str | None
    claims: bool
    events: bool
    explain: bool
    date: str | None
    publisher: str | None
    model: str | None
    actors: Path | None
    min_confidence: float
    out: Path | None


@click.command(short_help="Read stories: who is what to whom, who did what to whom.")
@click.argument("paths", nargs=-1, metavar="PATH...|-")
@click.option("--example", is_flag=True, help="Read the story that comes with Dragoman.")
@click.option(
    "--format",
    type=click.Choice(FORMATS),
    help="How to write: table for people, jsonl, json or csv for programs. Without it: table on a "
    "terminal, jsonl in a pipe, and the suffix decides for --out.",
)
@click.option("--claims", is_flag=True, help="Only claims: who is what to whom.")
@click.option("--events", is_flag=True, help="Only events: who did what to whom.")
@click.option(
    "--explain",
    is_flag=True,
    help="In the table, show each record's rule, cues and confidence, and what was dropped and why.",
)
@click.option("--date", metavar="DAY", help="Publication day for stories without one (2017-10-29).")
@click.option("--publisher", metavar="NAME", help="Publisher for stories without one.")
@click.option("--model", metavar="NAME", help="Another installed spaCy English pipeline to parse with.")
@click.option(
    "--actors",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder of your own actor tables, which alter or replace the packaged ones.",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    show_default=True,
    metavar="0..1",
    help="Leave out records of less confidence.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to FILE, which appears whole at the end or not at all.",
)
def read(**options: object) -> None:
    """Read stories and print who is what to whom, who did what to whom, and who says so.

    PATH is a .txt file (with or without lines Title:, Date:, Publisher:, URL: at its top) or a
    .jsonl file (a story a line: text, and any of id, title, date, publisher, url, language); - is
    standard input, of either kind.
    """
    request = ReadRequest(**options)  # type: ignore[arg-type]
    _check_request(request)
    # Imported here: usage and help must not wait for what reads and writes.
    from dragoman.cli.batch import read_batch  # noqa: PLC0415

    failures = read_batch(request)
    for failure in failures:
        complain(str(failure))
    if len(failures) > 1:
        complain(f"{len(failures)} could not be read, as listed; the others were")
    if failures:
        raise click.exceptions.Exit(1)


def _check_request(request: ReadRequest) -> None:
    if not request.paths and not request.example:
        msg = "nothing to read: name a .txt or .jsonl file, - for standard input, or --example"
        raise click.UsageError(msg)
    if request.paths.count("-") > 1:
        msg = "standard input (-) can be read only once"
        raise click.UsageError(msg)
    if request.out is not None and any(_is_same(request.out, path) for path in request.paths):
        msg = f"--out {request.out} is also to be read; write to another file"
        raise click.UsageError(msg)


def _is_same(out: Path, path: str) -> bool:
    try:
        return path != "-" and out.samefile(path)
    except (OSError, ValueError):
        return False
