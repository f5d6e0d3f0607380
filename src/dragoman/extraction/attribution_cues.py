"""Reports: a cue in one parse, its source and the tokens of its content (PARC 3.0, PolNeAR).

Syntax only: labels are spaCy's English ones (ClearNLP). Which word counts in which construction is
the lexicon's (``data/speech.tsv``); how a construction looks in a parse is here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.extraction.attribution_sources import find_noun_source, find_source
from dragoman.extraction.draft import Parse
from dragoman.lexicons.speech import CuesByWord, SpeechCue, SpeechLexicon
from dragoman.records import SpeechKind

_NEG_RAISING = frozenset({"believe", "think", "expect", "suppose", "imagine", "feel"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp"})
_AUXILIARY = frozenset({"aux", "auxpass", "neg", "advmod"})
_PREPOSITIONS = ("of", "for", "with", "against", "about")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A cue found in parse ``parse``. All numbers are token indexes in it.

    ``content`` may be empty: then only a quotation that touches the cue can be the content.
    ``takes_quotation`` says whether one may be.
    """

    parse: int
    cue: tuple[int, ...]
    head: int
    source: int | None
    content: frozenset[int]
    kind: SpeechKind
    takes_quotation: bool


def find_reports(parse: Parse, number: int, lexicon: SpeechLexicon) -> Iterator[Report]:
    """Yield the reports of one parse in the order of their cues."""
    for token in parse.doc:
        tag = token.tag_
        if tag.startswith("VB"):
            report = _verb_report(token, number, lexicon)
        elif tag in ("NN", "NNS"):
            report = _noun_report(token, number, lexicon)
        elif tag == "JJ":
            report = _adjective_report(token, number, lexicon)
        else:
            report = None
        if report is None and token.lower_ in lexicon.phrases:
            report = _phrase_report(token, number, lexicon)
        if report is not None:
            yield report


def _matching(token: Token, cues: CuesByWord) -> Iterator[tuple[SpeechCue, tuple[Token, ...]]]:
    for cue in cues.get(token.lemma_, ()):
        others = _other_words(token, cue.words[1:])
        if others is not None:
            yield cue, others


def _other_words(token: Token, words: tuple[str, ...]) -> tuple[Token, ...] | None:
    """Return the dependants that complete a cue of several words, None where one is lacking."""
    found: list[Token] = []
    governors = [token]
    for word in words:
        match = next((c for g in governors for c in g.children if c.lower_ == word and c.i > token.i), None)
        if match is None:
            return None
        found.append(match)
        governors.append(match)
    return tuple(found)


def _verb_report(token: Token, number: int, lexicon: SpeechLexicon) -> Report | None:
    fallback: Report | None = None
    for cue, others in _matching(token, lexicon.verbs):
        content = _verb_content(token, cue, others, lexicon)
        takes_quotation = "quote" in cue.constructions
        if not content and not takes_quotation:
            continue
        source = find_source(token)
        words = _cue_words(token, others)
        report = Report(
            parse=number,
            cue=words,
            head=token.i,
            source=None if source is None else source.i,
            content=frozenset(content - set(words)),
            kind=_kind(token, cue),
            takes_quotation=takes_quotation,
        )
        if content:
            return report
        fallback = fallback or report
    return fallback


def _kind(token: Token, cue: SpeechCue) -> SpeechKind:
    """Turn the class of a negated cue: who does not believe, denies; who does not deny, says."""
    if any(child.dep_ == "neg" for child in token.children):
        if cue.kind is SpeechKind.DENY:
            return SpeechKind.SAY
        if cue.kind is SpeechKind.THINK and token.lemma_ in _NEG_RAISING:
            return SpeechKind.DENY
    return cue.kind


def _cue_words(token: Token, others: tuple[Token, ...]) -> tuple[int, ...]:
    """Return the cue with the auxiliaries, negation and adverbs directly before it."""
    first = token.i
    left = {child.i for child in token.children if child.dep_ in _AUXILIARY and child.i < token.i}
    while first - 1 in left:
        first -= 1
    return (*range(first, token.i + 1), *sorted(other.i for other in others))


