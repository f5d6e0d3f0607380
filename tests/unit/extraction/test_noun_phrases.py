"""What a noun phrase says of its owner, title and name."""

import pytest
from phrase_actors import load_stages
from spacy.tokens import Doc

from dragoman.codes.actors.phrases.roles import load_roles
from dragoman.extraction.language import LanguageStage
from dragoman.extraction.mentions.noun_phrases import NounPhrases, is_then
from dragoman.extraction.mentions.role_nouns import RoleFinder
from dragoman.lexicons.mentions import load_mention_words

PHRASES = NounPhrases(load_mention_words().phrases)
ROLES = RoleFinder(load_roles())


def parse(text: str) -> Doc:
    stage = load_stages()[0]
    assert isinstance(stage, LanguageStage)
    return next(iter(stage._model.read([text])))


def token(doc: Doc, word: str) -> int:
    return next(t.i for t in doc if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("The foreign minister left.", "minister", "foreign minister"),
        ("The minister left.", "minister", "minister"),
        ("The Council of Ministers met.", "Council", "council of ministers"),
        ("The Council of Elders met.", "Council", None),
        ("Several nationals left.", "nationals", "national"),
        ("The Democratic National Committee met.", "National", None),
    ],
)
def test_role_nouns(text: str, word: str, noun: str | None) -> None:
    doc = parse(text)
    found = ROLES.at(doc[token(doc, word)])
    assert (found[0].noun if found else None) == noun


@pytest.mark.parametrize(
    ("text", "word", "bound"),
    [
        ("The US-backed rebels left.", "US", True),
        ("The US rebels left.", "US", False),
        ("The NATO-led troops left.", "NATO", False),
        ("The anti-Syrian politicians left.", "Syrian", True),
        ("The Syrian politicians left.", "Syrian", False),
        ("The Franco-German brigade left.", "German", False),
    ],
)
def test_bound_names(text: str, word: str, bound: bool) -> None:
    doc = parse(text)
    assert PHRASES.is_bound(doc[token(doc, word)]) is bound


@pytest.mark.parametrize(
    ("text", "head", "owner"),
    [
        ("The Iranian minister left.", "minister", "Iranian"),
        ("The minister of Iran left.", "minister", "Iran"),
        ("The ambassador to Iran left.", "ambassador", None),
        ("The ambassador of Iran left.", "ambassador", "Iran"),
        ("The troops in Iran left.", "troops", None),
        ("The rebels in Iran left.", "rebels", "Iran"),
        ("The Iran-backed rebels left.", "rebels", None),
    ],
)
def test_owners(text: str, head: str, owner: str | None) -> None:
    doc = parse(text)
    known = {t.i for t in doc if t.text in ("Iran", "Iranian")}
    at = token(doc, head)
    found = PHRASES.affiliates(doc[at], known=known, first=at, role_words=frozenset({at}))
    assert [doc[i].text for i in found] == ([owner] if owner else [])


@pytest.mark.parametrize(
    ("text", "former", "then"),
    [
        ("The former minister left.", True, False),
        ("The ousted minister left.", True, False),
        ("The then minister left.", False, True),
        ("The new minister left.", False, False),
    ],
)
def test_offices_of_the_past(text: str, former: bool, then: bool) -> None:
    head = (doc := parse(text))[token(doc, "minister")]
    words = PHRASES.left_words(head)
    assert (PHRASES.is_former(head, words), is_then(head, words)) == (former, then)
