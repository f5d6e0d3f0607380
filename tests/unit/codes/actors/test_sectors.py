"""Sectors and their traits, as packaged and as read."""

import pytest

from dragoman.codes.actors.phrases.sectors import TRAITS, load_sectors, read_sectors
from dragoman.codes.tables import read_table
from dragoman.errors import DataError


def test_offices_of_a_state_speak_for_it_and_rebels_do_not() -> None:
    sectors = load_sectors()
    assert all(sectors.speaks_for_state(role) for role in (None, "GOV", "MIL"))
    assert not any(sectors.speaks_for_state(role) for role in ("REB", "PTY", "CVL"))


def test_who_acts_for_the_state_holds_an_office_and_is_public() -> None:
    sectors = load_sectors()
    assert sectors.official < sectors.state < sectors.office < sectors.public


@pytest.mark.parametrize("trait", TRAITS)
def test_every_trait_is_some_sectors_and_not_all(trait: str) -> None:
    sectors = load_sectors()
    assert set() < getattr(sectors, trait) < sectors.codes


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "GOV\tgovernment\tmighty\t",
            "s.tsv line 2: traits 'mighty' is unknown; choose among anonymous, armed",
        ),
        ("GOV\tgovernment\tstate\tLORD", "s.tsv line 2: names 'LORD' is unknown; choose among GOV"),
    ],
)
def test_an_unknown_word_is_refused(line: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read_sectors(read_table(f"sector\tdefinition\ttraits\tnames\n{line}\n", name="s.tsv"))
