from pathlib import Path

import pytest

from dragoman.codes.relations import load_relations, read_relations
from dragoman.codes.tables import read_table
from dragoman.errors import DataError

SYMMETRIC = {
    "alliance", "pact", "union", "strategic_partnership", "friendly_ties", "trade_partner", "diplomatic_ties",
    "competitor", "dispute", "rivalry", "enmity", "belligerency", "neighbour",
}  # fmt: skip
INVERSES = {
    "security_guarantor": "protected_by",
    "arms_supplier": "armed_by",
    "aid_donor": "aided_by",
    "dependence": "depended_on_by",
    "patron": "client_of",
    "proxy_sponsor": "proxy_of",
    "member_of": "has_member",
    "recognition": "recognised_by",
    "sanctions": "sanctioned_by",
    "territorial": "held_by",
}
SIGNS = {"alliance": 1.0, "alignment": 0.5, "dependence": 0.0, "dispute": -0.3, "belligerency": -1.0}
CODEBOOK = (Path(__file__).parents[3] / "docs" / "codebook.md").read_text(encoding="utf-8")
HEADER = "relation\tsymmetric\tresultative\tsign\tinverse\tdefinition\n"


def test_twenty_six_types_and_which_are_mutual():
    types = load_relations()
    assert len(types) == 26
    assert {kind.name for kind in types if kind.symmetric} == SYMMETRIC


def test_inverses():
    assert {kind.name: kind.inverse for kind in load_relations() if kind.inverse} == INVERSES


def test_signs():
    signs = {kind.name: kind.sign for kind in load_relations()}
    assert {name: signs[name] for name in SIGNS} == SIGNS
    assert [name for name, sign in signs.items() if sign is None] == ["neighbour"]


def test_every_type_has_a_definition():
    assert all(len(kind.definition) > 20 for kind in load_relations())


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("alliance\tperhaps\tno\t1\t\tx", r"line 2: symmetric 'perhaps' of alliance is neither yes nor no"),
        (
            "alliance\tyes\tno\t1\tallied_by\tx",
            r"alliance is symmetric and names an inverse 'allied_by'",
        ),
        ("alliance\tyes\tno\t2\t\tx", r"sign 2.0 of alliance is outside -1 to 1"),
        ("alliance\tyes\tno\tgood\t\tx", r"sign 'good' of alliance is no number"),
        (
            "alliance\tyes\tno\t1\t\tx\nalliance\tyes\tno\t1\t\tx",
            r"line 3: relation alliance already stands at",
        ),
    ],
)
def test_broken_lines_are_refused(line, message):
    with pytest.raises(DataError, match=message):
        read_relations(read_table(HEADER + line, name="relations.tsv"))


def test_codebook_has_every_type_as_the_table_has_it():
    rows = {tuple(cell.strip() for cell in line.strip("|").split("|")) for line in CODEBOOK.splitlines()}
    for kind in load_relations():
        direction = "mutual" if kind.symmetric else "directed"
        sign = "-" if kind.sign is None else str(kind.sign)
        assert (kind.name, direction, kind.inverse or "-", sign, kind.definition) in rows
