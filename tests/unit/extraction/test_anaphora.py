"""What pronouns and definite descriptions take up, and what they cannot."""

from datetime import date

import pytest
from phrase_actors import find_actors


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        # its
        ("Trade grew between Japan and its neighbours.", "its", "JPN"),
        ("China accused Japan of harming its interests.", "its", "CHN"),
        ("Kenya fears that France, its oldest partner, will leave.", "its", "KEN"),
        ("Kenya met Uganda. It then closed the border.", "It", "KEN"),
        ("Kenya attacked it.", "it", ""),
        # they, their
        ("Iran and Russia met. They signed a pact.", "They", "IRN RUS"),
        ("Hamas agreed to free their hostages.", "their", "HAMAS"),
        ("Iran stopped their attacks.", "their", "IRN"),
        ("President Macron left. They agreed.", "They", ""),
        # he, she
        ("Foreign Minister Wang Yi of China left. He praised Iran.", "He", "CHN:GOV"),
        ("China left. He praised Iran.", "He", ""),
        ("The Iranian minister said he would go. He praised Iraq.", "He", "IRN:GOV"),
        (
            "Foreign Minister Wang Yi of China left. “Iran is brave. It waits. Peru waits.” He praised Oman.",
            "He",
            "CHN:GOV",
        ),
        (
            "Foreign Minister Wang Yi of China left. Iran slept. Peru waits. Mali slept. He praised Oman.",
            "He",
            "",
        ),
        # titles taken up
        ("The Kenyan foreign minister met Ugandan rebels. The minister left.", "The minister", "KEN:GOV"),
        ("Kenyan police met Ugandan rebels. The rebels left.", "The rebels", "UGA:REB"),
        ("Ugandan and Kenyan troops met. The minister left.", "The minister", ""),
        ("A senior Iranian official spoke. The official praised Oman.", "The official", "IRN:GOV"),
        # groups, parties
        ("Hezbollah fired rockets. The group blamed Israel.", "The group", "HEZBOLLAH"),
        ("The Republicans won. The group blamed Israel.", "The group", ""),
        ("Fatah met Israel. The party agreed.", "The party", "FATAH"),
        # countries
        ("Iran left the talks. The country blamed Oman.", "The country", "IRN"),
        ("Hamas left the talks. The country blamed Oman.", "The country", ""),
        ("Egypt and Jordan met. The Arab countries of Asia agreed.", "countries", "*ARABSTATES"),
        ("Syria met Turkey. Russia backed the Arab country.", "the Arab country", "SYR"),
        ("Lebanon protested. Israel's raids in the country went on.", "the country", "LBN"),
        ("The Iranian minister said his country wanted peace.", "his country", "IRN"),
        ("The Iranian minister said the deal wanted time.", "his country", ""),
        ("Tajikistan and Afghanistan met. Tajikistan blamed its neighbour.", "its neighbour", "AFG"),
        ("Tajikistan and Kenya met. Tajikistan blamed its neighbour.", "its neighbour", ""),
        # sets of two
        ("India and Pakistan met. Both countries agreed.", "Both countries", "IND PAK"),
        ("India met. Both countries agreed.", "Both countries", ""),
        ("India and Pakistan met. The two sides agreed.", "The two sides", "IND PAK"),
        ("India, Nepal and Pakistan met. The two sides agreed.", "The two sides", ""),
        # halves of a divided nation
        ("South Korea fired shells. The North fired back.", "The North", "PRK"),
        ("Sudan fired shells. The North fired back.", "The North", ""),
        ("South Korea lies close to the north of Japan.", "the north", ""),
        # the government at home
        ("Kenya is calm. The government thanked Uganda.", "The government", "KEN:GOV"),
        ("Kenya met Uganda. The government thanked all.", "The government", ""),
    ],
)
def test_what_is_taken_up(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase) == set(actors.split())


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        ('"Iran is our ally," the Russian foreign minister said.', "our", "RUS:GOV"),
        ('"We will not yield," Hamas said.', "We", "HAMAS"),
        ("We live in hard times, and Iran is our ally.", "our", ""),
    ],
)
def test_the_first_person_is_the_speaker(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase) == set(actors.split())


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("China and France are close. In Beijing, Hu said ties would grow.", "CHN:GOV"),
        ("Kenya and Uganda are close. In Nairobi, Hu said ties would grow.", ""),
        ("President Hu said ties would grow.", "CHN:GOV"),
    ],
)
def test_a_short_surname_needs_its_state_or_a_title(text: str, actors: str) -> None:
    assert find_actors(text, "Hu", on=date(2005, 6, 1)) == set(actors.split())
