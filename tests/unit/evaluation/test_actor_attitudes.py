"""Attitudes: holders and targets that name one state or organisation, compared with the mention there."""

from typing import Any

import pytest

from dragoman.codes.actors.directory import ActorDirectory, load_directory
from dragoman.evaluation.actors.attitudes import attitude_outcomes

TEXT = "Peru praised Chile and NATO, but the mayor feared the Peruvian and Chilean navies and Gulf of Oman."


@pytest.fixture(scope="module")
def directory() -> ActorDirectory:
    return load_directory()


def span(words: str) -> dict[str, Any]:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words), "text": words}


def item(*, holder: str = "", target: str = "") -> dict[str, Any]:
    attitudes = [{"targets": [[span(target)]]}] if target else [{}]
    return {
        "id": "n1",
        "gold": {"opinions": [{"holders": [[span(holder)]] if holder else [], "attitudes": attitudes}]},
    }


def reading(words: str, actor: str) -> dict[str, Any]:
    place = span(words)
    return {
        "n1": {
            "mentions": [{"span": {"start_char": place["start"], "end_char": place["end"]}, "actor": actor}]
        }
    }


def outcomes(
    directory: ActorDirectory, gold: dict[str, Any], read: dict[str, Any]
) -> list[tuple[str, set[str], set[str]]]:
    found = attitude_outcomes([gold], read, directory=directory)
    return [(one.group, set(one.expected), set(one.got)) for one in found]


@pytest.mark.parametrize(
    ("gold", "words", "actor", "expected"),
    [
        (item(holder="Peru"), "Peru", "PER", ("holder", {"PER"}, {"PER"})),
        (item(target="Chile"), "Chile", "PER", ("target", {"CHL"}, {"PER"})),
        (item(target="NATO"), "NATO", "NATO", ("target", {"NATO"}, {"NATO"})),
        (item(target="the Peruvian and"), "Peruvian", "PER", ("target", {"PER"}, {"PER"})),
        (item(target="Chile"), "Peru", "PER", ("target", {"CHL"}, set())),
    ],
)
def test_a_span_that_names_one_counts(
    directory: ActorDirectory,
    gold: dict[str, Any],
    words: str,
    actor: str,
    expected: tuple[str, set[str], set[str]],
) -> None:
    assert outcomes(directory, gold, reading(words, actor)) == [expected]


@pytest.mark.parametrize(
    "target", ["the mayor", "Chile and NATO", "the Peruvian and Chilean navies", "Gulf of Oman"]
)
def test_a_span_that_names_none_or_several_is_left_out(directory: ActorDirectory, target: str) -> None:
    assert outcomes(directory, item(target=target), reading("Chile", "CHL")) == []


def test_a_span_counts_once_where_two_opinions_share_it(directory: ActorDirectory) -> None:
    twice = item(holder="Peru")
    twice["gold"]["opinions"] *= 2
    assert outcomes(directory, twice, reading("Peru", "PER")) == [("holder", {"PER"}, {"PER"})]


def test_an_opinion_without_holders_and_an_item_not_read_are_no_mistake(directory: ActorDirectory) -> None:
    gold = item(target="Chile")
    del gold["gold"]["opinions"][0]["holders"]
    assert outcomes(directory, gold, {}) == [("target", {"CHL"}, set())]
