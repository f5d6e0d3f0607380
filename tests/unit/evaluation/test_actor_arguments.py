"""Arguments: where a coder's words are looked up, and whom the mention there is compared with."""

import dataclasses
from typing import Any

import pytest
from coded_rows import item

from dragoman.evaluation.actors.arguments import argument_outcomes
from dragoman.evaluation.coded import CodedActor, CodedClaim

TEXT = "Norland met Sudria. Norland fears Sudria, and Norlandic troops left."
SENTENCES = [{"start_char": 0, "end_char": 19}, {"start_char": 20, "end_char": len(TEXT)}]


def claim(subject: str, target: str, *, trigger: str = "fears", at: int | None = 20) -> CodedClaim:
    """Make a claim whose actors are ``WORDS=KEY``."""
    one, other = (CodedActor(text=words, key=key) for words, key in (a.split("=") for a in (subject, target)))
    return CodedClaim(
        subject=one,
        relation="rivalry",
        object=other,
        trigger=trigger,
        polarity="affirmed",
        modality="actual",
        time="present",
        at=at,
    )


def reading(*mentions: tuple[int, int, str]) -> dict[str, Any]:
    return {
        "sentences": SENTENCES,
        "mentions": [
            {"span": {"start_char": start, "end_char": end}, "actor": actor} for start, end, actor in mentions
        ],
    }


def outcomes(*claims: CodedClaim, read: dict[str, Any] | None) -> list[tuple[str, str, set[str], set[str]]]:
    gold = [dataclasses.replace(item("n1", *claims), text=TEXT)]
    found = argument_outcomes(gold, {} if read is None else {"n1": read})
    return [(one.group, one.text, set(one.expected), set(one.got)) for one in found]


def test_the_words_are_looked_up_in_the_sentence_of_the_trigger() -> None:
    read = reading((0, 7, "OLD"), (12, 18, "OLD"), (20, 27, "NRL"), (34, 40, "SUD"))
    assert outcomes(claim("Norland=NRL", "Sudria=SUD"), read=read) == [
        ("subject", "Norland", {"NRL"}, {"NRL"}),
        ("object", "Sudria", {"SUD"}, {"SUD"}),
    ]


def test_words_of_another_sentence_are_found_where_the_triggers_has_none() -> None:
    read = reading((8, 11, "MET"))
    assert outcomes(claim("met=MET", "Sudria=SUD"), read=read)[0] == ("subject", "met", {"MET"}, {"MET"})


def test_a_place_in_the_triggers_sentence_goes_before_a_nearer_one_outside() -> None:
    read = reading((12, 18, "OLD"), (34, 40, "SUD"))
    found = outcomes(claim("x=X", "Sudria=SUD", trigger="Norland"), read=read)
    assert found == [("object", "Sudria", {"SUD"}, {"SUD"})]


def test_words_are_found_whole_only() -> None:
    assert outcomes(claim("Norlan=NRL", "troop=NRL"), read=reading()) == []


@pytest.mark.parametrize(
    ("trigger", "at", "got"),
    [("met", 0, "OLD"), ("fears", 20, "NRL"), ("fears", None, "NRL"), ("", 20, "NRL"), ("", None, "OLD")],
)
def test_the_nearest_place_is_taken(trigger: str, at: int | None, got: str) -> None:
    read = reading((0, 7, "OLD"), (20, 27, "NRL"))
    found = outcomes(claim("Norland=NRL", "x=X", trigger=trigger, at=at), read=read)
    assert found == [("subject", "Norland", {"NRL"}, {got})]


@pytest.mark.parametrize(
    ("key", "found", "expected", "got"),
    [
        ("NRL:GOV", "NRL", "NRL", "NRL"),
        ("NRL:REB", "NRL", "NRL", "NRL"),
        ("NRL", "NRL:MIL", "NRL", "NRL"),
        ("*WEST", "*EAST", "*", "*"),
        ("*WEST", "NRL", "*", "NRL"),
    ],
)
def test_actors_are_compared_by_country_and_classes_with_one_another(
    key: str, found: str, expected: str, got: str
) -> None:
    assert outcomes(claim(f"Norland={key}", "x=X"), read=reading((20, 27, found))) == [
        ("subject", "Norland", {expected}, {got})
    ]


def test_an_expression_of_two_claims_counts_once() -> None:
    claims = (claim("Norland=NRL", "Sudria=SUD"), claim("Norland=NRL:GOV", "troops=NRL:MIL"))
    found = outcomes(*claims, read=reading((20, 27, "NRL")))
    assert [(group, text) for group, text, _, _ in found] == [
        ("subject", "Norland"),
        ("object", "Sudria"),
        ("object", "troops"),
    ]


def test_an_actor_without_words_or_key_is_left_out() -> None:
    assert outcomes(claim("=NRL", "Sudria="), read=reading((34, 40, "SUD"))) == []


def test_an_item_that_was_not_read_has_nothing_found() -> None:
    assert outcomes(claim("Norland=NRL", "x=X"), read=None) == [("subject", "Norland", {"NRL"}, set())]
