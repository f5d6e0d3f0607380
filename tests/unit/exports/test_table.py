"""The table: what a person sees on a terminal."""

import dataclasses
import re

import pytest

from dragoman.exports.table import TableView, write_table
from dragoman.records import ActorRef, DatePrecision, EventDate, Reading, Speaker, Status
from readings import BOMBED, DENIED, NAMES, POSSIBLE, READING, STORY, span


def show(reading: Reading, **view: object) -> str:
    return "".join(write_table([reading], names=NAMES, view=TableView(**view)))  # type: ignore[arg-type]


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_the_table_of_80_columns_to_the_letter() -> None:
    assert show(READING) == (
        "Norland & Sudria fall out\n"
        "2025-05-18, The Example Gazette\n"
        "\n"
        "CLAIMS: who is what to whom\n"
        "Subject       Relation          Object        How          Who says so\n"
        "Norland (NOR) ✗ NOT alliance    Sudria (SDN)               The Example\n"
        "                                                           Gazette > Ada Berg\n"
        "                                                           (NOR GOV)\n"
        '    Norland "is not an «ally» of Sudria and never was", Norland\'s foreign\n'
        "    minister, Ada Berg, said.\n"
        "\n"
        "Sudria (SDN)  sanctions (heavy) Norland (NOR) possible,    The Example\n"
        "                                              future,      Gazette\n"
        "                                              begins\n"
        "    Sudria may impose «sanctions» on Norland if talks fail.\n"
        "\n"
        "EVENTS: who did what to whom\n"
        "Source        Event             Target        How          Who says so\n"
        "Sudria (SDN   ASSAULT aerial    Norland (NOR) 2025-05-16,  The Example\n"
        "MIL)          (CAMEO 195)                     in Norland   Gazette\n"
        "    Sudrian jets «bombed» Norland's port on Friday <b>.\n"
        "\n"
        "2 claims (1 denied), 1 event, 1 dropped (--explain says why); dragoman 0.1.0,\n"
        "en_core_web_sm 3.8.0\n"
        "\n"
    )


@pytest.mark.parametrize("width", [20, 80, 100, 400])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    widest = max(len(line) for line in show(READING, width=width, explain=True).splitlines())
    assert widest <= min(max(width, 60), 120)


def test_explain_gives_rule_cues_and_what_was_dropped() -> None:
    text = squeezed(show(READING, explain=True, width=120))
    assert "rule copula/ally; confidence 0.91; negation “not”, “never”; id c1" in text
    assert "contrasts with c2" in text
    assert "condition “if talks fail”" in text
    assert "DROPPED (1) event word without a second actor: talks" in text
    assert "rule" not in squeezed(show(READING, width=120))


def test_one_ledger_and_its_footer() -> None:
    text = show(READING, events=False)
    assert "EVENTS" not in text
    assert "event," not in text
    assert "2 claims (1 denied), 1 dropped" in text


def test_a_story_without_record_title_or_date() -> None:
    story = dataclasses.replace(STORY, title=None, published_on=None, publisher=None)
    text = show(Reading(story=story, reader=READING.reader))
    assert text.startswith("n1\nno date\n")
    assert "no claims, no events, 0 dropped; dragoman" in text


def test_the_same_proof_is_shown_once_for_several_rows() -> None:
    second = dataclasses.replace(DENIED, id="c9", object=ActorRef(actor="FRA"))
    text = show(dataclasses.replace(READING, claims=(DENIED, second), events=()))
    assert text.count("«ally»") == 1
    assert text.index("FRA") < text.index("«ally»")


def test_how_is_empty_where_it_is_plain_and_says_what_is_not() -> None:
    date = EventDate(start=READING.story.published_on, end=None, precision=DatePrecision.PUBLICATION)
    plain = dataclasses.replace(BOMBED, date=date, place=None)
    asked = dataclasses.replace(plain, id="e2", status=Status.CALLED_FOR, reciprocal=True, target=None)
    month = dataclasses.replace(plain, id="e3", date=dataclasses.replace(date, precision=DatePrecision.MONTH))
    text = show(dataclasses.replace(READING, claims=(), events=(plain, asked, month)), width=120)
    first, second, third = (line for line in text.splitlines() if "ASSAULT" in line)
    assert re.search(r"Norland \(NOR\) +The Example Gazette$", first)
    assert re.search(r" - +called for, mutual +The", second)
    assert re.search(r"2025-05 +The", third)


def test_a_denied_event_is_marked_in_words() -> None:
    denied = dataclasses.replace(BOMBED, status=Status.DENIED)
    assert "✗ NOT ASSAULT" in show(dataclasses.replace(READING, events=(denied,)), width=120)


def test_a_speaker_without_name_is_a_code_or_the_words_of_the_text() -> None:
    chain = (DENIED.said_by[0], Speaker(actor="SDN", role="MIL", attribution="a0"))
    nameless = dataclasses.replace(DENIED, said_by=chain)
    assert "Gazette > Sudria (SDN MIL)" in squeezed(
        show(dataclasses.replace(READING, claims=(nameless,)), width=120)
    )
    chain = (DENIED.said_by[0], Speaker(actor=None, attribution="a1"))
    unresolved = dataclasses.replace(DENIED, said_by=chain)
    assert "Gazette > Ada Berg" in squeezed(
        show(dataclasses.replace(READING, claims=(unresolved,)), width=120)
    )


def test_colour_only_where_it_is_asked_for() -> None:
    assert "\x1b[" not in show(READING)
    coloured = show(READING, colour=True)
    assert "\x1b[" in coloured
    assert "✗ NOT" in coloured
    assert "«" in coloured


def test_a_text_cannot_steer_the_terminal() -> None:
    story = dataclasses.replace(STORY, title="\x1b[2JGone [red]now[/red]\u202e", publisher="\x9b31m")
    text = show(dataclasses.replace(READING, story=story))
    assert not set(text) & {"\x1b", "\x9b", "\u202e"}
    assert "[red]now[/red]" in text


def test_other_marks_where_the_text_has_these() -> None:
    words = "Norland «is not an ally» of Sudria."
    claim = dataclasses.replace(
        POSSIBLE, evidence=span(words, text=words), trigger=span("ally", text=words), cues=DENIED.cues
    )
    assert "an ⟦ally⟧» of" in show(dataclasses.replace(READING, claims=(claim,)))
