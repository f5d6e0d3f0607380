"""Disagreements, each with its cause and its sentence."""

import pytest
from coded_rows import claim, event, item

from dragoman.evaluation.errors import count_causes, find_errors


@pytest.mark.parametrize(
    ("coded", "read", "causes"),
    [
        ("IRN alliance SYR", "SYR alliance IRN", []),
        ("IRN alliance SYR", "IRN alliance SYR denied", ["wrong polarity"]),
        ("IRN alliance SYR", "IRN alliance SYR affirmed possible", ["wrong modality"]),
        ("IRN alliance SYR", "IRN alliance SYR affirmed actual past", ["wrong time"]),
        ("IRN alliance SYR", "IRN alliance SYR denied actual past", ["several fields"]),
        ("RUS patron BLR", "BLR patron RUS", ["reversed"]),
        ("IRN alliance SYR", "IRN rivalry SYR", ["wrong type"]),
        ("IRN alliance SYR", "IRN alliance RUS", ["wrong actor"]),
        ("IRN alliance SYR", "CHN alliance RUS", ["wrong pair"]),
        ("IRN alliance SYR", "CHN rivalry RUS", ["missed", "false"]),
    ],
)
def test_a_near_miss_is_one_error_with_its_cause(coded, read, causes):
    errors = find_errors([item("a", claim(coded))], {"a": item("a", claim(read))})
    assert [error.cause for error in errors] == causes


def test_a_wrong_source_alone_is_named():
    found = {"a": item("a", claim("IRN alliance SYR", source="USA"))}
    (error,) = find_errors([item("a", claim("IRN alliance SYR"))], found)
    assert error.cause == "wrong source"


def test_the_nearest_pair_is_taken_first():
    gold = [item("a", claim("IRN alliance SYR"), claim("IRN alliance IRQ"))]
    found = {"a": item("a", claim("IRN alliance RUS"), claim("IRN pact IRQ"))}
    assert sorted((e.cause, e.predicted.split(" |")[0]) for e in find_errors(gold, found)) == [
        ("wrong actor", "IRN alliance RUS"),
        ("wrong type", "IRN pact IRQ"),
    ]


@pytest.mark.parametrize(
    ("coded", "read", "causes"),
    [
        ("IRN CONSULT OMN", "IRN CONSULT OMN planned", ["wrong status"]),
        ("IRN ACCUSE OMN", "OMN ACCUSE IRN", ["reversed"]),
        ("IRN ACCUSE -", "IRN ACCUSE OMN", ["wrong actor"]),
        ("- ACCUSE -", "IRN REJECT OMN", ["missed", "false"]),
    ],
)
def test_events_have_causes_too(coded, read, causes):
    errors = find_errors([item("a", event(coded))], {"a": item("a", event(read))})
    assert [error.cause for error in errors] == causes


def test_an_item_without_prediction_is_all_missed():
    errors = find_errors([item("a", claim("IRN alliance SYR"), event("IRN CONSULT OMN"))], {})
    assert count_causes(errors) == (("claims", "missed", 1), ("events", "missed", 1))


def test_an_error_shows_the_sentence_of_its_trigger():
    text = "Oman met Gen. Ali. Iran is an ally of Syria, said Mr. Berg. Nobody else spoke."
    coded = claim("IRN alliance SYR", trigger="ally of")
    (error,) = find_errors([item("a", coded, text=text)], {})
    assert error.sentence == "Iran is an ally of Syria, said Mr. Berg."
