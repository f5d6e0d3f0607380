"""JSON Lines, JSON and CSV: what programs read."""

import csv
import dataclasses
import io
import json

import pytest

from dragoman.exports.csv import COLUMNS, write_csv
from dragoman.exports.formats import Format, write_readings
from dragoman.exports.json import write_json
from dragoman.exports.jsonl import write_jsonl
from readings import BOMBED, READING, STORY

OTHER = dataclasses.replace(READING, story=dataclasses.replace(STORY, id="n2", title=None))


def test_jsonl_is_one_line_a_story() -> None:
    text = "".join(write_jsonl([READING, OTHER]))
    first, second = text.splitlines()
    assert json.loads(first) == READING.to_dict()
    assert json.loads(second)["story"]["id"] == "n2"
    assert text.endswith("}\n")


def test_jsonl_keeps_words_as_they_are_but_no_hidden_line_ends() -> None:
    story = dataclasses.replace(STORY, title="Türkiye\u2028met\u0085\u2029Oman\n")
    text = "".join(write_jsonl([dataclasses.replace(READING, story=story)]))
    assert len(text.splitlines()) == 1
    assert "Türkiye" in text
    assert json.loads(text)["story"]["title"] == story.title


def test_json_is_an_array_even_of_one_and_of_none() -> None:
    assert json.loads("".join(write_json([READING]))) == [READING.to_dict()]
    assert json.loads("".join(write_json([READING, OTHER])))[1]["story"]["id"] == "n2"
    assert json.loads("".join(write_json([]))) == []


def test_a_confidence_that_is_no_number_is_never_written() -> None:
    broken = dataclasses.replace(BOMBED, confidence=float("nan"))
    with pytest.raises(ValueError, match="not JSON compliant"):
        "".join(write_jsonl([dataclasses.replace(READING, events=(broken,))]))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_holds_both_ledgers_under_one_header() -> None:
    text = "".join(write_csv([READING, OTHER]))
    assert text.splitlines()[0] == ",".join(COLUMNS)
    found = rows(text)
    assert [(row["ledger"], row["story_id"]) for row in found] == [
        ("claim", "n1"), ("claim", "n1"), ("event", "n1"), ("claim", "n2"), ("claim", "n2"), ("event", "n2"),
    ]  # fmt: skip
    claim, _, event = found[:3]
    assert (claim["source_actor"], claim["type"], claim["target_actor"]) == ("NOR", "alliance", "SDN")
    assert (claim["polarity"], claim["said_by"]) == ("denied", "AUTHOR > NOR GOV Ada Berg")
    assert claim["evidence"] == READING.claims[0].evidence.text
    assert (claim["cameo"], claim["status"], claim["reciprocal"]) == ("", "", "")
    assert (event["type"], event["cameo"], event["polarity"]) == ("ASSAULT", "195", "")
    assert (event["source_role"], event["date_start"], event["lat"]) == ("MIL", "2025-05-16", "60.5")
    assert event["reciprocal"] == "false"


def test_csv_of_no_record_is_its_header() -> None:
    empty = dataclasses.replace(READING, claims=(), events=())
    assert "".join(write_csv([empty])) == ",".join(COLUMNS) + "\n"


def test_csv_of_an_event_without_sides() -> None:
    bare = dataclasses.replace(BOMBED, source=None, target=None, place=None)
    (row,) = rows("".join(write_csv([dataclasses.replace(READING, claims=(), events=(bare,))])))
    assert [row[key] for key in ("source_actor", "target_actor", "place", "lat")] == [""] * 4


@pytest.mark.parametrize("format", Format)
def test_the_same_readings_give_the_same_bytes(format: Format) -> None:
    first = "".join(write_readings([READING, OTHER], format=format))
    second = "".join(write_readings(iter([READING, OTHER]), format=format))
    assert first == second
    assert first


def test_readings_are_written_as_they_come() -> None:
    given: list[str] = []

    def readings():  # type: ignore[no-untyped-def]
        for reading in (READING, OTHER):
            given.append(reading.story.id)
            yield reading

    pieces = write_readings(readings(), format=Format.JSONL)
    next(pieces)
    assert given == ["n1"]
