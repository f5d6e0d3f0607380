"""What a noun phrase says about who is meant: title, affiliation, name, apposition."""

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Token

from dragoman.codes.roles import RoleNoun

_LEFT = frozenset(
    {"amod", "compound", "nmod", "poss", "npadvmod", "nummod", "quantmod", "det", "case", "punct"}
)
_AFFILIATING = frozenset({"of", "to", "for", "from", "at", "in", "with", "on", "within"})
_LONGEST_ROLE = 4
_CROWDS = frozenset({"CVL"})
"""Roles whose nouns are no role inside a name: "Democratic National Committee"."""
_POSTED = frozenset(
    "ambassador envoy consul attache attaché charge representative embassy consulate mission delegation"
    " emissary diplomat legate mediator negotiator troop force soldier army peacekeeper".split()
)
"""Nouns whose place is where they are sent, never whose they are: "ambassador to Japan"."""
_SENT = frozenset({"to", "in", "at"})
_OWNING = frozenset({"of", "from"})
_FORMER = frozenset({"former", "ex", "late", "onetime", "deposed", "ousted", "exiled", "retired"})
_LED = frozenset({"lead", "run", "base", "flag", "own", "build", "command"})
"""Participles that make their noun belong to somebody: "NATO-led troops"."""
_AGAINST = frozenset({"anti", "counter", "non", "pro", "ex", "post", "pre"})
"""Prefixes that keep a name from owning its noun: "anti-Syrian politicians"."""
_HYPHENS = frozenset({"-", "\u2013"})
_UNTITLED = frozenset(
    {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lord", "lady", "gen.", "col."}
)


class RoleFinder:
    """Finds role nouns ("supreme leader", "troops") that end at a token."""

    def __init__(self, roles: Iterable[RoleNoun]) -> None:
        self._roles: Mapping[str, RoleNoun] = {role.noun: role for role in roles}

    def at(self, token: Token) -> tuple[RoleNoun, int] | None:
        """Return the longest role noun that ends at a token, and its first token's index."""
        words = [_role_lemma(token)]
        best: tuple[RoleNoun, int] | None = None
        first = token.i
        if words[0] in self._roles:
            best = (self._roles[words[0]], first)
        for left in range(token.i - 1, max(-1, token.i - _LONGEST_ROLE - 1), -1):
            word = token.doc[left]
            if not (word.is_alpha or word.text == "-") or word.dep_ in ("det", "case", "prep"):
                break
            words.insert(0, _role_lemma(word))
            phrase = " ".join(words).replace(" - ", "-")
            if phrase in self._roles:
                best = (self._roles[phrase], left)
        best = self._followed(token, best)
        if best is not None and token.tag_ == "NNP" and best[0].role in _CROWDS:
            return None
        return best

    def _followed(self, token: Token, best: tuple[RoleNoun, int] | None) -> tuple[RoleNoun, int] | None:
        """Read on over "of": "Council of Ministers", "court of appeal"."""
        after = token.i + 2
        if after >= len(token.doc) or token.doc[token.i + 1].lower_ != "of":
            return best
        phrase = f"{_role_lemma(token)} of {_role_lemma(token.doc[after])}"
        return (self._roles[phrase], token.i) if phrase in self._roles else best

    def named(self, noun: str) -> RoleNoun | None:
        """Return a role noun by its words."""
        return self._roles.get(noun.lower())


def _role_lemma(token: Token) -> str:
    """Return the lemma of a role word; capitalised plurals are tagged as names and keep their s."""
    lemma = token.lemma_
    if token.tag_ == "NNPS" and lemma.endswith("s"):
        return lemma[:-1]
    return lemma


def left_words(head: Token) -> list[Token]:
    """Return the words before a head that belong to its noun phrase, in order of text."""
    found: list[Token] = []
    for child in head.lefts:
        if child.dep_ in _LEFT:
            found.extend(_tree(child))
    return sorted(found, key=lambda token: token.i)


def _tree(token: Token) -> Iterator[Token]:
    yield token
    if token.tag_ in ("VBN", "VBG") and token.lemma_ not in _LED:
        return
    for child in token.children:
        if child.dep_ in _LEFT or child.dep_ in ("conj", "cc"):
            yield from _tree(child)


def is_posted(noun: RoleNoun) -> bool:
    """Whether a role is one of somebody sent abroad, whose place says nothing of whose he is."""
    return noun.noun.split()[-1] in _POSTED


def is_bound(token: Token) -> bool:
    """Whether a name is tied by a hyphen to another word ("US-backed", "anti-Syrian") and owns nothing."""
    doc = token.doc
    if token.i > 1 and doc[token.i - 1].text in _HYPHENS and doc[token.i - 2].lower_ in _AGAINST:
        return True
    if token.i + 2 >= len(doc) or doc[token.i + 1].text not in _HYPHENS:
        return False
    after = doc[token.i + 2]
    return after.tag_ in ("VBN", "VBD", "VBG") and after.lemma_ not in _LED


def _is_posted_to(word: Token) -> bool:
    """Whether a name before a person's is where he is sent: "Ambassador to Japan John Doe"."""
    first = word.i
    while first > 0 and word.doc[first - 1].head == word and word.doc[first - 1].dep_ == "compound":
        first -= 1
    return first > 0 and word.doc[first - 1].lower_ in _SENT


def is_former(head: Token, words: Iterable[Token]) -> bool:
    """Whether the phrase says that the office is no longer held."""
    return any(word.lower_ in _FORMER for word in words) or head.lower_.startswith("ex-")


def is_then(words: Iterable[Token]) -> bool:
    """Whether a title was held at the time told of: "then-president Sadat"."""
    return any(word.lower_ == "then" for word in words)


def affiliates(
    head: Token, *, known: Mapping[int, object], first: int, role_words: frozenset[int]
) -> tuple[int, ...]:
    """Return the heads of known phrases that a noun belongs to: before it, else after a preposition.

    ``known`` holds the heads of phrases found so far in the parse; ``first`` is the first token of
    the role noun, whose own words do not count.
    """
    before = [
        word.i
        for word in left_words(head)
        if word.i in known and word.i not in role_words and not is_bound(word) and not _is_posted_to(word)
    ]
    if before:
        return tuple(before)
    if head.dep_ in ("compound", "appos", "nmod") and head.head.i > head.i:
        outer = [
            word.i
            for word in left_words(head.head)
            if word.i in known and word.i < first and not is_bound(word)
        ]
        if outer:
            return tuple(outer)
    owning = _OWNING if head.lemma_ in _POSTED else _AFFILIATING
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in owning:
            for grand in child.children:
                inner = [word.i for word in grand.lefts if word.i in known and word.dep_ == "compound"]
                if grand.dep_ == "pobj" and grand.i not in known and inner and grand.tag_ == "NNP":
                    return (inner[0],)
                if grand.dep_ == "pobj" and grand.i in known:
                    return (grand.i, *(c.i for c in grand.children if c.dep_ == "conj" and c.i in known))
    return ()


def proper_name(
    head: Token, doc: Doc, *, title_words: frozenset[int], taken: Mapping[int, object]
) -> str | None:
    """Return a proper name that ends at its head, titles and other actors' names left out."""
    if head.tag_ not in ("NNP", "NNPS"):
        return None
    first = head.i
    while first > 0:
        word = doc[first - 1]
        if word.i in title_words or word.i in taken or word.lower_ in _UNTITLED:
            break
        belongs = first <= word.head.i <= head.i or word.text == "-"
        if word.tag_ not in ("NNP", "NNPS", "HYPH") or not belongs:
            break
        first -= 1
    return doc[first : head.i + 1].text


def apposed(head: Token) -> int | None:
    """Return the head of the phrase in apposition to a noun, on either side."""
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ in ("NOUN", "PROPN"):
            return int(child.i)
    if head.dep_ == "appos" and head.head.pos_ in ("NOUN", "PROPN"):
        return int(head.head.i)
    return None
