"""``dragoman evaluate relations``, on predictions made by hand and on a reader without a model."""

import json

import pytest

from dragoman.evaluation import runs
from readings import FakeReader

ACTORS = {"subject": {"text": "Iran", "key": "IRN"}, "object": {"text": "Syria", "key": "SYR"}}
FIELDS = {"trigger": "ally of", "polarity": "affirmed", "modality": "actual", "time": "present"}
CLAIM = {**ACTORS, **FIELDS, "relation": "alliance", "source": {"text": "", "key": "AUTHOR"}}
ITEM = {"id": "a", "text": "Iran is an ally of Syria.", "claims": [CLAIM], "events": []}


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(ITEM) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def denied(tmp_path):
    path = tmp_path / "denied.jsonl"
    path.write_text(
        json.dumps({**ITEM, "claims": [{**CLAIM, "polarity": "denied"}]}) + "\n", encoding="utf-8"
    )
    return path


def test_a_table_gives_every_figure(dragoman, gold, denied):
    status, out, err = dragoman("evaluate", "relations", str(gold), "--predictions", str(denied))
    assert (status, err) == (0, "")
    rows = {line.split()[0]: line.split()[1:5] for line in out.splitlines() if line.startswith("  ")}
    assert rows["relation"] == ["1", "1", "1", "1.000"]
    assert rows["rel+polarity"] == ["1", "1", "0", "0.000"]
    assert rows["polarity"] == ["0/1", "=", "0.000", "affirmed"]
    assert "ERRORS" not in out


def test_errors_are_listed_with_cause_and_sentence(dragoman, gold, denied):
    _, out, _ = dragoman("evaluate", "relations", str(gold), "--predictions", str(denied), "--errors", "5")
    assert "a [claims: wrong polarity]" in out
    assert "text   Iran is an ally of Syria." in out


def test_errors_takes_no_number_for_all(dragoman, gold, denied):
    _, out, _ = dragoman("evaluate", "relations", str(gold), "--predictions", str(denied), "--errors")
    assert "a [claims: wrong polarity]" in out


def test_json_holds_the_same_figures(dragoman, gold, denied):
    status, out, _ = dragoman("evaluate", "relations", str(gold), "--predictions", str(denied), "--json")
    report = json.loads(out)
    assert status == 0
    assert report["claims"]["figures"]["relation"]["f1"] == 1.0
    assert report["claims"]["figures"]["joint"]["f1_interval"] == [0.0, 0.0]
    assert report["causes"] == [{"ledger": "claims", "cause": "wrong polarity", "count": 1}]


def test_texts_are_read_and_readings_kept(dragoman, gold, tmp_path, monkeypatch):
    asked = []

    def load_reader(settings):
        asked.append(settings.model)
        return FakeReader()

    monkeypatch.setattr(runs, "load_reader", load_reader)
    kept = tmp_path / "kept.jsonl"
    status, _, _ = dragoman("evaluate", "relations", str(gold), "--model", "some_model", "--save", str(kept))
    assert (status, asked) == (0, ["some_model"])
    (line,) = kept.read_text(encoding="utf-8").splitlines()
    assert "claims" in json.loads(line)


def test_a_folder_that_is_none_is_named(dragoman, gold, tmp_path, monkeypatch):
    monkeypatch.setattr(runs, "load_reader", lambda settings: FakeReader())
    status, _, err = dragoman("evaluate", "relations", str(gold), "--save", str(tmp_path / "no" / "k.jsonl"))
    assert status == 1
    assert "k.jsonl: No such file or directory; give a path that can be written" in err


def test_a_missing_gold_is_one_line(dragoman, tmp_path):
    status, out, err = dragoman("evaluate", "relations", str(tmp_path / "none.jsonl"))
    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert "none.jsonl: No such file or directory" in err


def test_predictions_and_a_model_exclude_each_other(dragoman, gold, denied):
    status, _, err = dragoman(
        "evaluate", "relations", str(gold), "--predictions", str(denied), "--model", "some_model"
    )
    assert status == 2
    assert "leave out --save and --model" in err
