"""Whose office a phrase tells: whom a person heads, who has left, bodies of a state. With near misses."""

from datetime import date

import pytest
from phrase_actors import find_actors

DAY = date(2024, 5, 10)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Aino Kask, who heads the Estonian delegation, praised Latvia.", "EST:GOV"),
        ("Aino Kask, who leads the Estonian parliament, praised Latvia.", "EST:LEG"),
        ("Aino Kask, who leads Hamas, praised Latvia.", "HAMAS"),
        ("Aino Kask, who leads an orchestra, praised Latvia.", ""),
        ("Aino Kask, who admires the Estonian parliament, praised Latvia.", ""),
        ("Aino Kask, whose sister heads the Estonian parliament, praised Latvia.", ""),
        # The state itself is led by many: who they are the words do not say
        ("Aino Kask, who leads Estonia, praised Latvia.", ""),
    ],
)
def test_a_person_acts_for_the_body_that_he_heads(text: str, actors: str) -> None:
    assert find_actors(text, "Aino Kask", on=DAY) == set(actors.split())


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        # Without a name: of the elite of the state
        ("A former Kenyan minister praised Uganda.", "minister", "KEN:ELI"),
        ("A Kenyan minister praised Uganda.", "minister", "KEN:GOV"),
        ("A retired Peruvian general praised Chile.", "general", "PER:ELI"),
        ("A Peruvian general praised Chile.", "general", "PER:MIL"),
        ("Kenya's former president praised Uganda.", "president", "KEN:ELI"),
        ("The ousted Kenyan president praised Uganda.", "president", "KEN:ELI"),
        ("Two former Kenyan ministers praised Uganda.", "ministers", "KEN:ELI"),
        ("An ex-minister of Kenya praised Uganda.", "minister", "KEN:ELI"),
        # With a name: by name
        ("Former Kenyan minister Otieno Baraka praised Uganda.", "Otieno Baraka", "OTIENOBARAKA"),
        ("Kenyan minister Otieno Baraka praised Uganda.", "Otieno Baraka", "KEN:GOV"),
        # Only states have an elite, only people can leave an office
        ("The former NATO commander praised Uganda.", "commander", ""),
        ("The NATO commander praised Uganda.", "commander", "NATO"),
        ("A former minister praised Uganda.", "minister", ""),
        ("Kenya's former army praised Uganda.", "army", "KEN:MIL"),
    ],
)
def test_who_has_left_an_office(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase, on=DAY) == set(actors.split())


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        ("Russia's Security Council met.", "Security Council", "RUS:GOV"),
        ("The Security Council met.", "Security Council", "UNSC"),
        ("The UN's Security Council met.", "Security Council", "UNSC"),
        ("The secretary of Russia's Security Council left.", "secretary", "RUS:GOV"),
        # What no state has for itself stays the organisation
        ("Norway's World Bank met.", "World Bank", "WORLDBANK"),
        ("Iran's World Bank loan was late.", "World Bank", "WORLDBANK"),
    ],
)
def test_a_state_has_a_body_of_an_organisations_name(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase, on=DAY) == set(actors.split())


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        # Titles of several words, read on over "of" and a hyphen
        ("The Kenyan army's chief of staff left.", "chief", "KEN:MIL"),
        ("The Kenyan president's chief of staff left.", "chief", "KEN:GOV"),
        ("The Kenyan president's chief of staff left.", "staff", ""),
        ("The secretary general of NATO left.", "secretary general", "NATO"),
        ("NATO secretary-general Jan Olsen left.", "Jan Olsen", "NATO"),
        ("In Zambia, the ruling party's deputy secretary general left.", "secretary general", "ZMB:PTY"),
        ("The Kenyan secretary left.", "secretary", "KEN:GOV"),
        ("The Kenyan general left.", "general", "KEN:MIL"),
        # A title before a name is the person's
        ("Zambian officials met. President Ada Lund of Norway left.", "President", "NOR:GOV"),
        ("Zambian officials met. The president left.", "The president", "ZMB:GOV"),
    ],
)
def test_titles_of_several_words(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase, on=DAY) == set(actors.split())


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        # What stands beside the name
        ("Jan Olsen, a Norwegian minister, praised Peru.", "NOR:GOV"),
        ("Jan Olsen, a Norwegian professor, praised Peru.", "JANOLSEN"),
        ("Jan Olsen, a former Norwegian minister, praised Peru.", "JANOLSEN"),
        ("Jan Olsen, a member of Hamas, praised Peru.", "HAMAS"),
        ("Jan Olsen, a member of the choir, praised Peru.", ""),
        # Past a place in between
        ("Norway's envoy in Cyprus, Jan Olsen, praised Peru.", "NOR:GOV"),
        # A title without a state is the one state's that stands out
        ("Norway was calm. Minister Jan Olsen praised Peru.", "NOR:GOV"),
        ("Norway met Sweden. Minister Jan Olsen praised Peru.", ""),
    ],
)
def test_an_unknown_person(text: str, actors: str) -> None:
    assert find_actors(text, "Jan Olsen", on=DAY) == set(actors.split())


@pytest.mark.parametrize(
    ("text", "day", "actors"),
    [
        ("Ban Ki-moon, a South Korean minister, praised Peru.", date(2003, 5, 1), "KOR:GOV"),
        ("South Korean Minister Ban Ki-moon praised Peru.", date(2003, 5, 1), "KOR:GOV"),
        ("Ban Ki-moon praised Peru.", date(2003, 5, 1), "BANKIMOON"),
        ("Former South Korean minister Ban Ki-moon praised Peru.", date(2010, 5, 1), "BANKIMOON"),
        ("Ban Ki-moon praised Peru.", date(2010, 5, 1), "UN:GOV"),
    ],
)
def test_a_known_person_on_another_day(text: str, day: date, actors: str) -> None:
    assert find_actors(text, "Ban Ki-moon", on=day) == set(actors.split())
