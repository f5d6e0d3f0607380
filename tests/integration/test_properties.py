"""What holds for every record of every text, however odd: words slice back, ids are unique and exist."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dragoman.pipeline import StoryReader, load_reader
from dragoman.records import Reading
from dragoman.stories import load_example

SPAN = ["start_char", "end_char", "text"]
FRAGMENTS = (
    "Norway and Chile are allies",
    "Iran is not an ally of Peru",
    "the Danish envoy said",
    "its troops bombed Lima",
    "according to the Peruvian foreign minister",
    "they may impose sanctions on it",
    "if NATO agrees",
    "\u201cWe are friends of Chile\u201d",
    '"It',
    "he denied",
    "[with it]",
    "[\u2026]",
    "U.S.-backed rebels",
    "OSLO (AP) \u2014",
    "\r\n\r\n",
    "\n",
    "\t\u00a0",
    ". ",
    ", ",
    "\u00ab\u00bb",
    "\u2018\u2019''``",
    "((",
    "\U0001f1f3\U0001f1f4 \U0001f600",
    "\u0645\u0631\u062d\u0628\u0627",
    "e\u0301\u200b\u00ad\ufeff",
    "\u4e2d\u56fd",
    "\x0b\x0c\x1f\x85\u2028",
    "100 %",
)
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8), max_size=14).map(" ".join)


@pytest.fixture(scope="module")
def reader() -> StoryReader:
    return load_reader()


def spans_of(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if list(value) == SPAN:
            yield value
        for inner in value.values():
            yield from spans_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans_of(inner)


def written(reading: Reading) -> str:
    return json.dumps(reading.to_dict(), ensure_ascii=True)


def check_reading(reading: Reading) -> None:
    """Fail where a span does not slice back, an id comes twice or an id that is named is not there."""
    record = reading.to_dict()
    text = reading.story.text
    for span in spans_of(record):
        assert 0 <= span["start_char"] < span["end_char"] <= len(text), span
        assert text[span["start_char"] : span["end_char"]] == span["text"]
    for sentence in record["sentences"]:
        assert 0 <= sentence["start_char"] < sentence["end_char"] <= len(text)
    ids = {}
    for kind in ("mentions", "attributions", "claims", "events"):
        listed = [item["id"] for item in record[kind]]
        assert len(listed) == len(set(listed)), kind
        ids[kind] = set(listed) | {None}
    assert {mention["refers_to"] for mention in record["mentions"]} <= ids["mentions"]
    for attribution in record["attributions"]:
        assert attribution["source"] in ids["mentions"]
        assert attribution["parent"] in ids["attributions"] - {attribution["id"]}
        assert attribution["content"]
    for claim in record["claims"]:
        assert claim["contrast_with"] in ids["claims"] - {claim["id"]}
        check_row(claim, (claim["subject"], claim["object"]), ids)
    for event in record["events"]:
        check_row(event, (event["source"], event["target"]), ids)


def check_row(row: dict[str, Any], actors: tuple[Any, Any], ids: dict[str, set[str | None]]) -> None:
    assert {actor["mention"] for actor in actors if actor} <= ids["mentions"]
    assert row["said_by"][0] == {"actor": "AUTHOR"}
    assert {speaker.get("attribution") for speaker in row["said_by"]} <= ids["attributions"]
    trigger, evidence = row["trigger"], row["evidence"]
    assert evidence["start_char"] <= trigger["start_char"] < trigger["end_char"] <= evidence["end_char"]
    assert 0 <= row["confidence"] <= 1
    assert row["rule"]


def test_the_example(reader: StoryReader) -> None:
    story = load_example()
    reading = reader.read_story(story)
    assert len(reading.claims) >= 8
    check_reading(reading)
    assert written(reader.read_story(story)) == written(reading)


@given(TEXTS)
@example("")
@example(" \n ")
@example("\ufeffNorway and Chile are allies.")
@example('"Norway and Chile are allies, he said.')
@example("Norway attacked Chile. " * 60)
@example("\u201cWe are friends of Chile,\u201d\r\n\r\n\u201csaid the Norwegian envoy.")
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_odd_texts(reader: StoryReader, text: str) -> None:
    reading = reader.read(text)
    check_reading(reading)
    assert written(reader.read(text)) == written(reading)


def test_a_very_long_line_without_a_full_stop(reader: StoryReader) -> None:
    reading = reader.read("Norway and Chile are allies and " * 400)
    check_reading(reading)
    assert reading.claims


def test_neighbours_do_not_change_a_reading(reader: StoryReader) -> None:
    """A stream gives each story what it gets alone: nothing is carried over."""
    stories = [load_example()]
    alone = written(reader.read_story(stories[0]))
    reader.read("Chile invaded Norway. He said it would leave. " * 5)
    assert [written(reading) for reading in reader.stream(stories * 2)] == [alone, alone]
