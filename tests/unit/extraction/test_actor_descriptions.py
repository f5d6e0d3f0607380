"""What descriptions take up: the former and the latter, the kingdom, neighbours; and "it" that is nobody."""

from datetime import date

import pytest
from phrase_actors import find_actors

DAY = date(2024, 5, 10)


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        ("Chile and Peru quarrel over a river. The former sent a patrol.", "The former", "CHL"),
        ("Chile and Peru quarrel over a river. The latter sent a patrol.", "The latter", "PER"),
        ("Chile and Peru quarrel over a river. Kenya backs the former.", "the former", "CHL"),
        ("Chile and Peru quarrel over a river. Kenya backs the latter's claim.", "the latter", "PER"),
        ("Hamas and Fatah quarrel over a river. The latter sent a patrol.", "The latter", "FATAH"),
        # Of one, and of three, there is neither
        ("Chile quarrels over a river. The former sent a patrol.", "The former", ""),
        ("Chile, Bolivia and Peru quarrel over a river. The latter sent a patrol.", "The latter", ""),
        # Before a noun it is an adjective
        ("Chile and Peru quarrel over a river. The former ally sent a patrol.", "The former", ""),
        ("Chile and Peru quarrel over a river. The former minister sent a patrol.", "minister", ""),
    ],
)
def test_the_former_and_the_latter(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase, on=DAY) == set(actors.split())


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        ("Thailand and Laos signed. The kingdom will pay.", "The kingdom", "THA"),
        ("Laos and Thailand signed. The kingdom will pay.", "The kingdom", "THA"),
        ("Laos and Vietnam signed. The kingdom will pay.", "The kingdom", ""),
        ("Thailand and Cambodia signed. The kingdom will pay.", "The kingdom", ""),
        ("Qatar and Peru signed. The emirate will pay.", "The emirate", "QAT"),
        ("Oman and Peru signed. The emirate will pay.", "The emirate", ""),
        ("Iceland and Kenya signed. The Nordic country will pay.", "The Nordic country", "ISL"),
        ("Ghana and Kenya signed. The Nordic country will pay.", "The Nordic country", ""),
        ("Iceland and Norway signed. The Nordic country will pay.", "The Nordic country", ""),
        ("Iceland thanked Norway. The Nordic country will pay.", "The Nordic country", ""),
        ("Iceland thanked Kenya. The Nordic country will pay.", "The Nordic country", "ISL"),
        ("Bolivia and Peru signed. The landlocked country will pay.", "The landlocked country", "BOL"),
        # The longest words ask: a Gulf state is more than an Arab one
        ("Oman and Peru signed. The Gulf Arab state will pay.", "The Gulf Arab state", "OMN"),
        ("Egypt and Peru signed. The Gulf Arab state will pay.", "The Gulf Arab state", ""),
        ("Egypt and Peru signed. The Arab state will pay.", "The Arab state", "EGY"),
        # The last sentence that names one such state decides
        ("Norway waited. Iceland signed. The Nordic country will pay.", "The Nordic country", "ISL"),
    ],
)
def test_a_description_asks_for_a_kind_of_state(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase, on=DAY) == set(actors.split())


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        # By the map alone, where only one state lies there
        ("Portugal blamed its neighbour.", "ESP"),
        ("Portugal blamed its eastern neighbour.", "ESP"),
        ("Angola blamed its northern neighbour.", "COD"),
        ("Angola blamed its neighbour.", ""),
        ("Chile blamed its eastern neighbour.", "ARG"),
        ("Argentina blamed its western neighbour.", "CHL"),
        ("Argentina blamed its northern neighbour.", ""),
        ("Mexico met Kenya and blamed its northern neighbour.", "USA"),
        # A bordering state that the story names comes first
        ("Mexico met Guatemala and blamed its southern neighbour.", "GTM"),
        ("Spain met Portugal and blamed its neighbour.", "PRT"),
        ("Spain met Kenya and blamed its neighbour.", ""),
    ],
)
def test_which_neighbour_is_meant(text: str, actors: str) -> None:
    assert find_actors(text, "neighbour", on=DAY) == set(actors.split())


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        ("Norway said that it snowed when the pact was signed.", "it", ""),
        ("Norway said that it signed when the pact was ready.", "it", "NOR"),
        ("Norway waited. It is likely that Sweden will sign.", "It", ""),
        ("Norway waited. It is ready.", "It", "NOR"),
        ("Norway waited. It seems that Sweden will sign.", "It", ""),
        ("Norway waited. It insists that Sweden will sign.", "It", "NOR"),
        ("Norway waited. It was reported that Sweden will sign.", "It", ""),
        ("Norway waited. It was persuaded by Sweden.", "It", "NOR"),
    ],
)
def test_it_that_only_holds_a_place_is_nobody(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase, on=DAY) == set(actors.split())


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        # Two that stand as equals leave it open, unless the story goes on with one
        ("Iran and Iraq met. The country blamed Oman.", "The country", ""),
        ("Iran and Iraq met. Iran left early. The country blamed Oman.", "The country", "IRN"),
        # Kinds of bodies
        ("NATO met Peru. The alliance left.", "The alliance", "NATO"),
        ("Chile met Peru. The alliance left.", "The alliance", ""),
        ("Hamas was ready. The organisation left.", "The organisation", "HAMAS"),
        ("Peru was ready. The organisation left.", "The organisation", ""),
        # Two persons of one sentence
        (
            "President Macron met Chancellor Scholz. The two leaders left.",
            "The two leaders",
            "FRA:GOV DEU:GOV",
        ),
        ("President Macron left. The two leaders left.", "The two leaders", ""),
        # The ruling party is the state's own, a party any
        ("Norway was calm. The ruling party praised Peru.", "The ruling party", "NOR:PTY"),
        ("Norway was calm. The party praised Peru.", "The party", ""),
    ],
)
def test_a_body_or_a_pair_is_taken_up(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase, on=DAY) == set(actors.split())
