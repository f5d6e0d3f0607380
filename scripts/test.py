"""Run every check of the project, in order, and stop at the first that fails.

``uv run scripts/test.py`` runs them all; ``uv run scripts/test.py types tests`` only those named.
With pip: ``python scripts/test.py`` in an environment that has the dev group (CONTRIBUTING.md).
"""

import os
import shlex
import subprocess
import sys
import time
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COVERAGE_FLOOR = 90
"""Percent of lines and branches of src/ that the tests must run."""
_CHECKED = ("src", "scripts", "bench", "tests", "examples")
_LINT_IMPORTS = "from importlinter.cli import lint_imports_command as run; run()"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One check: its name, what it says, and the arguments for this same Python."""

    name: str
    says: str
    arguments: tuple[str, ...]


STEPS = (
    Step(name="lint", says="the style holds", arguments=("-m", "ruff", "check", *_CHECKED)),
    Step(
        name="format",
        says="the layout is ruff's; `ruff format` mends it",
        arguments=("-m", "ruff", "format", "--check", *_CHECKED),
    ),
    Step(
        name="types",
        says="strict types hold",
        arguments=("-m", "mypy", "--strict", "src", "scripts", "bench"),
    ),
    Step(name="imports", says="imports run downwards only", arguments=("-c", _LINT_IMPORTS)),
    Step(
        name="lock",
        says="requirements.lock and pyproject.toml pin the same versions",
        arguments=("scripts/lock.py", "--check"),
    ),
    Step(name="tests", says="the tests pass", arguments=("-m", "coverage", "run", "-m", "pytest")),
    Step(
        name="coverage",
        says=f"the tests run at least {COVERAGE_FLOOR} % of the code",
        arguments=("-m", "coverage", "report", f"--fail-under={COVERAGE_FLOOR}"),
    ),
    Step(name="gate", says="no score on gold/ is below its floor", arguments=("scripts/gate.py",)),
)


def run_step(step: Step) -> int:
    """Run one check from the repository's folder, its output passed through; return its status."""
    print(f"\n== {step.name}: {shlex.join(('python', *step.arguments))}", flush=True)
    source = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "PYTHONPATH": source}
    return subprocess.run(
        [sys.executable, *step.arguments], cwd=ROOT, env=environment, check=False
    ).returncode


def run_steps(steps: Sequence[Step]) -> int:
    """Run checks until one fails; say which, and return 0 or 1."""
    started = time.monotonic()
    for number, step in enumerate(steps, start=1):
        status = run_step(step)
        if status:
            print(
                f"\nFAILED at {step.name} (step {number} of {len(steps)}, exit status {status}): "
                f"it checks that {step.says}. Run it alone with `uv run scripts/test.py {step.name}`.",
                flush=True,
            )
            return 1
    names = ", ".join(step.name for step in steps)
    print(f"\nall {len(steps)} checks passed in {time.monotonic() - started:.0f} s: {names}", flush=True)
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the checks named on the command line, or all."""
    parser = ArgumentParser(
        description="Run every check of the project, in order, and stop at the first that fails.",
        epilog="\n".join(f"  {step.name:9} {step.says}" for step in STEPS),
        formatter_class=RawDescriptionHelpFormatter,
    )
    names = [step.name for step in STEPS]
    parser.add_argument(
        "steps", nargs="*", metavar="STEP", help=f"which checks: {', '.join(names)}; all without"
    )
    wanted = parser.parse_args(arguments).steps
    unknown = sorted(set(wanted) - set(names))
    if unknown:
        parser.error(f"no such step: {', '.join(unknown)}; choose among {', '.join(names)}")
    return run_steps([step for step in STEPS if not wanted or step.name in wanted])


if __name__ == "__main__":
    sys.exit(main())
