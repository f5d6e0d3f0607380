"""Content: the tokens of what a reporting word reports, by construction (PARC 3.0).

Syntax only: labels are spaCy's English ones (ClearNLP). Which construction counts for which word is
the lexicon's (``data/speech.tsv``).
"""

from spacy.tokens import Token

from dragoman.extraction.syntax.words import has_mark, is_infinitive
from dragoman.lexicons.speech import SpeechCue, SpeechLexicon
from dragoman.records import SpeechKind

_CONTENT_MARKS = frozenset({"that", "whether", "if", "how", "why"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp"})
_INNER = frozenset({"ccomp", "xcomp", "advcl", "acl", "pcomp", "prep", "pobj", "dobj", "attr"})
_PREPOSITIONS = ("of", "for", "with", "against", "about")
"""Those that a line of ``speech.tsv`` can name as its construction, in the order they are looked for."""


def verb_content(token: Token, cue: SpeechCue, others: tuple[Token, ...], lexicon: SpeechLexicon) -> set[int]:
    """Return the content of a verb cue; empty where none of its constructions stands beside it."""
    wanted = cue.constructions
    if "that" in wanted or "mark" in wanted:
        content = _finite_clause(token, lexicon, bare="that" in wanted)
        if content:
            return content
    if "infinitive" in wanted or "object-infinitive" in wanted:
        content = _infinitive(token, others, alone="infinitive" in wanted)
        if content:
            return content
    if _is_passive(token) and ("that" in wanted) and cue.kind not in (SpeechKind.ASK, SpeechKind.PROMISE):
        content = _raised(token)
        if content:
            return content
    return _lesser_content(token, cue, others, lexicon)


def _lesser_content(
    token: Token, cue: SpeechCue, others: tuple[Token, ...], lexicon: SpeechLexicon
) -> set[int]:
    wanted = cue.constructions
    if "gerund" in wanted:
        for child in token.children:
            if child.dep_ in ("xcomp", "ccomp") and child.tag_ == "VBG" and child.i > token.i:
                return subtree(child)
    for word in _PREPOSITIONS:
        if word in wanted:
            content = _prepositional(token, others, word)
            if content:
                return content
    if "as" in wanted or "naming" in wanted:
        content = _description(token, wanted)
        if content:
            return content
    if "object" in wanted or "object-claim" in wanted:
        return _object(token, lexicon, claim_only="object" not in wanted)
    return set()


def _finite_clause(token: Token, lexicon: SpeechLexicon, *, bare: bool) -> set[int]:
    for child in token.children:
        if child.dep_ == "ccomp" and not is_infinitive(child) and _is_content(child, bare=bare):
            return _clause_words(child)
    for child in token.children:  # a headline's "Oman to host talks, says Muscat"
        before = child.dep_ == "ccomp" and is_infinitive(child) and child.i < token.i
        if before and any(_is_clausal(doer) for doer in child.children):
            return subtree(child)
    for child in token.children:  # the parser hangs the clause on the one who is told
        if child.dep_ in ("dobj", "dative", "prep") and child.i > token.i:
            for clause in child.subtree:
                told = clause.head
                if (
                    _opens_with_that(clause)
                    and told.tag_ in _NOMINAL
                    and not lexicon.is_reporting_noun(told.lemma_)
                ):
                    return subtree(clause)
    return _surrounding_clause(token)


def _is_content(clause: Token, *, bare: bool) -> bool:
    """Answer whether a clause may be content: bare or with "that", "whether", "how", not "after"."""
    marks = [c.lower_ for c in clause.children if c.dep_ == "mark"]
    if marks:
        return all(mark in _CONTENT_MARKS for mark in marks)
    return bare or clause.left_edge.tag_ in ("WRB", "WP", "WDT")


def _opens_with_that(clause: Token) -> bool:
    opened = clause.left_edge.lower_ == "that" and has_mark(clause, "that")
    return opened and clause.dep_ in ("acl", "relcl", "ccomp")


def _surrounding_clause(token: Token) -> set[int]:
    """Return the clause around a parenthetical cue: "The army, he said, has left", "as he put it"."""
    outer = token.head
    if outer.i == token.i:
        return set()
    as_said = token.dep_ == "advcl" and has_mark(token, "as")
    aside = token.dep_ == "parataxis" or (token.dep_ == "ccomp" and token.i > outer.i and _is_aside(token))
    if not (as_said or aside) or any(c.dep_ in ("ccomp", "xcomp") for c in token.children):
        return set()
    return subtree(outer) - subtree(token)


def _is_aside(token: Token) -> bool:
    before = token.left_edge.i - 1
    return before >= 0 and token.doc[before].text in (",", '"')


def _clause_words(clause: Token) -> set[int]:
    """Return the clause's words without nouns that the parser made conjuncts of verbs or prepositions."""
    words = subtree(clause)
    if not any(_is_clausal(child) for child in clause.children):
        words |= _stray_subject(clause)
    for part in clause.subtree:
        if (
            part.dep_ == "conj"
            and part.tag_ in _NOMINAL
            and part.head.tag_.startswith(("VB", "MD", "IN"))
            and not any(_is_clausal(child) for child in part.children)
        ):
            joint = range(part.left_edge.i - 3, part.i)
            words -= subtree(part)
            words -= {c.i for c in part.head.children if c.dep_ in ("cc", "punct") and c.i in joint}
    return words


def _stray_subject(clause: Token) -> set[int]:
    """Return a subject that the parser hung on the cue as an adverb ("said the days ... are gone")."""
    for sibling in clause.head.children:
        if sibling.dep_ == "npadvmod" and sibling.right_edge.i == clause.left_edge.i - 1:
            return subtree(sibling)
    return set()


def _is_clausal(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass", "csubj", "expl")


def _infinitive(token: Token, others: tuple[Token, ...], *, alone: bool) -> set[int]:
    """Return "to leave" with its doer ("it to leave"); ``alone`` allows one without a doer."""
    governors = [token, *others]
    doers = [
        c for g in governors for c in g.children if c.dep_ in ("dobj", "pobj", "dative") and c.i > token.i
    ]
    passive = _is_passive(token)
    for governor in [*governors, *doers]:
        for child in governor.children:
            if child.i < token.i or child.dep_ not in _CLAUSES or not is_infinitive(child):
                continue
            has_doer = bool(doers) or passive or any(c.dep_.startswith("nsubj") for c in child.children)
            if not has_doer and not alone:
                continue
            if child.dep_ == "advcl" and not doers:
                continue
            before = [d for d in doers if d.i < child.i]
            return subtree(child).union(*(subtree(d) for d in before))
    return set()


def _raised(token: Token) -> set[int]:
    """Return subject and infinitive of "Japan is believed to have sold", without the cue."""
    subject = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    clause = next((c for c in token.children if c.dep_ == "xcomp" and is_infinitive(c)), None)
    if subject is None or clause is None:
        return set()
    return subtree(subject) | subtree(clause)


def _prepositional(token: Token, others: tuple[Token, ...], word: str) -> set[int]:
    if any(other.lower_ == word for other in others):
        preposition = next(other for other in others if other.lower_ == word)
        if preposition.dep_ == "mark":
            return subtree(preposition.head) - {preposition.i}
        return subtree(preposition) - {preposition.i}
    objects = [c for c in token.children if c.dep_ == "dobj"]
    for governor in [token, *objects]:
        for child in governor.children:
            if child.dep_ == "prep" and child.lower_ == word and child.i > token.i:
                return subtree(child) - {child.i}
    return set()


def _description(token: Token, wanted: frozenset[str]) -> set[int]:
    """Return "the pact" and "a threat" of "called the pact a threat", "described it as a threat"."""
    thing = next((c for c in token.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if thing is None:
        small = next((c for c in token.children if c.dep_ == "ccomp" and c.pos_ in ("NOUN", "ADJ")), None)
        return subtree(small) if small is not None and "naming" in wanted else set()
    for child in token.children:
        if child.i < token.i or child.i == thing.i:
            continue
        if (child.dep_ == "oprd" and "naming" in wanted) or (
            child.dep_ == "prep" and child.lower_ == "as" and "as" in wanted
        ):
            return subtree(thing) | subtree(child)
    return set()


def _object(token: Token, lexicon: SpeechLexicon, *, claim_only: bool) -> set[int]:
    if any(child.dep_ == "dative" for child in token.children):
        return set()
    for child in token.children:
        if child.dep_ not in ("dobj", "nsubjpass") or child.tag_ not in ("NN", "NNS"):
            continue
        if not claim_only or (lexicon.is_reporting_noun(child.lemma_) and _noun_clause(child)):
            return subtree(child)
    return set()


def noun_content(token: Token, cue: SpeechCue, *, has_source: bool) -> set[int]:
    """Return the content of a noun; without a source only a that-clause shows that somebody speaks."""
    wanted = cue.constructions
    if "that" in wanted:
        clause = _noun_clause(token)
        if clause is None and token.dep_ in ("nsubj", "attr") and token.head.lemma_ == "be":
            clause = next((c for c in token.head.children if c.dep_ == "ccomp" and has_mark(c, "that")), None)
        if clause is not None:
            return subtree(clause)
    if not has_source:
        return set()
    if "infinitive" in wanted:
        for child in token.children:
            if child.dep_ in ("acl", "relcl", "xcomp") and child.tag_ == "VB" and is_infinitive(child):
                return subtree(child)
    for word in _PREPOSITIONS:
        if word in wanted:
            for child in token.children:
                if child.dep_ == "prep" and child.lower_ == word:
                    return subtree(child) - {child.i}
    return set()


def _noun_clause(token: Token) -> Token | None:
    for child in token.children:
        if child.dep_ in ("acl", "ccomp", "relcl") and child.i > token.i and has_mark(child, "that"):
            return child
    return None


def clause_around(phrase: Token) -> Token:
    """Return the verb whose clause an adjunct speaks of: set off by a comma, it is the whole sentence's.

    A conjunct with a subject of its own keeps the adjunct to itself.
    """
    verb = phrase.head
    while not verb.tag_.startswith(("VB", "MD")) and verb.head.i != verb.i:
        verb = verb.head
    start = phrase.left_edge.i
    set_off = start == 0 or phrase.doc[start - 1].text in (",", '"', "\u2014", "-", "--")
    while set_off and verb.head.i != verb.i:
        own_subject = any(c.dep_.startswith("nsubj") for c in verb.children)
        if verb.dep_ not in _INNER and not (verb.dep_ == "conj" and not own_subject):
            break
        verb = verb.head
    return verb


def subtree(token: Token) -> set[int]:
    """Return a token and all that depends on it."""
    return {part.i for part in token.subtree}


def _is_passive(token: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in token.children)
