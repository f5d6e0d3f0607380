"""Attributions: each case gives source, cue, kind, style and content beside its sentence."""

import dataclasses

import pytest

from dragoman.codes.tables import read_table
from dragoman.errors import DataError
from dragoman.extraction.attributions.stage import AttributionIndex, AttributionStage
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.extraction.language import LanguageModel, LanguageStage
from dragoman.extraction.sentences import SentenceStage
from dragoman.lexicons.speech import load_speech, read_speech
from dragoman.records import Attribution, Mention, MentionKind, Story, Style

NOMINAL = ("NN", "NNS", "NNP", "NNPS", "PRP")
SENTENCES = SentenceStage()
STAGE = AttributionStage(load_speech())


@pytest.fixture(scope="module")
def language() -> LanguageStage:
    return LanguageStage(LanguageModel())


def with_phrases(draft: Draft) -> Draft:
    """Make every noun and pronoun that heads a phrase an actor phrase: a stand-in for the mentions."""
    phrases: list[ActorPhrase] = []
    heads: dict[tuple[int, int], int] = {}
    for number, parse in enumerate(draft.parses):
        for token in parse.doc:
            if token.tag_ not in NOMINAL or token.dep_ == "compound":
                continue
            heads[(number, token.i)] = len(phrases)
            kind = MentionKind.PERSON if token.tag_ == "NNP" else MentionKind.NOMINAL
            span = parse.span(draft.story, token.left_edge.i, token.i)
            mention = Mention(id=f"m{len(phrases)}", span=span, kind=kind)
            phrases.append(
                ActorPhrase(
                    mention=mention, parse=number, head=token.i, first=token.left_edge.i, last=token.i,
                    lemma=token.lemma_,
                )
            )  # fmt: skip
    return dataclasses.replace(draft, phrases=tuple(phrases), heads=heads)


def attribute(language: LanguageStage, text: str) -> tuple[Attribution, ...]:
    draft = SENTENCES(Draft(story=Story(id="s", text=text, sha256="")))
    draft = language(dataclasses.replace(draft, gated=tuple(range(len(draft.sentences)))))
    found = STAGE(with_phrases(draft)).attributions
    for attribution in found:
        spans = [*attribution.content, attribution.source_span, attribution.cue]
        assert all(text[s.start_char : s.end_char] == s.text for s in spans if s is not None)
    return found


def shown(attribution: Attribution) -> str:
    source = attribution.source_span.text if attribution.source_span else "-"
    cue = attribution.cue.text if attribution.cue else "-"
    content = " / ".join(span.text for span in attribution.content)
    return f"{source} | {cue} | {attribution.kind} {attribution.style} | {content}"


