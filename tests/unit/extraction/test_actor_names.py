"""Whom a name means: by the story's other names, by who bears it, in any spelling. With near misses."""

from datetime import date

import pytest
from phrase_actors import find_actors, load_gazetteer

from dragoman.codes.actors.forms import Form
from dragoman.extraction.mentions.gazetteer import Gazetteer
from dragoman.records import MentionKind

DAY = date(2024, 5, 10)


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        # A sign points to the other place, a word against it rules that out
        ("Georgia recounted the votes of Savannah.", "Georgia", "USA"),
        ("Georgia recounted the votes of Batumi.", "Georgia", "GEO"),
        ("Georgia compared the votes of Savannah and Tbilisi.", "Georgia", "GEO"),
        ("Congo closed the port, officials in Brazzaville said.", "Congo", "COG"),
        ("Congo closed the port, officials in Goma said.", "Congo", "COD"),
        ("Karachi sent aid and Hyderabad opened its schools.", "Hyderabad", "PAK"),
        ("Telangana sent aid and Hyderabad opened its schools.", "Hyderabad", "IND"),
        ("Korea fired two rockets, Pyongyang said.", "Korea", "PRK"),
        ("Korea fired two rockets, Seoul said.", "Korea", "KOR"),
        # A sign in another sentence counts, a part of a word does not
        ("Tripoli was calm. Lebanese soldiers had left.", "Tripoli", "LBN"),
        ("Tripoli was calm. Nolebanese soldiers had left.", "Tripoli", "LBY"),
        # The other place is no actor
        ("Fire crews in Oregon said that Lebanon needed water.", "Lebanon", ""),
        ("Ministers in Beirut said that Lebanon needed water.", "Lebanon", "LBN"),
    ],
)
def test_a_name_of_two_places(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase, on=DAY) == set(actors.split())


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        # Two people of a story share it: alone it is nobody's
        ("Finance Minister Ada Brodal of Norway met the baker Olav Brodal. Brodal smiled.", "Brodal", ""),
        (
            "Finance Minister Ada Brodal of Norway met the baker Olav Ruud. Brodal smiled.",
            "Brodal",
            "NOR:GOV",
        ),
        (
            "Finance Minister Ada Brodal of Norway met the baker Olav Brodal. Ada Brodal smiled.",
            "Ada Brodal",
            "NOR:GOV",
        ),
        # One person named twice shares it with nobody
        (
            "Finance Minister Ada Brodal of Norway left. Ada Brodal had smiled. Brodal waved.",
            "Brodal",
            "NOR:GOV",
        ),
        # A person who bears a place's name keeps it
        ("Ibrahim Niger, Ghana's defence minister, left. Niger praised the troops.", "Niger", "GHA:GOV"),
        ("Ibrahim Lankoande, Ghana's defence minister, left. Niger praised the troops.", "Niger", "NER"),
        # But not where the place was named first
        (
            "Niger was calm. Ibrahim Niger, Ghana's defence minister, left. Niger praised the troops.",
            "Niger",
            "NER",
        ),
    ],
)
def test_surnames_of_the_story(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase, on=DAY) == set(actors.split())


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        ("Cote d'Ivoire left.", "Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire left.", "Côte d’Ivoire", "CIV"),
        ("Guinea Bissau left.", "Guinea Bissau", "GNB"),
        ("Guinea, Bissau said, left.", "Guinea", "GIN"),
        ("Timor Leste left.", "Timor Leste", "TLS"),
        ("President Recep Tayyip Erdoğan left.", "Erdoğan", "TUR:GOV"),
        ("President Recep Tayyip Erdogan left.", "Erdogan", "TUR:GOV"),
        ("Abdel Fattah Al Sisi left.", "Al Sisi", "EGY:GOV"),
        ("Abdel Fattah al-Sisi left.", "al-Sisi", "EGY:GOV"),
        ("Abdel Fattah el-Sisi left.", "el-Sisi", "EGY:GOV"),
        ("Bashar Al-Assad left.", "Al-Assad", "SYR:GOV"),
        # A short name is found with its accent only
        ("Malé left the talks.", "Malé", "MDV"),
        ("Male left the talks.", "Male", ""),
    ],
)
def test_spellings(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase, on=DAY) == set(actors.split())


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        ("KENYA EXPELS UGANDAN ENVOY", "KENYA", "KEN"),
        ("KENYA EXPELS UGANDAN ENVOY", "UGANDAN", "UGA"),
        ("SOUTH KOREA MEETS NATO", "SOUTH KOREA", "KOR"),
        ("SOUTH KOREA MEETS NATO", "NATO", "NATO"),
        ("KENYA EXPELS the Ugandan ENVOY", "KENYA", ""),
        ("The KENYA envoy left.", "KENYA", ""),
    ],
)
def test_a_headline_in_capitals_is_read_both_ways(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase) == set(actors.split())


def found(text: str) -> list[tuple[str, set[str]]]:
    hits = load_gazetteer().find(text)
    return [(text[start:end], {form.actor for form in forms}) for start, end, forms in hits]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A capital whose title case has other letters is left as it is, and so keeps its places
        ("ŉ KENYA", []),
        ("Ş KENYA", [("KENYA", {"KEN"})]),
        # Case counts outside headlines
        ("The turkey and the china", []),
        # A form must end where its word does, on both sides of an apostrophe
        ("Peru's army, Peru’s army", [("Peru", {"PER"}), ("Peru", {"PER"})]),
        ("Peruse it", []),
    ],
)
def test_the_gazetteer_finds(text: str, names: list[tuple[str, set[str]]]) -> None:
    assert found(text) == names


def test_a_text_of_two_actors_gives_both_in_order() -> None:
    first = Form(text="Bergby", kind=MentionKind.METONYM, actor="EU", role=None, source="organisations")
    second = first._replace(actor="NRL", source="states")
    ((start, end, forms),) = Gazetteer([first, second]).find("in Bergby")
    assert (start, end, forms) == (3, 9, (first, second))


def test_phrases_of_classes_are_no_names() -> None:
    form = Form(text="ally", kind=MentionKind.NOMINAL, actor="*ALLIES", role=None, source="classes")
    assert list(Gazetteer([form]).find("an ally")) == []
