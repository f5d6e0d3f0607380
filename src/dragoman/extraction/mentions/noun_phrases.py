"""What a noun phrase says about who is meant: title, affiliation, name, apposition."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from spacy.tokens import Doc, Token

from dragoman.codes.actors.phrases.roles import RoleNoun
from dragoman.lexicons.mentions import PhraseWords

_LEFT = frozenset(
    {"amod", "compound", "nmod", "poss", "npadvmod", "nummod", "quantmod", "det", "case", "punct"}
)
"""Dependencies of what stands before a noun and modifies it."""
NAME_TAGS = ("NNP", "NNPS")
NOUN_TAGS = ("NN", "NNS", *NAME_TAGS)
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_SEEMING = frozenset({"seem", "appear", "happen", "take"})
"""Verbs whose "it" stands for the clause after them."""
_WEATHER = frozenset({"rain", "snow", "hail", "thunder"})
_HYPHENS = frozenset({"-", "\u2013"})


class NounPhrases:
    """Reads what stands around the head of a noun phrase, with the words of ``noun_phrases.tsv``."""

    def __init__(self, words: PhraseWords) -> None:
        self.words = words

    def left_words(self, head: Token) -> list[Token]:
        """Return the words before a head that belong to its noun phrase, in order of text."""
        found = (word for child in head.lefts if child.dep_ in _LEFT for word in self._tree(child))
        return sorted(found, key=lambda token: token.i)

    def _tree(self, token: Token) -> Iterator[Token]:
        yield token
        if token.tag_ in ("VBN", "VBG") and token.lemma_ not in self.words.led:
            return
        for child in token.children:
            if child.dep_ in _LEFT or child.dep_ in ("conj", "cc"):
                yield from self._tree(child)

    def is_posted(self, noun: RoleNoun) -> bool:
        """Whether a role is one of somebody sent abroad, whose place says nothing of whose he is."""
        return noun.noun.split()[-1] in self.words.posted

    def is_bound(self, token: Token) -> bool:
        """Whether a hyphen ties a name to another word ("US-backed", "anti-Syrian"): it owns nothing."""
        doc = token.doc
        if token.i > 1 and doc[token.i - 1].text in _HYPHENS and doc[token.i - 2].lower_ in self.words.apart:
            return True
        if token.i + 2 >= len(doc) or doc[token.i + 1].text not in _HYPHENS:
            return False
        after = doc[token.i + 2]
        return after.tag_ in ("VBN", "VBD", "VBG") and after.lemma_ not in self.words.led

    def headed_by(self, person: Token) -> int | None:
        """Return the head of what a person leads, said after the name: "X, who heads the delegation"."""
        for clause in person.children:
            if clause.dep_ == "relcl" and clause.lemma_ in self.words.heading:
                subject = any(child.dep_ == "nsubj" and child.lower_ == "who" for child in clause.children)
                led = [child.i for child in clause.children if child.dep_ == "dobj"]
                return led[0] if subject and led else None
        return None

    def is_former(self, head: Token, words: Iterable[Token]) -> bool:
        """Whether the phrase says that the office is no longer held."""
        return any(word.lower_ in self.words.former for word in words) or head.lower_.startswith("ex-")

    def is_counted(self, token: Token, words: Iterable[Token]) -> bool:
        """Whether a noun is counted: "two Colombians", "several Israelis"."""
        counting = (word for word in words if word.tag_ == "CD" or word.lower_ in self.words.quantity)
        return any(word.head.i == token.i for word in counting)

    def affiliates(
        self, head: Token, *, known: Collection[int], first: int, role_words: frozenset[int]
    ) -> tuple[int, ...]:
        """Return the heads of known phrases that a noun belongs to: before it, else after a preposition.

        ``known`` holds the heads of phrases found so far in the parse; ``first`` is the first token of
        the role noun, whose own words, ``role_words``, do not count.
        """
        before = [
            word.i
            for word in self.left_words(head)
            if word.i in known
            and word.i not in role_words
            and word.lower_ not in self.words.rank
            and not self.is_bound(word)
            and not self._is_posted_to(word)
        ]
        if before:
            return tuple(_outermost(head.doc, before))
        if head.dep_ in ("compound", "appos", "nmod") and head.head.i > head.i:
            outer = [
                word.i
                for word in self.left_words(head.head)
                if word.i in known and word.i < first and not self.is_bound(word)
            ]
            if outer:
                return tuple(outer)
        return self._after_preposition(head, known=known)

    def _after_preposition(self, head: Token, *, known: Collection[int]) -> tuple[int, ...]:
        """Return the owners after "of" and the like; of a posted noun only "of" and "from" name them."""
        wanted = self.words.owning if head.lemma_ in self.words.posted else self.words.affiliating
        for child in head.children:
            if child.dep_ != "prep" or child.lower_ not in wanted:
                continue
            for owner in child.children:
                inner = [word.i for word in owner.lefts if word.i in known and word.dep_ == "compound"]
                if owner.dep_ == "pobj" and owner.i not in known and inner and owner.tag_ == "NNP":
                    return (inner[0],)
                if owner.dep_ == "pobj" and owner.i in known:
                    return (owner.i, *(c.i for c in owner.children if c.dep_ == "conj" and c.i in known))
        return ()

    def _is_posted_to(self, word: Token) -> bool:
        """Whether a name before a person's is where he is sent: "Ambassador to Japan John Doe"."""
        first = word.i
        while first > 0 and word.doc[first - 1].head.i == word.i and word.doc[first - 1].dep_ == "compound":
            first -= 1
        return first > 0 and word.doc[first - 1].lower_ in self.words.sent

    def proper_name(
        self, head: Token, *, title_words: frozenset[int], taken: Mapping[int, object]
    ) -> str | None:
        """Return a proper name that ends at its head, titles and other actors' names left out."""
        if head.tag_ not in NAME_TAGS:
            return None
        doc, first = head.doc, head.i
        while first > 0:
            word = doc[first - 1]
            if word.i in title_words or word.i in taken or word.lower_ in self.words.address:
                break
            belongs = first <= word.head.i <= head.i or word.text == "-"
            if word.tag_ not in (*NAME_TAGS, "HYPH") or not belongs:
                break
            first -= 1
        return doc[first : head.i + 1].text