def _verb_content(
    token: Token, cue: SpeechCue, others: tuple[Token, ...], lexicon: SpeechLexicon
) -> set[int]:
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
                return _subtree(child)
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
        if child.dep_ == "ccomp" and not _has_to(child) and (bare or _has_mark(child) or child.i < token.i):
            return _clause_words(child)
    for child in token.children:  # the parser hangs the clause on the one who is told
        if child.dep_ in ("dobj", "dative", "prep") and child.i > token.i:
            for clause in child.subtree:
                governor = clause.head.lemma_
                if _opens_with_that(clause) and not lexicon.is_reporting_noun(governor):
                    return _subtree(clause)
    return _surrounding_clause(token)


def _opens_with_that(clause: Token) -> bool:
    return (
        clause.dep_ in ("acl", "relcl", "ccomp")
        and clause.left_edge.lower_ == "that"
        and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    )


def _surrounding_clause(token: Token) -> set[int]:
    """Return the clause around a parenthetical cue: "The army, he said, has left", "as he put it"."""
    outer = token.head
    if outer.i == token.i:
        return set()
    as_said = token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in token.children)
    aside = token.dep_ == "parataxis" or (token.dep_ == "ccomp" and token.i > outer.i and _is_aside(token))
    if not (as_said or aside) or any(c.dep_ in ("ccomp", "xcomp") for c in token.children):
        return set()
    return _subtree(outer) - _subtree(token)


def _is_aside(token: Token) -> bool:
    before = token.left_edge.i - 1
    return before >= 0 and token.doc[before].text in (",", '"')


def _clause_words(clause: Token) -> set[int]:
    """Return the clause's words without a noun that the parser hung on its verb as a conjunct."""
    words = _subtree(clause)
    if clause.tag_.startswith(("VB", "MD")):
        for child in clause.children:
            if child.dep_ == "conj" and child.tag_ in _NOMINAL and not any(_is_clausal(c) for c in child.children):
                words -= _subtree(child)
                words -= {c.i for c in clause.children if c.dep_ in ("cc", "punct") and c.i in range(child.left_edge.i - 3, child.i)}
    return words


