"""The README shows what is printed: rows of the example, the two commands, the Python that it prints."""

import doctest
import re
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


def test_its_rows_are_rows_of_the_example(
    readme: str, dragoman: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    status, out, _ = dragoman("read", "--example", "--format", "table")
    assert status == 0
    shown = re.search(r"<!-- example -->\n```\n(.*?)```\n<!-- end of example -->", readme, flags=re.DOTALL)
    assert shown is not None
    blocks = shown.group(1).strip("\n").split("\n\n")
    assert len(blocks) >= 8
    # A ledger's first row stands under its heading there, and perhaps not here.
    rows = [re.sub(r"\A(?:CLAIMS|EVENTS).*\n.*\n", "", block) for block in blocks]
    assert [row for row in rows if row not in out] == []


def test_its_python_runs_as_written(readme: str) -> None:
    code = "\n".join(re.findall(r"```python\n(.*?)```", readme, flags=re.DOTALL))
    test = doctest.DocTestParser().get_doctest(code, {}, "README.md", "README.md", 0)
    assert len(test.examples) >= 5
    runner = doctest.DocTestRunner(verbose=False)
    runner.run(test)
    assert runner.summarize(verbose=False).failed == 0


def test_its_links_lead_somewhere(root: Path) -> None:
    pages = [root / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    pages += sorted((root / "docs").glob("*.md"))
    dead = [
        (page.name, target)
        for page in pages
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert dead == []


def test_ci_runs_the_readmes_test_command(root: Path, readme: str) -> None:
    script = (root / ".ci" / "run").read_text(encoding="utf-8")
    assert "\nuv run scripts/test.py\n" in readme
    assert script.rstrip().endswith("\nuv run scripts/test.py")
