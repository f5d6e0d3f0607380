from collections import Counter

import pytest

from dragoman.codes.cameo import load_cameo
from dragoman.codes.plover import load_plover
from dragoman.codes.tables import read_table
from dragoman.errors import DataError
from dragoman.lexicons.checks import check_patterns, find_faults
from dragoman.lexicons.events import load_event_patterns
from dragoman.lexicons.patterns import read_patterns

HEADER = "type\tmode\tcameo\tpos\ttrigger\targuments\toptions\texample\n"
GOOD = "CONSULT\tvisit\t042\tverb\tvisit|tour\tsubj > obj\tneeds=both\tThe Polish premier toured Moldova."
TYPES = {kind.name: tuple(kind.modes) for kind in load_plover()}
CODES = {entry.code for entry in load_cameo()}
PATTERNS = load_event_patterns()
UNREAD = frozenset({"sanction-verb/declare"})
"""Lines whose example the parser takes apart ("persona non grata" as a verb with its object)."""
NEAR_MISSES = (
    # sport
    ("Kenya beat Uganda in the final.", "ASSAULT"),
    ("Brazil crushed Chile in the cup quarter-final.", "ASSAULT"),
    ("The Nigerian striker fired a shot past the Ghanaian goalkeeper.", "ASSAULT"),
    ("Morocco attacked down the wing and Spain defended deep in the match.", "ASSAULT"),
    ("France was eliminated by Portugal in the tournament.", "ASSAULT"),
    ("Japan visited Australia in the cup final and lost.", "CONSULT"),
    ("Croatia met Serbia in the semi-final of the cup.", "CONSULT"),
    ("The Italian champion surrendered the title to a Polish player.", "CONCEDE"),
    ("Egypt captured the gold medal from Tunisia at the championship.", "COERCE"),
    ("The Dutch coach signed a contract with an Indian club.", "AGREE"),
    # business
    ("The company launched an offensive in the Japanese market.", "ASSAULT"),
    ("The airline struck gold in India.", "ASSAULT"),
    ("The bank bombarded customers in Spain with letters.", "ASSAULT"),
    ("The carmaker seized the opportunity in China.", "COERCE"),
    ("The retailer captured a third of the Polish market.", "COERCE"),
    ("A shop in Lyon was raided by thieves.", "ASSAULT"),
    ("The brand invaded Turkey last summer.", "ASSAULT"),
    # weather and accidents
    ("A storm struck Haiti on Monday.", "ASSAULT"),
    ("An earthquake hit Turkey and Syria.", "ASSAULT"),
    ("Floods killed twelve people in Kenya.", "ASSAULT"),
    ("Four people were killed in a bus crash in Peru.", "ASSAULT"),
    ("A heatwave attacked crops in Spain.", "ASSAULT"),
    ("Two miners were killed when a shaft collapsed in Chile.", "ASSAULT"),
    ("Fire destroyed a market in Ghana.", "ASSAULT"),
    ("Rain blocked the road to Nepal.", "COERCE"),
    ("The virus invaded Italy in the spring.", "ASSAULT"),
    # metaphors
    ("The news struck Kenya hard.", "ASSAULT"),
    ("Norway is waging a war on plastic.", "ASSAULT"),
    ("The scandal bombed the career of the singer.", "ASSAULT"),
    ("The film stormed cinemas in France.", "ASSAULT"),
    ("Inflation is killing Argentina.", "ASSAULT"),
    ("The idea gained ground in Sweden.", "COERCE"),
    ("The debt threatens Greece.", "THREATEN"),
    ("Denmark fought back tears at the funeral.", "ASSAULT"),
    ("The minister met the deadline in Kenya.", "CONSULT"),
    ("The premier of Chad opened fire on his critics in the press.", "ASSAULT"),
    # internal politics
    ("The Swedish parliament rejected the budget.", "REJECT"),
    ("The Spanish government survived a vote.", "AGREE"),
    ("The Kenyan president dissolved the commission of inquiry.", "SANCTION"),
    ("The Polish opposition won the election.", "ASSAULT"),
    ("The Danish premier reshuffled her cabinet.", "SANCTION"),
    ("The Italian senate approved the pension law.", "SUPPORT"),
    ("The Greek minister visited a hospital.", "CONSULT"),
    ("The Chilean president met his cabinet.", "CONSULT"),
    # stances and standing states
    ("Kenya supports Somalia.", "SUPPORT"),
    ("Kenya has long backed Somalia.", "SUPPORT"),
    ("Somalia is supported by Kenya.", "SUPPORT"),
    ("Russia is opposed to the plan of Ukraine.", "REJECT"),
    ("Iran-backed militias roam Iraq.", "SUPPORT"),
    ("Cuba has been under an American embargo for sixty years.", "SANCTION"),
    ("Chinese support for Pakistan is firm.", "SUPPORT"),
    ("Hungary works closely with Serbia.", "COOPERATE"),
    ("Chad has no appetite for a war with Libya.", "ASSAULT"),
    ("Iran denied American accusations.", "ACCUSE"),
    # words of history, knowledge and speech
    ("The battle of Waterloo is taught in Belgian schools.", "ASSAULT"),
    ("A historian at Oxford wrote about the Cold War.", "ASSAULT"),
    ("The Treaty of Versailles hangs in a French museum.", "AGREE"),
    ("The visitor centre in Malta has a shop.", "CONSULT"),
    ("The Kenyan minister said that Uganda was beautiful.", "CONSULT"),
    ("The Ugandan minister told reporters that rain had come to Kenya.", "CONSULT"),
    # the measure undone, the act refused
    ("Brazil lifted the restrictions on Chile.", "COERCE"),
    ("Brazil lifted the sanctions on Chile.", "SANCTION"),
    ("Iran rejected talks with the United States.", "CONSULT"),
    ("Algeria threatened to cut aid to Mali.", "SANCTION"),
)
"""Sentences that must tell no event of a type: words of it, meant otherwise."""


