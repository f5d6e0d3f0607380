"""Nominals: what a noun or an adjective is said of, and the two sides it names."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.extraction.syntax.grammar import Grammar
from dragoman.extraction.syntax.words import (
    MODIFYING,
    NOMINAL,
    VERBAL,
    antecedent,
    conjuncts,
    is_passive,
    prepositional_objects,
)


def modifiers(noun: Token) -> list[Token]:
    """Return the words before a noun that modify it, with their own modifiers and coordinations."""
    found = [word for child in noun.lefts if child.dep_ in MODIFYING for word in _modifier_tree(child)]
    if noun.dep_ in ("compound", "nmod") and noun.head.pos_ in NOMINAL:
        outer = (child for child in noun.head.lefts if child.dep_ in MODIFYING and child.i < noun.i)
        found.extend(word for child in outer for word in _modifier_tree(child))
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":  # "relations with Mali are *strained*"
        found.extend(
            word for child in noun.head.children if child.dep_ == "acomp" for word in conjuncts(child)
        )
    return found


def _modifier_tree(token: Token) -> Iterator[Token]:
    for child in token.lefts:
        if child.dep_ in MODIFYING:
            yield from _modifier_tree(child)
    yield token
    for child in token.rights:
        if child.dep_ in ("conj", "compound", "amod"):
            yield from _modifier_tree(child)


def possessors(token: Token) -> list[Token]:
    """Return the possessors of a noun, also over the name it stands before ("*Israel*'s foe Iran")."""
    carriers = [token]
    if token.dep_ in MODIFYING and token.head.pos_ == "PROPN":
        carriers.append(token.head)
    return [t for c in carriers for child in c.children if child.dep_ == "poss" for t in conjuncts(child)]


def itself(noun: Token) -> list[Token]:
    """Return the noun where it refers ("*its allies* met"), nothing where it is said of another."""
    predicated = noun.dep_ in ("attr", "oprd", "appos", "acomp")
    return [] if predicated or (noun.dep_ == "pobj" and noun.head.lower_ == "as") else [noun]


def modified(token: Token) -> list[Token]:
    """Return the noun that a modifier stands before, with what is coordinated with it."""
    if token.dep_ in ("amod", "acl", "compound", "nmod") and token.head.pos_ in NOMINAL:
        return list(conjuncts(token.head))
    if token.dep_ == "pcomp":  # "from neighbouring Malaysia", read as a verb with its object
        return [t for child in token.children if child.dep_ == "dobj" for t in conjuncts(child)]
    return modified(token.head) if token.dep_ == "conj" else []


def after_hyphen(token: Token) -> list[Token]:
    """Return what an affix is joined to: "pro-*Iranian*"."""
    doc = token.doc
    joined = token.i + 2 < len(doc) and doc[token.i + 1].text == "-"
    return [doc[token.i + 2]] if joined else []


class Nominals:
    """Finds what nouns and adjectives are said of, with the grammar's verbs."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def said_of(self, noun: Token) -> list[Token]:
        """Return what a noun is said of: copula subject, apposition, name after it, "as a N"."""
        head = noun.head
        if noun.dep_ == "conj" and head.pos_ in NOMINAL:
            return self.said_of(head)
        if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ in self._grammar.words.part:
            return self.said_of(head.head)
        if noun.dep_ in ("attr", "oprd") and head.pos_ in VERBAL:
            return self._predicated(noun, head)
        found = [t for child in noun.children if child.dep_ == "nsubj" for t in conjuncts(child)]
        if noun.dep_ == "appos" or (noun.dep_ in MODIFYING and head.pos_ == "PROPN"):
            found.extend(conjuncts(head))
        elif noun.dep_ == "pobj" and head.lower_ == "as" and head.head.pos_ in VERBAL:
            found.extend(self._grammar.objects(head.head) or self._grammar.subjects(head.head))
        found.extend(t for child in noun.children if child.dep_ == "appos" for t in conjuncts(child))
        return [*found, *_named_examples(noun, examples=self._grammar.words.example)]

    def _predicated(self, word: Token, verb: Token) -> list[Token]:
        """Return the subject of a copula, or the object in "made *Fiji* an ally"."""
        if word.dep_ == "oprd" and verb.lemma_ not in self._grammar.words.copula:
            return self._grammar.objects(verb)
        return self._grammar.subjects(verb)

    def described(self, adjective: Token) -> list[Token]:
        """Return what an adjective, or a participle used as one, is said of."""
        head = adjective.head
        if adjective.pos_ in VERBAL and adjective.dep_ not in ("amod", "acl") and is_passive(adjective):
            return self._grammar.patients(adjective)
        if head.lower_ == "as" and head.pos_ == "ADP":
            governor = head.head
            verbal = governor.pos_ in VERBAL
            return self._grammar.objects(governor) or self._grammar.subjects(governor) if verbal else []
        if adjective.dep_ == "conj" and head.pos_ == "ADJ":
            return self.described(head)
        if adjective.dep_ == "conj" and head.pos_ in NOMINAL:
            return self.said_of(head)
        if adjective.dep_ in ("acomp", "conj", "oprd", "ccomp", "xcomp", "attr") and head.pos_ in VERBAL:
            return self._predicated(adjective, head)
        if adjective.dep_ in ("amod", "acl", "appos") and head.pos_ in (*NOMINAL, "PRON"):
            return list(conjuncts(head))
        if adjective.dep_ in ("advcl", "prep") and head.pos_ in VERBAL:
            return self._grammar.subjects(head)
        return []

    def around(self, token: Token) -> list[Token]:
        """Return the subjects of the clauses around a word, the nearest that has any first."""
        for ancestor in token.ancestors:
            if ancestor.pos_ in VERBAL:
                found = self._grammar.topics(ancestor)
                if found:
                    return found
        return []

    def having(self, noun: Token) -> list[Token]:
        """Return who has something: "*forces* with air support from", "*Mali*, with the backing of"."""
        if noun.dep_ != "pobj" or noun.head.lower_ != "with":
            return []
        owner = noun.head.head
        return list(conjuncts(owner)) if owner.pos_ in NOMINAL else self._grammar.subjects(owner)

    def parties(self, trigger: Token, companion: Token | None) -> list[Token]:
        """Return the two sides of what is mediated: "a US-brokered deal *between Israel and Hamas*".

        Looked for at the noun, at what is said of it, then among the subjects around.
        """
        noun = companion
        if noun is None:
            noun = trigger.head if trigger.dep_ in ("amod", "acl", "relcl") else trigger
        for carrier in (noun, *(child for child in noun.children if child.dep_ in ("acl", "relcl", "prep"))):
            found = prepositional_objects(carrier, "between")
            if found:
                return found
        return prepositional_objects(noun, "with") or self.around(trigger)

    def doers(self, token: Token) -> list[Token]:
        """Return the subject of a verb, or of the light verb that carries a noun ("*X* gave help")."""
        if token.pos_ in VERBAL:
            return self._grammar.subjects(token)
        by = prepositional_objects(token, "by")
        if by:
            return by
        verb = self._grammar.governing_verb(token)
        if verb is None or verb.lemma_ not in self._grammar.words.light:
            return self._relative_doers(token)
        if token.dep_ == "nsubj":
            return []
        return self._grammar.subjects(verb) if token.dep_ == "nsubjpass" else self._grammar.topics(verb)

    def _relative_doers(self, noun: Token) -> list[Token]:
        """Return the subject in "the alliance that *X* has with Y", "differences *we* have with Y"."""
        for child in noun.children:
            if child.dep_ == "relcl" and child.pos_ in VERBAL:
                own = [t for t in self._grammar.subjects(child) if antecedent(t).i != noun.i]
                if own:
                    return own
        return []


def _named_examples(noun: Token, *, examples: frozenset[str]) -> list[Token]:
    """Return the members that are named: "allies such as *France*", "allies including *France*"."""
    found: list[Token] = []
    for child in noun.children:
        such_as = child.lower_ == "as" and child.i > 0 and child.doc[child.i - 1].lower_ == "such"
        if child.dep_ == "prep" and (such_as or child.lower_ in examples):
            found.extend(t for grand in child.children if grand.dep_ == "pobj" for t in conjuncts(grand))
    return found