CASES = [
    ("Kenya said Somalia had left.", "Kenya | said | say indirect | Somalia had left"),
    ("The minister told reporters in Oslo on Monday that talks would resume.",
     "The minister | told | say indirect | that talks would resume"),
    ("Norway backs Mali, says Ann Lund, a top aide.",
     "Ann Lund, a top aide | says | say indirect | Norway backs Mali"),
    ("The republic, he said, has kept its word.",
     "he | said | say indirect | The republic / has kept its word"),
    ("“Mali is our ally. We stay,” he said.", "he | said | say direct | “Mali is our ally. We stay,”"),
    ("“We go,” said Minister Ann Lund of Norway.",
     "Minister Ann Lund of Norway | said | say direct | “We go,”"),
    ("''We go,'' the envoy said.", "the envoy | said | say direct | ''We go,''"),
    ("Lund said: “We go. We must.”", "Lund | said | say direct | “We go. We must.”"),
    ("“The pact,” she said, “is dead.”", "she | said | say direct | “The pact,” / “is dead.”"),
    ("Lund said Norway “left the path of war” in 1990.",
     "Lund | said | say mixed | Norway “left the path of war” in 1990"),
    ("“It is time,” Lund wrote, and left.", "Lund | wrote | say direct | “It is time,”"),
    ("According to the ministry, Serbia signed the deal.",
     "the ministry | According to | say indirect | Serbia signed the deal"),
    ("Serbia met Peru and has signed a deal, according to the UN.",
     "the UN | according to | say indirect | Serbia met Peru and has signed a deal"),
    ("Oman is a bridge, in the words of its envoy.",
     "its envoy | in the words of | say indirect | Oman is a bridge"),
    ("As the ambassador put it, Oman is a bridge.",
     "the ambassador | put it | say indirect | Oman is a bridge"),
    ("Officials accused Turkey of arming the rebels.",
     "Officials | accused | accuse indirect | arming the rebels"),
    ("France urged Mali to hold talks.", "France | urged | ask indirect | Mali to hold talks"),
    ("China called on Japan to apologise.", "China | called on | ask indirect | Japan to apologise"),
    ("Ghana called for a ceasefire in Sudan.",
     "Ghana | called for | ask indirect | a ceasefire in Sudan"),
    ("Peru vowed to leave the bloc.", "Peru | vowed | promise indirect | to leave the bloc"),
    ("Chad denied sending troops to Libya.", "Chad | denied | deny indirect | sending troops to Libya"),
    ("Chad denied any role in the raid.", "Chad | denied | deny indirect | any role in the raid"),
    ("Japan warned that Korea would strike.", "Japan | warned | warn indirect | that Korea would strike"),
    ("Japan warned against a strike on Korea.", "Japan | warned | warn indirect | a strike on Korea"),
    ("India believes Nepal is neutral.", "India | believes | think indirect | Nepal is neutral"),
    ("India does not believe Nepal is neutral.",
     "India | does not believe | deny indirect | Nepal is neutral"),
    ("The minister was quoted as saying that Iran would leave.",
     "The minister | saying | say indirect | that Iran would leave"),
    ("Japan is believed to have sold radar to Vietnam.",
     "- | is believed | think indirect | Japan / to have sold radar to Vietnam"),
    ("She called Mali “an enemy of peace”.", "She | called | say mixed | Mali “an enemy of peace”"),
    ("State television reported that jets hit the camp.",
     "State television | reported | say indirect | that jets hit the camp"),
    ("Asked about the raid, Omar Diaz told Radio Nord that Chad was neutral.",
     "Omar Diaz | told | say indirect | that Chad was neutral"),
    ("A spokesman, who said the talks had failed, left.",
     "A spokesman | said | say indirect | the talks had failed"),
    ("Officials speaking on condition of anonymity said Kenya would pay.",
     "Officials speaking on condition of anonymity | said | say indirect | Kenya would pay"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_one_attribution(language: LanguageStage, text: str, expected: str) -> None:
    assert [shown(attribution) for attribution in attribute(language, text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Mali and Chad met in Oslo.",
        "Kenya wants to leave the bloc.",
        "Peru refused to sign the pact.",
        "Ghana supports Togo and condemned the raid.",
        "The figures mean that trade fell.",
        "The “strategic depth” doctrine shaped policy.",
        "France called Mali on Monday.",
        "There is no doubt that trade fell.",
        "He denied them the post.",
        "The report about Mali was long.",
    ],
)
def test_no_attribution(language: LanguageStage, text: str) -> None:
    assert attribute(language, text) == ()


def test_quotations_run_on_within_and_over_paragraphs(language: LanguageStage) -> None:
    text = (
        "“Mali is a friend. That is so,” Lund said on “Focus.” “We will stay. We must.”\n\n"
        "“We have no other friend.”\n\n"
        "“And we will pay.”\n\n"
        "“They will not,” said Omar Diaz."
    )
    first, second, third, fourth = attribute(language, text)
    assert shown(first) == (
        "Lund | said | say direct | “Mali is a friend. That is so,” / “We will stay. We must.”"
    )
    assert shown(second) == "Lund | - | say direct | “We have no other friend.”"
    assert shown(third) == "Lund | - | say direct | “And we will pay.”"
    assert shown(fourth) == "Omar Diaz | said | say direct | “They will not,”"
    assert second.source == third.source == first.source is not None


def test_a_sentence_of_its_own_takes_no_quotation_before_it(language: LanguageStage) -> None:
    text = "“We go,” Lund said. “We never stay.” She denied that Mali had paid."
    assert [shown(a) for a in attribute(language, text)] == [
        "Lund | said | say direct | “We go,” / “We never stay.”",
        "She | denied | deny indirect | that Mali had paid",
    ]


def test_an_open_quotation_keeps_its_speaker(language: LanguageStage) -> None:
    text = "Lund said: “Mali is a friend. That is so.\n\n“We will stay.”"
    assert [shown(a) for a in attribute(language, text)] == [
        "Lund | said | say direct | “Mali is a friend. That is so. / “We will stay.”"
    ]


def test_a_bare_quotation_after_its_speaker(language: LanguageStage) -> None:
    assert [shown(a) for a in attribute(language, "Lund was blunt. “Mali is no friend.”")] == [
        "Lund | - | say direct | “Mali is no friend.”"
    ]
    assert [shown(a) for a in attribute(language, "Lund said the deal was dead. “It is over.”")] == [
        "Lund | said | say indirect | the deal was dead",
        "Lund | - | say direct | “It is over.”",
    ]


def test_a_quotation_is_not_taken_over_a_paragraph_that_names_nobody(language: LanguageStage) -> None:
    text = "Lund said Mali left.\n\nIt rained in Oslo all day.\n\n“We will stay in Mali for years.”"
    assert [shown(a) for a in attribute(language, text)] == ["Lund | said | say indirect | Mali left"]


def test_nested_sources(language: LanguageStage) -> None:
    text = "Chad said Mali had claimed that Togo was neutral. It rejected reports that Peru had left."
    found = attribute(language, text)
    assert [(a.id, a.parent, a.kind) for a in found] == [
        ("a1", None, "say"),
        ("a2", "a1", "say"),
        ("a3", None, "deny"),
        ("a4", "a3", "say"),
    ]
    place = text.index("Togo")
    chain = AttributionIndex(found).chain_at(start_char=place, end_char=place + 4)
    assert [a.id for a in chain] == ["a1", "a2"]


def test_an_inner_cue_reports_no_more_than_its_quotation(language: LanguageStage) -> None:
    outer, inner = sorted(
        attribute(language, "“We believe that Mali is neutral,” Lund said."), key=lambda a: a.parent or ""
    )
    assert shown(outer) == "Lund | said | say direct | “We believe that Mali is neutral,”"
    assert shown(inner) == "We | believe | think indirect | that Mali is neutral"
    assert inner.parent == outer.id


def test_source_and_cue_stand_outside_their_content(language: LanguageStage) -> None:
    text = "The republic, he said, has kept its word."
    index = AttributionIndex(attribute(language, text))
    said, kept = text.index("said"), text.index("kept")
    assert index.chain_at(start_char=said, end_char=said + 4) == ()
    assert [a.style for a in index.chain_at(start_char=kept, end_char=kept + 4)] == [Style.INDIRECT]
    assert AttributionIndex(()).chain_at(start_char=0, end_char=1) == ()


def test_a_headline_names_its_source_beside_a_colon(language: LanguageStage) -> None:
    body = "\n\nIt rained in Oslo."
    assert [shown(a) for a in attribute(language, "Minister: Talks with Mali are over" + body)] == [
        "Minister | : | say indirect | Talks with Mali are over"
    ]
    assert [shown(a) for a in attribute(language, "Talks with Mali are over: Lund" + body)] == [
        "Lund | : | say indirect | Talks with Mali are over"
    ]


def test_a_source_that_is_no_actor_phrase_has_a_span_only(language: LanguageStage) -> None:
    draft = SENTENCES(Draft(story=Story(id="s", text="The report said Mali left.", sha256="")))
    (found,) = STAGE(language(dataclasses.replace(draft, gated=(0,)))).attributions
    assert found.source is None
    assert found.source_span is not None
    assert found.source_span.text == "The report"


def test_the_doer_of_the_content_is_not_taken_for_its_source(language: LanguageStage) -> None:
    (found,) = attribute(language, "As previously announced, Chad left the bloc.")
    assert shown(found) == "- | previously announced | say indirect | Chad left the bloc"


def test_a_sentence_that_was_not_parsed_says_nothing() -> None:
    draft = SENTENCES(Draft(story=Story(id="s", text="“We go,” he said.", sha256="")))
    assert STAGE(draft).attributions == ()


def test_the_lexicon_has_breadth() -> None:
    lexicon = load_speech()
    assert sum(map(len, (lexicon.verbs, lexicon.nouns, lexicon.adjectives, lexicon.phrases))) >= 250
    assert lexicon.is_reporting_noun("claim")
    assert not lexicon.is_reporting_noun("treaty")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("say\tadverb\tsay\tthat", "line 2: part of speech 'adverb' is none of verb, noun, adj, prep, light"),
        ("say\tverb\tsing\tthat", "line 2: kind 'sing' is none of say, deny"),
        ("say\tverb\tsay\tthus", "line 2: construction 'thus' is unknown; choose among about"),
        ("say\tverb\tsay\t", "line 2: cue or constructions are empty"),
        ("say\tverb\tsay\tthat\nsay\tverb\tdeny\tthat", "line 3: 'say' \\(verb\\) has 'that' already on"),
    ],
)
def test_a_wrong_line_is_refused_with_its_place(row: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read_speech(read_table(f"cue\tpos\tkind\tconstructions\n{row}\n", name="speech.tsv"))
