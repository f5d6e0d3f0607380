"""Predictions from readings and from coded items."""

import json
import re
from datetime import date

import pytest
from coded_rows import item

from dragoman.errors import DataError, InputError
from dragoman.evaluation.coded import AUTHOR, CodedItem
from dragoman.evaluation.predictions import from_reading, load_predictions, stories_of
from readings import READING


def claim_fields(**changes):
    return {
        "relation": "alliance",
        "subject": {"actor": "IRN", "role": None, "mention": "m1"},
        "object": {"actor": "RUS", "role": "GOV", "mention": None},
        "polarity": "denied",
        "modality": "actual",
        "time": "present",
        "said_by": [{"actor": "AUTHOR"}],
        "trigger": {"text": "ally"},
        "evidence": {"start_char": 7},
    } | changes


def reading(**changes):
    mentions = [{"id": "m1", "span": {"text": "Tehran"}}]
    return {"story": {"id": "a"}, "mentions": mentions, "claims": [claim_fields(**changes)], "events": []}


def test_a_claim_keeps_its_words_and_fields():
    (one,) = from_reading(reading()).claims
    assert (one.subject.text, one.subject.key, one.object.key) == ("Tehran", "IRN", "RUS")
    assert (one.polarity, one.trigger, one.at, one.source) == ("denied", "ally", 7, AUTHOR)


@pytest.mark.parametrize(
    ("actor", "role", "key"),
    [
        ("IRN", "MIL", "IRN"),
        ("IRN", "PTY", "IRN"),
        ("IRN", "REB", "IRN:REB"),
        ("HAMAS", "REB", "HAMAS"),
        ("EU", "JRN", "EU"),
        ("*WEST", None, "*WEST"),
        (None, None, "XXX"),
    ],
)
def test_a_state_keeps_only_a_role_that_is_not_its_own(actor, role, key):
    (one,) = from_reading(reading(subject={"actor": actor, "role": role})).claims
    assert one.subject.key == key


@pytest.mark.parametrize(
    ("chain", "key"),
    [
        ([], "AUTHOR"),
        ([{"actor": "AUTHOR"}, {"actor": "IRN", "role": "GOV"}], "IRN"),
        ([{"actor": "AUTHOR"}, {"actor": "TUR", "role": "JRN"}], "TUR:JRN"),
        ([{"actor": "AUTHOR"}, {"actor": "IRN"}, {"actor": None, "name": "Ada"}], "AUTHOR"),
    ],
)
def test_the_innermost_speaker_is_the_source(chain, key):
    (one,) = from_reading(reading(said_by=chain)).claims
    assert one.source.key == key


def test_what_a_reading_writes_is_read():
    found = from_reading(READING.to_dict())
    assert len(found.claims) == len(READING.claims) > 0
    assert [one.type for one in found.events] == [one.plover.type for one in READING.events]


def test_both_formats_may_stand_in_one_file(tmp_path):
    path = tmp_path / "p.jsonl"
    coded = {"id": "b", "claims": [], "events": [{"type": "ACCUSE", "status": "denied"}]}
    path.write_text(f"{json.dumps(reading())}\n{json.dumps(coded)}\n", encoding="utf-8")
    found = load_predictions(path)
    assert (len(found["a"].claims), found["b"].events[0].type) == (1, "ACCUSE")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"story": {"id": "a"}}\n', "p.jsonl line 1: no reading (KeyError('claims'))"),
        ('{"id": "a"}\n{"id": "a"}\n', "p.jsonl line 2: id 'a' stands twice"),
    ],
)
def test_an_unfit_file_is_refused(tmp_path, content, message):
    (tmp_path / "p.jsonl").write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=re.escape(message)):
        load_predictions(tmp_path / "p.jsonl")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"none\.jsonl: No such file"):
        load_predictions(tmp_path / "none.jsonl")


def test_gold_items_become_stories_under_their_ids():
    (story,) = stories_of([CodedItem(id="a", text="Some words.", date="2020-01-31", publisher="P")])
    assert (story.id, story.text, story.published_on) == ("a", "Some words.", date(2020, 1, 31))
    assert (story.title, story.publisher) == (None, "P")


def test_a_gold_date_that_is_none_is_refused():
    with pytest.raises(DataError, match="item 'a': date 'May' is none; write YYYY-MM-DD"):
        list(stories_of([CodedItem(id="a", text="x", date="May")]))


def test_an_item_without_date_is_a_story_without_one():
    assert next(iter(stories_of([item("a")]))).published_on is None
