"""Phrases: how our actors become another coder's country and sector, and which checks count."""

import types
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from dragoman.codes.actors.directory import load_directory
from dragoman.evaluation.actors.phrases import PhraseCodes, build_codes, load_rulings, phrase_outcomes
from dragoman.records import ActorRef

CODES = PhraseCodes(
    states=frozenset({"NOR", "SWE", "IRN"}),
    groups={"BAND": ("NOR", "REB"), "FLOCK": (None, "REL")},
    organisations={"EU": ("EUR", None), "COURT": ("IGO", "JUD")},
)
DIRECTORY = load_directory()


@pytest.mark.parametrize(
    ("ref", "codes"),
    [
        (ActorRef(actor="NOR", role="GOV"), ("NOR", "GOV")),
        (ActorRef(actor="NOR"), ("NOR", "")),
        (ActorRef(actor="BAND"), ("NOR", "REB")),
        (ActorRef(actor="FLOCK"), ("", "REL")),
        (ActorRef(actor="EU"), ("EUR", "")),
        (ActorRef(actor="EU", role="LEG"), ("EUR", "LEG")),
        (ActorRef(actor="COURT"), ("IGO", "JUD")),
        (ActorRef(actor="XXX", role="GOV"), ("", "GOV")),
        (ActorRef(actor="JANEROE"), None),
        (ActorRef(actor="*WEST"), None),
    ],
)
def test_an_actor_becomes_country_and_sector(ref: ActorRef, codes: tuple[str, str] | None) -> None:
    assert CODES.of(ref) == codes


@pytest.mark.parametrize(
    ("ref", "codes"),
    [
        (ActorRef(actor="EU"), ("EUR", "")),
        (ActorRef(actor="EU", role="LEG"), ("EUR", "LEG")),
        (ActorRef(actor="UN"), ("UNO", "")),
        (ActorRef(actor="NATO"), ("IGO", "")),
        (ActorRef(actor="HAMAS"), ("PSE", "REB")),
        (ActorRef(actor="NOR", role="MIL"), ("NOR", "MIL")),
    ],
)
def test_the_packaged_tables_are_translated(ref: ActorRef, codes: tuple[str, str]) -> None:
    assert build_codes(DIRECTORY).of(ref) == codes


def test_every_ruling_has_its_reason() -> None:
    rulings = load_rulings()
    assert rulings
    assert all(reason for reason in rulings.values())


class Reader:
    """Knows some phrases; remembers what is asked."""

    def __init__(self, known: Mapping[str, tuple[ActorRef, ...]]) -> None:
        self._known = known
        self.asked: list[tuple[str, date | None]] = []

    def resolve(self, phrase: str, *, published_on: date | None = None) -> tuple[tuple[ActorRef, str], ...]:
        self.asked.append((phrase, published_on))
        return tuple((ref, phrase) for ref in self._known.get(phrase, ()))


NORWEGIAN = {"the minister": (ActorRef(actor="NOR", role="GOV"),), "the fjord": ()}


def check(phrase: str = "the minister", **fields: Any) -> dict[str, Any]:
    plain = {"id": "tests/checks.py:one:7", "function": "agent_to_code", "input": phrase, "checks": []}
    return {**plain, "expected": {"country": "NOR", "code_1": "GOV"}, **fields}


def outcomes(
    item: dict[str, Any], *, known: Mapping[str, tuple[ActorRef, ...]] = NORWEGIAN, **rulings: str
) -> Any:
    reader = Reader(known)
    found = list(phrase_outcomes([item], reader=reader, codes=CODES, rulings=rulings))  # type: ignore[arg-type]
    return types.SimpleNamespace(found=found, asked=reader.asked)


