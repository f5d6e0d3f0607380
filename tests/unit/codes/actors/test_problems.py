"""Problems of the actor tables: the packaged ones have none, and each broken line is told with its reason."""

from collections.abc import Iterable

import pytest

from dragoman.codes.actors.bodies.groups import read_groups
from dragoman.codes.actors.bodies.members import read_members
from dragoman.codes.actors.bodies.organisations import read_organisations
from dragoman.codes.actors.directory import load_directory
from dragoman.codes.actors.forms import capital_forms, class_forms, leader_forms
from dragoman.codes.actors.people.leaders import Leader, read_leaders
from dragoman.codes.actors.people.offices import read_offices
from dragoman.codes.actors.phrases.classes import read_classes
from dragoman.codes.actors.phrases.roles import read_roles
from dragoman.codes.actors.phrases.sectors import load_sectors
from dragoman.codes.actors.places.capitals import read_capitals
from dragoman.codes.actors.places.regions import read_regions
from dragoman.codes.actors.places.states import read_states
from dragoman.codes.actors.problems.bodies import group_problems, member_problems, name_problems
from dragoman.codes.actors.problems.people import leader_problems
from dragoman.codes.actors.problems.places import capital_problems, region_problems, state_problems
from dragoman.codes.actors.problems.tables import (
    check_tables,
    find_problems,
    form_problems,
    role_noun_problems,
)
from dragoman.codes.tables import Row, read_table
from dragoman.errors import DataError

STATES = "code name names adjectives people seats descriptions tags status owner start end wikidata"
GROUPS = "code state role name aliases founded ended kind wikidata"
LEADERS = "name aliases surname actor role office from to"
SECTORS = load_sectors()
NORWAY = {"NOR": (None, None), "SWE": (None, None)}


def rows(header: str, *lines: str) -> tuple[Row, ...]:
    """Make a table whose cells stand between ``|`` under a header with spaces between the columns."""
    text = "\n".join([header.replace(" ", "\t"), *(line.replace("|", "\t") for line in lines)])
    return read_table(text, name="table.tsv")


def first(problems: Iterable[str]) -> str:
    return next(iter(problems), "")


def test_the_packaged_tables_keep_their_rules() -> None:
    assert list(find_problems()) == []


def test_the_packaged_tables_are_as_broad_as_promised() -> None:
    directory = load_directory()
    codes = {state.code for state in directory.states}
    assert len(codes) >= 255
    assert codes >= {"KOS", "PSE", "TWN", "HKG", "ESH", "SUN", "YUG", "CSK", "DDR", "SCG", "RVN", "GRL"}
    bodies = {one.code for one in directory.organisations if one.kind not in ("ngo", "company")}
    assert len(bodies) >= 250
    assert len(directory.groups) >= 600
    assert len({leader.name for leader in directory.leaders}) >= 3000
    assert len(directory.roles) >= 800
    assert len(directory.media) >= 400
    assert len(directory.regions) >= 500


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
            ("NOR|Norway|||||||||1905-06-07|1900-01-01",),
            "table.tsv line 2: end 1900-01-01 is before start 1905-06-07; swap or mend them",
        ),
        (("NOR|Norway||||Storting=PARLIAMENT",), "table.tsv line 2: role 'PARLIAMENT' is no PLOVER sector"),
        (("SJM|Svalbard|||||||territory",), "table.tsv line 2: territory SJM has no owner"),
        (("SJM|Svalbard|||||||territory|NOR",), "table.tsv line 2: code 'NOR' is in no table"),
        (("NOR|Norway|||||||realm",), "table.tsv line 2: status 'realm' is unknown; choose among"),
        (("NOR|Norway||||||||||| 20",), "table.tsv line 2: wikidata '20' is no identifier"),
    ],
)
def test_a_broken_state_is_told(lines: tuple[str, ...], message: str) -> None:
    assert first(state_problems(read_states(rows(STATES, *lines)), sectors=SECTORS)).startswith(message)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("NOR|NOR|REB|Band", "table.tsv line 2: code 'NOR' is a state's code; choose a longer one"),
        ("BAND|XYZ|REB|Band", "table.tsv line 2: code 'XYZ' is in no table; add it to its table or mend it"),
        ("BAND|NOR|FOE|Band", "table.tsv line 2: role 'FOE' is no PLOVER sector"),
        ("The Band|NOR|REB|Band", "table.tsv line 2: code 'The Band' is not in capitals without spaces"),
        ("BAND|NOR|REB|Band||2001-01-01|2000-01-01", "table.tsv line 2: end 2000-01-01 is before start"),
        ("BAND|NOR|REB|Band||||quartet", "table.tsv line 2: kind 'quartet' is unknown; choose among armed"),
    ],
)
def test_a_broken_group_is_told(line: str, message: str) -> None:
    found = group_problems(read_groups(rows(GROUPS, line)), states={"NOR"}, sectors=SECTORS)
    assert first(found).startswith(message)