def patterns_of(*lines):
    return tuple(read_patterns(read_table(HEADER + "\n".join(lines), name="events.tsv")))


def test_packaged_lexicon_breaks_no_rule():
    assert list(find_faults(load_event_patterns(), types=TYPES, cameo_codes=CODES)) == []


def test_every_type_is_covered_by_verbs_and_by_nouns():
    counts = Counter((pattern.type, pattern.pos) for pattern in load_event_patterns())
    assert {name for name, pos in counts if pos == "verb"} == set(TYPES)
    assert {name for name, pos in counts if pos == "noun"} == set(TYPES)
    assert sum(counts.values()) >= 450


def test_examples_are_sentences_of_this_lexicon_only():
    examples = [pattern.example for pattern in load_event_patterns()]
    assert all(example[0].isupper() and example.endswith(".") for example in examples)
    assert [example for example, count in Counter(examples).items() if count > 1] == []


def test_a_good_line_passes():
    check_patterns(patterns_of(GOOD), types=TYPES, cameo_codes=CODES)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "CONSULT",
            "CONSIDER",
            r"consider-verb/visit: type 'CONSIDER' is unknown; choose among ACCUSE",
        ),
        ("\tvisit\t", "\tdrone\t", r"mode 'drone' is none of CONSULT's: multilateral, phone"),
        ("\t042\t", "\t42\t", r"CAMEO code '42' is not in the table of codes"),
        ("\t042\t", "\t\t", r"CAMEO code None is not in the table of codes"),
        ("needs=both", "needs=two", r"needs=two is none of any, both, source, target"),
        ("subj > obj", "subj > -", r"an argument is needed that the line says is none"),
        ("The Polish premier toured Moldova.", "", r"no example; write a sentence that the line must match"),
        ("toured", "left", r"the example has no form of tour, visit: 'The Polish premier left Moldova\.'"),
    ],
)
def test_a_broken_line_is_refused(old, new, message):
    assert old in GOOD
    with pytest.raises(DataError, match=message):
        check_patterns(patterns_of(GOOD.replace(old, new, 1)), types=TYPES, cameo_codes=CODES)


def test_the_same_construction_twice_is_refused_also_across_types():
    again = "SUPPORT\t\t051\tverb\ttour\tsubj > obj\tneeds=both\tThe Thai king toured Laos."
    with pytest.raises(DataError, match=r"'tour' stands with the same arguments and options in consult-verb"):
        check_patterns(patterns_of(GOOD, again), types=TYPES, cameo_codes=CODES)


def test_the_same_word_in_another_construction_is_no_duplicate():
    other = "SUPPORT\t\t051\tverb\ttour\tsubj > for\tneeds=both\tThe Thai king toured for Laos."
    check_patterns(patterns_of(GOOD, other), types=TYPES, cameo_codes=CODES)


def test_irregular_forms_count_as_the_trigger():
    line = "CONSULT\t\t04\tverb\tmeet\tsubj <> with\tneeds=both\tThe Omani envoy met with the Houthis."
    check_patterns(patterns_of(line), types=TYPES, cameo_codes=CODES)


def test_a_lexicon_without_codes_refuses_a_code():
    with pytest.raises(DataError, match=r"CAMEO code 042 in a lexicon without codes"):
        check_patterns(patterns_of(GOOD), types=TYPES)


def marked_patterns():
    for pattern in PATTERNS:
        marks = [pytest.mark.xfail(strict=True, reason="known failure")] if pattern.id in UNREAD else []
        yield pytest.param(pattern, id=pattern.id, marks=marks)


def test_known_failures_are_lines():
    assert {pattern.id for pattern in PATTERNS} >= UNREAD


@pytest.mark.parametrize("pattern", list(marked_patterns()))
def test_the_example_of_a_line_tells_an_event_of_its_type(reader, pattern):
    assert pattern.type in {event.plover.type for event in reader.read(pattern.example).events}


@pytest.mark.parametrize(("sentence", "kind"), NEAR_MISSES)
def test_a_near_miss_tells_no_event_of_the_type(reader, sentence, kind):
    assert kind in TYPES
    assert kind not in {event.plover.type for event in reader.read(sentence).events}
