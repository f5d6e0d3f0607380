"""Geography: borders, the only neighbour on a side, who holds what on which day, and a map that is sound."""

from datetime import date

import pytest

from dragoman.codes.actors.directory import load_directory
from dragoman.codes.actors.problems.places import map_problems
from dragoman.codes.geography import DIRECTIONS, Geography, Holding, load_geography

PAIRS = ("AAA BBB", "AAA CCC", "BBB CCC", "DDD AAA", "EEE FFF")


def build(
    *, bearings: dict[tuple[str, str], str] | None = None, holdings: tuple[Holding, ...] = ()
) -> Geography:
    return Geography(
        borders=frozenset(frozenset(pair.split()) for pair in PAIRS),
        straits=frozenset(),
        holdings=holdings,
        bearings=bearings or {},
    )


@pytest.mark.parametrize(
    ("one", "other", "border"),
    [
        ("AAA", "BBB", True),
        ("BBB", "AAA", True),
        ("BBB", "DDD", False),
        ("AAA", "AAA", False),
        ("AAA", "XYZ", False),
    ],
)
def test_a_border_has_no_direction(one: str, other: str, border: bool) -> None:
    assert build().is_border(one, other) is border


@pytest.mark.parametrize(
    ("state", "side", "neighbour"),
    [
        ("EEE", None, "FFF"),
        ("DDD", None, "AAA"),
        ("AAA", None, None),
        ("AAA", "north", "BBB"),
        ("AAA", "south", None),
        ("EEE", "north", None),
        ("XYZ", None, None),
        ("XYZ", "north", None),
    ],
)
def test_the_only_neighbour_is_told_by_the_map(state: str, side: str | None, neighbour: str | None) -> None:
    assert build(bearings={("AAA", "north"): "BBB"}).neighbour(state, side=side) == neighbour


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(1999, 12, 31), False),
        (date(2000, 1, 1), True),
        (date(2005, 6, 1), True),
        (date(2005, 6, 2), False),
        (date(2010, 1, 1), True),
        (None, True),
    ],
)
def test_a_holding_counts_on_its_days(day: date | None, held: bool) -> None:
    holdings = (
        Holding(place="Hillshire", holder="AAA", start=date(2000, 1, 1), end=date(2005, 6, 1)),
        Holding(place="Hillshire", holder="AAA", start=date(2010, 1, 1), end=None),
    )
    assert build(holdings=holdings).is_held(frozenset({"Hillshire"}), "AAA", on=day) is held


@pytest.mark.parametrize(
    ("places", "holder", "held"),
    [
        ({"Hillshire"}, "AAA", True),
        ({"Hillshire", "Lakeland"}, "AAA", True),
        ({"Hillshire"}, "BBB", False),
        ({"Lakeland"}, "AAA", False),
        (set(), "AAA", False),
    ],
)
def test_a_holding_is_of_one_place_by_one_state(places: set[str], holder: str, held: bool) -> None:
    geography = build(holdings=(Holding(place="Hillshire", holder="AAA", start=None, end=date(2005, 6, 1)),))
    assert geography.is_held(frozenset(places), holder, on=date(1950, 1, 1)) is held


@pytest.mark.parametrize(
    ("state", "side", "neighbour"),
    [
        ("PRT", None, "ESP"),
        ("PRT", "south", None),
        ("JPN", None, None),
        ("ESP", None, None),
        ("MEX", "north", "USA"),
        ("USA", "south", "MEX"),
        ("KOR", "north", "PRK"),
        ("BRA", "north", None),
    ],
)
def test_the_packaged_map_tells(state: str, side: str | None, neighbour: str | None) -> None:
    assert load_geography().neighbour(state, side=side) == neighbour


def test_the_packaged_bearings_go_across_borders_and_agree() -> None:
    geography = load_geography()
    for (state, side), other in geography.bearings.items():
        assert side in DIRECTIONS
        assert geography.is_border(state, other), (state, side)
        assert geography.bearings.get((other, side)) != state, f"{state} and {other} lie {side} of each other"


def test_the_packaged_map_is_sound() -> None:
    codes = frozenset(state.code for state in load_directory().states)
    assert list(map_problems(load_geography(), states=codes)) == []


@pytest.mark.parametrize(
    ("geography", "problem"),
    [
        (
            build(bearings={("AAA", "up"): "BBB"}),
            "bearings.tsv: 'up' is no direction; choose among east, north, south, west",
        ),
        (
            build(bearings={("BBB", "north"): "DDD"}),
            "bearings.tsv: BBB and DDD have no border in borders.tsv; mend one",
        ),
        (
            build(holdings=(Holding(place="Hillshire", holder="XYZ", start=None, end=None),)),
            "holdings.tsv (Hillshire): code 'XYZ' is in no table; add it to its table or mend it",
        ),
    ],
)
def test_a_broken_map_is_told(geography: Geography, problem: str) -> None:
    states = {"AAA", "BBB", "CCC", "DDD", "EEE", "FFF"}
    assert list(map_problems(geography, states=states)) == [problem]


def test_a_border_of_no_state_is_told() -> None:
    found = list(map_problems(build(), states={"AAA", "BBB", "CCC", "DDD", "EEE"}))
    assert found == ["borders.tsv: code 'FFF' is in no table; add it to its table or mend it"]
