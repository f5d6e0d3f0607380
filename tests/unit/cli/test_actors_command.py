"""``dragoman actors``: who a name is on a day, who is in the tables, what is wrong with a table."""

import json
import sys
import types
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dragoman.records import ActorRef
from dragoman.settings import Settings

Run = Callable[..., tuple[int, str, str]]
GROUPS = "code\tkind\tstate\trole\tname\taliases\tfounded\tended\n"
BLUE = "BLUEFRONT\tarmed\tNOR\tREB\tBlue Front of Bergen\tBFB\t2024-01-01\n"
ASKED = tuple[str, date | None, Path | None]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "groups.tsv").write_text(GROUPS + BLUE, encoding="utf-8")
    return folder


@pytest.fixture
def phrases(monkeypatch: pytest.MonkeyPatch) -> list[ASKED]:
    """Put a reader without a model in the pipeline's place, which knows two phrases; return what is asked."""
    asked: list[ASKED] = []
    known = {
        "the Norlandic minister": (ActorRef(actor="NOR", role="GOV"),),
        "two camps": (ActorRef(actor="NOR"), ActorRef(actor="SWE", role="MIL")),
    }

    def load_reader(settings: Settings) -> types.SimpleNamespace:
        def resolve(phrase: str, *, published_on: date | None = None) -> list[tuple[ActorRef, str]]:
            asked.append((phrase, published_on, settings.actors))
            return [(ref, phrase) for ref in known.get(phrase, ())]

        return types.SimpleNamespace(resolve=resolve)

    module = types.ModuleType("dragoman.pipeline")
    module.load_reader = load_reader  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dragoman.pipeline", module)
    return asked


