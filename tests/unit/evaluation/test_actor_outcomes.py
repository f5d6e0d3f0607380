"""Outcomes: what is found and right, how it is counted and shown, and which mention answers a place."""

import pytest

from dragoman.evaluation.actors.outcomes import (
    Outcome,
    Share,
    actors_at,
    commonest_misses,
    count_shares,
    outcomes_json,
    write_outcomes,
)


def outcome(words: str, *, group: str = "state", place: str = "a", counted: bool = True) -> Outcome:
    """Make an outcome of ``TEXT EXPECTED GOT``; several codes have ``|`` between them, ``-`` is none."""
    text, expected, got = words.split()
    found = frozenset() if got == "-" else frozenset(got.split("|"))
    return Outcome(
        place=place,
        group=group,
        text=text,
        expected=frozenset(expected.split("|")),
        got=found,
        counted=counted,
    )


@pytest.mark.parametrize(
    ("words", "found", "right"),
    [
        ("Iran IRN IRN", True, True),
        ("Iran IRN IRQ", True, False),
        ("Iran IRN -", False, False),
        ("Moscow RUS|SUN SUN", True, True),
        ("Iran IRN IRQ|IRN", True, True),
        ("Moscow RUS|SUN USA|CHN", True, False),
    ],
)
def test_one_of_those_meant_is_right(words: str, found: bool, right: bool) -> None:
    assert (outcome(words).found, outcome(words).right) == (found, right)


def test_shares_are_of_all_that_count_and_of_each_group_the_largest_first() -> None:
    outcomes = [
        outcome("Iran IRN IRN"),
        outcome("Iraq IRQ -"),
        outcome("Oman OMN PAK"),
        outcome("Hamas HAMAS HAMAS", group="group"),
        outcome("police NOR:COP SWE", group="described", counted=False),
    ]
    assert count_shares(outcomes) == (
        Share(group="all", total=4, found=3, right=2),
        Share(group="state", total=3, found=2, right=1),
        Share(group="described", total=1, found=1, right=0),
        Share(group="group", total=1, found=1, right=1),
    )


def test_no_outcomes_are_a_share_of_nothing() -> None:
    assert count_shares([]) == (Share(group="all", total=0, found=0, right=0),)
    assert write_outcomes([], misses=5).splitlines()[1].split() == ["all", "0", "0", "0", "-", "-"]


def test_the_commonest_misses_are_counted_together() -> None:
    outcomes = [
        outcome("Oman OMN -", place="a"),
        outcome("Iran IRN IRQ", place="b"),
        outcome("Iran IRN IRQ", place="c"),
        outcome("Iran IRN -", place="d"),
        outcome("Iran IRN IRN", place="e"),
        outcome("Peru PER CHL", place="f", counted=False),
    ]
    misses = commonest_misses(outcomes, limit=9)
    assert [(count, one.text, one.place) for count, one in misses] == [
        (2, "Iran", "b"),
        (1, "Oman", "a"),
        (1, "Iran", "d"),
    ]
    assert [one.place for _, one in commonest_misses(outcomes, limit=1)] == ["b"]


def test_a_table_shows_shares_and_misses() -> None:
    outcomes = [outcome("Iran IRN IRN"), outcome("Iran IRN IRN"), outcome("Moscow RUS|SUN -", place="n7")]
    head, every, states, blank, columns, miss = write_outcomes(outcomes, misses=5).splitlines()
    assert head.split() == ["total", "found", "right", "found", "right"]
    assert every.split() == ["all", "3", "2", "2", "0.667", "0.667"]
    assert states.split() == ["state", "3", "2", "2", "0.667", "0.667"]
    assert blank == ""
    assert columns.split()[0] == "n"
    assert miss.split() == ["1", "Moscow", "RUS|SUN", "-", "n7"]


def test_a_table_without_misses_ends_with_its_shares() -> None:
    assert len(write_outcomes([outcome("Iran IRN IRN")], misses=5).splitlines()) == 3
    assert len(write_outcomes([outcome("Iran IRN IRQ")], misses=0).splitlines()) == 3


def test_json_holds_the_same() -> None:
    outcomes = [outcome("Iran IRN IRN"), outcome("Moscow SUN|RUS USA|CHN", place="n7")]
    assert outcomes_json(outcomes, misses=5) == {
        "shares": [
            {"group": "all", "total": 2, "found": 2, "right": 1},
            {"group": "state", "total": 2, "found": 2, "right": 1},
        ],
        "misses": [
            {
                "count": 1,
                "text": "Moscow",
                "expected": ["RUS", "SUN"],
                "got": ["CHN", "USA"],
                "place": "n7",
                "note": "",
            }
        ],
    }


def mention(start: int, end: int, actor: str | None) -> dict[str, object]:
    return {"span": {"start_char": start, "end_char": end}, "actor": actor}


@pytest.mark.parametrize(
    ("mentions", "actors"),
    [
        ([], set()),
        ([mention(10, 14, "IRN")], {"IRN"}),
        ([mention(10, 14, None)], set()),
        ([mention(0, 10, "IRN")], set()),
        ([mention(14, 20, "IRN")], set()),
        ([mention(0, 11, "IRN")], {"IRN"}),
        ([mention(10, 14, "IRN"), mention(0, 40, "IRQ")], {"IRN"}),
        ([mention(0, 40, "IRQ"), mention(11, 14, "IRN")], {"IRN"}),
        ([mention(10, 14, None), mention(8, 30, "IRQ")], {"IRQ"}),
        ([mention(10, 14, "IRN"), mention(10, 14, "IRQ")], {"IRN", "IRQ"}),
        ([mention(10, 12, "IRN"), mention(12, 14, "IRQ")], {"IRN"}),
    ],
)
def test_the_mention_that_fits_a_place_best_answers(
    mentions: list[dict[str, object]], actors: set[str]
) -> None:
    assert actors_at({"mentions": mentions}, 10, 14) == actors