def test_a_sound_group_passes() -> None:
    groups = read_groups(rows(GROUPS, "BAND|NOR|REB|Band|The Band|2000-01-01|2001-01-01|armed|Q1"))
    assert list(group_problems(groups, states={"NOR"}, sectors=SECTORS)) == []
    assert groups[0].names == ("Band", "The Band")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("LEAGUE|1990-01-01||NOR",), "start 1990-01-01 is before 1992-05-01, the first day of LEAGUE"),
        (("LEAGUE|1995-01-01||KOS",), "start 1995-01-01 is before 2008-02-17, the first day of KOS"),
        (("LEAGUE|1995-01-01||XYZ",), "code 'XYZ' is in no table"),
        (("CLUB|1995-01-01||NOR",), "code 'CLUB' is in no table"),
        (("LEAGUE|1995-01-01|2012-01-01|NOR",), "end 2012-01-01 is after 2010-01-01, the last day of LEAGUE"),
        (
            ("LEAGUE|1995-01-01||NOR", "LEAGUE|1999-01-01||NOR"),
            "NOR is a member of LEAGUE on table.tsv line 2 too",
        ),
    ],
)
def test_a_broken_membership_is_told(lines: tuple[str, ...], message: str) -> None:
    states = read_states(rows(STATES, "NOR|Norway", "KOS|Kosovo|||||||||2008-02-17"))
    league = "LEAGUE|League|1992-05-01|2010-01-01"
    organisations = read_organisations(rows("code name founded ended", league))
    members = read_members(rows("organisation from to members", *lines))
    assert message in first(member_problems(members, organisations=organisations, states=states))


def test_a_member_that_leaves_and_returns_passes() -> None:
    organisations = read_organisations(rows("code name founded ended", "LEAGUE|League|1992-05-01|"))
    lines = ("LEAGUE|1995-01-01|1999-01-01|NOR", "LEAGUE|2001-01-01||NOR")
    members = read_members(rows("organisation from to members", *lines))
    states = read_states(rows(STATES, "NOR|Norway"))
    assert list(member_problems(members, organisations=organisations, states=states)) == []


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            (
                "Ada Berg||Berg|NOR|GOV|minister|2000-01-01|2004-01-01",
                "Ada Berg||Berg|NOR|GOV|minister|2003-01-01|",
            ),
            "table.tsv line 3: Ada Berg is minister on table.tsv line 2 too; mend the dates",
        ),
        (
            ("Ada Berg||Berg|NOR|GOV|king|2000-01-01|2004-01-01", "Bo Lie||Lie|NOR|GOV|king|2003-01-01|"),
            "table.tsv line 3: Bo Lie is king of NOR while Ada Berg is (table.tsv line 2); mend the dates",
        ),
        (("Ada Berg||Berg|XYZ|GOV|minister",), "table.tsv line 2: code 'XYZ' is in no table"),
        (("Ada Berg||Berg|NOR|BOSS|minister",), "table.tsv line 2: role 'BOSS' is no PLOVER sector"),
    ],
)
def test_a_broken_term_is_told(lines: tuple[str, ...], message: str) -> None:
    assert first(term_problems(lines)).startswith(message)


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Ada Berg||Berg|NOR|GOV|minister|2000-01-01|2004-01-01",
            "Ada Berg||Berg|NOR|GOV|premier|2003-01-01|",
        ),
        ("Ada Berg||Berg|NOR|GOV|king|2000-01-01|2004-01-01", "Bo Lie||Lie|NOR|GOV|king|2004-01-01|"),
        ("Ada Berg||Berg|NOR|GOV|envoy|2000-01-01|", "Bo Lie||Lie|NOR|GOV|envoy|2004-01-01|"),
        ("Ada Berg||Berg|NOR|GOV|king|2000-01-01|", "Bo Lie||Lie|SWE|GOV|king|2004-01-01|"),
    ],
)
def test_sound_terms_pass(lines: tuple[str, ...]) -> None:
    assert list(term_problems(lines)) == []


def term_problems(lines: tuple[str, ...]) -> Iterable[str]:
    offices = read_offices(rows("office holders", "king|one"))
    return leader_problems(
        read_leaders(rows(LEADERS, *lines)), actors=NORWAY, offices=offices, sectors=SECTORS
    )


