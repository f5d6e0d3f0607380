"""Problems that only a folder's tables together show, each with the packaged tables beside it."""

from pathlib import Path

import pytest

from dragoman.codes.actors.problems.tables import find_problems

PEOPLE = "name\taliases\tsurname\tactor\trole\toffice\tfrom\tto\n"
ALONE = "# replaces the packaged table\n"


def problems(folder: Path, name: str, table: str) -> list[str]:
    path = folder / name
    path.write_text(table, encoding="utf-8")
    return [problem.replace(f"{path} ", "") for problem in find_problems(folder)]


@pytest.mark.parametrize(
    ("name", "table", "found"),
    [
        (
            "groups.tsv",
            "code\tstate\trole\tname\nNATO\tNOR\tREB\tNorth Bergen Band\n",
            ["line 2: code 'NATO' is an organisation's too; choose another"],
        ),
        (
            "groups.tsv",
            "code\tstate\trole\tname\nBAND\tNOR\tREB\tNorway\n",
            ["groups.tsv and states.tsv: 'Norway' means BAND and NOR on one day; keep one or date them"],
        ),
        (
            "media.tsv",
            "name\tstate\nThe Fjord Post of Nowhere\tXYZ\n",
            ["line 2: code 'XYZ' is in no table; add it to its table or mend it"],
        ),
        (
            "classes.tsv",
            "code\tphrases\nFJORDS\tland of fjords\n",
            ["line 2: class code 'FJORDS' has no '*' before it; write '*FJORDS'"],
        ),
        (
            "namesakes.tsv",
            "name\tactor\tsigns\tagainst\nNorway\tXYZ\tMaine\t\n",
            ["line 2: code 'XYZ' is in no table; add it to its table or mend it"],
        ),
        (
            "organs.tsv",
            "name\tstate\trole\nFjord Guard of Nowhere\tNOR\tBOSS\n",
            ["line 2: role 'BOSS' is no PLOVER sector"],
        ),
        (
            "officials.tsv",
            f"{PEOPLE}Ada Nowhere\t\tNowhere\tSUN\tGOV\tenvoy\t1990-01-01\t1999-01-01\n",
            ["line 2: end 1999-01-01 is after 1991-12-25, the last day of SUN; mend one"],
        ),
    ],
)
def test_a_line_that_contradicts_the_packaged_ones_is_told(
    tmp_path: Path, name: str, table: str, found: list[str]
) -> None:
    told = problems(tmp_path, name, table)
    assert [line[: len(one)] for line, one in zip(told, found, strict=True)] == found


@pytest.mark.parametrize(
    ("head", "asked"),
    [
        ("", []),
        ("# as_of: 2025-01-01\n", ["groups.tsv: no comment line '# sources: ...' at its head; say it there"]),
        ("# as_of: 2025-01-01\n# sources: the club's papers\n", []),
    ],
)
def test_a_table_with_a_day_says_its_sources(tmp_path: Path, head: str, asked: list[str]) -> None:
    line = "code\tstate\trole\tname\nBAND\tNOR\tREB\tNorth Bergen Band\n"
    assert problems(tmp_path, "groups.tsv", head + line) == asked


def test_a_folder_that_stands_alone_is_checked_against_the_others(tmp_path: Path) -> None:
    told = problems(tmp_path, "organisations.tsv", f"{ALONE}code\tname\nNATO\tNATO\n")
    assert any(line.startswith("members.tsv") and "code 'EU' is in no table" in line for line in told)


def test_one_file_is_checked_as_a_folder_of_it_is(tmp_path: Path) -> None:
    table = "name\tstate\nThe Fjord Post of Nowhere\tXYZ\n"
    (in_folder,) = problems(tmp_path, "media.tsv", table)
    path = tmp_path / "media.tsv"
    assert [line.replace(f"{path} ", "") for line in find_problems(path)] == [in_folder]