def lines(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_name_is_told_with_its_reason(dragoman: Run, phrases: list[ASKED]) -> None:
    status, out, err = dragoman("actors", "find", "Bashar al-Assad", "--on", "2017-10-29")
    assert (status, err) == (0, "")
    header, row = out.splitlines()
    assert header.split() == ["actor", "holds", "why"]
    assert row == "SYR:GOV  yes    Bashar al-Assad, president of SYR, 2000-07-17 to 2024-12-08"
    assert phrases == []


def test_what_does_not_hold_on_the_day_is_said(dragoman: Run) -> None:
    status, out, _ = dragoman("actors", "find", "bashar al assad", "--on", "29 October 2025")
    assert status == 0
    assert out.splitlines()[1].startswith("SYR:GOV  not then  Bashar al-Assad")


def test_json_has_one_object_a_meaning(dragoman: Run) -> None:
    status, out, _ = dragoman("actors", "find", "Moscow", "--on", "1985-05-01", "--json")
    assert status == 0
    assert [(row["actor"], row["holds"]) for row in lines(out)] == [("SUN", True), ("RUS", False)]


def test_without_a_day_every_meaning_holds(dragoman: Run) -> None:
    _, out, _ = dragoman("actors", "find", "Moscow", "--json")
    assert {row["actor"]: row["holds"] for row in lines(out)} == {"SUN": True, "RUS": True}


def test_letters_are_written_as_they_are(dragoman: Run, own: Path) -> None:
    renamed = BLUE.replace("Blue Front of Bergen", "Blå Front of Bergen")
    (own / "groups.tsv").write_text(GROUPS + renamed, encoding="utf-8")
    _, out, _ = dragoman("actors", "find", "BFB", "--actors", str(own), "--json")
    assert out.endswith('"why": "name of Blå Front of Bergen, groups.tsv"}\n')


def test_a_name_in_no_table_is_answered_with_names_spelt_alike(dragoman: Run, phrases: list[ASKED]) -> None:
    status, out, err = dragoman("actors", "find", "Basher al-Asad")
    assert (status, out) == (1, "")
    assert err.startswith("dragoman: 'Basher al-Asad' is in no table; spelt like Bashar al-Assad")
    assert phrases == [("Basher al-Asad", None, None)]


@pytest.mark.usefixtures("phrases")
def test_a_name_like_no_other_is_answered_with_the_way_to_add_it(dragoman: Run) -> None:
    status, out, err = dragoman("actors", "find", "Zzzqq", "--json")
    assert (status, out) == (1, "")
    assert err == "dragoman: 'Zzzqq' is in no table; add a line to a table of your own (--actors)\n"


def test_a_phrase_is_read_as_a_storys_would_be(dragoman: Run, phrases: list[ASKED], own: Path) -> None:
    status, out, err = dragoman(
        "actors", "find", "the Norlandic minister", "--on", "2001-02-03", "--actors", str(own)
    )
    assert (status, err) == (0, "")
    assert out.splitlines()[1] == "NOR:GOV  yes    read as a phrase, by 'the Norlandic minister'"
    assert phrases == [("the Norlandic minister", date(2001, 2, 3), own)]


@pytest.mark.usefixtures("phrases")
def test_a_phrase_can_mean_several(dragoman: Run) -> None:
    _, out, _ = dragoman("actors", "find", "two camps", "--json")
    assert [row["actor"] for row in lines(out)] == ["NOR", "SWE:MIL"]


def test_a_phrase_is_read_with_the_real_parser(dragoman: Run) -> None:
    status, out, _ = dragoman("actors", "find", "the Peruvian foreign minister", "--json")
    assert status == 0
    assert [row["actor"] for row in lines(out)] == ["PER:GOV"]


def test_a_day_that_is_none_is_told(dragoman: Run) -> None:
    status, out, err = dragoman("actors", "find", "Peru", "--on", "someday")
    assert (status, out) == (1, "")
    assert err.startswith("dragoman: --on: the date 'someday' is not understood; write it like 2017-10-29")
    assert err.count("\n") == 1


def test_a_folder_of_ones_own_is_looked_up_too(dragoman: Run, own: Path) -> None:
    status, out, _ = dragoman("actors", "find", "BFB", "--actors", str(own))
    assert status == 0
    assert out.splitlines()[1] == "BLUEFRONT  yes    name of Blue Front of Bergen, groups.tsv"


@pytest.mark.usefixtures("phrases")
def test_what_only_ones_own_folder_holds_is_not_found_without_it(dragoman: Run) -> None:
    status, _, _ = dragoman("actors", "find", "BFB")
    assert status == 1


@pytest.mark.parametrize("command", [("find", "Peru"), ("list", "--kind", "armed")])
def test_a_folder_that_is_none_is_told(dragoman: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    status, out, err = dragoman("actors", *command, "--actors", str(tmp_path / "no"))
    assert (status, out) == (1, "")
    assert "no such folder; name one that holds actor tables" in err


def test_a_kind_is_listed(dragoman: Run) -> None:
    status, out, err = dragoman("actors", "list", "--kind", "contested", "--on", "1970-01-01")
    assert (status, err) == (0, "")
    header, *rows = out.splitlines()
    assert header.split() == ["code", "role", "kind", "country", "name", "from", "to", "wikidata"]
    codes = {row.split()[0] for row in rows}
    assert codes >= {"RHO", "TWN"}
    assert "KOS" not in codes


def test_a_list_as_json_keeps_what_is_not_known_empty(dragoman: Run) -> None:
    _, out, _ = dragoman("actors", "list", "--kind", "contested", "--json")
    rhodesia = next(row for row in lines(out) if row["code"] == "RHO")
    assert (rhodesia["role"], rhodesia["from"], rhodesia["to"]) == (None, "1965-11-11", "1980-04-17")
    assert next(row for row in lines(out) if row["code"] == "PSE")["from"] is None


def test_a_country_and_a_day_narrow_the_list(dragoman: Run) -> None:
    def members(day: str) -> set[object]:
        wanted = ("--kind", "organisation", "--country", "SWE", "--on", day, "--json")
        return {row["code"] for row in lines(dragoman("actors", "list", *wanted)[1])}

    assert "NATO" not in members("2020-01-01")
    assert "NATO" in members("2025-01-01")
    assert "EU" in members("2020-01-01")


def test_a_list_counts_ones_own_lines(dragoman: Run, own: Path) -> None:
    wanted = ("--kind", "armed", "--country", "NOR", "--json")
    _, packaged, _ = dragoman("actors", "list", *wanted)
    _, altered, _ = dragoman("actors", "list", *wanted, "--actors", str(own))
    codes = [row["code"] for row in lines(packaged)]
    assert [row["code"] for row in lines(altered)] == [*codes, "BLUEFRONT"]


def test_an_unknown_kind_is_wrong_usage(dragoman: Run) -> None:
    status, out, err = dragoman("actors", "list", "--kind", "band")
    assert (status, out) == (2, "")
    assert err.startswith("dragoman: --kind 'band' is unknown; choose among state, capital, region")
    assert err.endswith("see dragoman actors list --help\n")


def test_a_sound_table_has_nothing_to_mend(dragoman: Run, own: Path) -> None:
    assert dragoman("actors", "check", str(own / "groups.tsv")) == (0, "groups.tsv: nothing to mend\n", "")


def test_a_folder_is_checked_whole(dragoman: Run, own: Path) -> None:
    (own / "media.tsv").write_text("name\tstate\nThe Fjord Post of Nowhere\tNOR\n", encoding="utf-8")
    status, out, _ = dragoman("actors", "check", str(own))
    assert (status, out) == (0, "groups.tsv, media.tsv: nothing to mend\n")


def test_every_problem_is_a_line(dragoman: Run, own: Path) -> None:
    path = own / "groups.tsv"
    broken = "REDFRONT\tarmed\tXYZ\tBOSS\tRed Front of Bergen\t\t2024-01-01\t2023-01-01\n"
    path.write_text(GROUPS + broken, encoding="utf-8")
    status, out, err = dragoman("actors", "check", str(path))
    assert status == 1
    assert [line.split(": ", 1)[1].split(";")[0].split(" is")[0] for line in out.splitlines()] == [
        "role 'BOSS'",
        "end 2023-01-01",
        "code 'XYZ'",
    ]
    assert all(line.startswith(f"{path} line 2: ") for line in out.splitlines())
    assert err == "dragoman: 3 to mend in groups.tsv\n"


@pytest.mark.parametrize(
    ("name", "table", "message"),
    [
        ("bands.tsv", GROUPS, "no actor table has this name; choose among states"),
        ("groups.tsv", "", "no header line; the first line that is no comment names the columns"),
        ("groups.tsv", "state\tname\nNOR\tBand\n", "line 2: no column 'code'"),
        ("groups.tsv", GROUPS + BLUE.replace("2024-01-01", "soon"), "line 2: founded 'soon' is no date"),
        ("groups.tsv", GROUPS + BLUE.rstrip("\n") + "\t\t\t\n", "line 2: 10 cells under 8 columns"),
    ],
)
def test_a_table_that_is_none_is_one_line(
    dragoman: Run, tmp_path: Path, name: str, table: str, message: str
) -> None:
    path = tmp_path / name
    path.write_text(table, encoding="utf-8")
    status, out, err = dragoman("actors", "check", str(path))
    assert (status, out) == (1, "")
    assert message in err
    assert err.count("\n") == 1


def test_a_folder_to_check_must_be_there(dragoman: Run, tmp_path: Path) -> None:
    status, _, err = dragoman("actors", "check", str(tmp_path / "no"))
    assert status == 1
    assert "no such folder" in err
