"""Namesakes: the packaged ones can be told apart, and a broken line is told with its reason."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from dragoman.codes.actors.places.namesakes import load_namesakes, read_namesakes
from dragoman.codes.actors.problems.places import namesake_problems
from dragoman.codes.tables import read_table

HEADER = "name\tactor\tsigns\tagainst\n"


def problems(*lines: str) -> list[str]:
    table = HEADER + "\n".join(line.replace("|", "\t") for line in lines)
    read = read_namesakes(read_table(table, name="namesakes.tsv"))
    found: Iterable[str] = namesake_problems(read, actors={"NOR", "USA"}, names={"Hillshire", "Malmo"})
    return list(found)


def test_a_line_is_read() -> None:
    table = HEADER + "Hillshire\tUSA\tOregon; Salem\tNorland\nHillshire\t\tSalem"
    one, other = read_namesakes(read_table(table, name="namesakes.tsv"))
    assert (one.name, one.actor, one.signs, one.against) == (
        "Hillshire",
        "USA",
        frozenset({"Oregon", "Salem"}),
        frozenset({"Norland"}),
    )
    assert (other.actor, other.against, other.where) == (None, frozenset(), "namesakes.tsv line 3")


def test_no_packaged_sign_rules_itself_out() -> None:
    for one in load_namesakes():
        assert one.signs, one.where
        assert not one.signs & one.against, one.where


@pytest.mark.parametrize("line", ["Hillshire|USA|Oregon|Norland", "Hillshire||Oregon", "Malmö|USA|Oregon"])
def test_a_sound_namesake_passes(line: str) -> None:
    assert problems(line) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "Hillshire|XYZ|Oregon",
            "namesakes.tsv line 2: code 'XYZ' is in no table; add it to its table or mend it",
        ),
        (
            "Mudshire|USA|Oregon",
            "namesakes.tsv line 2: 'Mudshire' is no name in another table; take the line out",
        ),
        (
            "Hillshire|USA||Norland",
            "namesakes.tsv line 2: 'Hillshire' has no sign; name a word of the story that points to it",
        ),
    ],
)
def test_a_broken_namesake_is_told(line: str, message: str) -> None:
    assert problems(line) == [message]


def test_a_users_line_of_the_same_name_and_actor_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "namesakes.tsv").write_text(f"{HEADER}Georgia\tUSA\tPeachville\t\n", encoding="utf-8")
    georgias = [one for one in load_namesakes(tmp_path) if one.name == "Georgia"]
    assert [(one.actor, one.signs) for one in georgias] == [("USA", frozenset({"Peachville"}))]
    assert len(load_namesakes(tmp_path)) == len(load_namesakes())
