"""Slots: the places where a pattern looks for its arguments (docs/lexicons.md)."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from dragoman.extraction.arguments import (
    antecedent,
    conjuncts,
    governing_verb,
    noun_doers,
    objects,
    prepositional_objects,
    receivers,
    subjects,
)

_VERBAL = frozenset({"VERB", "AUX"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod"})
_PARTS = frozenset({"one", "some", "part", "many", "most", "two", "among"})
_COPULAS = frozenset({"be", "become", "remain", "stay", "seem", "appear"})


def modifiers(noun: Token) -> list[Token]:
    """Return the words before a noun that modify it, with their own modifiers and coordinations."""
    found: list[Token] = []
    for child in noun.lefts:
        if child.dep_ in _MODIFIERS:
            found.extend(_modifier_tree(child))
    if noun.dep_ in ("compound", "nmod") and noun.head.pos_ in ("NOUN", "PROPN"):
        outer = (child for child in noun.head.lefts if child.dep_ in _MODIFIERS and child.i < noun.i)
        found.extend(word for child in outer for word in _modifier_tree(child))
    return found


def _modifier_tree(token: Token) -> Iterator[Token]:
    for child in token.lefts:
        if child.dep_ in _MODIFIERS:
            yield from _modifier_tree(child)
    yield token
    for child in token.rights:
        if child.dep_ in ("conj", "compound", "amod"):
            yield from _modifier_tree(child)


def said_of(noun: Token) -> list[Token]:
    """Return what a noun is said of: copula subject, apposition, name after it, "as a N"."""
    head = noun.head
    if noun.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN"):
        return said_of(head)
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ in _PARTS:
        return said_of(head.head)
    if noun.dep_ in ("attr", "oprd") and head.pos_ in ("VERB", "AUX"):
        if noun.dep_ == "oprd" and head.lemma_ not in _COPULAS:
            return objects(head)
        return subjects(head)
    found: list[Token] = [t for child in noun.children if child.dep_ == "nsubj" for t in conjuncts(child)]
    if noun.dep_ == "appos":
        found.extend(conjuncts(head))
    elif noun.dep_ in _MODIFIERS and head.pos_ == "PROPN":
        found.extend(conjuncts(head))
    elif noun.dep_ == "pobj" and head.lower_ == "as":
        governor = head.head
        if governor.pos_ in ("VERB", "AUX"):
            found.extend(objects(governor) or subjects(governor))
    found.extend(token for child in noun.children if child.dep_ == "appos" for token in conjuncts(child))
    for child in noun.children:
        if child.dep_ == "prep" and (child.lower_ in ("like", "including", "namely") or _is_such_as(child)):
            found.extend(t for g in child.children if g.dep_ == "pobj" for t in conjuncts(g))
    return found


def _is_such_as(preposition: Token) -> bool:
    return preposition.lower_ == "as" and preposition.i > 0 and preposition.doc[preposition.i - 1].lower_ == "such"


def main_subjects(token: Token) -> list[Token]:
    """Return the subjects of the clauses around a word, the nearest that has any first."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            found = subjects(ancestor) or objects(ancestor)
            if found:
                return found
    return []


def parties(trigger: Token, companion: Token | None) -> list[Token]:
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
    return prepositional_objects(noun, "with") or main_subjects(trigger)


