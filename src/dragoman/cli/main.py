"""The command line: finds the command, and turns every way a command can end into an exit status.

0: all was read. 1: something could not be read or written. 2: wrong usage. 130: Ctrl-C.
141: whoever read the output stopped reading it.
"""

import importlib
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import click

from dragoman.errors import DragomanError


@dataclass(frozen=True, slots=True)
class CommandPlace:
    """Where a command is found, and what the overview says of it, so that it need not be loaded."""

    module: str
    name: str
    summary: str


COMMANDS: Mapping[str, CommandPlace] = MappingProxyType(
    {
        "actors": CommandPlace(
            "dragoman.cli.actors", "actors", "Look up who is who on which day; check tables of your own."
        ),
        "evaluate": CommandPlace(
            "dragoman.cli.evaluate", "evaluate", "Score readings against gold annotations."
        ),
        "read": CommandPlace(
            "dragoman.cli.read", "read", "Read stories: who is what to whom, who did what to whom."
        ),
    }
)


class CommandRegister(click.Group):
    """A group that imports a command only when it is run or asked for help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, imported now, or None where there is none of that name."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        command: click.Command = getattr(importlib.import_module(place.module), place.name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the overview from the register alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name].summary) for name in self.list_commands(ctx)])

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; turn what it raises into one line and an exit status."""
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            complain(str(error))
            raise click.exceptions.Exit(1) from error
        except KeyboardInterrupt as error:
            complain("interrupted")
            raise click.exceptions.Exit(130) from error
        except BrokenPipeError as error:
            # Python flushes standard output once more at its end, and would complain then.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(141) from error


def complain(message: str) -> None:
    """Write one line to standard error, as everything that goes wrong is said."""
    click.echo(f"dragoman: {message}", err=True)


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow, and rarely wanted

    try:
        click.echo(f"dragoman {version('dragoman')}")
    except PackageNotFoundError:
        click.echo("dragoman, not installed as a package")
    ctx.exit()


@click.group(
    cls=CommandRegister,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
def commands() -> None:
    """Read news about world politics and keep two ledgers, each line with the words that prove it.

    Claims say who is what to whom, according to whom; events say who did what to whom.
    """


def main() -> None:
    """Run the command line and leave with its exit status.

    A reading multiplies small matrices, which one thread does several times faster than many waiting
    on each other; a number of threads set in the environment is kept. It counts until numpy is loaded.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        status = commands.main(prog_name="dragoman", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(2)
    except click.UsageError as error:
        where = f"{error.ctx.command_path} --help" if error.ctx else "dragoman --help"
        complain(f"{error.format_message().rstrip('.')}; see {where}")
        sys.exit(2)
    except click.ClickException as error:
        complain(error.format_message())
        sys.exit(error.exit_code)
    except click.Abort:
        complain("interrupted")
        sys.exit(130)
    sys.exit(status if isinstance(status, int) else 0)
