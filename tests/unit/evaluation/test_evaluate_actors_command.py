"""``dragoman evaluate actors``: each kind of gold file, told by its first line, on a made-up reader."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.evaluation.actors import runs
from dragoman.records import ActorRef
from readings import READING, TEXT, FakeReader

Run = Callable[..., tuple[int, str, str]]
CLAIM = {
    "subject": {"text": "Norland", "key": "NOR"},
    "object": {"text": "Sudria", "key": "SDN"},
    "relation": "alliance",
    "trigger": "is not an ally",
    "polarity": "denied",
    "modality": "actual",
    "time": "present",
    "source": {"text": "", "key": "AUTHOR"},
}
CLAIMS = {"id": "n1", "text": TEXT, "claims": [CLAIM], "events": []}
LINKS = {
    "id": "n1",
    "text": TEXT,
    "date": "2025-05-18",
    "gold": {"links": [{"start": 0, "end": 7, "text": "Norland", "title": "Norland (state)"}]},
}
PHRASE = {
    "id": "x:1",
    "function": "agent_to_code",
    "input": "the minister",
    "checks": [],
    "expected": {"country": "NOR", "code_1": "GOV"},
}
PERU = "Peru slept."
OPINIONS = {
    "id": "n1",
    "text": PERU,
    "gold": {"opinions": [{"holders": [[{"start": 0, "end": 4, "text": "Peru"}]], "attitudes": []}]},
}


class Reader(FakeReader):
    """Knows one phrase; remembers what it has read."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[tuple[str, str | None]] = []

    def stream(self, stories: Any) -> Any:
        """Yield the reading made by hand, and remember each story's name and day."""
        for story in stories:
            self.read.append((story.id, str(story.published_on) if story.published_on else None))
            yield from super().stream([story])

    def resolve(self, phrase: str, **_: object) -> tuple[tuple[ActorRef, str], ...]:
        """Return whom the one known phrase means."""
        return ((ActorRef(actor="NOR", role="GOV"), phrase),) if phrase == "the minister" else ()


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    made = Reader()
    monkeypatch.setattr(runs, "load_reader", lambda settings: made)
    return made


@pytest.fixture
def gold(tmp_path: Path) -> Callable[..., str]:
    def write(*items: dict[str, Any]) -> str:
        path = tmp_path / "gold.jsonl"
        path.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def key(tmp_path: Path) -> str:
    path = tmp_path / "pages.tsv"
    path.write_text("title\tkind\tactor\nNorland (state)\tstate\tNOR\n", encoding="utf-8")
    return str(path)


def shares(out: str) -> dict[str, list[str]]:
    """Return total, found and right of each group of a table."""
    return {
        row[0]: row[1:4] for line in out.splitlines() if line.startswith("  ") and (row := line.split())[5:]
    }


def test_coded_claims_are_scored_by_their_arguments(
    dragoman: Run, gold: Callable[..., str], reader: Reader
) -> None:
    status, out, err = dragoman("evaluate", "actors", gold(CLAIMS))
    assert (status, err) == (0, "")
    assert shares(out)["all"] == ["2", "1", "1"]
    assert shares(out)["object"] == ["1", "0", "0"]
    assert out.splitlines()[-1].split() == ["1", "Sudria", "SDN", "-", "n1"]


def test_linked_names_are_scored_with_their_key(
    dragoman: Run, gold: Callable[..., str], reader: Reader, key: str
) -> None:
    status, out, _ = dragoman("evaluate", "actors", gold(LINKS), "--key", key)
    assert status == 0
    assert shares(out) == {"all": ["1", "1", "1"], "state": ["1", "1", "1"]}
    assert reader.read == [("n1", "2025-05-18")]


@pytest.mark.usefixtures("reader")
def test_linked_names_ask_for_their_key(dragoman: Run, gold: Callable[..., str]) -> None:
    status, out, err = dragoman("evaluate", "actors", gold(LINKS))
    assert (status, out) == (1, "")
    assert "links names to pages; give the key from page titles to actors with --key" in err


@pytest.mark.usefixtures("reader")
def test_phrases_are_scored_by_country_and_sector(dragoman: Run, gold: Callable[..., str]) -> None:
    status, out, _ = dragoman(
        "evaluate", "actors", gold(PHRASE, {**PHRASE, "id": "x:2", "input": "the fjord"})
    )
    assert status == 0
    assert shares(out)["agent_to_code"] == ["2", "2", "1"]


@pytest.mark.usefixtures("reader")
def test_opinions_are_scored_by_the_names_in_their_spans(dragoman: Run, gold: Callable[..., str]) -> None:
    status, out, _ = dragoman("evaluate", "actors", gold(OPINIONS), "--json")
    assert status == 0
    report = json.loads(out)
    assert report["shares"][0] == {"group": "all", "total": 1, "found": 1, "right": 0}
    assert [(miss["text"], miss["expected"], miss["got"]) for miss in report["misses"]] == [
        ("Peru", ["PER"], [READING.mentions[0].actor])
    ]


def test_only_the_first_items_are_read(
    dragoman: Run, gold: Callable[..., str], reader: Reader, key: str
) -> None:
    items = [{**LINKS, "id": name} for name in ("n1", "n2", "n3")]
    _, out, _ = dragoman("evaluate", "actors", gold(*items), "--key", key, "--limit", "2")
    assert shares(out)["all"] == ["2", "2", "2"]
    assert [name for name, _ in reader.read] == ["n1", "n2"]


def test_claims_beyond_the_first_items_are_not_counted(
    dragoman: Run, gold: Callable[..., str], reader: Reader
) -> None:
    _, out, _ = dragoman("evaluate", "actors", gold(CLAIMS, {**CLAIMS, "id": "n2"}), "--limit", "1")
    assert shares(out)["all"] == ["2", "1", "1"]
    assert [name for name, _ in reader.read] == ["n1"]


@pytest.mark.usefixtures("reader")
def test_misses_can_be_left_out(dragoman: Run, gold: Callable[..., str]) -> None:
    _, out, _ = dragoman("evaluate", "actors", gold(CLAIMS), "--misses", "0")
    assert "Sudria" not in out


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "gold.jsonl: no items; a gold file has one JSON object a line"),
        (
            '{"id": "n1", "text": "x"}\n',
            "neither linked names, attitudes, phrases nor coded claims; see docs/",
        ),
        (
            '{"id": "n1", "gold": {}}\n',
            "neither linked names, attitudes, phrases nor coded claims; see docs/",
        ),
        ("[1]\n", "gold.jsonl line 1: list instead of an object"),
        ("{\n", "gold.jsonl line 1: no JSON"),
    ],
)
def test_a_file_of_no_known_kind_is_one_line(
    dragoman: Run, tmp_path: Path, content: str, message: str
) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    status, out, err = dragoman("evaluate", "actors", str(path))
    assert (status, out) == (1, "")
    assert message in err
    assert err.count("\n") == 1


def test_a_missing_file_is_one_line(dragoman: Run, tmp_path: Path) -> None:
    status, _, err = dragoman("evaluate", "actors", str(tmp_path / "none.jsonl"))
    assert status == 1
    assert "none.jsonl: No such file or directory; give the path of a gold file" in err


def test_a_model_is_asked_for_by_name(
    dragoman: Run, gold: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str | None] = []

    def load_reader(settings: Any) -> Reader:
        asked.append(settings.model)
        return Reader()

    monkeypatch.setattr(runs, "load_reader", load_reader)
    dragoman("evaluate", "actors", gold(CLAIMS), "--model", "some_model")
    assert asked == ["some_model"]
