"""Files of marked events: what their fields say, and what is refused."""

import json

import pytest

from dragoman.errors import DataError, InputError
from dragoman.evaluation.factuality.gold import choose_split, load_texts

TEXT = "Oman may leave the bloc."
SCORED = {
    "id": "a",
    "split": "train",
    "corpus": "factbank",
    "text": TEXT,
    "gold": {"events": [{"start": 9, "end": 14, "text": "leave", "score": 1}]},
}
MARKED = {
    "id": "b",
    "corpus": "timebank",
    "text": TEXT,
    "gold": {
        "events": [
            {"start": 9, "end": 14, "eid": "e1", "class": "OCCURRENCE", "polarity": "NEG", "modality": "MAY"},
            {"start": 0, "end": 4, "eid": "e2", "class": "STATE", "polarity": "POS", "modality": "none"},
            {"start": 5, "end": 8, "eid": "e3", "class": "STATE", "polarity": "POS"},
            {"start": 15, "end": 18, "eid": "e4", "class": "STATE"},
        ],
        "slinks": [{"type": "MODAL", "sub": "e3"}, {"type": "FACTIVE", "sub": "e2"}],
    },
}


@pytest.fixture
def written(tmp_path):
    def write(*items):
        path = tmp_path / "events.jsonl"
        path.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
        return path

    return write


def test_scored_events_carry_their_score(written):
    (text,) = load_texts(written(SCORED))
    (event,) = text.events
    assert (text.corpus, text.split) == ("factbank", "train")
    assert (event.start_char, event.end_char, event.score) == (9, 14, 1.0)
    assert (event.denied, event.modal) == (None, None)


def test_marked_events_are_negated_or_modal_by_word_or_link(written):
    (text,) = load_texts(written(MARKED))
    assert [event.denied for event in text.events] == [True, False, False]
    assert [event.modal for event in text.events] == [True, False, True]


def test_polarity_that_is_not_to_be_trusted_is_left_out(written):
    (text,) = load_texts(written({**MARKED, "polarity_ok": False}))
    assert {event.denied for event in text.events} == {None}
    assert [event.modal for event in text.events] == [True, False, True]


def test_a_split_is_chosen_and_limited(written):
    other = {**SCORED, "id": "c", "split": "dev"}
    texts = load_texts(written(SCORED, other, {**other, "id": "d"}))
    assert [text.id for text in choose_split(texts, split="dev")] == ["c", "d"]
    assert [text.id for text in choose_split(texts, split="dev", limit=1)] == ["c"]
    with pytest.raises(DataError, match="choose with --split among dev, train"):
        choose_split(texts, split="test")


def test_a_set_without_splits_is_taken_whole(written):
    texts = load_texts(written(MARKED))
    assert choose_split(texts, split="test") == texts


@pytest.mark.parametrize(
    ("gold", "message"),
    [
        ({"events": [{"start": 9, "end": 99, "score": 1}]}, "line 1: event .* lies outside the text"),
        ({"events": [{"start": 9, "end": 14, "score": 4}]}, "line 1: score 4 is no number from -3 to 3"),
        ({"events": [{"start": 9, "end": 14}]}, "line 1: event .* has neither a score nor a class"),
        ({}, "line 1: no text with gold.events"),
    ],
)
def test_an_unfit_line_is_refused_with_its_place(written, gold, message):
    with pytest.raises(DataError, match=message):
        load_texts(written({**SCORED, "gold": gold}))


def test_an_empty_or_missing_file_is_refused(written, tmp_path):
    with pytest.raises(DataError, match="no items"):
        load_texts(written())
    with pytest.raises(InputError, match="give the path of a file of events"):
        load_texts(tmp_path / "missing.jsonl")
