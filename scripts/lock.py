"""The lock: every version that runs and tests the project, with hashes and without addresses.

``uv run scripts/lock.py`` resolves pyproject.toml anew and keeps the versions that still fit;
``--upgrade`` takes the newest. It writes requirements.lock (for pip and for a reader) and the same
versions into ``[tool.uv] constraint-dependencies``, by which uv resolves to exactly them.
``--check`` compares the two, and needs no network. CONTRIBUTING.md says why there is no uv.lock.
"""

import re
import shutil
import subprocess
import sys
import tomllib
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
HEADER = """\
# Every version of the project and its tests, for all platforms and Python 3.11 to 3.13, with hashes.
# Written by `uv run scripts/lock.py`; do not edit. With pip:
#   pip install --require-hashes -r requirements.lock && pip install --no-deps -e .
"""
_FLAGS = (
    "--no-config", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url",
    "--no-emit-find-links", "--no-annotate", "--no-header", "--quiet",
)  # fmt: skip
"""No configuration, since the constraints in pyproject.toml are the old lock; no address in the output."""
_PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*==[^\s\\;]+(?: ; [^\\]+?)?) *\\?$", re.MULTILINE)
_CONSTRAINTS = re.compile(r"^constraint-dependencies = \[\n(?:.*\n)*?\]\n", re.MULTILINE)


class LockError(Exception):
    """The lock and pyproject.toml do not agree, or could not be made."""


def read_pins(lock: str) -> tuple[str, ...]:
    """Return the requirements of a lock, ``name==version`` with their markers, in its order."""
    return tuple(_PINNED.findall(lock))


def check_lock(lock: str, project: str) -> None:
    """Raise LockError where the lock has an address, lacks a dependency or differs from the constraints."""
    if "://" in lock:
        msg = "requirements.lock names an address; write it with `uv run scripts/lock.py`"
        raise LockError(msg)
    declared = tomllib.loads(project)
    pins = read_pins(lock)
    constraints = tuple(declared["tool"]["uv"]["constraint-dependencies"])
    apart = sorted(set(pins) ^ set(constraints))
    if apart:
        msg = (
            f"requirements.lock and pyproject.toml differ in {', '.join(apart)}; run `uv run scripts/lock.py`"
        )
        raise LockError(msg)
    names = {pin.partition("==")[0] for pin in pins}
    wanted = [*declared["project"]["dependencies"], *declared["dependency-groups"]["dev"]]
    lacking = sorted(name for name in map(_name, wanted) if name not in names)
    if lacking:
        msg = f"requirements.lock lacks {', '.join(lacking)}; run `uv run scripts/lock.py`"
        raise LockError(msg)


def write_constraints(project: str, pins: tuple[str, ...]) -> str:
    """Return pyproject.toml's text with the pins as uv's constraints."""
    lines = "".join(f'  "{pin}",\n' for pin in pins)
    written, count = _CONSTRAINTS.subn(lambda _: f"constraint-dependencies = [\n{lines}]\n", project)
    if count != 1:
        msg = f"pyproject.toml has {count} lists `constraint-dependencies = [`; exactly one is needed"
        raise LockError(msg)
    return written


def resolve(*, upgrade: bool) -> str:
    """Resolve pyproject.toml with uv and return the lock's text. Raises LockError where uv fails."""
    with TemporaryDirectory() as folder:
        output = Path(folder) / LOCK.name
        if LOCK.exists():
            # uv prefers the versions that its output file has already.
            shutil.copyfile(LOCK, output)
        command = ["uv", "pip", "compile", "pyproject.toml", "--group", "dev", "--output-file", str(output)]
        command += [*_FLAGS, *(["--upgrade"] if upgrade else [])]
        try:
            subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        except FileNotFoundError as error:
            msg = "uv is not installed; `pip install uv` brings it"
            raise LockError(msg) from error
        except subprocess.CalledProcessError as error:
            msg = f"uv could not resolve pyproject.toml: {error.stderr.strip()}"
            raise LockError(msg) from error
        return HEADER + output.read_text(encoding="utf-8")


def _name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def main() -> int:
    """Write the lock, or check it; 0 where all is well, 1 where not."""
    parser = ArgumentParser(description="Write requirements.lock and the same versions into pyproject.toml.")
    parser.add_argument("--check", action="store_true", help="compare the two; write nothing")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    options = parser.parse_args()
    try:
        if not options.check:
            lock = resolve(upgrade=options.upgrade)
            project = write_constraints(PROJECT.read_text(encoding="utf-8"), read_pins(lock))
            check_lock(lock, project)
            LOCK.write_text(lock, encoding="utf-8")
            PROJECT.write_text(project, encoding="utf-8")
        pins = read_pins(LOCK.read_text(encoding="utf-8")) if LOCK.exists() else ()
        check_lock(LOCK.read_text(encoding="utf-8") if pins else "", PROJECT.read_text(encoding="utf-8"))
    except LockError as error:
        print(f"lock: {error}", file=sys.stderr)
        return 1
    print(f"lock: {len(pins)} versions pinned, the same in requirements.lock and pyproject.toml")
    return 0


if __name__ == "__main__":
    sys.exit(main())
