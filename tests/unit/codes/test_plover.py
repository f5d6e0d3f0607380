from pathlib import Path

import pytest

from dragoman.codes.plover import load_plover, read_plover
from dragoman.codes.tables import read_table
from dragoman.errors import DataError

# Type: quad class, score, recipient required. PLOVER manual 2.0, with the codebook's two rulings
# (SANCTION is material conflict, the printed ACCUSE score is read as negative).
PUBLISHED = {
    "AGREE": (1, 2.5, False),
    "CONSULT": (1, 2.5, False),
    "SUPPORT": (1, 5.0, False),
    "CONCEDE": (1, 4.5, False),
    "COOPERATE": (2, 9.5, True),
    "AID": (2, 10.0, True),
    "RETREAT": (2, 6.5, False),
    "REQUEST": (3, 0.0, False),
    "ACCUSE": (3, -3.0, False),
    "REJECT": (3, -2.0, False),
    "THREATEN": (3, -3.5, False),
    "PROTEST": (4, -5.0, False),
    "SANCTION": (4, -6.0, True),
    "MOBILIZE": (4, -5.5, False),
    "COERCE": (4, -7.0, False),
    "ASSAULT": (4, -9.0, False),
}
MODE_SCORES = {
    ("CONSULT", "visit"): 4.0,
    ("RETREAT", "ceasefire"): 7.5,
    ("REQUEST", "assist"): 0.5,
    ("ACCUSE", "allege"): -3.5,
    ("THREATEN", "territory"): -4.0,
    ("SANCTION", "expel"): -5.5,
    ("COERCE", "martial-law"): -7.5,
    ("ASSAULT", "unconventional"): -10.0,
}
CODEBOOK = (Path(__file__).parents[3] / "docs" / "codebook.md").read_text(encoding="utf-8")
QUAD_NAMES = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}
HEADER = "type\tquad\trequires_recipient\tscore\tmodes\tdefinition\ttraits\n"


def test_types_have_the_published_constants():
    found = {kind.name: (kind.quad, kind.score, kind.requires_recipient) for kind in load_plover()}
    assert found == PUBLISHED


def test_order_is_the_manuals():
    assert [kind.name for kind in load_plover()] == list(PUBLISHED)


def test_modes_have_the_published_scores():
    types = {kind.name: kind for kind in load_plover()}
    assert {key: types[key[0]].modes[key[1]] for key in MODE_SCORES} == MODE_SCORES


def test_sign_of_a_score_is_that_of_its_quad_class():
    for kind in load_plover():
        scores = [kind.score, *(score for score in kind.modes.values() if score is not None)]
        if kind.quad < 3:
            assert min(scores) > 0, kind.name
        elif kind.name != "REQUEST":
            assert max(scores) < 0, kind.name


def test_unscored_mode_and_no_mode_take_the_types_score():
    protest = next(kind for kind in load_plover() if kind.name == "PROTEST")
    assert protest.modes["vandalize"] is None
    assert protest.intensity("vandalize") == protest.intensity() == -5.0
    assert protest.intensity("riot") == -7.0


def test_every_type_has_a_definition():
    assert all(len(kind.definition) > 20 for kind in load_plover())


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("AGREE\t5\tno\t2.5\t\tsigns", r"plover.tsv line 2: quad class '5' of AGREE is none of 1, 2, 3, 4"),
        ("AGREE\t1\tno\thigh\t\tsigns", r"plover.tsv line 2: score 'high' of AGREE is no number"),
        ("AGREE\t1\tno\t2.5\tvisit=four\tsigns", r"score 'four' of AGREE is no number"),
        (
            "AGREE\t1\tno\t2.5\t\tsigns\tmild",
            r"line 2: trait 'mild' of AGREE is unknown; choose among agentive, mutual, owned, placed",
        ),
        (
            "AGREE\t1\tno\t1\t\tx\nAGREE\t1\tno\t1\t\tx",
            r"line 3: type AGREE already stands at plover.tsv line 2",
        ),
    ],
)
def test_broken_lines_are_refused(line, message):
    with pytest.raises(DataError, match=message):
        read_plover(read_table(HEADER + line, name="plover.tsv"))


def test_codebook_has_every_type_as_the_table_has_it():
    rows = {tuple(cell.strip() for cell in line.strip("|").split("|")) for line in CODEBOOK.splitlines()}
    for kind in load_plover():
        recipient = "yes" if kind.requires_recipient else "no"
        modes = ", ".join(kind.modes) or "-"
        row = (
            kind.name,
            f"{kind.quad} {QUAD_NAMES[kind.quad]}",
            str(kind.score),
            recipient,
            kind.definition,
            modes,
        )
        assert row in rows
