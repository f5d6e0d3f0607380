"""Precision, recall, F1 and their intervals, against figures worked out by hand."""

import pytest
from coded_rows import claim, event, item

from dragoman.evaluation.scores import RESAMPLES, score

GOLD = (
    item("a", claim("IRN alliance SYR"), claim("RUS alliance SYR"), event("IRN CONSULT RUS")),
    item("b", claim("USA sanctions IRN"), event("USA SANCTION IRN"), event("USA ACCUSE IRN")),
    item("c"),
)


def predictions(*items):
    return {one.id: one for one in items}


def figures(ledger):
    return {one.figure: (round(one.precision.value, 3), round(one.recall.value, 3)) for one in ledger.figures}


def test_the_gold_against_itself_is_right_in_every_figure():
    scores = score(GOLD, predictions(*GOLD))
    for ledger in (scores.claims, scores.events):
        for one in ledger.figures:
            assert (one.precision.value, one.recall.value, one.f1.value) == (1.0, 1.0, 1.0)


def test_figures_count_hits_over_predicted_and_over_gold():
    found = predictions(
        item("a", claim("SYR alliance IRN denied"), claim("RUS patron SYR"), event("RUS CONSULT IRN")),
        item("b", claim("IRN sanctions USA"), claim("USA sanctions IRN"), event("USA SANCTION IRN")),
    )
    scores = score(GOLD, found)
    assert figures(scores.claims) == {
        "pair": (0.75, 1.0),
        "family": (0.5, 0.667),
        "relation": (0.5, 0.667),
        "rel+polarity": (0.25, 0.333),
        "rel+pol+mod": (0.25, 0.333),
        "rel+pol+mod+time": (0.25, 0.333),
        "rel+pol+source": (0.25, 0.333),
        "joint": (0.25, 0.333),
    }
    assert figures(scores.events) == {
        "type": (1.0, 0.667),
        "dyad": (0.5, 0.333),
        "dyad+type": (0.5, 0.333),
        "joint": (0.5, 0.333),
    }
    assert scores.claims.figure("relation").f1.value == pytest.approx(4 / 7)
    assert (scores.items, scores.without_prediction) == (3, 1)


def test_a_row_predicted_twice_is_one_hit_and_one_false_row():
    scores = score(GOLD[:1], predictions(item("a", claim("IRN alliance SYR"), claim("SYR alliance IRN"))))
    one = scores.claims.figure("relation")
    assert (one.hits, one.predicted, one.gold) == (1, 2, 2)


def test_a_row_of_another_item_is_no_hit():
    scores = score(GOLD, predictions(item("c", claim("USA sanctions IRN"))))
    assert scores.claims.figure("pair").hits == 0


def test_types_are_scored_apart():
    found = predictions(item("a", claim("IRN alliance SYR"), claim("RUS patron SYR")))
    types = {one.figure: (one.gold, one.predicted, one.hits) for one in score(GOLD, found).claims.types}
    assert types == {"alliance": (2, 1, 1), "patron": (0, 1, 0), "sanctions": (1, 0, 0)}


def test_nothing_predicted_and_nothing_coded_score_nought_not_an_error():
    scores = score([item("a")], {})
    assert scores.claims.figure("joint").f1.value == 0.0
    assert scores.claims.types == ()


def test_intervals_hold_the_value_and_narrow_with_more_items():
    few = [item(str(n), claim("IRN alliance SYR")) for n in range(10)]
    many = [item(str(n), claim("IRN alliance SYR")) for n in range(200)]

    def recall(items):
        return score(items, predictions(*items[::2])).claims.figure("relation").recall

    narrow, wide = recall(many), recall(few)
    assert wide.low < wide.value == 0.5 < wide.high
    assert narrow.high - narrow.low < (wide.high - wide.low) / 2


def test_the_same_predictions_give_the_same_intervals():
    found = predictions(item("a", claim("IRN alliance SYR")))
    assert score(GOLD, found) == score(GOLD, found)
    assert RESAMPLES == 1000
