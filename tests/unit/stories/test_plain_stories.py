"""Plain text: header lines, the text after them, and its offsets."""

from datetime import date

import pytest

from dragoman.errors import StoryError
from dragoman.stories.plain import read_plain


def test_headers_in_any_order_and_case() -> None:
    raw = read_plain("date: 29 October 2017\nTitle:  Talks \nURL:\nPUBLISHER: The Post\n\nIran met Oman.\n")
    assert (raw.title, raw.published_on, raw.publisher, raw.url) == (
        "Talks",
        date(2017, 10, 29),
        "The Post",
        None,
    )
    assert raw.text == "Iran met Oman.\n"


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("Title: A\n\n\nTwo blank lines.", "\nTwo blank lines."),
        ("Title: A\nNo blank line.", "No blank line."),
        ("Title: A\r\n\r\nWindows.\r\n", "Windows.\r\n"),
        ("\n  Indented, no header: as it is.", "\n  Indented, no header: as it is."),
        ("Source: is no header\nText.", "Source: is no header\nText."),
        ("A text first\nTitle: of nothing", "A text first\nTitle: of nothing"),
        ("Title: and nothing else", ""),
    ],
)
def test_the_text_is_what_follows_to_the_character(given: str, text: str) -> None:
    assert read_plain(given).text == text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("Title: A\nTitle: B\n\nText.", "two 'Title' lines"),
        ("Date: soon\n\nText.", "Date: line that is no date: the date 'soon' is not understood"),
        ("Date: 2017-02-30\n\nText.", "'2017-02-30' does not exist"),
        ("Date: 10/11/2017\n\nText.", "write it like 2017-10-29"),
    ],
)
def test_a_header_that_cannot_be_used_is_refused(given: str, words: str) -> None:
    with pytest.raises(StoryError, match=words):
        read_plain(given)
