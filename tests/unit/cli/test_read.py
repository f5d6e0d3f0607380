"""``dragoman read`` with a reader that needs no model."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dragoman.cli.batch import choose_format
from dragoman.cli.progress import count_stories
from dragoman.cli.read import ReadRequest
from dragoman.settings import Settings
from dragoman.stories import load_example
from readings import FakeReader

Run = Callable[..., tuple[int, str, str]]
GOOD = "Iran met Oman in Muscat."
FAKED = """
import sys, types
sys.path.insert(0, {tests!r})
from readings import FakeReader
module = types.ModuleType("dragoman.pipeline")
module.load_reader = lambda settings: FakeReader()
sys.modules["dragoman.pipeline"] = module
from dragoman.cli.main import main
main()
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD)
    return path


@pytest.fixture
def faked(root: Path) -> list[str]:
    return [sys.executable, "-c", FAKED.format(tests=str(root / "tests"))]


def request(**values: object) -> ReadRequest:
    plain: dict[str, object] = dict.fromkeys(ReadRequest.__slots__)
    return ReadRequest(**(plain | {"paths": ()} | values))  # type: ignore[arg-type]


def test_a_pipe_gets_json_lines(dragoman: Run, fake_reader: list[Settings], story: Path) -> None:
    status, out, err = dragoman("read", str(story), "--example")
    assert (status, err) == (0, "")
    first, second = (json.loads(line) for line in out.splitlines())
    assert first["story"]["id"] == load_example().id
    assert second["story"]["sha256"].startswith(second["story"]["id"].removeprefix("sha256:"))
    assert len(fake_reader) == 1


def test_a_terminal_gets_the_table() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", Terminal())
        assert choose_format(request()) == "table"
        patch.setattr(sys, "stdout", io.StringIO())
        assert choose_format(request()) == "jsonl"


@pytest.mark.parametrize(
    ("values", "format"),
    [
        ({"format": "csv", "out": Path("a.json")}, "csv"),
        ({"explain": True}, "table"),
        ({"out": Path("a.json")}, "json"),
        ({"out": Path("a.CSV")}, "csv"),
        ({"out": Path("a.jsonl")}, "jsonl"),
        ({"out": Path("a.out")}, "jsonl"),
    ],
)
def test_the_format_where_none_or_one_is_asked_for(values: dict[str, object], format: str) -> None:
    assert choose_format(request(**values)) == format


@pytest.mark.usefixtures("fake_reader")
def test_formats_and_ledgers(dragoman: Run, story: Path) -> None:
    _, out, _ = dragoman("read", str(story), "--format", "json", "--claims")
    (reading,) = json.loads(out)
    assert (len(reading["claims"]), reading["events"]) == (2, [])
    _, out, _ = dragoman("read", str(story), "--format", "csv", "--events")
    assert [row["ledger"] for row in csv.DictReader(io.StringIO(out))] == ["event"]
    _, out, _ = dragoman("read", str(story), "--format", "table", "--claims", "--events")
    assert "CLAIMS" in out
    assert "EVENTS" in out
    _, out, _ = dragoman("read", str(story), "--explain", "--min-confidence", "0.5")
    assert "1 claim (1 denied), 1 event, 2 dropped" in out
    assert "confidence 0.40 is under the 0.50 asked for" in " ".join(out.split())


def test_settings_reach_the_reader(dragoman: Run, fake_reader: list[Settings], story: Path) -> None:
    arguments = ("--date", "29 October 2017", "--publisher", "The Wire", "--model", "en_x")
    _, out, _ = dragoman("read", str(story), *arguments, "--min-confidence", "0.2")
    assert fake_reader == [
        Settings(model="en_x", published_on=date(2017, 10, 29), publisher="The Wire", min_confidence=0.2)
    ]
    told = json.loads(out)["story"]
    assert (told["published_on"], told["publisher"]) == ("2017-10-29", "The Wire")


@pytest.mark.usefixtures("fake_reader")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--date", "soon"), "dragoman: --date: the date 'soon' is not understood"),
        (("--publisher", " "), "dragoman: publisher is blank"),
        (("--out", "no/such/folder/a.json"), "there is no folder"),
        (("--out", "."), "dragoman: --out . is a folder"),
    ],
)
def test_a_bad_setting_is_one_line(
    dragoman: Run, story: Path, arguments: tuple[str, ...], words: str
) -> None:
    status, out, err = dragoman("read", str(story), *arguments)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert words in err


