"""What tests share: stories on the disk, the command line, and a reader without a model."""

import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.cli.main import main
from dragoman.pipeline import StoryReader, load_reader
from dragoman.settings import Settings
from readings import FakeReader

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the repository's folder."""
    return ROOT


@pytest.fixture(scope="session")
def reader() -> StoryReader:
    """Return the real reader, loaded once."""
    return load_reader()


@pytest.fixture
def fake_reader(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """Put a reader without a model in the pipeline's place; return the settings it is loaded with."""
    loaded: list[Settings] = []

    def load_reader(settings: Settings) -> FakeReader:
        loaded.append(settings)
        return FakeReader(settings.min_confidence)

    module = types.ModuleType("dragoman.pipeline")
    module.load_reader = load_reader  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dragoman.pipeline", module)
    return loaded


@pytest.fixture
def dragoman(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Run the command line; return its exit status, standard output and standard error."""

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dragoman", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capfd.readouterr()
        return int(left.value.code or 0), out, err

    return run
