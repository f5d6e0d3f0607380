"""Arguments of predicates: who does, to whom, normalised over constructions.

Reads spaCy's English dependency labels (ClearNLP style). The same doer is found in "X attacked Y",
"Y was attacked by X", "X, which attacked Y", "X decided to attack Y" and "X launched an attack on Y".
"""

from collections.abc import Iterator

from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_OBJECT_CONTROL = frozenset(
    "allow ask authorise authorize call cause convince enable encourage expect force get help instruct invite let"
    " make order permit persuade press pressure prompt push request require tell urge want warn advise".split()
)
"""Verbs whose object does what the infinitive says ("urged Iran to withdraw": Iran withdraws)."""
_FRAMES = frozenset("framework form kind sort type level state period series process package spirit policy case".split())
"""Nouns that frame another without changing it: "in the framework of a partnership"."""
_DOCUMENTS = frozenset("agreement treaty pact deal accord charter declaration memorandum talk status".split())
"""Papers and talks that a relation names: "signed a strategic partnership *agreement*"."""
_CLAUSAL = frozenset({"VERB", "AUX"})


def conjuncts(token: Token) -> Iterator[Token]:
    """Yield a token and everything coordinated with it, in order of text."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ not in _CLAUSAL:
            yield from conjuncts(child)


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: with its auxiliary, or a bare past participle after a noun."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" for child in verb.children):
        return False
    if verb.dep_ in ("acl", "amod", "advcl"):
        return not any(child.dep_ == "nsubj" for child in verb.children)
    return verb.dep_ == "conj" and not _has_subject(verb) and is_passive(verb.head)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def antecedent(token: Token) -> Token:
    """Return the noun a relative pronoun stands for, else the token itself."""
    if token.lower_ not in _RELATIVE or token.tag_ not in ("WDT", "WP", "IN", "DT"):
        return token
    verb = token.head
    while verb.dep_ in ("conj", "ccomp", "xcomp") and verb.head.pos_ in _CLAUSAL:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else token


def subjects(verb: Token, *, depth: int = 6) -> list[Token]:
    """Return the doers of a verb, coordinations expanded; empty where the words name none."""
    if depth == 0:
        return []
    if is_passive(verb):
        return _agents(verb)
    own = [child for child in verb.children if child.dep_ in ("nsubj", "expl")]
    if own and own[0].dep_ == "nsubj":
        return _expanded([antecedent(own[0])])
    return _shared_subjects(verb, depth=depth)


def _agents(verb: Token) -> list[Token]:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return _expanded([grand for grand in child.children if grand.dep_ == "pobj"])
    hyphened = [
        child
        for child in verb.lefts
        if child.dep_ in ("npadvmod", "compound", "amod", "nmod", "nsubj", "advmod", "dep")
        and child.i + 1 < len(child.doc)
        and child.doc[child.i + 1].text == "-"
    ]
    return _expanded(hyphened)


def _shared_subjects(verb: Token, *, depth: int) -> list[Token]:
    """Find the subject that a verb shares with the one it hangs on."""
    head = verb.head
    if head.i == verb.i:
        return []
    if verb.dep_ == "acl" and verb.tag_ in ("VBG", "VB"):
        return _expanded([head]) if verb.tag_ == "VBG" else _controller_of_noun(head, depth=depth)
    if verb.dep_ in ("xcomp", "ccomp") and head.pos_ in _CLAUSAL:
        if head.lemma_ in _OBJECT_CONTROL:
            received = objects(head, depth=depth - 1)
            if received:
                return received
        return patients(head, depth=depth) if is_passive(head) else subjects(head, depth=depth - 1)
    if verb.dep_ in ("conj", "advcl", "dep", "parataxis") and head.pos_ in _CLAUSAL:
        return patients(head, depth=depth) if is_passive(head) else subjects(head, depth=depth - 1)
    if verb.dep_ == "xcomp" and head.pos_ == "ADJ":
        return subjects(head.head, depth=depth - 1) if head.head.pos_ in _CLAUSAL else []
    if verb.dep_ == "pcomp":
        governor = head.head
        if governor.pos_ in _CLAUSAL:
            if governor.lemma_ in ("accuse", "blame", "criticise", "criticize", "condemn", "suspect", "stop", "prevent"):
                return objects(governor, depth=depth - 1)
            return subjects(governor, depth=depth - 1)
        if governor.pos_ in ("NOUN", "PROPN"):
            return noun_doers(governor)
    if verb.dep_ == "relcl" and not any(child.lower_ in _RELATIVE for child in verb.children):
        return []
    return []


def _controller_of_noun(noun: Token, *, depth: int) -> list[Token]:
    """Find who acts in "X's plan to attack", "X has a plan to attack"."""
    own = noun_doers(noun)
    if own:
        return own
    if noun.dep_ in ("dobj", "attr", "pobj"):
        verb = governing_verb(noun)
        if verb is not None:
            return subjects(verb, depth=depth - 1)
    return []


def noun_doers(noun: Token) -> list[Token]:
    """Return the possessors of a noun, else the ``by`` phrase."""
    for child in noun.children:
        if child.dep_ == "poss":
            return _expanded([child])
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "by":
            return _expanded([grand for grand in child.children if grand.dep_ == "pobj"])
    return []


def patients(verb: Token, *, depth: int = 6) -> list[Token]:
    """Return the passive subjects of a verb; for a participle, the noun it modifies."""
    own = [child for child in verb.children if child.dep_ in ("nsubjpass", "nsubj")]
    if own:
        return _expanded([antecedent(own[0])])
    if verb.dep_ in ("acl", "amod") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return _expanded([verb.head])
    if verb.dep_ == "conj" and verb.head.pos_ in _CLAUSAL and depth > 0:
        return patients(verb.head, depth=depth - 1) if is_passive(verb.head) else subjects(verb.head, depth=depth - 1)
    if verb.dep_ in ("advcl", "xcomp") and verb.head.pos_ in _CLAUSAL and depth > 0:
        return patients(verb.head, depth=depth - 1) if is_passive(verb.head) else subjects(verb.head, depth=depth - 1)
    return []


def objects(verb: Token, *, depth: int = 6) -> list[Token]:
    """Return the direct objects of a verb, or the subjects of its passive, coordinations expanded."""
    if is_passive(verb):
        return patients(verb, depth=depth)
    own = [child for child in verb.children if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP"]
    direct = [child for child in own if child.dep_ == "dobj"]
    if direct:
        return _expanded([antecedent(direct[0])])
    small = [c for c in verb.children if c.dep_ == "ccomp" and c.tag_ in ("VB", "VBG") and _has_subject(c)]
    if small:
        return [token for child in small[0].children if child.dep_ == "nsubj" for token in conjuncts(child)]
    if own:
        return _expanded([own[0]])
    if verb.dep_ == "relcl" and verb.head.pos_ in ("NOUN", "PROPN") and _has_subject(verb):
        relative_is_subject = any(c.dep_ in _SUBJECTS and c.lower_ in _RELATIVE for c in verb.children)
        return [] if relative_is_subject else _expanded([verb.head])
    later = [c for c in verb.children if c.dep_ == "conj" and c.pos_ in _CLAUSAL and not _has_subject(c)]
    if later and depth > 0 and not any(c.dep_ in ("prep", "ccomp", "xcomp", "advmod") for c in verb.children):
        return objects(later[0], depth=depth - 1)
    return []


def receivers(verb: Token) -> list[Token]:
    """Return the indirect objects of a verb ("gave Damascus help")."""
    return _expanded([c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"][:1])


def governing_verb(noun: Token) -> Token | None:
    """Return the verb that a noun depends on, through prepositions and coordinations."""
    token = noun
    for _ in range(6):
        head = token.head
        if head.i == token.i:
            return None
        if head.pos_ in _CLAUSAL:
            return head
        titled = token.dep_ in ("compound", "nmod") and head.lemma_ in _DOCUMENTS
        framed = titled or head.pos_ == "NOUN" and token.pos_ == "ADP" and token.lower_ == "of" and head.lemma_ in _FRAMES
        if not (head.pos_ == "ADP" or framed or (token.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN"))):
            return None
        token = head
    return None


def prepositions(token: Token) -> Iterator[Token]:
    """Yield the prepositions that hang on a word, and on what it is coordinated with as a verb."""
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
                return _expanded([antecedent(found[0])])
        for deeper in prep.children:
            if deeper.dep_ == "prep" and deeper.lower_ == preposition and prep.i + 1 >= deeper.i - 1:
                found = [child for child in deeper.children if child.dep_ == "pobj"]
                if found:
                    return _expanded(found[:1])
    if preposition == "for":
        return _asked(token)
    return []


def _asked(verb: Token) -> list[Token]:
    """Return who is to act in "called for Iran to withdraw"."""
    for child in verb.children:
        if child.dep_ in ("advcl", "ccomp", "xcomp") and any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children):
            return _expanded([c for c in child.children if c.dep_ == "nsubj"])
    return []


def _expanded(tokens: list[Token]) -> list[Token]:
    return [member for token in tokens for member in conjuncts(token)]
