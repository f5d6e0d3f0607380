"""Quotation marks paired: the quotations a text holds, and the near misses beside them."""

import itertools

import pytest

from dragoman.extraction.draft import Draft
from dragoman.extraction.quotations import read_quotations, speaking_sentences
from dragoman.extraction.sentences import SentenceStage, paragraphs
from dragoman.records import Story


def quoted(text: str) -> list[str]:
    found = read_quotations(text, tuple(paragraphs(text)))
    return [text[q.start_char : q.end_char] + ("…" if q.open_ended else "") for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We leave,” she said. “Now.”", ["“We leave,”", "“Now.”"]),
        ('"We leave," she said. "Now."', ['"We leave,"', '"Now."']),
        ("«We leave», she said.", ["«We leave»"]),
        ("``We leave,'' she said.", ["``We leave,''"]),
        ("''We leave,'' she said. ''Now.''", ["''We leave,''", "''Now.''"]),
        ("The ‘peace bridge’ is shut.", ["‘peace bridge’"]),
        ("Oslo's 'peace bridge' is shut.", ["'peace bridge'"]),
        ("‘We won’t go,’ she said.", ["‘We won’t go,’"]),
        ("The ‘allies’ plan for the north’ is dead.", ["‘allies’ plan for the north’"]),
        ("“He told us ‘no’ and left,” she said.", ["“He told us ‘no’ and left,”"]),
        ("“The “old” pact is dead,” she said.", ["“The “old” pact is dead,”"]),
        ('"We leave,” she said. "Now."', ['"We leave,”', '"Now."']),
        ('“We leave," she said.', ['“We leave,"']),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mali’s army and the rebels’ camp.",
        "Mali's army and the rebels' camp.",
        "The crisis of the '90s and '80s in the workers' party.",
        'A wall 6" thick and 9" high.',
        "Tell 'em we left, Lund's aides' said.",
    ],
)
def test_apostrophes_and_inches_open_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_quotation_runs_on_into_a_paragraph_that_opens_with_a_mark() -> None:
    text = "“We leave. We do.\n\n“Now,” she said."
    assert quoted(text) == ["“We leave. We do.…", "“Now,”"]


def test_a_stray_mark_does_not_swallow_its_paragraph() -> None:
    assert quoted('The ship "Aurora left port.\n\nIt rained.') == []
    assert quoted("She said: “We leave. We do.\n\nIt rained.") == ["“We leave. We do.…"]


def test_quotations_never_overlap_and_slice_back() -> None:
    text = "“A “b” c” and “d” or “e ‘f’ g”. 'H' and ``i'' said."
    found = read_quotations(text, tuple(paragraphs(text)))
    assert len(found) == 5
    for before, after in itertools.pairwise(found):
        assert before.end_char <= after.start_char


def test_the_gate_is_told_which_sentences_name_the_speaker() -> None:
    text = (
        "Lund was blunt. “Mali is our ally. We stay. We fight,” he said.\n\n“We pay,” he added.\n\nIt rained."
    )
    draft = SentenceStage()(Draft(story=Story(id="s", text=text, sha256="")))
    words = [sentence.span.text for sentence in draft.sentences]
    chosen = speaking_sentences(draft.sentences, draft.quotations, (1,))
    assert [words[i] for i in chosen] == [
        "Lund was blunt.",
        "“Mali is our ally.",
        "We fight,” he said.",
        "“We pay,” he added.",
    ]
    assert speaking_sentences(draft.sentences, draft.quotations, (5,)) == (5,)
