"""Checks of the actor tables: the packaged ones pass, and each broken line is refused with its reason."""

import pytest

from dragoman.codes.actors import checks
from dragoman.codes.actors.classes import read_classes
from dragoman.codes.actors.forms import class_forms, leader_forms, state_forms
from dragoman.codes.actors.groups import load_groups, read_groups
from dragoman.codes.actors.leaders import Leader, load_leaders, read_leaders
from dragoman.codes.actors.media import load_media
from dragoman.codes.actors.organisations import load_organisations, read_organisations
from dragoman.codes.actors.regions import load_regions, read_regions
from dragoman.codes.actors.roles import load_roles, read_roles
from dragoman.codes.actors.states import load_states, read_states
from dragoman.codes.tables import Row, read_table
from dragoman.errors import DataError

STATES = "code name names adjectives people capital seats descriptions tags cow iso2 start end"
GROUPS = "code state role name aliases founded ended"
LEADERS = "name aliases surname actor role office from to"


def rows(header: str, *lines: str) -> tuple[Row, ...]:
    """Make a table whose cells stand between ``|`` under a header with spaces between the columns."""
    text = "\n".join([header.replace(" ", "\t"), *(line.replace("|", "\t") for line in lines)])
    return read_table(text, name="table.tsv")


def test_the_packaged_tables_keep_their_rules() -> None:
    checks.check_tables()


