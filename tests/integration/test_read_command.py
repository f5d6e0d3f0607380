"""The whole way with the real pipeline: a story in, two ledgers out."""

import csv
import doctest
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.records import hash_text
from dragoman.stories import load_example

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def example_line(dragoman: Run) -> str:
    status, out, err = dragoman("read", "--example")
    assert (status, err) == (0, "")
    return out


def spans_of(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        own = [value] if list(value) == ["start_char", "end_char", "text"] else []
        return own + [span for inner in value.values() for span in spans_of(inner)]
    return [span for inner in value for span in spans_of(inner)] if isinstance(value, list) else []


def test_the_example_gives_two_ledgers_whose_words_slice_back(dragoman: Run, example_line: str) -> None:
    record = json.loads(example_line)
    story = load_example()
    assert record["story"]["sha256"] == hash_text(story.text)
    assert len(record["claims"]) >= 8
    assert len(record["events"]) >= 8
    found = spans_of(record)
    assert len(found) > 100
    assert all(story.text[span["start_char"] : span["end_char"]] == span["text"] for span in found)  # type: ignore[misc]
    _, again, _ = dragoman("read", "--example")
    assert again == example_line


def test_ids_are_unique_and_what_is_referred_to_is_there(example_line: str) -> None:
    record = json.loads(example_line)
    for kind in ("mentions", "attributions", "claims", "events"):
        ids = [item["id"] for item in record[kind]]
        assert len(ids) == len(set(ids)), kind
    mentions = {mention["id"] for mention in record["mentions"]}
    attributions = {attribution["id"] for attribution in record["attributions"]}
    claims = {claim["id"] for claim in record["claims"]}
    for claim in record["claims"]:
        assert {claim["subject"]["mention"], claim["object"]["mention"]} <= mentions | {None}
        assert claim["contrast_with"] in claims | {None}
        assert claim["said_by"][0] == {"actor": "AUTHOR"}
        assert {speaker["attribution"] for speaker in claim["said_by"][1:]} <= attributions | {None}


def test_the_table_of_the_example_fits_80_columns(dragoman: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    status, out, _ = dragoman("read", "--example", "--format", "table")
    assert status == 0
    assert max(len(line) for line in out.splitlines()) <= 80
    assert "✗ NOT" in out
    assert "Russia (RUS)" in out


def test_the_sample_stories_and_the_panel(dragoman: Run, root: Path) -> None:
    status, out, err = dragoman("read", str(root / "examples" / "stories.jsonl"))
    assert (status, err) == (0, "")
    assert [json.loads(line)["story"]["id"] for line in out.splitlines()] == [
        f"example-{n}" for n in (1, 2, 3)
    ]
    panel = subprocess.run(
        [sys.executable, str(root / "examples" / "dyad_months.py")],
        input=out,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    rows = list(csv.DictReader(io.StringIO(panel)))
    assert rows
    assert {"month", "source", "target", "type", "acts"} == set(rows[0])
    assert any(row["source"] == "EGY" and row["target"] == "TUR" for row in rows)


def test_an_unknown_model_is_one_line(dragoman: Run) -> None:
    status, out, err = dragoman("read", "--example", "--model", "no_such_model")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("dragoman: the model 'no_such_model' cannot be loaded")


def test_the_guide_shows_what_is_printed(
    dragoman: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = (root / "docs" / "guide.md").read_text(encoding="utf-8")
    shown = next(block for block in guide.split("```\n") if block.startswith("Subject"))
    sentence = " ".join(shown.splitlines()[-1].split()).replace("«", "").replace("»", "")
    path = tmp_path / "a.txt"
    path.write_text(f"Publisher: The Example Gazette\n\n{sentence}")
    monkeypatch.setenv("COLUMNS", "80")
    _, out, _ = dragoman("read", str(path), "--format", "table")
    assert shown in out


def test_the_page_on_python_runs_as_written(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    text = (root / "docs" / "api.md").read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL))
    test = doctest.DocTestParser().get_doctest(code, {}, "api.md", "docs/api.md", 0)
    assert len(test.examples) > 15
    runner = doctest.DocTestRunner(verbose=False)
    runner.run(test)
    assert runner.summarize(verbose=False).failed == 0
