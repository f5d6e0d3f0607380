"""Tables of words by class: what they may not say."""

import pytest

from dragoman.codes import tables
from dragoman.errors import DataError


def load(monkeypatch: pytest.MonkeyPatch, lines: str) -> dict[str, frozenset[str]]:
    rows = tables.read_table(f"word\tclass\n{lines}", name="w.tsv")
    monkeypatch.setattr(tables, "load_table", lambda package, name: rows)
    return tables.load_word_classes("any", "w.tsv", names=("part", "copula"))


def test_words_stand_under_their_class(monkeypatch: pytest.MonkeyPatch) -> None:
    found = load(monkeypatch, "some\tpart\nbe\tcopula\nmost\tpart\n")
    assert found == {"part": frozenset({"some", "most"}), "copula": frozenset({"be"})}


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("some\tparts\n", "w.tsv line 2: class 'parts' is unknown; choose among copula, part"),
        ("be\tcopula\nsome\tpart\nsome\tpart\n", "w.tsv line 4: 'some' stands already in class 'part'"),
        ("some\tpart\n", "w.tsv: class 'copula' has no word"),
    ],
)
def test_a_broken_table_is_refused(monkeypatch: pytest.MonkeyPatch, lines: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        load(monkeypatch, lines)
