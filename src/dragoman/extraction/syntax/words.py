"""Relations between single words of a parse that hold whatever the words are."""

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod"})
"""Edges of a word before a noun that describes it."""
OWNING = frozenset({"poss", "amod", "compound", "nmod"})
"""Edges of a name before a noun that can say whose it is."""
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
_BEFORE_HYPHEN = ("npadvmod", "compound", "amod", "nmod", "nsubj", "advmod", "dep")


def conjuncts(token: Token) -> Iterator[Token]:
    """Yield a token and everything coordinated with it, in order of text."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ not in VERBAL:
            yield from conjuncts(child)


def expanded(tokens: list[Token]) -> list[Token]:
    """Return tokens with everything coordinated with each."""
    return [member for token in tokens for member in conjuncts(token)]


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in verb.children)


def has_mark(verb: Token, word: str) -> bool:
    """Whether a word opens a verb's subordinate clause as its conjunction ("said *that* it left")."""
    return any(child.dep_ == "mark" and child.lower_ == word for child in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands in the infinitive with ``to``."""
    return any(child.tag_ == "TO" for child in verb.children if child.dep_ == "aux")


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: with its auxiliary, or a bare past participle after a noun."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" for child in verb.children):
        return False
    if verb.dep_ in ("acl", "amod", "advcl"):
        return not any(child.dep_ == "nsubj" for child in verb.children)
    return verb.dep_ == "conj" and not has_subject(verb) and is_passive(verb.head)


def is_relative(token: Token) -> bool:
    """Whether a word is a relative pronoun."""
    return token.lower_ in RELATIVE_PRONOUNS and token.tag_ in ("WDT", "WP", "IN", "DT")


def antecedent(token: Token) -> Token:
    """Return the noun a relative pronoun stands for, else the token itself."""
    if not is_relative(token):
        return token
    verb = token.head
    while verb.dep_ in ("conj", "ccomp", "xcomp") and verb.head.pos_ in VERBAL:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else token


def agents(verb: Token) -> list[Token]:
    """Return the doers of a passive: the ``by`` phrase, or the word before a hyphen ("Iran-backed")."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return expanded([grand for grand in child.children if grand.dep_ == "pobj"])
    doc = verb.doc
    hyphened = [
        c for c in verb.lefts if c.dep_ in _BEFORE_HYPHEN and c.i + 1 < len(doc) and doc[c.i + 1].text == "-"
    ]
    return expanded(hyphened)


def owners(noun: Token) -> list[Token]:
    """Return the possessors of a noun, else its ``by`` phrase."""
    for child in noun.children:
        if child.dep_ == "poss":
            return expanded([child])
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "by":
            return expanded([grand for grand in child.children if grand.dep_ == "pobj"])
    return []


def receivers(verb: Token) -> list[Token]:
    """Return the indirect objects of a verb ("gave Damascus help")."""
    return expanded([c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"][:1])


def prepositions(token: Token) -> Iterator[Token]:
    """Yield the prepositions that hang on a word, also on its particle ("pulled out of")."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "PART", "VERB"):
            yield child
        elif child.dep_ == "prt":
            yield from (grand for grand in child.children if grand.dep_ == "prep")


def prepositional_objects(token: Token, preposition: str) -> list[Token]:
    """Return what stands after a preposition that hangs on a word; ``of`` also in "outside of"."""
    for prep in prepositions(token):
        if prep.lower_ == preposition:
            found = [child for child in prep.children if child.dep_ == "pobj"]
            if found:
                return expanded([antecedent(found[0])])
        for deeper in prep.children:
            if deeper.dep_ == "prep" and deeper.lower_ == preposition and prep.i + 2 >= deeper.i:
                found = [child for child in deeper.children if child.dep_ == "pobj"]
                if found:
                    return expanded(found[:1])
    return _asked(token) if preposition == "for" else []


def _asked(verb: Token) -> list[Token]:
    """Return who is to act in "called for Iran to withdraw"."""
    for child in verb.children:
        marked = any(grand.dep_ == "mark" and grand.lower_ == "for" for grand in child.children)
        if marked and child.dep_ in ("advcl", "ccomp", "xcomp"):
            return expanded([grand for grand in child.children if grand.dep_ == "nsubj"])
    return []
