"""Forms: what the words of the news stand for, on which day."""

from datetime import date

import pytest

from dragoman.codes.actors.directory import load_directory
from dragoman.codes.actors.forms import SOURCES, Form
from dragoman.records import MentionKind


@pytest.fixture(scope="module")
def forms() -> dict[str, list[Form]]:
    by_text: dict[str, list[Form]] = {}
    for form in load_directory().forms():
        by_text.setdefault(form.text, []).append(form)
    return by_text


def on(forms: list[Form], day: date) -> set[tuple[str, str | None]]:
    return {
        (form.actor, form.role)
        for form in forms
        if (form.start is None or form.start <= day) and (form.end is None or day <= form.end)
    }


@pytest.mark.parametrize(
    ("text", "actor", "role", "kind"),
    [
        ("Britain", "GBR", None, MentionKind.NAME),
        ("Burma", "MMR", None, MentionKind.NAME),
        ("Türkiye", "TUR", None, MentionKind.NAME),
        ("Côte d'Ivoire", "CIV", None, MentionKind.NAME),
        ("U.S.", "USA", None, MentionKind.NAME),
        ("Niger", "NER", None, MentionKind.NAME),
        ("Nigeria", "NGA", None, MentionKind.NAME),
        ("Nigerien", "NER", None, MentionKind.DEMONYM),
        ("Nigerian", "NGA", None, MentionKind.DEMONYM),
        ("Dominican Republic", "DOM", None, MentionKind.NAME),
        ("Dominica", "DMA", None, MentionKind.NAME),
        ("Iranians", "IRN", None, MentionKind.DEMONYM),
        ("Islamic Republic", "IRN", None, MentionKind.NOMINAL),
        ("Islamic Republic of Pakistan", "PAK", None, MentionKind.NAME),
        ("Tehran", "IRN", None, MentionKind.METONYM),
        ("White House", "USA", "GOV", MentionKind.METONYM),
        ("Pentagon", "USA", "MIL", MentionKind.METONYM),
        ("Capitol Hill", "USA", "LEG", MentionKind.METONYM),
        ("European Parliament", "EU", "LEG", MentionKind.NAME),
        ("UN Security Council", "UNSC", None, MentionKind.NAME),
        ("IDF", "ISR", "MIL", MentionKind.NAME),
        ("Mossad", "ISR", "SPY", MentionKind.NAME),
        ("Palestinian Authority", "PSE", "GOV", MentionKind.NAME),
        ("Hizbullah", "HEZBOLLAH", None, MentionKind.NAME),
        ("Daesh", "ISIS", None, MentionKind.NAME),
        ("Ansar Allah", "HOUTHIS", None, MentionKind.NAME),
        ("Crimea", "UKR", None, MentionKind.NAME),
        ("Mosul", "IRQ", None, MentionKind.METONYM),
        ("Xinhua", "CHN", "JRN", MentionKind.NAME),
        ("world power", "*POWERS", None, MentionKind.NOMINAL),
        ("ally", "*ALLIES", None, MentionKind.NOMINAL),
    ],
)
def test_words_mean_one_actor(
    forms: dict[str, list[Form]], text: str, actor: str, role: str | None, kind: MentionKind
) -> None:
    assert {(form.actor, form.role) for form in forms[text]} == {(actor, role)}
    assert forms[text][0].kind is kind


@pytest.mark.parametrize(
    ("text", "day", "actor", "role"),
    [
        ("Moscow", date(1985, 6, 1), "SUN", None),
        ("Moscow", date(1995, 6, 1), "RUS", None),
        ("Kremlin", date(1991, 12, 25), "SUN", "GOV"),
        ("Kremlin", date(1991, 12, 26), "RUS", "GOV"),
        ("Belgrade", date(1999, 4, 1), "YUG", None),
        ("Belgrade", date(2005, 4, 1), "SCG", None),
        ("Belgrade", date(2012, 4, 1), "SRB", None),
        ("Saddam Hussein", date(1991, 1, 17), "IRQ", "GOV"),
        ("Antonio Guterres", date(2000, 5, 1), "PRT", "GOV"),
        ("Antonio Guterres", date(2020, 5, 1), "UN", "GOV"),
        ("Rutte", date(2020, 5, 1), "NLD", "GOV"),
        ("Rutte", date(2025, 5, 1), "NATO", "GOV"),
        ("Keir Starmer", date(2025, 5, 1), "GBR", "GOV"),
        ("Nasrallah", date(2010, 5, 1), "HEZBOLLAH", "REB"),
    ],
)
def test_words_mean_who_held_them_on_the_day(
    forms: dict[str, list[Form]], text: str, day: date, actor: str, role: str | None
) -> None:
    assert on(forms[text], day) == {(actor, role)}


def test_nobody_is_in_office_before_or_after_the_term(forms: dict[str, list[Form]]) -> None:
    assert on(forms["John Major"], date(1997, 5, 3)) == set()
    assert on(forms["Tony Blair"], date(1997, 5, 1)) == {("GBR", "OPP")}
    assert on(forms["Tony Blair"], date(1997, 5, 2)) == {("GBR", "GOV")}
    assert on(forms["Tony Blair"], date(2007, 6, 28)) == {("MIDDLEEASTQUARTET", "GOV")}
    assert on(forms["Tony Blair"], date(2016, 6, 28)) == set()


@pytest.mark.parametrize("text", ["May", "Bush", "Brown", "Major", "Rice", "Xi", "Li", "Khan", "Kim", "Aso"])
def test_surnames_that_are_common_words_need_the_full_name(forms: dict[str, list[Form]], text: str) -> None:
    found = [form for form in forms[text] if form.source == "surname"]
    assert found
    assert all(form.needs_full for form in found)


@pytest.mark.parametrize("text", ["Putin", "Merkel", "Erdogan", "Zelenskyy", "Zelensky"])
def test_other_surnames_stand_alone(forms: dict[str, list[Form]], text: str) -> None:
    assert not any(form.needs_full for form in forms[text])


def test_a_surname_alone_is_never_a_full_name(forms: dict[str, list[Form]]) -> None:
    alone = {"Putin", "Merkel", "Khamenei"}
    assert {form.source for text in alone for form in forms[text]} == {"surname"}


@pytest.mark.parametrize("text", ["Gulf of Oman", "South China Sea", "Korean War", "Geneva Convention"])
def test_shields_hold_an_actors_name_and_are_no_actor(forms: dict[str, list[Form]], text: str) -> None:
    assert text in load_directory().shields()
    assert text not in forms


@pytest.mark.parametrize("text", ["the", "May 1", "Persian Gulf", "Georgia Tech", "Male", "Victoria"])
def test_near_misses_are_no_forms(forms: dict[str, list[Form]], text: str) -> None:
    assert text not in forms


def test_forms_come_from_known_sources_once_each() -> None:
    forms = load_directory().forms()
    assert {form.source for form in forms} == set(SOURCES)
    keys = [(form.text, form.actor, form.role, form.source, form.start) for form in forms]
    assert len(keys) == len(set(keys))


def test_a_form_has_words_without_spaces_around() -> None:
    assert all(form.text and form.text == form.text.strip() for form in load_directory().forms())


def test_a_seat_of_two_comes_with_the_organisation_first(forms: dict[str, list[Form]]) -> None:
    assert [form.actor for form in forms["Brussels"]] == ["EU", "BEL"]
