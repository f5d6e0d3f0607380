"""The wheel, built and installed alone: every table is in it, and it reads the example."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

_OFFLINE = ("connect", "dns", "network", "offline", "resolve", "not find a version", "no module named build")


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    if shutil.which("uv"):
        command = ("uv", "build", "--wheel", "--out-dir", str(folder), str(root))
    else:
        command = (sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(folder), str(root))
    built = run(*command, cwd=folder)
    if built.returncode and any(word in built.stderr.lower() for word in _OFFLINE):
        pytest.skip(f"the build backend cannot be had here: {built.stderr.strip().splitlines()[-1]}")
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


def test_every_file_of_the_package_is_in_the_wheel(root: Path, wheel: Path) -> None:
    source = root / "src"
    expected = {
        path.relative_to(source).as_posix()
        for path in (source / "dragoman").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
        licences = {name.rsplit("/", 1)[-1] for name in held if "/licenses/" in name}
    assert sum(name.endswith((".tsv", ".txt")) for name in expected) >= 25
    assert expected - held == set()
    assert licences == {"LICENSE", "NOTICE"}


def test_installed_alone_it_reads_the_example(root: Path, wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        # A pure wheel is installed by unpacking it; its dependencies are those of this Python.
        archive.extractall(target)
    code = (
        "import sys, dragoman, runpy;"
        "assert dragoman.__file__.startswith(sys.path[0]), dragoman.__file__;"
        "sys.argv[1:] = ['read', '--example', '--format', 'jsonl'];"
        "runpy.run_module('dragoman.cli', run_name='__main__', alter_sys=True)"
    )
    start = f"import sys; sys.path.insert(0, {str(target)!r}); {code}"
    read = run(sys.executable, "-P", "-c", start, cwd=tmp_path, PYTHONPATH=str(target))
    assert (read.returncode, read.stderr) == (0, "")
    record = json.loads(read.stdout)
    assert len(record["claims"]) >= 8
    assert len(record["events"]) >= 8
    assert {claim["relation"] for claim in record["claims"]} >= {"rivalry", "mediator"}
    assert str(root) not in read.stdout