@pytest.mark.parametrize(
    ("expected", "ref", "right"),
    [
        ({"country": "NOR", "code_1": "GOV"}, ActorRef(actor="NOR", role="GOV"), True),
        ({"country": "NOR", "code_1": "GOV"}, ActorRef(actor="NOR"), True),
        ({"country": "NOR", "code_1": "MIL"}, ActorRef(actor="NOR"), False),
        ({"country": "NOR", "code_1": "MIL"}, ActorRef(actor="SWE", role="MIL"), False),
        ({"country": "NOR", "code_1": "MIL", "code_2": "COP"}, ActorRef(actor="NOR", role="COP"), True),
        ({"country": "NOR"}, ActorRef(actor="NOR", role="COP"), True),
        ({"country": "NOR", "code_1": "UNK"}, ActorRef(actor="NOR", role="COP"), True),
        ({"cc": "NOR", "code_1": "GOV"}, ActorRef(actor="NOR", role="GOV"), True),
        ({"code_1": "GOV"}, ActorRef(actor="SWE", role="GOV"), True),
        ({"code_1": "GOV"}, ActorRef(actor="SWE", role="MIL"), False),
        ({"country": "NOR", "code_1": "REB"}, ActorRef(actor="BAND"), True),
        ({"country": "EUR", "code_1": "LEG"}, ActorRef(actor="EU", role="LEG"), True),
    ],
)
def test_what_counts_as_right(expected: dict[str, str], ref: ActorRef, right: bool) -> None:
    (one,) = outcomes(check(expected=expected), known={"the minister": (ref,)}).found
    assert one.right is right


@pytest.mark.parametrize(("refs", "right"), [((), True), ((ActorRef(actor="NOR", role="GOV"),), False)])
def test_a_check_can_ask_for_nobody(refs: tuple[ActorRef, ...], right: bool) -> None:
    item = check(expected={}, checks=["result is None"])
    (one,) = outcomes(item, known={"the minister": refs}).found
    assert (one.expected, one.right) == (frozenset({"nobody", ":CVL"}), right)


def test_a_private_person_is_nobody() -> None:
    item = check(expected={"country": "", "code_1": ""})
    known = {"the minister": (ActorRef(actor="JANEROE"),)}
    (one,) = outcomes(item, known=known).found
    assert (one.got, one.right) == (frozenset({"nobody"}), True)


@pytest.mark.parametrize(
    "fields",
    [
        {"function": "make_example"},
        {"function": "find_co_actors"},
        {"expected": {}},
        {"id": "ruled out"},
    ],
)
def test_checks_that_are_left_out(fields: dict[str, Any]) -> None:
    found = outcomes(check(**fields), **{"ruled out": "it asks for a sector that is none"})
    assert found.found == []
    assert found.asked == []


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({}, ("the minister", date(2022, 6, 1))),
        ({"args": ["today"]}, ("the minister", date(2022, 6, 1))),
        ({"args": ["2001-02-03"]}, ("the minister", date(2001, 2, 3))),
        ({"kwargs": {"query_date": "2001-02-03"}}, ("the minister", date(2001, 2, 3))),
        ({"args": ["Norway"]}, ("Norway minister", date(2022, 6, 1))),
        ({"args": ["", "Norway", "2001-02-03"]}, ("Norway minister", date(2001, 2, 3))),
        ({"args": ["norway"]}, ("the minister", date(2022, 6, 1))),
        ({"args": None, "kwargs": None}, ("the minister", date(2022, 6, 1))),
    ],
)
def test_a_phrase_is_asked_with_its_country_and_day(fields: dict[str, Any], asked: tuple[str, date]) -> None:
    assert outcomes(check(**fields)).asked == [asked]


def test_a_page_is_right_where_its_title_means_the_same_actor() -> None:
    known = {"the band": (ActorRef(actor="BAND"),), "Hill Band": (ActorRef(actor="BAND"),), "Norway": ()}
    right = check("the band", function="query_wiki", expected={"title": "Hill Band"})
    wrong = check("the band", function="query_wiki", expected={"title": "Norway"})
    assert [one.right for one in outcomes(right, known=known).found] == [True]
    assert [one.right for one in outcomes(wrong, known=known).found] == [False]


def test_an_outcome_says_where_and_what() -> None:
    (one,) = outcomes(check()).found
    assert (one.place, one.group, one.text) == ("checks.py:one:7", "agent_to_code", "the minister")
    assert (one.expected, one.got) == (frozenset({"NOR:GOV", "NOR:"}), frozenset({"NOR:GOV"}))