def test_a_surname_shared_across_borders_is_told() -> None:
    message = first(form_problems(leader_forms(two_ministers_berg(("", "")))))
    assert message.startswith("people: 'Berg' is Bo Berg (SWE) and Ada Berg (NOR) on one day")


@pytest.mark.parametrize("marks", [("!", "!"), ("!", ""), ("", "!")])
def test_a_shared_surname_that_one_at_most_bears_alone_passes(marks: tuple[str, str]) -> None:
    assert list(form_problems(leader_forms(two_ministers_berg(marks)))) == []


def two_ministers_berg(marks: tuple[str, str]) -> tuple[Leader, ...]:
    ada, bo = marks
    return read_leaders(
        rows(
            LEADERS,
            f"Ada Berg||Berg{ada}|NOR|GOV|minister|2000-01-01|",
            f"Bo Berg||Berg{bo}|SWE|GOV|minister|2001-01-01|",
        )
    )


def test_two_states_may_have_had_one_capital() -> None:
    old = "CSK|Czechoslovakia||||||||||1992-12-31"
    capitals = read_capitals(rows("state capital aliases from to", "CSK|Prague", "CZE|Prague"))
    sound = read_states(rows(STATES, old, "CZE|Czech Republic|||||||||1993-01-01"))
    assert list(form_problems(capital_forms(capitals, states=sound))) == []
    clash = read_states(rows(STATES, old, "CZE|Czech Republic|||||||||1990-01-01"))
    message = first(form_problems(capital_forms(capitals, states=clash)))
    assert message.startswith("states.tsv: 'Prague' means CZE and CSK on one day")


def test_a_capital_before_its_state_is_told() -> None:
    states = read_states(rows(STATES, "KOS|Kosovo|||||||||2008-02-17"))
    capitals = read_capitals(rows("state capital aliases from to", "KOS|Pristina||1999-06-10"))
    message = "table.tsv line 2: start 1999-06-10 is before 2008-02-17, the first day of KOS"
    assert first(capital_problems(capitals, states=states)).startswith(message)


def test_a_class_phrase_of_two_classes_is_told() -> None:
    classes = read_classes(rows("code phrases", "*EAST|bloc", "*WEST|bloc"))
    message = first(form_problems(class_forms(classes)))
    assert message.startswith("classes.tsv: 'bloc' means *WEST and *EAST on one day")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Oslo||NOR|town", "table.tsv line 2: kind 'town' is unknown; choose among city, feature"),
        ("Oslo|||city", "table.tsv line 2: 'Oslo' needs a state, or the kind 'feature' and none"),
        ("Oslo||NOR|feature", "table.tsv line 2: 'Oslo' needs a state, or the kind 'feature' and none"),
        ("Oslo||XYZ|city", "table.tsv line 2: code 'XYZ' is in no table"),
    ],
)
def test_a_broken_region_is_told(line: str, message: str) -> None:
    found = region_problems(read_regions(rows("name aliases state kind", line)), states={"NOR"})
    assert first(found).startswith(message)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("king|king|GOV|person", "table.tsv line 2: role noun 'king' stands already"),
        ("King|GOV|person", "table.tsv line 2: role noun 'King' is no lower-case lemma"),
        ("king|CROWN|person", "table.tsv line 2: role 'CROWN' is no PLOVER sector"),
        ("king|GOV|monarch", "table.tsv line 2: kind 'monarch' is unknown"),
    ],
)
def test_a_broken_role_is_told(line: str, message: str) -> None:
    cells = line.rsplit("|", 2)
    table = "noun\trole\tkind\tinherits\n" + "\t".join(cells)
    found = role_noun_problems(read_roles(read_table(table, name="table.tsv")), sectors=SECTORS)
    assert first(found).startswith(message)


def test_a_name_on_two_lines_is_told() -> None:
    table = rows("code name aliases", "ONE|First|Union", "TWO|Second|Union")
    message = "table.tsv line 3: name 'Union' stands already on table.tsv line 2"
    assert first(name_problems(read_organisations(table))).startswith(message)


def test_a_broken_table_of_a_users_own_is_refused(tmp_path) -> None:
    header = "code\tstate\trole\tname\taliases\tfounded\tended\n"
    own = tmp_path / "groups.tsv"
    own.write_text(f"{header}BAND\tXYZ\tREB\tBlue Band of Bergen\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"groups.tsv line 2: code 'XYZ' is in no table"):
        check_tables(tmp_path)
