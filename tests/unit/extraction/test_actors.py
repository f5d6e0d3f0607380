"""Who a phrase means: names, titles, owners, persons, crowds. Each line has its near miss beside it."""

from datetime import date

import pytest
from phrase_actors import find_actors


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        # Whose officials and forces they are
        ("The Iranian foreign minister arrived in Ankara.", "foreign minister", "IRN:GOV"),
        ("Iran's point man on the region praised Russia.", "point man", "IRN:GOV"),
        ("US and Iranian officials met in Muscat.", "officials", "USA:GOV IRN:GOV"),
        ("Iranian troops in Iraq came under fire.", "troops", "IRN:MIL"),
        ("The troops in Panama came under fire.", "troops", ""),
        ("US Ambassador to Japan John Doe praised the pact.", "John Doe", "USA:GOV"),
        ("Ambassador to Japan John Doe praised the pact.", "John Doe", ""),
        ("The Iranian embassy in Baku closed.", "embassy", "IRN:GOV"),
        ("The embassy in Baku closed.", "embassy", ""),
        ("The French minister met his Latvian counterpart Janis Berzins.", "Janis Berzins", "LVA:GOV"),
        ("NATO-led troops left Kabul.", "troops", "NATO"),
        ("Kenya's Congress party rejected it, and Peru's Congress approved it.", "Congress", "PER:LEG"),
        ("Congress approved the aid.", "Congress", "USA:LEG"),
        ("U.S. Cyber Command took down the site.", "Command", "USA:MIL"),
        # A hyphened name owns nothing
        ("The US-backed government in Baghdad agreed.", "government", "IRQ:GOV"),
        ("The Iraqi government in Baghdad agreed.", "government", "IRQ:GOV"),
        ("Anti-Syrian politicians in Lebanon agreed.", "politicians", "LBN:PTY"),
        ("Syrian politicians in Lebanon agreed.", "politicians", "SYR:PTY"),
        # Compounds of demonyms
        ("Franco-German talks failed.", "Franco", "FRA"),
        ("Sino-Russian trade grew.", "Sino", "CHN"),
        ("Saudi-U.S. ties cooled.", "U.S.", "USA"),
        # Nationals: a state as such, people where they are counted
        ("Israel and the Palestinians resumed talks.", "Palestinians", "PSE"),
        ("Israel killed two Palestinians.", "Palestinians", "PSE:CVL"),
        ("Israel killed dozens of Palestinians.", "dozens", "PSE:CVL"),
        ("China backs the Palestinian people.", "Palestinian people", "PSE"),
        ("China backs the Syrian people.", "Syrian people", "SYR:CVL"),
        ("The Australians criticised Zimbabwe.", "Australians", "AUS"),
        ("The Australian reported the deal.", "Australian", "AUS:JRN"),
        # Crowds take the place of their clause, never the attacker's
        ("Russian missiles killed four people in Kharkiv.", "four people", "UKR:CVL"),
        ("Russian missiles killed four people.", "four people", "XXX:CVL"),
        ("Israeli airstrikes on Iran killed 20 people.", "20 people", "IRN:CVL"),
        ("Israel warned about Iran after 20 people died.", "20 people", "XXX:CVL"),
        ("Two police officers were shot dead in Karachi.", "police officers", "PAK:COP"),
        # Groups, and the nouns that only say their kind
        ("The militant group Hamas rejected it.", "group", "HAMAS"),
        ("The M23 movement took Goma.", "movement", "M23"),
        ("The Israeli side rejected it.", "side", "ISR"),
        ("Hamas met Fatah, but the group rejected the plan.", "the group", "HAMAS"),
        ("The GOP opposed the treaty.", "GOP", "REPUBLICANS"),
        ("The Democratic Party backed the treaty.", "Democratic Party", "DEMOCRATS"),
        ("The Kurdistan Regional Government sold oil.", "Kurdistan Regional Government", "KRG"),
        ("Puntland asked for help.", "Puntland", "PUNTLAND"),
        ("Transnistria asked for help.", "Transnistria", "TRANSNISTRIA"),
        # Names that are only part of a longer name
        ("Michael Jordan praised the team.", "Jordan", ""),
        ("King Abdullah of Jordan praised the team.", "Jordan", "JOR:GOV"),
        ("Russia attacked Kherson Oblast.", "Kherson Oblast", "UKR"),
        ("Nawaf Al-Sabah praised the team.", "Sabah", ""),
        ("Sabah praised the team.", "Sabah", "MYS"),
        ("The Saudi National Guard moved.", "National Guard", "SAU:MIL"),
        ("Iran slept. The National Guard moved.", "National Guard", "IRN:MIL"),
        ("The Gulf of Oman was calm.", "Oman", ""),
        ("Oman was calm.", "Oman", "OMN"),
        # Classes stay classes
        ("Global powers met.", "powers", "*POWERS"),
        ("The western-backed plan failed, but Western sanctions stay.", "Western", "*WEST"),
        ("Any country may join.", "country", "*COUNTRIES"),
        ("Mediators met Hamas.", "Mediators", "*MEDIATORS"),
        ("Egyptian mediators met Hamas.", "mediators", "EGY:GOV"),
        ("The Alliance of Patriots met.", "Alliance", ""),
        # Companies by name, persons who speak for nobody by name
        ("The Chinese company Foobar Systems grew.", "Foobar Systems", "FOOBAR"),
        ("The Portuguese news agency Lusa reported it.", "Lusa", "PRT:JRN"),
        ("Israel deported the activist Anna Nilsson.", "Anna Nilsson", "ANNANILSSON"),
        ("Israel deported the former minister José Pérez.", "José Pérez", "JOSEPEREZ"),
        ("Israel received the Swedish minister Anna Nilsson.", "Anna Nilsson", "SWE:GOV"),
        ("UN envoy Jane Roe left Tripoli.", "Jane Roe", "UN"),
        # Words that are seldom actors
        ("It has been independent since its foundation.", "foundation", ""),
        ("Local elections were held.", "Local", ""),
    ],
)
def test_a_phrase_means(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase) == set(actors.split())


