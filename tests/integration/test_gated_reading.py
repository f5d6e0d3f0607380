"""The gate may cost no record: readings with and without it have the same claims and events."""

import dataclasses
import json
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from dragoman.extraction.draft import Draft
from dragoman.extraction.language import LanguageModel
from dragoman.pipeline import StoryReader, load_reader, load_stages
from dragoman.records import Reader, Reading
from dragoman.settings import Settings
from dragoman.stories import load_example

MAX_STORIES = 300


class OpenGate:
    """Lets every sentence through."""

    name = "gate"
    requires = frozenset({"sentences"})
    assigns = frozenset({"gated"})

    def __call__(self, draft: Draft) -> Draft:
        return dataclasses.replace(draft, gated=tuple(range(len(draft.sentences))))


@pytest.fixture(scope="module")
def readers() -> tuple[StoryReader, StoryReader]:
    stages = load_stages(LanguageModel())
    place = next(number for number, stage in enumerate(stages) if stage.name == "gate")
    open_stages = (*stages[:place], OpenGate(), *stages[place + 1 :])
    reader = Reader(name="dragoman", version="0", lexicon="-", model="-")
    return load_reader(), StoryReader(open_stages, reader=reader, settings=Settings())


def ledgers(reading: Reading) -> object:
    """Return both ledgers with spans in the place of ids, which count what was parsed."""
    record = reading.to_dict()
    places = {mention["id"]: mention["span"] for mention in record["mentions"]}
    places |= {item["id"]: [item["cue"], item["content"]] for item in record["attributions"]}

    def placed(value: object) -> object:
        if isinstance(value, dict):
            return {
                key: places.get(inner, inner) if key in ("mention", "attribution") else placed(inner)
                for key, inner in value.items()
            }
        return [placed(inner) for inner in value] if isinstance(value, list) else value

    return [placed(record["claims"]), placed(record["events"])]


def check_all(readers: tuple[StoryReader, StoryReader], texts: Iterator[tuple[str, str]]) -> int:
    gated, open_reader = readers
    records = 0
    for name, text in texts:
        expected = open_reader.read(text)
        assert ledgers(gated.read(text)) == ledgers(expected), name
        records += len(expected.claims) + len(expected.events)
    return records


def test_the_example(readers: tuple[StoryReader, StoryReader]) -> None:
    assert check_all(readers, iter([("example", load_example().text)])) > 20


def test_the_projects_gold(readers: tuple[StoryReader, StoryReader], root: Path) -> None:
    lines = (root / "gold" / "relations.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert check_all(readers, ((row["id"], row["text"]) for row in rows)) > 100
    # As one long story, what is left out could have said who is meant much later.
    assert check_all(readers, iter([("all", "\n\n".join(row["text"] for row in rows))])) > 100


@pytest.mark.skipif(
    "DRAGOMAN_DATA" not in os.environ, reason="DRAGOMAN_DATA names no folder of outside texts"
)
def test_news(readers: tuple[StoryReader, StoryReader]) -> None:
    path = Path(os.environ["DRAGOMAN_DATA"]) / "corpora" / "te3_silver_soak.jsonl"
    if not path.exists():
        pytest.skip(f"{path.name} is not in the folder of outside texts")
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, MAX_STORIES)]
    assert check_all(readers, ((row["id"], row["text"]) for row in rows)) > 300
