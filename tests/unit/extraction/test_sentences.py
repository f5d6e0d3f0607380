"""Sentences, headlines and datelines, with offsets that slice back."""

import pytest

from dragoman.extraction.draft import Draft
from dragoman.extraction.sentences import SentenceStage, dateline_end
from dragoman.records import Story

STAGE = SentenceStage()


def parts(text: str) -> list[tuple[str, str]]:
    draft = STAGE(Draft(story=Story(id="s", text=text, sha256="")))
    for sentence in draft.sentences:
        assert text[sentence.span.start_char : sentence.span.end_char] == sentence.span.text
    return [(sentence.part, sentence.span.text) for sentence in draft.sentences]


def bodies(text: str) -> list[str]:
    return [words for _, words in parts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Lt. Col. Amin met Gen. Okoro.",
        "Sen. Lee and Rep. Diaz flew to St. Petersburg.",
        "The talks of Jan. 4 failed.",
        "Article No. 5 binds Norway vs. Sweden.",
        "U.S. President Lee met U.N. envoys.",
        "“Why now?” she asked.",
        "“Never!” shouted the crowd.",
        "It was signed by Ann Diaz (D-S.C.), the chair.",
    ],
)
def test_abbreviations_and_marks_end_no_sentence(text: str) -> None:
    assert bodies(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in the U.S. The talks failed.", ["They met in the U.S.", "The talks failed."]),
        ("He left in Jan. The talks failed.", ["He left in Jan.", "The talks failed."]),
        ("“We go,” he said this week. “We must.”", ["“We go,” he said this week.", "“We must.”"]),
        ("“We go.” The crowd left.", ["“We go.”", "The crowd left."]),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("KHARTOUM, May 3 (Reuters) - Sudan left.", "KHARTOUM, May 3 (Reuters) -"),
        ("OSLO (AP) — Norway left.", "OSLO (AP) —"),
        ("OSLO, 3 May -- Norway left.", "OSLO, 3 May --"),
        ("SAN JOSÉ, Costa Rica — Peru left.", "SAN JOSÉ, Costa Rica —"),
        ("PARIS/ROME (AFP) – Italy left.", "PARIS/ROME (AFP) –"),
        ("NEW DELHI — India left.", "NEW DELHI —"),
        ("UNITED NATIONS, Oct. 29, 2019 (AP) — Peru left.", "UNITED NATIONS, Oct. 29, 2019 (AP) —"),
        ("Dubai (AFP) – Oman left.", "Dubai (AFP) –"),
        ("(Reuters) - Oman left.", "(Reuters) -"),
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(text: str, dateline: str) -> None:
    (first, words), (second, rest) = parts(text)
    assert (first, words, second) == ("dateline", dateline, "body")
    assert rest == text[len(dateline) :].strip()


@pytest.mark.parametrize(
    "text",
    [
        "NATO — long divided — met.",
        "Norway - the host - left.",
        "The AU (African Union) - met.",
        "OPEC-led cuts went on.",
        "Kenya (and Uganda) left.",
    ],
)
def test_what_only_looks_like_a_dateline(text: str) -> None:
    assert dateline_end(text, 0) is None


def test_short_first_lines_are_headlines() -> None:
    text = "World\n\nNorway leaves pact\n\nNorway left the pact.\n\nA crosshead\n\nIt rained."
    assert [part for part, _ in parts(text)] == ["headline", "headline", "body", "body", "body"]


def test_a_headline_above_a_dateline_needs_no_blank_line() -> None:
    text = "Norway leaves pact\nOSLO (AP) — Norway left the\npact on Monday."
    assert parts(text) == [
        ("headline", "Norway leaves pact"),
        ("dateline", "OSLO (AP) —"),
        ("body", "Norway left the\npact on Monday."),
    ]


def test_a_text_of_one_line_without_a_full_stop_is_a_headline() -> None:
    assert parts("Norway leaves pact") == [("headline", "Norway leaves pact")]
    assert parts("Norway leaves pact.") == [("body", "Norway leaves pact.")]
    assert parts("Norway left the pact.\n\nIt rained.")[0][0] == "body"


def test_paragraphs_are_counted() -> None:
    draft = STAGE(Draft(story=Story(id="s", text="One came. Two came.\n\nThree came.", sha256="")))
    assert [sentence.paragraph for sentence in draft.sentences] == [0, 0, 1]
