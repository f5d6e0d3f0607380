"""One run of ``dragoman read``: a batch of stories from their sources to the output."""

import sys
from collections.abc import Iterable, Iterator
from itertools import chain

from dragoman.cli.outputs import check_output, describe_screen, is_terminal, open_output
from dragoman.cli.progress import show_progress
from dragoman.cli.read import ReadRequest
from dragoman.errors import InputError, SettingsError
from dragoman.exports.formats import Format, write_readings
from dragoman.exports.table import TableView
from dragoman.records import Reading, Story, read_day, select
from dragoman.settings import Settings
from dragoman.stories import StoryFailure, load_example, read_stories


def read_batch(request: ReadRequest) -> list[StoryFailure]:
    """Read and write what was asked for; return what could not be read.

    Nothing is written when no story could be read, and the model is not loaded either. Raises
    DragomanError for settings, models and outputs that are no good.
    """
    settings = _settings(request)
    check_output(request.out)
    failures: list[StoryFailure] = []
    stories = _sound_stories(request, settings, failures)
    first = next(stories, None)
    if first is None:
        return failures
    format = choose_format(request)
    screen = describe_screen() if request.out is None else None
    encoding = screen.encoding if screen and format is Format.TABLE else "utf-8"
    view = TableView(
        width=screen.width if screen else TableView().width,
        colour=screen is not None and screen.colour,
        explain=request.explain,
        claims=request.claims or not request.events,
        events=request.events or not request.claims,
    )
    readings = _readings(chain((first,), stories), request, settings)
    with open_output(request.out, encoding=encoding, whole=format is Format.JSON) as write:
        for text in write_readings(_with_progress(readings, request), format=format, view=view):
            write(text)
    return failures


def choose_format(request: ReadRequest) -> Format:
    """Return the format asked for, or the one that fits where the output goes."""
    if request.format is not None:
        return Format(request.format)
    if request.explain:
        return Format.TABLE
    if request.out is not None:
        suffix = request.out.suffix.lower().removeprefix(".")
        return Format(suffix) if suffix in (Format.JSON, Format.CSV) else Format.JSONL
    return Format.TABLE if is_terminal(sys.stdout) else Format.JSONL


def _settings(request: ReadRequest) -> Settings:
    try:
        published_on = read_day(request.date) if request.date is not None else None
    except InputError as error:
        msg = f"--date: {error}"
        raise SettingsError(msg) from error
    return Settings(
        model=request.model,
        published_on=published_on,
        publisher=request.publisher,
        actors=request.actors,
        min_confidence=request.min_confidence,
    )


def _sound_stories(request: ReadRequest, settings: Settings, failures: list[StoryFailure]) -> Iterator[Story]:
    if request.example:
        yield load_example()
    stdin = sys.stdin.buffer if sys.stdin is not None else None
    for item in read_stories(request.paths, defaults=settings, stdin=stdin):
        if isinstance(item, StoryFailure):
            failures.append(item)
        else:
            yield item


def _readings(stories: Iterable[Story], request: ReadRequest, settings: Settings) -> Iterator[Reading]:
    # Imported here: the parser takes seconds to load, and a batch without a story needs none.
    from dragoman.pipeline import load_reader  # noqa: PLC0415

    for reading in load_reader(settings).stream(stories):
        yield select(
            reading,
            claims=request.claims or not request.events,
            events=request.events or not request.claims,
        )


def _with_progress(readings: Iterator[Reading], request: ReadRequest) -> Iterator[Reading]:
    # A bar would be drawn through a table on the same screen.
    many = len(request.paths) > 1 or any(path.lower().endswith(".jsonl") for path in request.paths)
    elsewhere = request.out is not None or not is_terminal(sys.stdout)
    if many and elsewhere and is_terminal(sys.stderr):
        return show_progress(readings, sources=request.paths)
    return readings
