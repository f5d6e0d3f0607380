"""Topics: what somebody speaks of; each line of the table finds the topic its own example marks."""

import dataclasses

import pytest
from phrase_actors import load_stages

from dragoman.codes.tables import read_table
from dragoman.errors import DataError
from dragoman.extraction.attributions.stage import AttributionStage
from dragoman.extraction.draft import Draft
from dragoman.extraction.sentences import SentenceStage
from dragoman.lexicons.speech import load_speech
from dragoman.lexicons.topics import TopicCue, load_topics, read_topics
from dragoman.records import Story

TOPICS = load_topics()
HEADER = "cue\tpos\tkind\tconstruction\texample\n"


def read(text: str) -> Draft:
    draft = SentenceStage()(Draft(story=Story(id="x", text=text, sha256="")))
    draft = dataclasses.replace(draft, gated=tuple(range(len(draft.sentences))))
    language, mentions, *_ = load_stages()
    return AttributionStage(load_speech(), TOPICS)(mentions(language(draft)))


def contents(draft: Draft) -> set[str]:
    return {span.text for one in draft.attributions for span in one.content}


CUES = [cue for words in (TOPICS.verbs, TOPICS.nouns) for cues in words.values() for cue in cues]


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: f"{cue.word}-{cue.construction}")
def test_a_line_finds_the_topic_of_its_example(cue: TopicCue) -> None:
    marked = cue.example[cue.example.index("[") + 1 : cue.example.index("]")]
    found = contents(read(cue.example.replace("[", "").replace("]", "")))
    assert any(marked in content or content in marked for content in found), found


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Criticism of the plan grew.", "the plan"),
        ("The mine backed onto the river.", "the river"),
        ("Norway talked at length.", "length"),
    ],
)
def test_near_misses_are_no_topics(text: str, absent: str) -> None:
    assert absent not in contents(read(text))


def test_nobody_vouches_for_a_topic() -> None:
    draft = read("Norway criticised the new tariffs. Chad said that Mali had left.")
    assert len(draft.topics) == 1
    assert [one.source_span.text for one in draft.speeches() if one.source_span] == ["Chad"]


def test_an_appeal_for_a_thing_is_a_topic_and_one_with_a_clause_is_none() -> None:
    draft = read("Peru appealed for support. Chile appealed for Peru to leave the pact.")
    assert len(draft.topics) == 1
    assert len(draft.attributions) == 2


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("call\tadverb\tsay\tobject\tA call.\n", "line 2: part of speech 'adverb' is none of"),
        ("call\tverb\tshout\tobject\tA call.\n", "line 2: kind 'shout' is none of"),
        ("call\tverb\tsay\tobject\tA.\ncall\tverb\task\tobject\tB.\n", "line 3: 'call verb object' stands"),
    ],
)
def test_a_broken_table_is_refused(lines: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        read_topics(read_table(HEADER + lines, name="topics.tsv"))
    assert message in str(caught.value)
