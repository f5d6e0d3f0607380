"""Class phrases: words that stand for many states ("global powers", "the West", "its allies")."""

from collections.abc import Iterable

from spacy.tokens import Token

from dragoman.codes.actors.forms import Form
from dragoman.codes.actors.phrases.classes import ActorClass
from dragoman.extraction.draft import Clues
from dragoman.extraction.mentions.noun_phrases import NAME_TAGS, NOUN_TAGS, NounPhrases
from dragoman.extraction.mentions.places import Described, Found
from dragoman.extraction.mentions.role_nouns import RoleFinder
from dragoman.extraction.syntax.words import MODIFYING
from dragoman.lexicons.mentions import MentionWords
from dragoman.records import MentionKind

_LONGEST = 4
"""How many words the phrase of a class has at most."""
_COUNTING = frozenset({"the", "both", "two", "these", "those"})
_SINGLING = frozenset({"any", "no", "another", "every"})


class ClassReader:
    """Reads the class phrase that ends at a token."""

    def __init__(
        self,
        classes: Iterable[ActorClass],
        *,
        roles: RoleFinder,
        words: MentionWords,
        phrases: NounPhrases,
    ) -> None:
        classes = tuple(classes)
        self._phrases = {phrase: _form(phrase, group) for group in classes for phrase in group.phrases}
        self._adjectives = {
            word: _form(word, group) for group in classes if group.attributive for word in group.adjectives
        }
        self._roles = roles
        self._words = words
        self._noun_phrases = phrases

    def read(self, token: Token, found: Found) -> Described | None:
        """Return the class phrase a token ends, or None."""
        best = self._longest(token)
        if best is None:
            return None
        form, first = best
        words = self._noun_phrases.left_words(token)
        if token.tag_ == "NN" and token.lemma_ in self._words.descriptions and _is_definite(words):
            return None
        if first == token.i and not self._stands_alone(token, words):
            return None
        possessors = [word for word in words if word.dep_ == "poss"]
        owners = frozenset(part.i for word in possessors for part in word.subtree)
        belongs = self._noun_phrases.affiliates(token, known=found, first=token.i, role_words=owners)
        if any(head < token.i for head in belongs) and self._roles.at(token) is not None:
            return None
        others = self._coordinated(token, first)
        clues = Clues(
            forms=(form, *(other for other, _ in others)),
            affiliates=belongs,
            definite=bool(owners),
            former=self._noun_phrases.is_former(token, words),
        )
        return min([first, *(start for _, start in others)]), token.i, MentionKind.NOMINAL, clues

    def read_adjective(self, token: Token) -> Described | None:
        """Return a class that an adjective before a noun names: "Western sanctions", "European support"."""
        form = self._adjectives.get(token.lower_)
        if form is None or not token.text[0].isupper() or token.dep_ not in MODIFYING:
            return None
        if token.head.i < token.i or token.head.tag_ not in (*NOUN_TAGS, "JJ"):
            return None
        return token.i, token.i, MentionKind.DEMONYM, Clues(forms=(form,))

    def _longest(self, token: Token) -> tuple[Form, int] | None:
        words = [_lemma(token)]
        best = None
        if words[0] in self._phrases and token.tag_ in NOUN_TAGS:
            best = (self._phrases[words[0]], token.i)
        for left in range(token.i - 1, max(-1, token.i - _LONGEST), -1):
            if token.doc[left].dep_ in ("prep", "punct", "case"):
                break
            words.insert(0, token.doc[left].lemma_)
            if " ".join(words) in self._phrases:
                best = (self._phrases[" ".join(words)], left)
        return best

    def _stands_alone(self, token: Token, words: list[Token]) -> bool:
        """Whether one bare word is enough: a plural, a name, "any country"; not "the two countries"."""
        lowers = {word.lower_ for word in words}
        if token.lower_ in self._words.phrases.compass and "the" not in lowers:
            return False
        if token.tag_ == "NNP" and token.dep_ in MODIFYING and token.head.tag_ in NAME_TAGS:
            return False
        if token.tag_ == "NNP":
            named = any(word.tag_ == "NNP" and word.head.i == token.i for word in words)
            is_common = token.lemma_ in self._words.descriptions
            return not named and not is_common
        if token.tag_ == "NN":
            return bool(lowers & _SINGLING)
        return not (token.lemma_ in self._words.descriptions and lowers & _COUNTING)

    def _coordinated(self, token: Token, first: int) -> list[tuple[Form, int]]:
        """Return the classes of coordinated adjectives: "an eastern or western power"."""
        adjectives = [word for word in token.lefts if word.dep_ == "amod"]
        others = [
            other
            for word in adjectives
            for other in (word, *word.children)
            if (other.i == word.i or other.dep_ == "conj") and other.i < first
        ]
        within = [
            other for word in adjectives if word.i >= first for other in word.children if other.dep_ == "conj"
        ]
        return [
            (self._phrases[phrase], other.i)
            for other in (*others, *within)
            if (phrase := f"{other.lemma_} {token.lemma_}") in self._phrases
        ]


def _is_definite(words: list[Token]) -> bool:
    return any(word.lower_ in ("the", "this", "that") for word in words)


def _form(text: str, group: ActorClass) -> Form:
    return Form(text=text, kind=MentionKind.NOMINAL, actor=group.code, role=None, source="classes")


def _lemma(token: Token) -> str:
    return token.lemma_.removesuffix("s") if token.tag_ == "NNPS" else token.lemma_
