"""Lookup: who a name is on a day and why, in any spelling, and what is offered for a name that is none."""

import dataclasses
from datetime import date

import pytest

from dragoman.codes.actors.directory import ActorDirectory, load_directory
from dragoman.codes.actors.lookup import ActorLookup
from dragoman.codes.actors.people.leaders import read_leaders
from dragoman.codes.actors.places.states import read_states
from dragoman.codes.tables import read_table

STATES = (
    "code\tname\tnames\tadjectives\tpeople\tseats\tdescriptions\ttags\tstart\tend\n"
    "NRL\tNörland-on-Sea\tOld Norland\tNorlandic\tNorlanders\tRed House=GOV\n"
    "SUD\tSudria\t\t\tSudrians\n"
)
LEADERS = (
    "name\taliases\tsurname\tactor\trole\toffice\tfrom\tto\n"
    "Ada Bergström\t\tBergström\tNRL\tGOV\tpremier\t2001-02-03\t2004-05-06\n"
    "Ada Bergström\t\tBergström\tNRL\tGOV\tking\t2010-01-01\t\n"
    "Bo May\t\tMay!\tSUD\tMIL\tgeneral\t\t2004-05-06\n"
)


@pytest.fixture(scope="module")
def directory() -> ActorDirectory:
    empty = dict.fromkeys((field.name for field in dataclasses.fields(ActorDirectory)), ())
    values = empty | {
        "states": read_states(read_table(STATES, name="states.tsv")),
        "leaders": read_leaders(read_table(LEADERS, name="leaders.tsv")),
        "sectors": load_directory().sectors,
    }
    return ActorDirectory(**values)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def lookup(directory: ActorDirectory) -> ActorLookup:
    return ActorLookup(directory)


@pytest.mark.parametrize(
    ("name", "actors"),
    [
        ("Nörland-on-Sea", ["NRL"]),
        ("norland on sea", ["NRL"]),
        ("NORLAND-ON-SEA", ["NRL"]),
        ("the Red House", ["NRL:GOV"]),
        ("Red  House", ["NRL:GOV"]),
        ("Norlanders", ["NRL"]),
        ("A. Bergstrom", []),
        ("Ada Bergstrom", ["NRL:GOV", "NRL:GOV"]),
        ("Ada Bergstrom's", []),
        ("the", []),
        ("Red Mouse", []),
        ("", []),
    ],
)
def test_a_name_is_found_in_any_spelling(lookup: ActorLookup, name: str, actors: list[str]) -> None:
    assert [finding.actor for finding in lookup.find(name)] == actors


@pytest.mark.parametrize(
    ("name", "key"), [("N'Djamena", "Ndjamena"), ("U.S.", "US"), ("Ta’izz", "Taizz"), ("Ta‘izz", "Taizz")]
)
def test_apostrophes_and_dots_make_no_difference(name: str, key: str) -> None:
    assert ActorLookup(one_state(name)).find(key)
    assert ActorLookup(one_state(key)).find(name)


def one_state(name: str) -> ActorDirectory:
    empty = dict.fromkeys((field.name for field in dataclasses.fields(ActorDirectory)), ())
    table = f"code\tname\nONE\t{name}\n"
    return ActorDirectory(**(empty | {"states": read_states(read_table(table, name="t"))}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2001, 2, 2), [False, False]),
        (date(2001, 2, 3), [True, False]),
        (date(2004, 5, 6), [True, False]),
        (date(2004, 5, 7), [False, False]),
        (date(2010, 1, 1), [True, False]),
        (None, [True, True]),
    ],
)
def test_an_office_holds_on_its_days_both_ends_included(
    lookup: ActorLookup, day: date | None, holds: list[bool]
) -> None:
    assert [finding.holds for finding in lookup.find("Ada Bergström", on=day)] == holds


def test_what_holds_on_the_day_comes_first(lookup: ActorLookup) -> None:
    early, late = date(2002, 1, 1), date(2020, 1, 1)
    assert [one.form.office for one in lookup.find("Ada Bergström", on=early)] == ["premier", "king"]
    assert [one.form.office for one in lookup.find("Ada Bergström", on=late)] == ["king", "premier"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Nörland-on-Sea", "name, states.tsv"),
        ("Old Norland", "name of Nörland-on-Sea, states.tsv"),
        ("Norlandic", "demonym of Nörland-on-Sea, states.tsv"),
        ("Red House", "metonym of Nörland-on-Sea, states.tsv"),
        ("Ada Bergström", "Ada Bergström, premier of NRL, 2001-02-03 to 2004-05-06"),
        ("Bergström", "Ada Bergström, premier of NRL, 2001-02-03 to 2004-05-06, surname alone"),
        ("Bo May", "Bo May, general of SUD, ... to 2004-05-06"),
        ("May", "Bo May, general of SUD, ... to 2004-05-06, surname alone, after the full name or a title"),
    ],
)
def test_the_reason_says_which_line_and_which_days(lookup: ActorLookup, name: str, reason: str) -> None:
    assert lookup.find(name)[0].reason() == reason


def test_an_open_end_is_today(lookup: ActorLookup) -> None:
    king = lookup.find("Ada Bergström", on=date(2020, 1, 1))[0]
    assert king.reason() == "Ada Bergström, king of NRL, 2010-01-01 to today"


@pytest.mark.parametrize(
    ("name", "similar"),
    [
        ("Ada Bergstrum", ("Ada Bergström",)),
        ("Sudrian", ("Sudrians", "Sudria")),
        ("Norlander", ("Norlanders",)),
        ("Xylophone", ()),
    ],
)
def test_names_spelt_alike_are_offered(lookup: ActorLookup, name: str, similar: tuple[str, ...]) -> None:
    assert lookup.similar(name) == similar


def test_the_packaged_names_are_found_by_day() -> None:
    lookup = ActorLookup(load_directory())
    assert [one.actor for one in lookup.find("bashar al assad", on=date(2017, 10, 29)) if one.holds] == [
        "SYR:GOV"
    ]
    assert not any(one.holds for one in lookup.find("Bashar al-Assad", on=date(2025, 10, 29)))
    assert {one.actor for one in lookup.find("Moscow", on=date(1985, 5, 1)) if one.holds} == {"SUN"}
