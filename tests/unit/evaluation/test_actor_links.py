"""Linked names: which links count, in which group, and how a key that cannot be read is told."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import DataError, InputError
from dragoman.evaluation.actors.links import Page, link_outcomes, load_pages

TEXT = "Norland met the Hill Band; the police of Norland watched."
PAGES = {
    "Norland": Page(kind="state", actors=frozenset({"NRL"})),
    "Hill Band (group)": Page(kind="group", actors=frozenset({"BAND", "BANDOLD"})),
    "Police of Norland": Page(kind="government", actors=frozenset({"NRL"})),
    "Premier of Norland": Page(kind="office", actors=frozenset({"NRL"})),
}


def item(*links: tuple[str, str], name: str = "n1") -> dict[str, Any]:
    """Make an item whose links are of words and titles."""
    found = [
        {"start": TEXT.index(words), "end": TEXT.index(words) + len(words), "text": words, "title": title}
        for words, title in links
    ]
    return {"id": name, "text": TEXT, "gold": {"links": found}}


def reading(*mentions: tuple[str, str]) -> dict[str, Any]:
    return {
        "mentions": [
            {
                "span": {"start_char": TEXT.index(words), "end_char": TEXT.index(words) + len(words)},
                "actor": actor,
            }
            for words, actor in mentions
        ]
    }


def only(items: list[dict[str, Any]], readings: Mapping[str, Any]) -> list[tuple[str, str, bool, bool]]:
    found = link_outcomes(items, readings, pages=PAGES)
    return [(one.text, one.group, one.counted, one.right) for one in found]


def test_a_link_is_right_where_the_mention_there_means_the_page() -> None:
    read = {"n1": reading(("Norland", "NRL"), ("Hill Band", "BANDOLD"))}
    links = item(("Norland", "Norland"), ("Hill Band", "Hill Band (group)"))
    assert only([links], read) == [("Norland", "state", True, True), ("Hill Band", "group", True, True)]


def test_a_link_is_wrong_where_another_or_nobody_was_found() -> None:
    read = {"n1": reading(("Norland", "SUD"))}
    links = item(("Norland", "Norland"), ("Hill Band", "Hill Band (group)"))
    outcomes = list(link_outcomes([links], read, pages=PAGES))
    assert [(sorted(one.got), one.found, one.right) for one in outcomes] == [
        (["SUD"], True, False),
        ([], False, False),
    ]


def test_words_that_are_no_name_and_pages_of_offices_are_shown_apart() -> None:
    read = {"n1": reading(("the police of Norland", "NRL"), ("Norland", "NRL"))}
    described = item(("the police", "Police of Norland"), ("Norland", "Premier of Norland"))
    assert only([described], read) == [
        ("the police", "government, described", False, True),
        ("Norland", "office", False, True),
    ]


def test_a_link_to_a_page_without_an_actor_is_left_out() -> None:
    assert only([item(("Norland", "Norland (band)"))], {"n1": reading(("Norland", "NRL"))}) == []


def test_an_item_that_was_not_read_has_nothing_found() -> None:
    assert only([item(("Norland", "Norland"))], {"n2": reading(("Norland", "NRL"))}) == [
        ("Norland", "state", True, False)
    ]


def test_the_page_is_noted_where_it_says_more_than_the_words() -> None:
    links = item(("Norland", "Norland"), ("Hill Band", "Hill Band (group)"), name="n9")
    outcomes = list(link_outcomes([links], {}, pages=PAGES))
    assert [(one.place, one.note) for one in outcomes] == [("n9", ""), ("n9", "Hill Band (group)")]


def test_a_key_is_read_without_the_pages_of_nobody(tmp_path: Path) -> None:
    path = tmp_path / "pages.tsv"
    path.write_text(
        "title\tkind\tactor\nNorland\tstate\tNRL|OLD\nNorland (band)\tother\t\n", encoding="utf-8"
    )
    assert load_pages(path) == {"Norland": Page(kind="state", actors=frozenset({"NRL", "OLD"}))}


def test_a_key_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no\.tsv: No such file or directory; give the key .* with --key"):
        load_pages(tmp_path / "no.tsv")


def test_a_key_without_its_columns_is_told(tmp_path: Path) -> None:
    path = tmp_path / "pages.tsv"
    path.write_text("title\tkind\nNorland\tstate\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"pages\.tsv line 2: no column 'actor'"):
        load_pages(path)
