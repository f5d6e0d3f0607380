"""Names in the sentences that are not parsed: whom they mean, and which of them are left alone."""

import dataclasses
from datetime import date

import pytest
from phrase_actors import load_gazetteer

from dragoman.codes.actors.forms import Form
from dragoman.extraction.actors.unread import NameStage
from dragoman.extraction.draft import ActorPhrase, Clues, Draft
from dragoman.extraction.mentions.gazetteer import Gazetteer
from dragoman.extraction.sentences import SentenceStage
from dragoman.records import Mention, MentionKind, Span, Story

DAY = date(2024, 5, 10)


def draft(text: str, *, gated: tuple[int, ...] = (), on: date | None = DAY) -> Draft:
    made = SentenceStage()(Draft(story=Story(id="x", text=text, sha256="", published_on=on)))
    return dataclasses.replace(made, gated=gated)


def named(text: str, *, gated: tuple[int, ...] = (), on: date | None = DAY) -> list[str]:
    found = NameStage(load_gazetteer())(draft(text, gated=gated, on=on)).named
    return [f"{one.span.text}={one.actor}" + (f":{one.role}" if one.role else "") for one in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It rained in Peru.", ["Peru=PER"]),
        ("It rained in peru.", []),
        ("Peruvian rain fell on Chile.", ["Peruvian=PER", "Chile=CHL"]),
        ("It rained on NATO.", ["NATO=NATO"]),
        ("It rained on the Kremlin.", ["Kremlin=RUS:GOV"]),
        ("It rained on the Gulf of Oman.", []),
        ("It rained on the river.", []),
        # A person by the full name, never by the surname alone
        ("It rained on Emmanuel Macron.", ["Emmanuel Macron=FRA:GOV"]),
        ("It rained on Macron.", []),
        # The name of a place beside another capital could be part of a person's
        ("It rained on Jordan Lund.", []),
        ("It rained on Michael Jordan.", []),
        ("It rained on Jordan.", ["Jordan=JOR"]),
        ("It rained on Jordan and Lund.", ["Jordan=JOR"]),
        ("It rained on the Paris Agreement.", []),
        ("It rained on Peru's North.", ["Peru=PER"]),
        # A demonym may stand beside a capital, and so may a body
        ("It rained on Chilean President Rojas.", ["Chilean=CHL"]),
        ("It rained on Hamas Street.", ["Hamas=HAMAS"]),
        # No pronoun, no description
        ("It rained on them and on the kingdom.", []),
    ],
)
def test_only_plain_names_count(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (date(1985, 5, 10), ["Moscow=SUN"]),
        (date(2005, 5, 10), ["Moscow=RUS"]),
    ],
)
def test_a_name_means_who_has_it_on_the_day(day: date, names: list[str]) -> None:
    assert named("Snow fell on Moscow.", on=day) == names


@pytest.mark.parametrize(("day", "names"), [(DAY, []), (date(2010, 5, 10), ["Angela Merkel=DEU:GOV"])])
def test_a_person_out_of_office_is_left_alone(day: date, names: list[str]) -> None:
    assert named("Snow fell on Angela Merkel.", on=day) == names


def test_sentences_that_are_parsed_are_left_to_the_parser() -> None:
    text = "It rained in Peru. It snowed in Chile. It hailed in Kenya."
    assert named(text) == ["Peru=PER", "Chile=CHL", "Kenya=KEN"]
    assert named(text, gated=(1,)) == ["Peru=PER", "Kenya=KEN"]
    assert named(text, gated=(0, 1, 2)) == []


def test_a_name_stands_at_its_place_in_the_story() -> None:
    text = "It rained in Peru. It snowed in Chile."
    found = NameStage(load_gazetteer())(draft(text)).named
    assert [text[one.span.start_char : one.span.end_char] for one in found] == ["Peru", "Chile"]


def test_ids_go_on_from_those_of_the_phrases() -> None:
    phrase = ActorPhrase(
        mention=Mention(id="m1", span=Span(start_char=0, end_char=2, text="It"), kind=MentionKind.PRONOUN),
        parse=0,
        head=0,
        first=0,
        last=0,
        lemma="it",
        plural=False,
        clues=Clues(),
    )
    before = dataclasses.replace(
        draft("It rained in Peru. It snowed in Chile.", gated=(0,)), phrases=(phrase,)
    )
    assert [one.id for one in NameStage(load_gazetteer())(before).named] == ["m2"]


def test_a_person_is_named_in_full_and_others_are_not() -> None:
    person = Form(
        text="Ada Berg",
        kind=MentionKind.PERSON,
        actor="NRL",
        role="GOV",
        source="leaders",
        name="Ada M. Berg",
    )
    state = Form(
        text="Norland", kind=MentionKind.NAME, actor="NRL", role=None, source="states", name="Norland"
    )
    stage = NameStage(Gazetteer([person, state]))
    found = stage(draft("It rained on Ada Berg and on Norland.")).named
    assert [(one.kind, one.name) for one in found] == [
        (MentionKind.PERSON, "Ada M. Berg"),
        (MentionKind.NAME, None),
    ]
    assert all(one.confidence and 0.9 < one.confidence < 1 for one in found)