def _is_clausal(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass", "cop", "aux")


def _infinitive(token: Token, others: tuple[Token, ...], *, alone: bool) -> set[int]:
    """Return "to leave" with its doer ("it to leave"); ``alone`` allows one without a doer."""
    governors = [token, *others]
    doers = [c for g in governors for c in g.children if c.dep_ in ("dobj", "pobj", "dative") and c.i > token.i]
    passive = _is_passive(token)
    for governor in [*governors, *doers]:
        for child in governor.children:
            if child.i < token.i or child.dep_ not in _CLAUSES or not _has_to(child):
                continue
            has_doer = bool(doers) or passive or any(c.dep_.startswith("nsubj") for c in child.children)
            if not has_doer and not alone:
                continue
            if child.dep_ == "advcl" and not doers:
                continue
            before = [d for d in doers if d.i < child.i]
            return _subtree(child).union(*(_subtree(d) for d in before))
    return set()


def _raised(token: Token) -> set[int]:
    """Return subject and infinitive of "Japan is believed to have sold", without the cue."""
    subject = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    clause = next((c for c in token.children if c.dep_ == "xcomp" and _has_to(c)), None)
    if subject is None or clause is None:
        return set()
    return _subtree(subject) | _subtree(clause)


def _prepositional(token: Token, others: tuple[Token, ...], word: str) -> set[int]:
    if any(other.lower_ == word for other in others):
        preposition = next(other for other in others if other.lower_ == word)
        if preposition.dep_ == "mark":
            return _subtree(preposition.head) - {preposition.i}
        return _subtree(preposition) - {preposition.i}
    objects = [c for c in token.children if c.dep_ == "dobj"]
    for governor in [token, *objects]:
        for child in governor.children:
            if child.dep_ == "prep" and child.lower_ == word and child.i > token.i:
                return _subtree(child) - {child.i}
    return set()


def _description(token: Token, wanted: frozenset[str]) -> set[int]:
    """Return "the pact" and "a threat" of "called the pact a threat", "described it as a threat"."""
    thing = next((c for c in token.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if thing is None:
        small = next((c for c in token.children if c.dep_ == "ccomp" and c.pos_ in ("NOUN", "ADJ")), None)
        return _subtree(small) if small is not None and "naming" in wanted else set()
    for child in token.children:
        if child.i < token.i or child.i == thing.i:
            continue
        if (child.dep_ == "oprd" and "naming" in wanted) or (
            child.dep_ == "prep" and child.lower_ == "as" and "as" in wanted
        ):
            return _subtree(thing) | _subtree(child)
    return set()


def _object(token: Token, lexicon: SpeechLexicon, *, claim_only: bool) -> set[int]:
    for child in token.children:
        if child.dep_ in ("dobj", "nsubjpass") and child.tag_ in ("NN", "NNS"):
            if not claim_only or (lexicon.is_reporting_noun(child.lemma_) and _noun_clause(child)):
                return _subtree(child)
    return set()


def _noun_report(token: Token, number: int, lexicon: SpeechLexicon) -> Report | None:
    for cue, others in _matching(token, lexicon.nouns):
        content = _noun_content(token, cue)
        if not content:
            continue
        source = find_noun_source(token, lexicon.light_verbs)
        return Report(
            parse=number,
            cue=(token.i, *(other.i for other in others)),
            head=token.i,
            source=None if source is None else source.i,
            content=frozenset(content),
            kind=cue.kind,
            takes_quotation=False,
        )
    return None


def _noun_content(token: Token, cue: SpeechCue) -> set[int]:
    wanted = cue.constructions
    if "that" in wanted:
        clause = _noun_clause(token)
        if clause is None and token.dep_ in ("nsubj", "attr") and token.head.lemma_ == "be":
            clause = next((c for c in token.head.children if c.dep_ == "ccomp" and _has_mark(c)), None)
        if clause is not None:
            return _subtree(clause)
    if "infinitive" in wanted:
        for child in token.children:
            if child.dep_ in ("acl", "relcl", "xcomp") and child.tag_ == "VB" and _has_to(child):
                return _subtree(child)
    for word in _PREPOSITIONS:
        if word in wanted:
            for child in token.children:
                if child.dep_ == "prep" and child.lower_ == word:
                    return _subtree(child) - {child.i}
    return set()


def _noun_clause(token: Token) -> Token | None:
    for child in token.children:
        if child.dep_ in ("acl", "ccomp", "relcl") and child.i > token.i:
            if any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children):
                return child
    return None


def _adjective_report(token: Token, number: int, lexicon: SpeechLexicon) -> Report | None:
    if token.dep_ not in ("acomp", "conj") or token.lemma_ not in lexicon.adjectives:
        return None
    clause = next((c for c in token.children if c.dep_ == "ccomp" and not _has_to(c)), None)
    if clause is None:
        return None
    source = find_source(token.head)
    return Report(
        parse=number,
        cue=(token.i,),
        head=token.i,
        source=None if source is None else source.i,
        content=frozenset(_subtree(clause)),
        kind=lexicon.adjectives[token.lemma_][0].kind,
        takes_quotation=False,
    )


def _phrase_report(token: Token, number: int, lexicon: SpeechLexicon) -> Report | None:
    """Read "according to the ministry", "in the words of its minister" with the clause around it."""
    doc = token.doc
    for cue in lexicon.phrases[token.lower_]:
        last = token.i + len(cue.words) - 1
        if last >= len(doc) or any(doc[token.i + k].lower_ != word for k, word in enumerate(cue.words)):
            continue
        source = next((c for c in doc[last].children if c.dep_ == "pobj"), None)
        if source is None:
            continue
        verb = token.head
        while not verb.tag_.startswith(("VB", "MD")) and verb.head.i != verb.i:
            verb = verb.head
        content = _subtree(verb) - _subtree(token)
        if not content:
            continue
        return Report(
            parse=number,
            cue=tuple(range(token.i, last + 1)),
            head=token.i,
            source=source.i,
            content=frozenset(content),
            kind=cue.kind,
            takes_quotation=True,
        )
    return None


def _subtree(token: Token) -> set[int]:
    return {part.i for part in token.subtree}


def _has_to(token: Token) -> bool:
    return token.tag_ == "VB" and any(c.tag_ == "TO" and c.dep_ == "aux" for c in token.children)


def _has_mark(token: Token) -> bool:
    return any(
        c.dep_ == "mark" or (c.i == token.left_edge.i and c.tag_ in ("WRB", "WP", "WDT", "IN"))
        for c in token.children
    )


def _is_passive(token: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in token.children)
