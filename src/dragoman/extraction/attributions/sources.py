"""Whose words: the source of a reporting verb or noun in a dependency parse."""

from spacy.tokens import Token

from dragoman.extraction.syntax.words import RELATIVE_PRONOUNS

_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "aux", "acomp"})
_OWNERS = frozenset({"by", "from"})
_QUOTING = frozenset({"quote", "cite"})
_LONGEST_CLIMB = 5
"""How many governors a subject is looked for at."""


def find_source(verb: Token) -> Token | None:
    """Return the head of the phrase that says what ``verb`` reports, or None.

    The subject of the active verb, the ``by`` phrase of the passive, the subject that a
    conjunct, a participle or an infinitive shares with its governor, the antecedent of a
    relative pronoun, the noun that a participle modifies.
    """
    token = verb
    quoted = _quoted_speaker(verb)
    if quoted is not None:
        return quoted
    for _ in range(_LONGEST_CLIMB):
        children = list(token.children)
        if any(child.dep_ == "auxpass" for child in children):
            return _passive_source(token, children, verb)
        subject = _subject(token, children)
        if subject is not None:
            return _antecedent(subject, token)
        if token.dep_ == "acl" and token.tag_ == "VB" and token.head.dep_ == "dobj":
            token = token.head.head  # "took pains to say": the subject of "took"
            continue
        if token.dep_ in ("acl", "relcl"):
            return token.head if token.tag_ == "VBG" else _agent(children)
        if token.dep_ == "xcomp":
            told = next((c for c in token.head.children if c.dep_ == "dobj" and c.i < token.i), None)
            if told is not None and token.tag_ == "VB":
                return told  # "urged Mali to say": Mali says it
        if token.dep_ not in _SHARING or token.head.i == token.i:
            return _agent(children)
        token = token.head
        if token.tag_ in ("NN", "NNS", "NNP", "NNPS"):
            return None
    return None


def _quoted_speaker(verb: Token) -> Token | None:
    """Return who is quoted: "the paper quoted *Ada Lund*, a farmer, as saying that"."""
    preposition = verb.head
    if verb.dep_ != "pcomp" or preposition.lower_ != "as" or preposition.head.lemma_ not in _QUOTING:
        return None
    return next((c for c in preposition.head.children if c.dep_ in ("dobj", "nsubjpass")), None)


def _subject(verb: Token, children: list[Token]) -> Token | None:
    """Return the verb's subject; of two that the parser sees, one with no quotation mark between."""
    subjects = [child for child in children if child.dep_ in _SUBJECTS]
    beside = [child for child in subjects if not _is_parted(child, verb)]
    return next(iter(beside or subjects), None)


def _is_parted(token: Token, verb: Token) -> bool:
    first, last = sorted((token.i, verb.i))
    return any(word.text == '"' for word in verb.doc[first:last])


def _passive_source(token: Token, children: list[Token], verb: Token) -> Token | None:
    if token.i == verb.i:
        return _agent(children)
    subject = next((child for child in children if child.dep_ == "nsubjpass"), None)
    return None if subject is None else _antecedent(subject, token)


def _agent(children: list[Token]) -> Token | None:
    agent = next((child for child in children if child.dep_ == "agent"), None)
    if agent is None:
        return None
    return next((child for child in agent.children if child.dep_ == "pobj"), None)


def _antecedent(subject: Token, verb: Token) -> Token | None:
    if subject.dep_ in ("expl", "csubj"):
        return None
    if subject.lower_ in RELATIVE_PRONOUNS:
        return verb.head if verb.dep_ == "relcl" else None
    return subject


def find_owner(noun: Token) -> Token | None:
    """Return whose document a noun names: "the *IMF*'s review", "a memo of the *ministry*"."""
    for label in ("poss", "compound", "amod", "nmod"):
        named = (c for c in noun.children if c.dep_ == label and (label == "poss" or c.text[:1].isupper()))
        owner = next(named, None)
        if owner is not None:
            return owner
    return _after(noun, _OWNERS | {"of"})


def _after(noun: Token, prepositions: frozenset[str]) -> Token | None:
    """Return the object of the first of these prepositions below a noun."""
    owners = (c for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ in prepositions)
    return next((c for owner in owners for c in owner.children if c.dep_ == "pobj"), None)


def find_noun_source(noun: Token, light_verbs: frozenset[str]) -> Token | None:
    """Return whose claim, statement or demand ``noun`` is, or None.

    Its possessor, its ``by`` or ``from`` phrase, or the subject of a light verb
    ("Mali made the claim that").
    """
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    owner = _after(noun, _OWNERS)
    if owner is not None:
        return owner
    if noun.dep_ == "dobj" and noun.head.lemma_ in light_verbs:
        return find_source(noun.head)
    return None