def _outermost(doc: Doc, owners: list[int]) -> Iterator[int]:
    """Yield the owners that do not stand inside another: "the Iranian army's chief" is the army's."""
    for owner in owners:
        if doc[owner].dep_ not in ("amod", "poss") or doc[owner].head.i not in owners:
            yield owner


def is_then(head: Token, words: Iterable[Token]) -> bool:
    """Whether a title was held at the time told of: "then-president Sadat"."""
    words = tuple(words)
    before = min((word.i for word in words), default=head.i) - 1
    if before > 0 and head.doc[before].text == "-":
        before -= 1
    return any(word.lower_ == "then" for word in words) or (before >= 0 and head.doc[before].lower_ == "then")


def is_expletive(token: Token) -> bool:
    """Whether "it" only holds the place of a subject: "it was said that", "it is likely that"."""
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    clauses = {child.dep_ for child in verb.children}
    if token.dep_ == "nsubjpass":
        return "ccomp" in clauses
    empty = (verb.lemma_ == "be" and "acomp" in clauses) or verb.lemma_ in _SEEMING
    return verb.lemma_ in _WEATHER or (empty and bool(clauses & {"ccomp", "csubj", "xcomp", "advcl"}))


def apposed(head: Token) -> int | None:
    """Return the head of the phrase in apposition to a noun, on either side."""
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ in ("NOUN", "PROPN"):
            return int(child.i)
    if head.dep_ == "appos" and head.head.pos_ in ("NOUN", "PROPN"):
        return int(head.head.i)
    return None
