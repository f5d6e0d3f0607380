"""The gazetteer: whole words, the longest name, shields, hyphened demonyms."""

import pytest
from phrase_actors import load_gazetteer

from dragoman.codes.actors.forms import Form
from dragoman.extraction.mentions.gazetteer import Gazetteer
from dragoman.records import MentionKind


def found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], forms[0].actor) for start, end, forms in load_gazetteer().find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Iran and Iraq", [("Iran", "IRN"), ("Iraq", "IRQ")]),
        ("Iranians met", [("Iranians", "IRN")]),
        ("an Iranophile met", []),
        ("South Korea met", [("South Korea", "KOR")]),
        ("the Gulf of Oman", []),
        ("Oman", [("Oman", "OMN")]),
        ("Sino-Russian ties", [("Sino", "CHN"), ("Russian", "RUS")]),
        ("Sino ties", []),
        ("Sino-thing ties", []),
        ("The Australians left", [("Australians", "AUS")]),
        ("The Australian left", [("The Australian", "AUS")]),
    ],
)
def test_names_found(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


def test_a_curly_form_is_found_in_straight_text() -> None:
    form = Form(text="Ta\u2019ang", kind=MentionKind.NAME, actor="TAANG", role=None, source="groups")
    assert [(s, e) for s, e, _ in Gazetteer([form]).find("the Ta'ang army")] == [(4, 10)]


def test_a_shield_hides_only_what_it_holds() -> None:
    form = Form(text="Oman", kind=MentionKind.NAME, actor="OMN", role=None, source="states")
    gazetteer = Gazetteer([form], shields=["Gulf of Oman"])
    assert [(s, e) for s, e, _ in gazetteer.find("Oman, Gulf of Oman, Oman")] == [(0, 4), (20, 24)]
