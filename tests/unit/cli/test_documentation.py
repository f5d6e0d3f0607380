"""docs/commands.md names every command and every option, and none that does not exist."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from dragoman.cli.main import commands
from dragoman.exports.csv import COLUMNS
from dragoman.stories import MAX_STORY_BYTES
from dragoman.stories.languages import LETTERS_NEEDED


def walk(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from walk(inner, f"{path} {name}")


COMMANDS = dict(walk(commands, "dragoman"))


@pytest.fixture(scope="module")
def sections(root: Path) -> dict[str, str]:
    text = (root / "docs" / "commands.md").read_text(encoding="utf-8")
    parts = re.split(r"^#{2,3} (dragoman.*)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_command_has_its_section_and_no_other(sections: dict[str, str]) -> None:
    assert set(sections) == set(COMMANDS)


@pytest.mark.parametrize("path", [path for path, command in COMMANDS.items() if path != "dragoman evaluate"])
def test_every_option_has_its_line_and_no_other(sections: dict[str, str], path: str) -> None:
    documented = set(re.findall(r"^\| `(--[a-z-]+)", sections[path], flags=re.MULTILINE))
    options = {max(param.opts, key=len) for param in COMMANDS[path].params if isinstance(param, click.Option)}
    assert documented == options | {"--help"}


def test_formats_limits_and_columns_are_those_of_the_code(sections: dict[str, str]) -> None:
    text = sections["dragoman read"]
    option = next(param for param in COMMANDS["dragoman read"].params if param.name == "format")
    assert isinstance(option.type, click.Choice)
    assert all(f"`{name}`" in text for name in option.type.choices)
    assert f"({MAX_STORY_BYTES:,} bytes)".replace(",", " ") in text
    assert f"judged from {LETTERS_NEEDED} letters on" in text
    assert {"ledger", "type", "group"} <= set(COLUMNS)
