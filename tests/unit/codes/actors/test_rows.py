"""A user's own tables: which packaged lines they take the place of, and how a broken one is told."""

from pathlib import Path

import pytest

from dragoman.codes.actors.bodies.groups import load_groups
from dragoman.codes.actors.rows import (
    TABLES,
    TableKind,
    check_folder,
    check_table,
    load_actor_heading,
    load_actor_rows,
    merge_rows,
)
from dragoman.codes.tables import Row, read_table
from dragoman.errors import DataError

GROUPS = "code\tkind\tstate\trole\tname\n"
BLUE = "BLUEFRONT\tarmed\tSYR\tREB\tBlue Front of Bergen\n"
ALONE = "# replaces the packaged table\n"
TALIBAN = "TALIBAN\tarmed\tAFG\tREB\tThe Renamed Taliban\n"


def groups_of(folder: Path) -> dict[str, str]:
    return {row["code"]: row["name"] for row in load_actor_rows("groups", folder=folder)}


def put(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("".join(lines), encoding="utf-8")
    return path


def codes(rows: tuple[Row, ...], column: str) -> list[str]:
    return [row[column] for row in rows]


def test_every_table_is_packaged_with_the_columns_of_its_key() -> None:
    for name, kind in TABLES.items():
        rows = load_actor_rows(name)
        assert rows, name
        for column in kind.key:
            assert rows[0][column], name


def test_a_line_takes_the_place_of_the_packaged_line_of_its_key(tmp_path: Path) -> None:
    put(tmp_path, "groups.tsv", GROUPS, TALIBAN)
    packaged, altered = load_actor_rows("groups"), load_actor_rows("groups", folder=tmp_path)
    assert codes(altered, "code") == codes(packaged, "code")
    renamed = [row["name"] for row in altered if row["code"] == "TALIBAN"]
    assert renamed == ["The Renamed Taliban"]


def test_a_line_of_a_new_key_is_added_at_the_end(tmp_path: Path) -> None:
    put(tmp_path, "groups.tsv", GROUPS, BLUE)
    packaged, altered = load_actor_rows("groups"), load_actor_rows("groups", folder=tmp_path)
    assert codes(altered, "code") == [*codes(packaged, "code"), "BLUEFRONT"]
    assert altered[0].where == "groups.tsv line " + packaged[0].where.rsplit(maxsplit=1)[1]
    assert altered[-1].where == f"{tmp_path / 'groups.tsv'} line 2"


@pytest.mark.parametrize(
    "comment",
    [
        "# replaces the packaged table\n",
        "#Replaces the packaged table \n",
        "## REPLACES THE PACKAGED TABLE\n",
    ],
)
def test_a_table_that_says_so_stands_alone(tmp_path: Path, comment: str) -> None:
    put(tmp_path, "groups.tsv", comment, GROUPS, BLUE)
    assert groups_of(tmp_path) == {"BLUEFRONT": "Blue Front of Bergen"}


@pytest.mark.parametrize(
    "line", ["# it replaces the packaged table\n", "# replaces a packaged table\n", "# replaces\n"]
)
def test_another_comment_replaces_nothing(tmp_path: Path, line: str) -> None:
    put(tmp_path, "groups.tsv", line, GROUPS, BLUE)
    assert "TALIBAN" in groups_of(tmp_path)


def test_the_lines_of_a_key_that_has_many_are_replaced_together(tmp_path: Path) -> None:
    put(tmp_path, "capitals.tsv", "state\tcapital\nYEM\tTaizz\nYEM\tMarib\n")
    packaged, altered = load_actor_rows("capitals"), load_actor_rows("capitals", folder=tmp_path)
    assert len([row for row in packaged if row["state"] == "YEM"]) > 1
    assert [row["capital"] for row in altered if row["state"] == "YEM"] == ["Taizz", "Marib"]
    others = [row["capital"] for row in packaged if row["state"] != "YEM"]
    assert [row["capital"] for row in altered if row["state"] != "YEM"] == others


def test_a_table_with_one_line_a_key_refuses_a_second(tmp_path: Path) -> None:
    path = put(tmp_path, "groups.tsv", GROUPS, BLUE, BLUE)
    message = f"{path} line 3: 'BLUEFRONT' stands already on {path} line 2; keep one"
    with pytest.raises(DataError) as raised:
        load_actor_rows("groups", folder=tmp_path)
    assert str(raised.value) == message


def test_a_key_of_several_columns_needs_them_all(tmp_path: Path) -> None:
    kind = TableKind("bodies", ("state", "name"))
    packaged = read_table("state\tname\nNOR\tGuard\nSWE\tGuard\n", name="organs.tsv")
    own = read_table("state\tname\trole\nSWE\tGuard\tMIL\nSWE\tWatch\tCOP\n", name="own.tsv")
    merged = merge_rows(packaged, own, kind=kind)
    assert [(row["state"], row["name"], row.get("role")) for row in merged] == [
        ("NOR", "Guard", ""),
        ("SWE", "Guard", "MIL"),
        ("SWE", "Watch", "COP"),
    ]


def test_a_folder_without_the_table_alters_nothing(tmp_path: Path) -> None:
    put(tmp_path, "groups.tsv", GROUPS, BLUE)
    assert codes(load_actor_rows("media", folder=tmp_path), "name") == codes(load_actor_rows("media"), "name")


def test_one_file_alters_the_table_of_its_name_alone(tmp_path: Path) -> None:
    path = put(tmp_path, "groups.tsv", GROUPS, BLUE)
    assert "BLUEFRONT" in groups_of(path)
    assert codes(load_actor_rows("media", folder=path), "name") == codes(load_actor_rows("media"), "name")


def test_columns_that_may_be_empty_may_be_left_out(tmp_path: Path) -> None:
    put(tmp_path, "groups.tsv", ALONE, "code\tstate\trole\tname\nBAND\t\tREB\tThe Band\n")
    (group,) = load_groups(tmp_path)
    assert group.code == "BAND"
    assert {group.state, group.kind, group.founded, group.wikidata} == {None}
    assert group.names == ("The Band",)


def test_a_column_that_must_be_there_is_asked_for(tmp_path: Path) -> None:
    path = put(tmp_path, "groups.tsv", ALONE, "code\tstate\tname\nBAND\tNOR\tThe Band\n")
    with pytest.raises(DataError) as raised:
        load_groups(tmp_path)
    assert str(raised.value) == f"{path} line 3: no column 'role'; name it in the table's header line"


def test_the_column_of_the_key_is_asked_for(tmp_path: Path) -> None:
    path = put(tmp_path, "groups.tsv", "state\tname\nNOR\tThe Band\n")
    with pytest.raises(DataError, match="line 2: no column 'code'; name it in the table's header line"):
        load_actor_rows("groups", folder=path)


def test_bytes_that_are_no_utf8_are_told_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "groups.tsv"
    path.write_bytes(b"code\tname\nBAND\tB\xe4nd\n")
    with pytest.raises(DataError) as raised:
        load_actor_rows("groups", folder=tmp_path)
    assert str(raised.value) == f"{path}: no UTF-8 (byte 16); save the table as UTF-8"


def test_a_byte_order_mark_is_no_part_of_the_header(tmp_path: Path) -> None:
    (tmp_path / "groups.tsv").write_bytes(b"\xef\xbb\xbf" + (GROUPS + BLUE).encode())
    assert "BLUEFRONT" in groups_of(tmp_path)


def test_a_table_that_is_a_folder_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "groups.tsv").mkdir()
    with pytest.raises(DataError, match=r"groups\.tsv: .*; give a table that can be read"):
        load_actor_rows("groups", folder=tmp_path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "groups.tsv"
    with pytest.raises(DataError, match=r"groups\.tsv: No such file or directory; give a table"):
        load_actor_rows("groups", folder=path)


def test_a_folder_names_its_tables_in_the_order_of_the_packaged_ones(tmp_path: Path) -> None:
    for name in ("media.tsv", "groups.tsv", "states.tsv", "notes.txt"):
        put(tmp_path, name, GROUPS)
    assert check_folder(tmp_path) == ("states", "groups", "media")


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no: no such folder; name one that holds actor tables"):
        check_folder(tmp_path / "no")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    path = put(tmp_path, "groups.tsv", GROUPS, BLUE)
    with pytest.raises(DataError, match="no such folder"):
        check_folder(path)


def test_a_folder_without_a_table_is_told(tmp_path: Path) -> None:
    put(tmp_path, "groups.txt", GROUPS)
    with pytest.raises(DataError, match="no actor table in it; put one there under its packaged name"):
        check_folder(tmp_path)


def test_a_table_of_an_unknown_name_is_told(tmp_path: Path) -> None:
    path = put(tmp_path, "bands.tsv", GROUPS, BLUE)
    message = f"{path}: no actor table has this name; choose among states, capitals, "
    for check in (lambda: check_folder(tmp_path), lambda: check_table(path)):
        with pytest.raises(DataError) as raised:
            check()
        assert str(raised.value).startswith(message)


def test_the_day_of_a_table_is_the_users_where_he_gives_one(tmp_path: Path) -> None:
    packaged = load_actor_heading("groups")
    put(tmp_path, "groups.tsv", GROUPS, BLUE)
    assert load_actor_heading("groups", folder=tmp_path) == packaged
    put(tmp_path, "groups.tsv", "# as_of: 2031-02-03\n# sources: the club's papers\n", GROUPS, BLUE)
    own = load_actor_heading("groups", folder=tmp_path)
    assert (str(own.as_of), own.sources) == ("2031-02-03", "the club's papers")
    assert load_actor_heading("media", folder=tmp_path) == load_actor_heading("media")