@pytest.mark.parametrize(
    ("name", "day", "actors"),
    [
        ("Trump", date(2019, 5, 1), "USA:GOV"),
        ("Trump", date(2016, 8, 1), "DONALDTRUMP"),
        ("Hillary Clinton", date(2010, 5, 1), "USA:GOV"),
        ("Hillary Clinton", date(2016, 5, 1), "HILLARYCLINTON"),
        ("Clinton", date(1997, 5, 1), "USA:GOV"),
        ("Clinton", date(2016, 5, 1), "HILLARYCLINTON"),
        ("Anwar Sadat", date(1987, 5, 1), "ANWARSADAT"),
    ],
)
def test_a_person_means_an_office_only_on_its_days(name: str, day: date, actors: str) -> None:
    assert find_actors(f"{name} criticised Iran.", name, on=day) == set(actors.split())


def test_a_title_of_then_keeps_the_office() -> None:
    text = "Egypt repaid Moscow before then-president Anwar Sadat turned to Washington."
    assert find_actors(text, "Sadat", on=date(1987, 5, 1)) == {"EGY:GOV"}


def test_another_office_said_here_counts() -> None:
    text = "State Department spokesman Nicholas Burns criticised Iran."
    assert find_actors(text, "Burns", on=date(1997, 4, 1)) == {"USA:GOV"}


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        ("Diplomats said the talks failed.", "Diplomats", "XXX:GOV"),
        ("Diplomats left Geneva.", "Diplomats", ""),
        ("Analysts said the talks failed.", "Analysts", "XXX:EDU"),
        ('"The talks failed," said Jane Roe.', "Jane Roe", "JANEROE"),
        ("France met Jane Roe.", "Jane Roe", ""),
    ],
)
def test_an_unknown_speaker_is_not_the_writer(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase) == set(actors.split())


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        ("The Lake Trade Council (LTC) met. Kenya left the LTC.", "LTC", "LTC"),
        ("The Lake Trade Council (XQZ) met. Kenya left the XQZ.", "XQZ", ""),
        ("The Organisaation of Petroleum Exporting Countries (OPEC) met.", "Countries", "OPEC"),
    ],
)
def test_a_story_defines_its_own_abbreviations(text: str, phrase: str, actors: str) -> None:
    assert find_actors(text, phrase) == set(actors.split())
