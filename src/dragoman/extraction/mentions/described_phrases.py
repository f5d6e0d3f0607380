"""Described phrases: noun phrases that no name table holds, read by their words.

Roles ("the Iranian foreign minister"), unknown names with what is said of them, definite
descriptions ("the Arab country") and nouns that hand on to what follows "of".
"""

from spacy.tokens import Token

from dragoman.codes.actors.phrases.roles import RoleNoun
from dragoman.extraction.draft import Clues
from dragoman.extraction.mentions.noun_phrases import (
    NAME_TAGS,
    NOUN_TAGS,
    NounPhrases,
    apposed,
    is_then,
)
from dragoman.extraction.mentions.places import Described, Found, PlaceFinder
from dragoman.extraction.mentions.role_nouns import RoleFinder
from dragoman.extraction.syntax.words import MODIFYING
from dragoman.lexicons.mentions import MentionWords
from dragoman.lexicons.pronouns import COUNTED, ORDERED
from dragoman.records import MentionKind

_DEFINITE = frozenset({"both", "the", "this", "that", "these", "those"})
_DESCRIBING = frozenset({"the", "this", "that", "both", "two", "these", "three"})


class PhraseReader:
    """Reads the noun phrase that a token heads, if it describes an actor."""

    def __init__(self, *, roles: RoleFinder, words: MentionWords, phrases: NounPhrases) -> None:
        self._roles = roles
        self._words = words
        self._phrases = phrases
        self._places = PlaceFinder(words.phrases)

    def read(self, token: Token, found: Found) -> Described | None:
        """Return the phrase a token heads, or None. ``found`` holds the parse's phrases so far."""
        for reading in (self._role, self._description, self._name, self._handed_on):
            described = reading(token, found)
            if described is not None:
                return described
        return None

    def title_of(self, head: Token) -> RoleNoun | None:
        """Return the title before a name: "Foreign Minister" in "Foreign Minister Wang"."""
        titles = [
            title[0] for word in self._phrases.left_words(head) if (title := self._roles.at(word)) is not None
        ]
        return titles[-1] if titles else None

    def office(self, noun: str | None) -> RoleNoun | None:
        """Return the role noun of an office in the table of leaders."""
        return None if noun is None else self._roles.named(noun)

    def is_title(self, token: Token) -> bool:
        """Whether a role noun ends at a token."""
        return self._roles.at(token) is not None

    def has_title(self, head: Token) -> bool:
        """Whether a compound word before a name is its title."""
        return any(word.dep_ == "compound" and self.is_title(word) for word in self._phrases.left_words(head))

    def _role(self, token: Token, found: Found) -> Described | None:
        """Read "the Iranian foreign minister", "rebels in Syria"."""
        role = self._roles.at(token)
        if role is None or (token.dep_ in MODIFYING and token.head.tag_ not in NOUN_TAGS):
            return None
        noun, first = role
        words = self._phrases.left_words(token)
        clues = Clues(
            noun=noun,
            affiliates=self._phrases.affiliates(
                token, known=found, first=first, role_words=frozenset(range(first, token.i + 1))
            ),
            apposed=apposed(token),
            place=self._places.place_of(token, found),
            former=self._phrases.is_former(token, words),
            definite=any(word.lower_ in _DEFINITE for word in words),
            counted=self._phrases.is_counted(token, words),
        )
        start = min([first, *(word.i for word in words if word.dep_ != "punct")])
        return start, token.i, MentionKind.NOMINAL, clues

    def _name(self, token: Token, found: Found) -> Described | None:
        """Read a proper name that no table holds, with its title if it has one."""
        if token.tag_ not in NAME_TAGS or token.dep_ in MODIFYING:
            return None
        words = self._phrases.left_words(token)
        plain = [word for word in words if word.i not in found or not found[word.i][3].forms]
        titles = [(role, word) for word in plain if (role := self._roles.at(word)) is not None]
        title_words = frozenset(i for (_, first), word in titles for i in range(first, word.i + 1))
        name = self._phrases.proper_name(token, title_words=title_words, taken=found)
        if name is None:
            return None
        nearest = frozenset(range(titles[-1][0][1], titles[-1][1].i + 1)) if titles else frozenset()
        belongs = self._phrases.affiliates(token, known=found, first=token.i, role_words=nearest)
        institution = self._words.institutions.get(token.lower_)
        if institution is not None and (belongs or _is_named_body(token, words, name)):
            body = RoleNoun(
                noun=name.lower(), role=institution, kind="body", inherits=False, where="institutions.tsv"
            )
            clues = Clues(noun=body, affiliates=belongs, apposed=apposed(token), definite=not belongs)
            return min([token.i, *(word.i for word in words)]), token.i, MentionKind.NAME, clues
        clues = Clues(
            noun=titles[-1][0][0] if titles else None,
            affiliates=belongs,
            apposed=apposed(token),
            person=name,
            former=self._phrases.is_former(token, words),
            then=is_then(token, words),
            heads=self._phrases.headed_by(token),
        )
        first = min([token.i - len(name.split()) + 1, *(word.i for word in words if word.dep_ != "punct")])
        return max(first, 0), token.i, MentionKind.PERSON, clues

    def _description(self, token: Token, found: Found) -> Described | None:
        """Read "the country", "both sides", "the Arab country"."""
        if is_ordered(token):
            clues = Clues(description=token.lower_, definite=True)
            return token.i - 1, token.i, MentionKind.NOMINAL, clues
        counted = is_counted_pronoun(token)
        if token.lemma_ not in self._words.descriptions and not counted:
            return None
        words = self._phrases.left_words(token)
        if token.i > 0 and token.doc[token.i - 1].text == "-":
            return None
        if token.tag_ in NAME_TAGS and any(word.tag_ in NAME_TAGS for word in words):
            return None
        determined = any(word.lower_ in _DESCRIBING or word.dep_ == "poss" for word in words)
        if not determined and not counted:
            return None
        belongs = self._phrases.affiliates(token, known=found, first=token.i, role_words=frozenset({token.i}))
        first = min([token.i, *(word.i for word in words if word.dep_ != "punct")])
        clues = Clues(description=token.lemma_, affiliates=belongs, definite=True)
        return first, token.i, MentionKind.NOMINAL, clues

    def _handed_on(self, token: Token, found: Found) -> Described | None:
        """Read "an array of militant groups", "members of Hamas": what follows "of" is meant."""
        kind = self._words.transparent.get(token.lemma_)
        if kind is None:
            return None
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        clues = Clues(transparent=inner.i, description=token.lemma_, counted=kind == "number")
                        return token.i, token.i, MentionKind.NOMINAL, clues
        return None


def _is_named_body(token: Token, words: list[Token], name: str) -> bool:
    """Whether "the Federal Communications Commission", "the Office of Trade" stands for its state's body."""
    followed = any(child.dep_ == "prep" and child.lower_ == "of" for child in token.children)
    return (" " in name or followed) and any(word.lower_ == "the" for word in words)


def is_ordered(token: Token) -> bool:
    """Whether a token is "the former" or "the latter" used as a noun."""
    bare = token.lower_ in ORDERED and token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "poss")
    return bare and token.i > 0 and token.doc[token.i - 1].lower_ == "the"


def is_counted_pronoun(token: Token) -> bool:
    """Whether a token is "the two" or "both" used as a noun."""
    return token.lower_ in COUNTED and token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj")