def having(noun: Token) -> list[Token]:
    """Return who has something: "*forces* with air support from", "*Mali*, with the backing of"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "with":
        return []
    owner = noun.head.head
    return list(conjuncts(owner)) if owner.pos_ in ("NOUN", "PROPN") else subjects(owner)


def after_hyphen(token: Token) -> list[Token]:
    """Return what an affix is joined to: "pro-*Iranian*"."""
    doc = token.doc
    if token.i + 2 < len(doc) and doc[token.i + 1].text == "-":
        return [doc[token.i + 2]]
    return []


def _verb_doers(token: Token, light: frozenset[str]) -> list[Token]:
    """Return the subject of a verb, or of the light verb that carries a noun ("gave help")."""
    if token.pos_ in ("VERB", "AUX"):
        return subjects(token)
    by = [t for t in prepositional_objects(token, "by")]
    if by:
        return by
    verb = governing_verb(token)
    if verb is None or verb.lemma_ not in light:
        return _acl_doers(token)
    if token.dep_ == "nsubjpass":
        return subjects(verb)
    if token.dep_ == "nsubj":
        return []
    return subjects(verb)


def _acl_doers(noun: Token) -> list[Token]:
    """Return the subject in "the alliance that X has with Y", "differences we have with Y"."""
    for child in noun.children:
        if child.dep_ == "relcl" and child.pos_ in ("VERB", "AUX"):
            own = [t for t in subjects(child) if antecedent(t).i != noun.i]
            if own:
                return own
    return []


def _noun_objects(token: Token) -> list[Token]:
    return objects(token) if token.pos_ in ("VERB", "AUX") else []


def _heads(token: Token) -> list[Token]:
    """Return the noun that a modifier stands before, with what is coordinated with it."""
    if token.dep_ in ("amod", "acl", "compound", "nmod") and token.head.pos_ in ("NOUN", "PROPN"):
        return list(conjuncts(token.head))
    if token.dep_ == "pcomp":  # "from neighbouring Malaysia", read as a verb with its object
        return [t for child in token.children if child.dep_ == "dobj" for t in conjuncts(child)]
    if token.dep_ == "conj":
        return _heads(token.head)
    return []


def _possessors(token: Token) -> list[Token]:
    return [t for child in token.children if child.dep_ == "poss" for t in conjuncts(child)]


def _adjective_subjects(token: Token) -> list[Token]:
    if token.head.lower_ == "as" and token.head.pos_ == "ADP":
        governor = token.head.head
        return objects(governor) or subjects(governor) if governor.pos_ in _VERBAL else []
    if token.dep_ in ("acomp", "conj", "oprd", "ccomp", "xcomp", "attr", "ROOT"):
        head = token.head
        if head.pos_ in ("VERB", "AUX"):
            return objects(head) if token.dep_ == "oprd" and head.lemma_ not in _COPULAS else subjects(head)
        if token.dep_ == "conj" and head.pos_ == "ADJ":
            return _adjective_subjects(head)
        if token.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN"):
            return said_of(head)
    if token.dep_ in ("amod", "acl") and token.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return list(conjuncts(token.head))
    if token.dep_ == "appos":
        return list(conjuncts(token.head))
    if token.dep_ in ("advcl", "prep"):
        head = token.head
        return subjects(head) if head.pos_ in ("VERB", "AUX") else []
    return []


def _prepositional(token: Token, companion: Token | None, preposition: str) -> list[Token]:
    """Look for a preposition on the trigger, its companion noun, or the verb that governs it."""
    for carrier in (token, companion):
        if carrier is not None:
            found = prepositional_objects(carrier, preposition)
            if found:
                return found
    if token.pos_ in ("NOUN", "PROPN"):
        verb = governing_verb(token)
        if verb is not None:
            after = [t for t in prepositional_objects(verb, preposition) if t.i > token.i]
            if after and not _other_noun_between(token, after[0]):
                return after
            if token.dep_ == "pobj":  # "works *with Russia* in the framework of a partnership"
                before = [t for t in prepositional_objects(verb, preposition) if t.i < token.i]
                if before:
                    return before
        if token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN"):
            return _prepositional(token.head, None, preposition)
        if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NOUN":
            found = [t for t in prepositional_objects(token.head.head, preposition) if t.i > token.i]
            if found:  # "the balance of trade between"
                return found
        later = [c for c in token.children if c.dep_ == "conj" and c.pos_ == "NOUN"]
        for noun in later:
            found = prepositional_objects(noun, preposition)
            if found:
                return found
        for child in token.children:
            if child.dep_ in ("relcl", "acl") and child.pos_ in ("VERB", "AUX"):
                found = prepositional_objects(child, preposition)
                if found and child.dep_ == "relcl":
                    return found
    return []


def _other_noun_between(token: Token, later: Token) -> bool:
    """Whether another clause-level noun stands between, which the preposition may belong to."""
    between = token.doc[token.i + 1 : later.i]
    return any(word.pos_ == "VERB" and word.dep_ != "amod" and word.i != token.head.i for word in between)


class SlotFinder:
    """Finds what fills a slot of a pattern at a trigger; ``light`` are the light verbs' lemmas."""

    def __init__(self, *, light: frozenset[str]) -> None:
        self._light = light
        self._named: dict[str, Callable[[Token], list[Token]]] = {
            "obj": _noun_objects,
            "iobj": lambda token: receivers(token) if token.pos_ == "VERB" else [],
            "poss": _possessors,
            "mod": modifiers,
            "holder": said_of,
            "head": _heads,
            "agent": noun_doers,
            "self": lambda token: [token],
            "clause": main_subjects,
            "after": after_hyphen,
        }

    def find(
        self, slot: str, trigger: Token, companion: Token | None = None, *, adjective: bool = False
    ) -> list[Token]:
        """Return the tokens that fill a slot, in order of text; empty where it is not filled.

        ``adjective`` is True where a participle is meant as one ("forces *allied* with Syria").
        """
        if slot == "-":
            return []
        if slot == "subj":
            if trigger.pos_ == "ADJ" or adjective:
                return _adjective_subjects(trigger)
            return _verb_doers(trigger, self._light)
        if slot == "iobj" and trigger.pos_ in ("NOUN", "PROPN"):
            verb = governing_verb(trigger)
            return receivers(verb) if verb is not None else []
        if slot == "obj" and companion is not None and companion.pos_ in _VERBAL:
            return objects(companion) or objects(trigger)
        if slot == "having":
            return having(trigger)
        if slot == "parties":
            return parties(trigger, companion)
        named = self._named.get(slot)
        if named is not None:
            return named(trigger)
        return _prepositional(trigger, companion, slot)