@pytest.mark.usefixtures("fake_reader")
def test_what_fails_is_listed_and_the_others_are_read(dragoman: Run, story: Path, tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text('{"text": "cut\n{"text": "Oman met Iran."}\n')
    status, out, err = dragoman("read", "nofile.txt", str(lines), str(story), str(tmp_path))
    assert status == 1
    assert len(out.splitlines()) == 2
    assert [line.startswith("dragoman: ") for line in err.splitlines()] == [True] * 4
    assert "nofile.txt: there is no such file" in err
    assert "a.jsonl line 1: is broken JSON" in err
    assert err.splitlines()[-1] == "dragoman: 3 could not be read, as listed; the others were"


def test_nothing_readable_loads_no_model_and_writes_nothing(
    dragoman: Run, fake_reader: list[Settings], tmp_path: Path
) -> None:
    out_path = tmp_path / "out.json"
    out_path.write_text("as before")
    status, out, err = dragoman("read", "nofile.txt", "--format", "json", "--out", str(out_path))
    assert (status, out, fake_reader) == (1, "", [])
    assert err == "dragoman: nofile.txt: there is no such file; check the name and the folder\n"
    assert out_path.read_text() == "as before"


@pytest.mark.usefixtures("fake_reader")
def test_out_is_written_whole(dragoman: Run, story: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    status, out, _ = dragoman("read", str(story), "--out", str(target))
    assert (status, out) == (0, "")
    assert target.read_text().startswith("ledger,id,story_id")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.txt", "out.csv"]


@pytest.mark.parametrize("arguments", [("--out", "out.jsonl"), ("--format", "json")])
def test_a_run_that_breaks_off_leaves_nothing_behind(
    dragoman: Run,
    fake_reader: list[Settings],
    story: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
) -> None:
    def stream(reader: FakeReader, stories):  # type: ignore[no-untyped-def]
        for one in stories:
            yield from FakeReader.read_all(reader, [one])
            raise KeyboardInterrupt

    monkeypatch.setattr(FakeReader, "read_all", FakeReader.stream, raising=False)
    monkeypatch.setattr(FakeReader, "stream", stream)
    monkeypatch.chdir(tmp_path)
    Path("out.jsonl").write_text("as before")
    status, out, err = dragoman("read", str(story), *arguments)
    assert (status, out, err) == (130, "", "dragoman: interrupted\n")
    assert Path("out.jsonl").read_text() == "as before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.txt", "out.jsonl"]
    assert len(fake_reader) == 1


@pytest.mark.usefixtures("fake_reader")
def test_out_over_an_input_is_refused(dragoman: Run, story: Path) -> None:
    status, _, err = dragoman("read", str(story), "--out", str(story))
    assert status == 2
    assert "is also to be read; write to another file" in err
    assert story.read_text() == GOOD


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line(faked: list[str], story: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*faked, "read", str(story)], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert done.stderr.startswith("dragoman: standard output cannot be written (No space left on device)")
    assert done.stderr.count("\n") == 1
    done = subprocess.run(
        [*faked, "read", str(story), "--out", "/dev/full"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "/dev/full cannot be written" in done.stderr


def test_a_reader_that_stops_early_gets_no_traceback(faked: list[str], tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"text": f"Iran met Oman {n}."}) + "\n" for n in range(500)))
    process = subprocess.Popen([*faked, "read", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), err) == (141, b"")


def test_ctrl_c_is_one_line_and_130(faked: list[str]) -> None:
    process = subprocess.Popen(
        [*faked, "read", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'{"text": "Iran met Oman."}\n{"text": "Oman met Iran."}\n')
    process.stdin.flush()
    process.stdout.readline()
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert (process.returncode, err) == (130, b"dragoman: interrupted\n")


def test_standard_input_and_a_poor_terminal_encoding(faked: list[str]) -> None:
    done = subprocess.run(
        [*faked, "read", "-", "--format", "table"],
        input=GOOD.encode(),
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii", "COLUMNS": "70"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"? NOT alliance" in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 70


def test_stories_are_counted_for_the_bar(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text("{}\n{}\n")
    assert count_stories([str(lines), "b.txt", "no.jsonl"]) == 4
    assert count_stories(["b.txt", "-"]) is None
