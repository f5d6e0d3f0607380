"""Tables: what a line's cells are read as, what the comments say, and how an unfit cell is told."""

from datetime import date

import pytest

from dragoman.codes.tables import Heading, Row, read_heading, read_table
from dragoman.errors import DataError


def row(**cells: str) -> Row:
    (one,) = read_table("\t".join(cells) + "\n" + "\t".join(cells.values()), name="bands.tsv")
    return one


def test_comments_and_empty_lines_are_no_rows_and_count_as_lines() -> None:
    rows = read_table("# bands\n\ncode\tname\n# old\nONE\tFirst\n \t \nTWO\tSecond\n", name="bands.tsv")
    assert [(one["code"], one.where) for one in rows] == [
        ("ONE", "bands.tsv line 5"),
        ("TWO", "bands.tsv line 7"),
    ]


def test_cells_left_out_at_the_end_are_empty() -> None:
    (one,) = read_table("code\tname\tfrom\nONE\n", name="bands.tsv")
    assert (one["code"], one["name"], one.day("from")) == ("ONE", "", None)


def test_spaces_around_a_cell_are_no_part_of_it() -> None:
    (one,) = read_table("code \t name\n ONE\tThe  Band \n", name="bands.tsv")
    assert (one["code"], one["name"]) == ("ONE", "The  Band")


@pytest.mark.parametrize(
    ("cell", "values"),
    [("", ()), ("One", ("One",)), ("One; Two", ("One", "Two")), ("One;;Two; ", ("One", "Two")), (";", ())],
)
def test_a_cell_of_several_values(cell: str, values: tuple[str, ...]) -> None:
    assert row(names=cell, end="x").many("names") == values
    assert row(names=cell, end="x").many("others") == ()


def test_a_column_that_may_be_missing_reads_as_empty() -> None:
    one = row(code="ONE")
    assert (one.get("name"), one.number("cow"), one.day("from")) == ("", None, None)


@pytest.mark.parametrize(("cell", "number"), [("20", 20), ("-1", -1), ("", None)])
def test_a_whole_number(cell: str, number: int | None) -> None:
    assert row(cow=cell, end="x").number("cow") == number


@pytest.mark.parametrize(("cell", "day"), [("2001-02-03", date(2001, 2, 3)), ("", None)])
def test_a_day(cell: str, day: date | None) -> None:
    assert row(start=cell, end="x").day("start") == day


def test_an_unfit_cell_is_told_with_its_place() -> None:
    with pytest.raises(DataError) as raised:
        row(cow="twenty").number("cow")
    assert str(raised.value) == "bands.tsv line 2: cow 'twenty' is no whole number; write one, or nothing"
    with pytest.raises(DataError) as raised:
        row(start="3 May 2001").day("start")
    assert str(raised.value) == "bands.tsv line 2: start '3 May 2001' is no date; write YYYY-MM-DD"
    with pytest.raises(DataError) as raised:
        row(start="x")["name"]
    assert str(raised.value) == "bands.tsv line 2: no column 'name'; name it in the table's header line"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "# only words\n\n",
            "bands.tsv: no header line; the first line that is no comment names the columns",
        ),
        ("code\tname\nA\tB\tC\n", "bands.tsv line 2: 3 cells under 2 columns; use tabs between cells only"),
    ],
)
def test_a_table_that_is_none_is_told(text: str, message: str) -> None:
    with pytest.raises(DataError) as raised:
        read_table(text, name="bands.tsv")
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (
            "# as_of: 2025-06-30\n# sources: two lists: one old, one new\ncode\n",
            Heading(as_of=date(2025, 6, 30), sources="two lists: one old, one new"),
        ),
        ("#as_of:2025-06-30\ncode\n", Heading(as_of=date(2025, 6, 30), sources=None)),
        ("# as_of: 2025-06-30\n# as_of: 1999-01-01\n", Heading(as_of=date(2025, 6, 30), sources=None)),
        ("# as of 2025-06-30\nas_of: 2025-06-30\n", Heading(as_of=None, sources=None)),
        ("", Heading(as_of=None, sources=None)),
    ],
)
def test_the_comments_say_the_day_and_the_sources(text: str, heading: Heading) -> None:
    assert read_heading(text) == heading


def test_a_day_in_the_comments_that_is_none_is_told() -> None:
    with pytest.raises(
        DataError, match=r"as_of 'June 2025' in a table's comments is no date; write YYYY-MM-DD"
    ):
        read_heading("# as_of: June 2025\n")
