"""Abbreviations that a story defines itself: whose they are then, and which brackets define nothing."""

import pytest
from phrase_actors import find_actors

from dragoman.codes.actors.forms import Form
from dragoman.extraction.mentions.definitions import define
from dragoman.extraction.mentions.gazetteer import Gazetteer
from dragoman.records import MentionKind


def form(text: str, actor: str, *, source: str = "organisations", name: str | None = None) -> Form:
    return Form(text=text, kind=MentionKind.NAME, actor=actor, role=None, source=source, name=name or text)


KNOWN = Gazetteer(
    [
        form("Lake Trade Council", "LAKES"),
        form("Hill Guard", "NRL", source="organs"),
        form("Bandits of the Hill", "BAND", source="groups"),
        form("Norland", "NRL", source="states"),
        form("West Norland", "NRL", source="states"),
        form("Rovers", "ROVERS", source="groups"),
        form("WPU", "POSTUNION", name="World Post Union"),
    ]
)


def defined(text: str) -> dict[str, str]:
    return {found.text: found.actor for found in define(text, known=KNOWN)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # The initials of the words before the bracket, small words left out
        ("The Green Reform Party (GRP) met.", {"Green Reform Party": "GRP", "GRP": "GRP"}),
        ("The Party of Green Reform (PGR) met.", {"Party of Green Reform": "PGR", "PGR": "PGR"}),
        ("The Green Reform Party ( GRP ) met.", {"Green Reform Party": "GRP", "GRP": "GRP"}),
        ("The old Green Reform Party (GRP) met.", {"Green Reform Party": "GRP", "GRP": "GRP"}),
        ("The Green Reform Party (GXP) met.", {}),
        ("The Green Reform Party (grp) met.", {}),
        ("The green reform party (GRP) met.", {}),
        ("The Green Reform Party [GRP] met.", {}),
        ("The Green Party (GP) met.", {}),
        ("(GRP) The Green Reform Party met.", {}),
        # Known by its long name: both are that one
        ("The Lake Trade Council (LTC) met.", {"Lake Trade Council": "LAKES", "LTC": "LAKES"}),
        # Known by its short name, which the long one spells otherwise
        ("The World Postal Union (WPU) met.", {"World Postal Union": "POSTUNION", "WPU": "POSTUNION"}),
        # Known by its short name, but the story's is another body
        (
            "The Western Pilots Unit (WPU) met.",
            {"Western Pilots Unit": "WESTERNPILOTSUNIT", "WPU": "WESTERNPILOTSUNIT"},
        ),
        # Right after a body whose initials they are not
        ("The Bandits of the Hill (XQZ) met.", {"XQZ": "BAND"}),
        ("The Hill Guard (XQZ) met.", {"XQZ": "NRL"}),
        ("The Hill Guard of old (XQZ) met.", {}),
        ("The Rovers (XQZ) met.", {}),
        ("West Norland (XQZ) met.", {}),
        ("Norland (XQZ) met.", {}),
        ("", {}),
    ],
)
def test_what_a_bracket_defines(text: str, names: dict[str, str]) -> None:
    assert defined(text) == names


def test_each_bracket_of_a_story_defines_for_itself() -> None:
    text = "The Green Reform Party (GRP) met the Blue Reform Party (BRP)."
    assert set(defined(text)) == {"Green Reform Party", "GRP", "Blue Reform Party", "BRP"}


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        # An abbreviation right after a known body is that body's, whatever else it can mean
        ("Reporters Without Borders (RSF) met. Kenya blamed the RSF.", "RSF", "RSANSF:SOC"),
        ("The Rapid Support Forces (RSF) met. Kenya blamed the RSF.", "RSF", "RSF"),
        ("The Polisario Front (XKQ) met. Kenya blamed the XKQ.", "XKQ", "POLISARIO"),
        ("The river front (XKQ) met. Kenya blamed the XKQ.", "XKQ", ""),
        ("Kenya (XKQ) met. Uganda blamed the XKQ.", "XKQ", ""),
        # An ambiguous one is whom the story defines
        (
            "The International Cricket Council (ICC) met. Kenya blamed the ICC.",
            "ICC",
            "INTERNATIONALCRICKETCOUNCIL",
        ),
        ("The International Criminal Court (ICC) met. Kenya blamed the ICC.", "ICC", "ICC:JUD"),
        ("Kenya blamed the ICC.", "ICC", "ICC:JUD"),
        ("The Green Reform Union (GRU) met. Kenya blamed the GRU.", "GRU", "GREENREFORMUNION"),
        ("Kenya blamed the GRU.", "GRU", "RUS:SPY"),
    ],
)
def test_whom_an_abbreviation_means_through_the_story(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase) == set(actors.split())
