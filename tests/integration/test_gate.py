"""The gate on the project's own gold, with the parser: scores may fall only by a signed decision."""

import pytest

from dragoman.evaluation.gate import check_gate, gated_figures, gold_hash, load_baseline
from dragoman.evaluation.gold import load_gold
from dragoman.evaluation.runs import predict, read_gold_texts
from dragoman.evaluation.scores import score


@pytest.fixture(scope="module")
def readings(root):
    return list(read_gold_texts(load_gold(root / "gold" / "relations.jsonl")))


def test_no_score_is_below_its_floor(root, readings):
    path = root / "gold" / "relations.jsonl"
    baseline = load_baseline(root / "gold" / "baseline.json")
    assert baseline is not None, (
        "no gold/baseline.json; set the floors with `python scripts/gate.py --update`"
    )
    figures = gated_figures(score(load_gold(path), predict(readings)))
    check_gate(baseline, figures, gold_hash(path.read_bytes()))


def test_every_gold_text_gets_a_reading(root, readings):
    ids = [item.id for item in load_gold(root / "gold" / "relations.jsonl")]
    assert [reading["story"]["id"] for reading in readings] == ids


def test_every_span_of_every_reading_slices_back(root, readings):
    texts = {item.id: item.text for item in load_gold(root / "gold" / "relations.jsonl")}
    spans = 0
    for reading in readings:
        text = texts[reading["story"]["id"]]
        for row in (*reading["claims"], *reading["events"]):
            for span in (row["evidence"], row["trigger"]):
                assert text[span["start_char"] : span["end_char"]] == span["text"]
                spans += 1
    assert spans > 200
