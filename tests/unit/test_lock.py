"""The lock: requirements.lock and pyproject.toml pin the same versions, without any address."""

import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement

PROJECT = """\
[project]
dependencies = ["Alpha_one>=1", "beta[x]>=2,<3"]
[dependency-groups]
dev = ["gamma"]
[tool.uv]
constraint-dependencies = [
  "alpha-one==1.2",
  "beta==2.0 ; python_full_version < '3.12'",
  "gamma==3",
]
"""
LOCK = """\
# made by hand
alpha-one==1.2 \\
    --hash=sha256:00
beta==2.0 ; python_full_version < '3.12' \\
    --hash=sha256:11 \\
    --hash=sha256:22
gamma==3 \\
    --hash=sha256:33
"""


@pytest.fixture(scope="module")
def lock(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("lock", root / "scripts" / "lock.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_two_files_agree(lock: ModuleType, root: Path) -> None:
    text = (root / "requirements.lock").read_text(encoding="utf-8")
    lock.check_lock(text, (root / "pyproject.toml").read_text(encoding="utf-8"))
    assert len(lock.read_pins(text)) > 50
    hashes = re.findall(r"--hash=sha256:[0-9a-f]{64}", text)
    assert len(hashes) > 500


def test_what_is_pinned_is_what_is_asked_for(lock: ModuleType, root: Path) -> None:
    declared = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    text = (root / "requirements.lock").read_text(encoding="utf-8")
    pins = [Requirement(pin) for pin in lock.read_pins(text)]
    for line in (*declared["project"]["dependencies"], *declared["dependency-groups"]["dev"]):
        wanted = Requirement(line)
        versions = [str(pin.specifier).removeprefix("==") for pin in pins if pin.name == wanted.name.lower()]
        assert versions, line
        assert all(wanted.specifier.contains(version) for version in versions), line


def test_files_that_agree_pass(lock: ModuleType) -> None:
    lock.check_lock(LOCK, PROJECT)
    assert lock.read_pins(LOCK) == ("alpha-one==1.2", "beta==2.0 ; python_full_version < '3.12'", "gamma==3")


@pytest.mark.parametrize(
    ("written", "project", "message"),
    [
        (LOCK + "# from https://mirror.example/x\n", PROJECT, "requirements.lock names an address"),
        (LOCK.replace("gamma==3", "gamma==4"), PROJECT, "differ in gamma==3, gamma==4; run `uv run"),
        (LOCK, PROJECT.replace('"gamma"]', '"gamma", "delta~=1"]'), "requirements.lock lacks delta; run"),
    ],
)
def test_files_that_do_not_agree_are_refused(
    lock: ModuleType, written: str, project: str, message: str
) -> None:
    with pytest.raises(lock.LockError, match=re.escape(message)):
        lock.check_lock(written, project)


def test_constraints_are_written_in_place(lock: ModuleType) -> None:
    pins = ("alpha-one==1.3",)
    written = lock.write_constraints(PROJECT, pins)
    assert tomllib.loads(written)["tool"]["uv"]["constraint-dependencies"] == list(pins)
    assert written.startswith(PROJECT[: PROJECT.index("constraint")])
    with pytest.raises(lock.LockError, match="has 0 lists"):
        lock.write_constraints("[tool.uv]\n", pins)
