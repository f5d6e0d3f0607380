"""Which words are a phrase, and where it begins and ends."""

import pytest
from phrase_actors import read_phrases


def phrases(text: str) -> list[str]:
    return [phrase.mention.span.text for phrase in read_phrases(text).phrases]


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("The Iranian foreign minister left.", "The Iranian foreign minister", "foreign"),
        ("Russia attacked Kherson Oblast.", "Kherson Oblast", "Kherson"),
        ("Russia attacked the Kherson road.", "Kherson", "Kherson road"),
        ("The European Union met.", "European Union", "European"),
        ("The European plan failed.", "European", "European plan"),
        ("An eastern or western power may join.", "eastern or western power", "western power"),
        ("Members of Hamas left.", "Members", "Members of Hamas"),
        ("The two countries agreed.", "The two countries", "countries"),
        ("Latin American leaders met.", "Latin American leaders", "American"),
        ("The Iranian \u201cforeign minister\u201d left.", "Iranian", "minister\u201d"),
    ],
)
def test_where_a_phrase_ends(text: str, inside: str, outside: str) -> None:
    found = phrases(text)
    assert inside in found
    assert outside not in found


@pytest.mark.parametrize("text", ["It rained.", "The foundation was laid.", "The family moved."])
def test_no_name_no_actor(text: str) -> None:
    assert not any(phrase.actors for phrase in read_phrases(text).phrases if phrase.clues.description != "it")


def test_heads_find_their_phrases() -> None:
    draft = read_phrases("The Iranian minister met Hamas in Doha.")
    assert [draft.phrase_at(p.parse, p.head) for p in draft.phrases] == list(draft.phrases)


def test_spans_are_the_storys_own_words() -> None:
    text = "\u201cU.S.-backed rebels\u201d met Saudi\u2013Iranian envoys."
    draft = read_phrases(text)
    assert draft.phrases
    for phrase in draft.phrases:
        span = phrase.mention.span
        assert text[span.start_char : span.end_char] == span.text
