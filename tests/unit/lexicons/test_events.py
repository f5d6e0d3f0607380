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
