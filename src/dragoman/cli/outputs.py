"""Where a command writes: standard output, or a file that is there whole or not at all."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from dragoman.errors import DragomanError, SettingsError

Write = Callable[[str], None]
_WIDTH = 80
_SPOOL_BYTES = 16_000_000


def check_output(out: Path | None) -> None:
    """Raise SettingsError for a file that could not be written at the end of a long run."""
    if out is None:
        return
    if out.is_dir():
        msg = f"--out {out} is a folder; name a file in it"
        raise SettingsError(msg)
    folder = out.resolve().parent
    if not folder.is_dir():
        msg = f"--out {out}: there is no folder {folder}; make it first"
        raise SettingsError(msg)
    if not os.access(out if _is_device(out) else folder, os.W_OK):
        msg = f"--out {out} cannot be written; check the permissions of {folder}"
        raise SettingsError(msg)


@contextmanager
def open_output(out: Path | None, *, encoding: str = "utf-8", whole: bool = False) -> Iterator[Write]:
    """Give a function that writes text to ``out``, or to standard output for None.

    A file is written beside its place and renamed into it when the block ends well; when it does
    not, whatever stood there before still stands. ``whole`` holds standard output back in the
    same way. Raises DragomanError where the disk refuses.
    """
    if out is None:
        with _open_spool(encoding) if whole else _open_stdout(encoding) as write:
            yield write
    else:
        with _open_file(out, encoding) as write:
            yield write


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """Standard output as people see it: characters a line, colour or not, and its encoding."""

    width: int
    colour: bool
    encoding: str


def is_terminal(stream: TextIO | None) -> bool:
    """Say whether a person sees the stream; one that is closed (None) nobody sees."""
    return stream is not None and stream.isatty()


def describe_screen() -> Screen:
    """Return what standard output is like; ``COLUMNS`` and ``NO_COLOR`` are heeded."""
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Screen(
        width=shutil.get_terminal_size((_WIDTH, 24)).columns,
        colour=is_terminal(sys.stdout) and not plain,
        encoding=getattr(sys.stdout, "encoding", None) or "utf-8",
    )


@contextmanager
def _open_stdout(encoding: str) -> Iterator[Write]:
    if sys.stdout is None:
        msg = "standard output is closed; leave it open, or write to a file with --out"
        raise DragomanError(msg)
    stream = sys.stdout.buffer

    def write(text: str) -> None:
        with _naming("standard output"):
            stream.write(text.encode(encoding, errors="replace"))
            stream.flush()

    yield write


@contextmanager
def _open_spool(encoding: str) -> Iterator[Write]:
    with tempfile.SpooledTemporaryFile(_SPOOL_BYTES, "w+", encoding=encoding, newline="") as spool:

        def write(text: str) -> None:
            with _naming("a temporary file"):
                spool.write(text)

        yield write
        spool.seek(0)
        with _open_stdout(encoding) as pass_on:
            while chunk := spool.read(_SPOOL_BYTES):
                pass_on(chunk)


@contextmanager
def _open_file(out: Path, encoding: str) -> Iterator[Write]:
    place = out.resolve()
    # A device or a named pipe cannot be replaced by a file.
    aside = place if _is_device(place) else place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with _naming(str(out)):
            stream = aside.open("w", encoding=encoding, newline="")
        try:

            def write(text: str) -> None:
                with _naming(str(out)):
                    stream.write(text)

            yield write
            with _naming(str(out)):
                stream.close()
        finally:
            # What could not be written has been said; closing would say it again.
            with suppress(OSError):
                stream.close()
        with _naming(str(out)):
            if aside != place:
                aside.replace(place)
    finally:
        if aside != place:
            aside.unlink(missing_ok=True)


@contextmanager
def _naming(target: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        msg = f"{target} cannot be written ({error.strerror}); make room or choose another place with --out"
        raise DragomanError(msg) from error


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file()
