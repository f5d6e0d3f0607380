"""A progress bar on a terminal, and nothing in a pipe."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.records import Reading
from dragoman.stories import STANDARD_INPUT

_CHUNK_BYTES = 1_000_000


def show_progress(readings: Iterable[Reading], *, sources: Iterable[str]) -> Iterator[Reading]:
    """Yield the readings, and draw how many there have been on standard error."""
    # Imported here: nothing else of a run in a pipe needs it.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=count_stories(sources))
        for reading in readings:
            yield reading
            progress.advance(task)


def count_stories(sources: Iterable[str]) -> int | None:
    """Return about how many stories there are (a file, or its lines); None where nobody can know."""
    total = 0
    for source in sources:
        if source == STANDARD_INPUT:
            return None
        total += _count_lines(Path(source)) if source.lower().endswith(".jsonl") else 1
    return total


def _count_lines(path: Path) -> int:
    try:
        with path.open("rb") as stream:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(_CHUNK_BYTES), b""))
    except OSError:
        # What is wrong with the file is said when it is read.
        return 1
