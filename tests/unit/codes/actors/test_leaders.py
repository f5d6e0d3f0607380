"""People: surnames and the mark of those that need the full name, the days of an office, offices of one."""

from datetime import date

import pytest

from dragoman.codes.actors.forms import leader_forms
from dragoman.codes.actors.people.leaders import load_leaders, read_leaders
from dragoman.codes.actors.people.offices import load_offices, read_offices
from dragoman.codes.tables import read_table

HEADER = "name\taliases\tsurname\tactor\trole\toffice\tfrom\tto\twikidata\n"


@pytest.mark.parametrize(
    ("surname", "surnames", "needs_full"),
    [
        ("Berg", ("Berg",), False),
        ("Berg!", ("Berg",), True),
        ("Bergström; Bergstroem", ("Bergström", "Bergstroem"), False),
        ("Bergström; Bergstroem!", ("Bergström", "Bergstroem"), True),
        ("", (), False),
    ],
)
def test_a_mark_after_the_surnames_is_of_all_of_them(
    surname: str, surnames: tuple[str, ...], needs_full: bool
) -> None:
    line = f"Ada Berg\tA. Berg\t{surname}\tNRL\tGOV\tking\t2001-02-03\t\tQ7"
    (one,) = read_leaders(read_table(HEADER + line, name="leaders.tsv"))
    assert (one.surnames, one.needs_full) == (surnames, needs_full)
    assert one.names == ("Ada Berg", "A. Berg")
    assert (one.start, one.end, one.wikidata) == (date(2001, 2, 3), None, "Q7")


@pytest.mark.parametrize(
    ("surname", "needs_full"), [("Berg", False), ("Lie", True), ("Xi", True), ("Berg!", True)]
)
def test_a_short_surname_needs_the_full_name_too(surname: str, needs_full: bool) -> None:
    line = f"Ada Berg\t\t{surname}\tNRL\tGOV\tking"
    forms = list(leader_forms(read_leaders(read_table(HEADER + line, name="leaders.tsv"))))
    assert [(form.text, form.source, form.needs_full) for form in forms] == [
        ("Ada Berg", "leaders", False),
        (surname.removesuffix("!"), "surname", needs_full),
    ]
    assert {form.office for form in forms} == {"king"}


def test_the_people_of_all_tables_are_loaded() -> None:
    tables = {leader.where.split(".tsv")[0] for leader in load_leaders()}
    assert tables == {"leaders", "ministers", "officials"}


def test_an_office_is_of_one_holder_where_its_line_says_so() -> None:
    offices = read_offices(read_table("office\tholders\nking\tone\nenvoy\tmany\n", name="offices.tsv"))
    assert [(one.office, one.single) for one in offices] == [("king", True), ("envoy", False)]
    single = {one.office for one in load_offices() if one.single}
    assert "president" in single
    assert "spokesman" not in single