def test_the_packaged_tables_are_as_broad_as_promised() -> None:
    codes = {state.code for state in load_states()}
    assert len(codes) >= 205
    assert codes >= {"KOS", "PSE", "TWN", "HKG", "ESH", "SUN", "YUG", "CSK", "DDR", "SCG"}
    assert len({one.code for one in load_organisations()}) >= 120
    assert len(load_groups()) >= 250
    assert len(load_leaders()) >= 1500
    assert len(load_roles()) >= 800
    assert len(load_media()) >= 200
    assert len(load_regions()) >= 500


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            ("NOR|Norway", "NOR|Norge"),
            "table.tsv line 3: state code 'NOR' stands already on table.tsv line 2; keep one",
        ),
        (
            ("NOR|Norway||Nordic", "SWE|Sweden||Nordic"),
            "table.tsv line 3: name 'Nordic' stands already on table.tsv line 2; keep one",
        ),
        (
            ("NOR|Norway|||||||||| 1905-06-07|1900-01-01",),
            "table.tsv line 2: end 1900-01-01 is before start 1905-06-07; swap or mend them",
        ),
        (("NOR|Norway|||||Storting=PARLIAMENT",), "table.tsv line 2: role 'PARLIAMENT' is no PLOVER sector"),
    ],
)
def test_a_broken_state_is_refused(lines: tuple[str, ...], message: str) -> None:
    with pytest.raises(DataError) as caught:
        checks.check_states(read_states(rows(STATES, *lines)))
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("NOR|NOR|REB|Band", "table.tsv line 2: group code 'NOR' is a state's code; choose a longer one"),
        ("BAND|XYZ|REB|Band", "table.tsv line 2: code 'XYZ' is in no table; add it to its table or mend it"),
        ("BAND|NOR|FOE|Band", "table.tsv line 2: role 'FOE' is no PLOVER sector"),
        ("The Band|NOR|REB|Band", "table.tsv line 2: code 'The Band' is not in capitals without spaces"),
        ("BAND|NOR|REB|Band||2001-01-01|2000-01-01", "table.tsv line 2: end 2000-01-01 is before start"),
    ],
)
def test_a_broken_group_is_refused(line: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        checks.check_groups(read_groups(rows(GROUPS, line)), states=frozenset({"NOR"}))
    assert str(caught.value).startswith(message)


def test_a_sound_group_passes() -> None:
    groups = read_groups(rows(GROUPS, "BAND|NOR|REB|Band|The Band|2000-01-01|2001-01-01"))
    checks.check_groups(groups, states=frozenset({"NOR"}))
    assert groups[0].names == ("Band", "The Band")


def test_one_office_twice_at_a_time_is_refused() -> None:
    lines = (
        "Ada Berg||Berg|NOR|GOV|minister|2000-01-01|2004-01-01",
        "Ada Berg||Berg|NOR|GOV|minister|2003-01-01|",
    )
    with pytest.raises(DataError, match=r"line 3: Ada Berg is minister on table.tsv line 2 too"):
        checks.check_leaders(read_leaders(rows(LEADERS, *lines)), actors=frozenset({"NOR"}))


def test_two_offices_or_two_terms_pass() -> None:
    lines = (
        "Ada Berg||Berg|NOR|GOV|minister|2000-01-01|2004-01-01",
        "Ada Berg||Berg|NOR|GOV|premier|2003-01-01|2005-01-01",
        "Ada Berg||Berg|NOR|GOV|minister|2004-01-01|",
    )
    checks.check_leaders(read_leaders(rows(LEADERS, *lines)), actors=frozenset({"NOR"}))


def test_a_leader_of_nobody_is_refused() -> None:
    leaders = read_leaders(rows(LEADERS, "Ada Berg||Berg|XYZ|GOV|minister"))
    with pytest.raises(DataError, match=r"code 'XYZ' is in no table"):
        checks.check_leaders(leaders, actors=frozenset({"NOR"}))


@pytest.mark.parametrize("marks", [("", ""), ("!", ""), ("", "!")])
def test_a_surname_shared_across_borders_must_be_marked_on_both(marks: tuple[str, str]) -> None:
    with pytest.raises(DataError, match=r"'Berg' is Bo Berg \(SWE\) and Ada Berg \(NOR\) on one day"):
        checks.check_forms(leader_forms(two_ministers_berg(marks)))


def test_a_shared_surname_marked_on_both_passes() -> None:
    checks.check_forms(leader_forms(two_ministers_berg(("!", "!"))))


def two_ministers_berg(marks: tuple[str, str]) -> tuple[Leader, ...]:
    first, second = marks
    ada = f"Ada Berg||Berg{first}|NOR|GOV|minister|2000-01-01|"
    return read_leaders(rows(LEADERS, ada, f"Bo Berg||Berg{second}|SWE|GOV|minister|2001-01-01|"))


def test_two_states_may_have_had_one_capital() -> None:
    old = "CSK|Czechoslovakia||||Prague|||||||1992-12-31"
    new = "CZE|Czech Republic||||Prague||||||1993-01-01"
    checks.check_forms(state_forms(read_states(rows(STATES, old, new))))
    clash = read_states(rows(STATES, old, "CZE|Czech Republic||||Prague||||||1990-01-01"))
    with pytest.raises(DataError, match=r"'Prague' means CZE and CSK on one day"):
        checks.check_forms(state_forms(clash))


def test_a_class_phrase_of_two_classes_is_refused() -> None:
    classes = read_classes(rows("code phrases", "*EAST|bloc", "*WEST|bloc"))
    with pytest.raises(DataError, match=r"classes.tsv: 'bloc' means \*WEST and \*EAST on one day"):
        checks.check_forms(class_forms(classes))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Oslo||NOR|town", "table.tsv line 2: kind 'town' is unknown; choose among city, feature"),
        ("Oslo|||city", "table.tsv line 2: 'Oslo' needs a state, or the kind 'feature' and none"),
        ("Oslo||NOR|feature", "table.tsv line 2: 'Oslo' needs a state, or the kind 'feature' and none"),
        ("Oslo||XYZ|city", "table.tsv line 2: code 'XYZ' is in no table"),
    ],
)
def test_a_broken_region_is_refused(line: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        checks.check_regions(read_regions(rows("name aliases state kind", line)), states=frozenset({"NOR"}))
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("king|king|GOV|person", "table.tsv line 2: role noun 'king' stands already"),
        ("King|GOV|person", "table.tsv line 2: role noun 'King' is no lower-case lemma"),
        ("king|CROWN|person", "table.tsv line 2: role 'CROWN' is no PLOVER sector"),
        ("king|GOV|monarch", "table.tsv line 2: kind 'monarch' is unknown"),
    ],
)
def test_a_broken_role_is_refused(line: str, message: str) -> None:
    cells = line.rsplit("|", 2)
    table = "noun\trole\tkind\tinherits\n" + "\t".join(cells)
    with pytest.raises(DataError) as caught:
        checks.check_roles(read_roles(read_table(table, name="table.tsv")))
    assert str(caught.value).startswith(message)


def test_a_name_on_two_lines_is_refused() -> None:
    table = rows("code name aliases", "ONE|First|Union", "TWO|Second|Union")
    with pytest.raises(DataError, match=r"line 3: name 'Union' stands already on table.tsv line 2"):
        checks.check_names(read_organisations(table))
