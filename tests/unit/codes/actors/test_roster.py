"""The roster: everyone in the tables by kind, country and day."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.codes.actors.directory import ActorDirectory, load_directory
from dragoman.codes.actors.roster import KINDS, Entry, list_entries

OWN = {
    "states": "code\tname\tadjectives\tpeople\tseats\tdescriptions\tstatus\towner\tstart\tend\twikidata\n"
    "NRL\tNorland\t\t\t\t\t\t\t\t\tQ7\n"
    "ISL\tNorland Islands\t\t\t\t\tterritory\tNRL\n"
    "OLD\tOldland\t\t\t\t\t\t\t\t1990-12-31\n",
    "capitals": "state\tcapital\tfrom\tto\nNRL\tBergby\t1980-01-01\t\nOLD\tGammelby\n",
    "regions": "name\tstate\tkind\nHillshire\tNRL\tprovince\n"
    "Port Berg\tNRL\tcity\nSea of Norland\t\tfeature\n",
    "namesakes": "name\tactor\tsigns\tagainst\n",
    "organisations": "code\tkind\trole\tname\tmetonyms\tfounded\tended\n"
    "LAKECLUB\tigo\t\tLake Club\t\t1985-01-01\t\nHILLCOURT\tcourt\tJUD\tHill Court\n",
    "members": "organisation\tfrom\tto\tmembers\n"
    "LAKECLUB\t1985-01-01\t1999-12-31\tNRL;OLD\nHILLCOURT\t\t\tOLD\n",
    "groups": "code\tkind\tstate\trole\tname\tfounded\tended\n"
    "BAND\tarmed\tNRL\tREB\tThe Band\t1990-01-01\t1995-01-01\nFLOCK\t\t\tREL\tThe Flock\n",
    "organs": "name\tstate\trole\nHill Guard\tNRL\tMIL\n",
    "media": "name\tstate\nThe Hill Post\tNRL\n",
    "leaders": "name\tsurname\tactor\trole\toffice\tfrom\tto\n"
    "Ada Berg\tBerg\tNRL\tGOV\tpremier\t1991-01-01\t1992-01-01\nBo Lie\tLie\tBAND\tREB\tcommander\n",
    "ministers": "name\tsurname\tactor\trole\toffice\tfrom\tto\n",
    "officials": "name\tsurname\tactor\trole\toffice\tfrom\tto\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own")
    for name, table in OWN.items():
        (path / f"{name}.tsv").write_text(f"# replaces the packaged table\n{table}", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def directory(folder: Path) -> ActorDirectory:
    return load_directory(folder)


def names(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.name for entry in entries]


def test_all_are_listed_but_features(directory: ActorDirectory) -> None:
    assert names(list_entries(directory)) == [
        "Norland",
        "Norland Islands",
        "Oldland",
        "Bergby",
        "Gammelby",
        "Hillshire",
        "Port Berg",
        "Lake Club",
        "Hill Court",
        "The Band",
        "The Flock",
        "Hill Guard",
        "The Hill Post",
        "Ada Berg",
        "Bo Lie",
    ]


@pytest.mark.parametrize(
    ("kind", "listed"),
    [
        ("state", ["Norland", "Norland Islands", "Oldland"]),
        ("territory", ["Norland Islands"]),
        ("contested", []),
        ("capital", ["Bergby", "Gammelby"]),
        ("region", ["Hillshire", "Port Berg"]),
        ("city", ["Port Berg"]),
        ("organisation", ["Lake Club", "Hill Court"]),
        ("court", ["Hill Court"]),
        ("group", ["The Band", "The Flock"]),
        ("armed", ["The Band"]),
        ("organ", ["Hill Guard"]),
        ("media", ["The Hill Post"]),
        ("leader", ["Ada Berg", "Bo Lie"]),
    ],
)
def test_a_kind_is_a_table_or_a_kind_within_it(
    directory: ActorDirectory, kind: str, listed: list[str]
) -> None:
    assert kind in KINDS
    assert names(list_entries(directory, kind=kind)) == listed


def test_kinds_are_named_once() -> None:
    assert len(KINDS) == len(set(KINDS))
    assert "feature" not in KINDS


@pytest.mark.parametrize(
    ("country", "day", "kind", "listed"),
    [
        ("NRL", None, "state", ["Norland", "Norland Islands"]),
        ("NRL", None, "organisation", ["Lake Club"]),
        ("NRL", date(1999, 12, 31), "organisation", ["Lake Club"]),
        ("NRL", date(2000, 1, 1), "organisation", []),
        ("OLD", None, "organisation", ["Lake Club", "Hill Court"]),
        ("OLD", date(1984, 12, 31), "organisation", ["Hill Court"]),
        ("ISL", None, None, []),
        ("NRL", None, "group", ["The Band"]),
        ("NRL", date(1995, 1, 2), "group", []),
        ("NRL", None, "leader", ["Ada Berg"]),
        ("BAND", None, None, ["Bo Lie"]),
        ("NRL", None, "media", ["The Hill Post"]),
    ],
)
def test_what_is_a_countrys(
    directory: ActorDirectory,
    folder: Path,
    country: str,
    day: date | None,
    kind: str | None,
    listed: list[str],
) -> None:
    found = list_entries(directory, kind=kind, country=country, on=day, folder=folder)
    assert names(found) == listed


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (date(1979, 12, 31), {"Oldland"}),
        (date(1980, 1, 1), {"Oldland", "Bergby"}),
        (date(1990, 12, 31), {"Oldland", "Bergby", "Lake Club", "The Band"}),
        (date(1991, 1, 1), {"Bergby", "Lake Club", "The Band", "Ada Berg"}),
        (date(1992, 1, 2), {"Bergby", "Lake Club", "The Band"}),
    ],
)
def test_an_entry_counts_on_its_days(directory: ActorDirectory, day: date, there: set[str]) -> None:
    dated = {"Oldland", "Bergby", "Lake Club", "The Band", "Ada Berg"}
    assert dated & set(names(list_entries(directory, on=day))) == there


def test_an_entry_says_what_its_line_says(directory: ActorDirectory) -> None:
    by_name = {entry.name: entry for entry in list_entries(directory)}
    assert (by_name["Norland"].table, by_name["Norland"].kind, by_name["Norland"].wikidata) == (
        "state",
        "state",
        "Q7",
    )
    assert by_name["Norland Islands"].country == "NRL"
    assert by_name["Hill Court"].country is None
    assert (by_name["The Flock"].kind, by_name["The Flock"].country) == ("group", None)
    assert (by_name["Ada Berg"].kind, by_name["Ada Berg"].role) == ("premier", "GOV")
    assert (by_name["The Hill Post"].code, by_name["The Hill Post"].role) == ("NRL", "JRN")
