"""The gate's arithmetic: falls, floors, and who may lower one."""

import pytest
from coded_rows import claim, event, item

from dragoman.errors import DataError
from dragoman.evaluation.gate import (
    EPSILON,
    Baseline,
    check_gate,
    find_falls,
    gated_figures,
    gold_hash,
    load_baseline,
    read_baseline,
    update_baseline,
    write_baseline,
)
from dragoman.evaluation.scores import score

BEFORE = Baseline(gold_sha256="aa", floors={"claims joint f1": 0.5, "events joint f1": 0.4})
ON = "2026-01-02"


def figures(claims, events):
    return {"claims joint f1": claims, "events joint f1": events}


def test_a_fall_within_epsilon_passes_and_one_beyond_fails():
    check_gate(BEFORE, figures(0.5 - EPSILON / 2, 0.4), "aa")
    with pytest.raises(DataError, match=r"scores fell: claims joint f1 0\.480 under 0\.500;"):
        check_gate(BEFORE, figures(0.48, 0.4), "aa")


def test_a_figure_that_is_no_longer_measured_has_fallen():
    (fall,) = find_falls(BEFORE, {"claims joint f1": 0.9})
    assert (fall.figure, fall.value) == ("events joint f1", 0.0)


def test_another_gold_fails_whatever_the_scores():
    with pytest.raises(DataError, match="the gold is not the one of the baseline"):
        check_gate(BEFORE, figures(0.9, 0.9), "bb")


def test_floors_rise_without_a_signature():
    after = update_baseline(BEFORE, figures(0.6, 0.4), "bb", decided_on=ON)
    assert after == Baseline(gold_sha256="bb", floors=figures(0.6, 0.4))


def test_small_losses_do_not_add_up():
    after = update_baseline(BEFORE, figures(0.5 - EPSILON / 2, 0.45), "aa", decided_on=ON)
    assert after.floors == figures(0.5, 0.45)


def test_a_floor_sinks_only_with_a_reason_that_is_kept():
    with pytest.raises(
        DataError, match=r"--update would lower a floor: claims joint f1 from 0\.500 to 0\.300"
    ):
        update_baseline(BEFORE, figures(0.3, 0.4), "aa", decided_on=ON)
    after = update_baseline(BEFORE, figures(0.3, 0.4), "aa", decided_on=ON, reason="new guideline")
    assert after.floors == figures(0.3, 0.4)
    (decision,) = after.decisions
    assert (decision.figure, decision.before, decision.after) == ("claims joint f1", 0.5, 0.3)
    assert (decision.decided_on, decision.reason) == (ON, "new guideline")


def test_earlier_decisions_are_kept():
    once = update_baseline(BEFORE, figures(0.3, 0.4), "aa", decided_on=ON, reason="one")
    twice = update_baseline(once, figures(0.3, 0.2), "aa", decided_on=ON, reason="two")
    assert [decision.reason for decision in twice.decisions] == ["one", "two"]


def test_the_first_baseline_takes_the_scores_as_they_are():
    assert update_baseline(None, figures(0.1, 0.2), "aa", decided_on=ON).floors == figures(0.1, 0.2)


def test_a_baseline_reads_back_what_it_wrote():
    after = update_baseline(BEFORE, figures(0.3, 0.4), "aa", decided_on=ON, reason="new guideline")
    assert read_baseline(write_baseline(after), name="b.json") == after


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"gold_sha256": "aa"}'])
def test_a_broken_baseline_is_named(content):
    with pytest.raises(DataError, match=r"b\.json: no baseline"):
        read_baseline(content, name="b.json")


def test_no_baseline_file_is_none(tmp_path):
    assert load_baseline(tmp_path / "none.json") is None


def test_every_f1_and_both_precisions_are_gated():
    gold = [item("a", claim("IRN alliance SYR"), event("IRN CONSULT OMN"), event("IRN ACCUSE USA"))]
    found = {"a": item("a", claim("IRN alliance SYR denied"), event("IRN CONSULT OMN"))}
    gated = gated_figures(score(gold, found))
    assert len(gated) == 8 + 4 + 2
    assert gated["claims relation f1"] == 1.0
    assert gated["claims joint f1"] == 0.0
    assert gated["events dyad+type f1"] == 0.667
    assert gated["events dyad+type precision"] == 1.0


def test_the_hash_is_of_the_bytes():
    assert gold_hash(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
