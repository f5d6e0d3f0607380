"""Grammar: doers and objects of verbs, shared and controlled ones included."""

from spacy.tokens import Token

from dragoman.extraction.syntax.words import (
    NOMINAL,
    SUBJECTS,
    VERBAL,
    agents,
    antecedent,
    conjuncts,
    expanded,
    has_subject,
    is_passive,
    is_relative,
    owners,
)
from dragoman.lexicons.constructions import Constructions

_DEEPEST = 6
"""How many verbs a subject is looked for through."""


class Grammar:
    """Finds the arguments of verbs; the words that steer it come from ``constructions.tsv``."""

    def __init__(self, words: Constructions) -> None:
        self.words = words

    def subjects(self, verb: Token, *, depth: int = _DEEPEST) -> list[Token]:
        """Return the doers of a verb, coordinations expanded; empty where the words name none."""
        if depth == 0:
            return []
        if is_passive(verb):
            return agents(verb)
        own = [child for child in verb.children if child.dep_ in ("nsubj", "expl")]
        if own and own[0].dep_ == "nsubj":
            return expanded([antecedent(own[0])])
        return self._shared_subjects(verb, depth=depth - 1)

    def _shared_subjects(self, verb: Token, *, depth: int) -> list[Token]:
        """Find the subject that a verb shares with the one it hangs on."""
        head = verb.head
        if head.i == verb.i:
            return []
        if verb.dep_ == "acl" and verb.tag_ in ("VBG", "VB"):
            return expanded([head]) if verb.tag_ == "VBG" else self._controller_of_noun(head, depth=depth)
        if verb.dep_ in ("xcomp", "ccomp") and head.lemma_ in self.words.object_control:
            received = self.objects(head, depth=depth)
            if received:
                return received
        if (
            verb.dep_ in ("xcomp", "ccomp", "conj", "advcl", "dep", "parataxis", "attr")
            and head.pos_ in VERBAL
        ):
            return self.topics(head, depth=depth)
        if verb.dep_ == "xcomp" and head.pos_ == "ADJ" and head.head.pos_ in VERBAL:
            return self.subjects(head.head, depth=depth)
        return self._gerund_subjects(verb, depth=depth) if verb.dep_ == "pcomp" else []

    def topics(self, verb: Token, *, depth: int = _DEEPEST) -> list[Token]:
        """Return what stands before a verb: the doer of an active one, the patient of a passive."""
        return self.patients(verb, depth=depth) if is_passive(verb) else self.subjects(verb, depth=depth)

    def _gerund_subjects(self, verb: Token, *, depth: int) -> list[Token]:
        """Find who acts in "accused Iran of *backing*", "its part in *backing*"."""
        governor = verb.head.head
        if governor.pos_ in VERBAL:
            charged = governor.lemma_ in self.words.charge
            return self.objects(governor, depth=depth) if charged else self.subjects(governor, depth=depth)
        return owners(governor) if governor.pos_ in NOMINAL else []

    def _controller_of_noun(self, noun: Token, *, depth: int) -> list[Token]:
        """Find who acts in "X's plan to attack", "X has a plan to attack"."""
        own = owners(noun)
        verb = self.governing_verb(noun) if noun.dep_ in ("dobj", "attr", "pobj") else None
        return own or (self.subjects(verb, depth=depth) if verb is not None else [])

    def patients(self, verb: Token, *, depth: int = _DEEPEST) -> list[Token]:
        """Return the passive subjects of a verb; for a participle, the noun it modifies."""
        own = [child for child in verb.children if child.dep_ in ("nsubjpass", "nsubj")]
        if own:
            return expanded([antecedent(own[0])])
        if verb.dep_ in ("acl", "amod") and verb.head.pos_ in (*NOMINAL, "PRON"):
            return expanded([verb.head])
        if verb.dep_ in ("conj", "advcl", "xcomp") and verb.head.pos_ in VERBAL and depth > 0:
            return self.topics(verb.head, depth=depth - 1)
        return []

    def objects(self, verb: Token, *, depth: int = _DEEPEST) -> list[Token]:
        """Return the direct objects of a verb, or the subjects of its passive, coordinations expanded."""
        if is_passive(verb):
            return self.patients(verb, depth=depth)
        own = [child for child in verb.children if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP"]
        direct = [child for child in own if child.dep_ == "dobj"]
        if direct:
            return expanded([antecedent(direct[0])])
        small = [c for c in verb.children if c.dep_ == "ccomp" and c.tag_ in ("VB", "VBG") and has_subject(c)]
        if small:
            return [t for child in small[0].children if child.dep_ == "nsubj" for t in conjuncts(child)]
        if own:
            return expanded([own[0]])
        return self._shared_objects(verb, depth=depth)

    def _shared_objects(self, verb: Token, *, depth: int) -> list[Token]:
        """Find the object in "the group that Iran *backs*" and in "*killed* or wounded soldiers"."""
        if verb.dep_ == "relcl" and verb.head.pos_ in NOMINAL and has_subject(verb):
            relative_is_subject = any(c.dep_ in SUBJECTS and is_relative(c) for c in verb.children)
            return [] if relative_is_subject else expanded([verb.head])
        later = [c for c in verb.children if c.dep_ == "conj" and c.pos_ in VERBAL and not has_subject(c)]
        complete = any(c.dep_ in ("prep", "ccomp", "xcomp", "advmod") for c in verb.children)
        return self.objects(later[0], depth=depth - 1) if later and depth > 0 and not complete else []

    def governing_verb(self, noun: Token) -> Token | None:
        """Return the verb that a noun depends on, through prepositions, coordinations and frames."""
        token = noun
        for _ in range(_DEEPEST):
            head = token.head
            if head.i == token.i:
                return None
            if head.pos_ in VERBAL:
                return head
            if not (head.pos_ == "ADP" or self._hands_on(token, head)):
                return None
            token = head
        return None

    def _hands_on(self, token: Token, head: Token) -> bool:
        if token.dep_ == "conj":
            return head.pos_ in NOMINAL
        if token.dep_ in ("compound", "nmod"):
            return head.lemma_ in self.words.document
        return token.lower_ == "of" and head.pos_ == "NOUN" and head.lemma_ in self.words.frame

    def clause_of(self, token: Token) -> Token:
        """Return the verb whose tense, negation and modals hold for a word; itself if there is none."""
        if token.pos_ in VERBAL:
            return token
        current = token
        while current.dep_ == "conj" and current.head.pos_ in (*NOMINAL, "ADJ"):
            current = current.head
        if current.dep_ in ("attr", "acomp", "oprd") and current.head.pos_ in VERBAL:
            return current.head
        verb = self.governing_verb(current)
        if verb is None or current.dep_ in ("appos", "poss"):
            return token
        return verb if verb.lemma_ in self.words.light or current.dep_ == "nsubjpass" else token
