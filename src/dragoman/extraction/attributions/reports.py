"""Reports: a cue in one parse, its source and the tokens of its content (PARC 3.0, PolNeAR).

Which word counts in which construction is the lexicon's (``data/speech.tsv``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.extraction.attributions.clauses import (
    clause_around,
    noun_content,
    subtree,
    verb_content,
)
from dragoman.extraction.attributions.sources import find_noun_source, find_source
from dragoman.extraction.draft import Parse
from dragoman.extraction.syntax.words import is_infinitive
from dragoman.lexicons.speech import CuesByWord, SpeechCue, SpeechLexicon
from dragoman.records import SpeechKind

_NAMING = frozenset({"naming", "as"})
_AUXILIARY = frozenset({"aux", "auxpass", "neg", "advmod"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A cue found in parse ``parse``. All numbers are token indexes in it.

    ``content`` may be empty: then only a quotation that touches the cue can be the content.
    ``takes_quotation`` says whether one may be; ``names`` that it may stand after what is named:
    "called the plan “a disgrace”"; ``turn`` that it goes on to the end of the paragraph. ``cites`` is
    the head of the report whose source cites this one's.
    """

    parse: int
    cue: tuple[int, ...]
    head: int
    source: int | None
    content: frozenset[int]
    kind: SpeechKind
    takes_quotation: bool
    names: bool = False
    turn: bool = False
    cites: int | None = None


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
        below = (c for g in governors for c in (*g.children, *_marks(g)))
        match = next((c for c in below if c.lower_ == word and c.i > token.i), None)
        if match is None:
            return None
        found.append(match)
        governors.append(match)
    return tuple(found)


def _marks(token: Token) -> Iterator[Token]:
    """Yield the words that open the clauses of a token: "called *for* the army to leave"."""
    for clause in token.children:
        if clause.dep_ in ("advcl", "ccomp", "xcomp"):
            yield from (child for child in clause.children if child.dep_ == "mark")


def _verb_report(token: Token, number: int, lexicon: SpeechLexicon) -> Report | None:
    fallback: Report | None = None
    for cue, others in _matching(token, lexicon.verbs):
        content = verb_content(token, cue, others, lexicon)
        names = bool(cue.constructions & _NAMING)
        takes_quotation = "quote" in cue.constructions or names
        if not content and not takes_quotation:
            continue
        source = find_source(token)
        words = cue_words(token, others)
        report = Report(
            parse=number,
            cue=words,
            head=token.i,
            source=None if source is None else source.i,
            content=frozenset(content - set(words)),
            kind=_kind(token, cue),
            takes_quotation=takes_quotation,
            names=names,
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
        if cue.negated is not None:
            return cue.negated
    return cue.kind


def cue_words(token: Token, others: tuple[Token, ...]) -> tuple[int, ...]:
    """Return the cue with the auxiliaries, negation and adverbs directly before it."""
    first = token.i
    left = {child.i for child in token.children if child.dep_ in _AUXILIARY and child.i < token.i}
    while first - 1 in left:
        first -= 1
    return (*range(first, token.i + 1), *sorted(other.i for other in others))


def _noun_report(token: Token, number: int, lexicon: SpeechLexicon) -> Report | None:
    if token.lemma_ not in lexicon.nouns:
        return None
    denied = any(child.dep_ == "det" and child.lower_ == "no" for child in token.children)
    for cue, others in _matching(token, lexicon.nouns):
        if denied and cue.kind is SpeechKind.THINK:
            continue  # "there is no doubt that": nobody's thought
        source = find_noun_source(token, lexicon.light_verbs)
        content = noun_content(token, cue, has_source=source is not None)
        if not content:
            continue
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


def _adjective_report(token: Token, number: int, lexicon: SpeechLexicon) -> Report | None:
    if token.dep_ not in ("acomp", "conj") or token.lemma_ not in lexicon.adjectives:
        return None
    clause = next((c for c in token.children if c.dep_ == "ccomp" and not is_infinitive(c)), None)
    if clause is None:
        return None
    source = find_source(token.head)
    return Report(
        parse=number,
        cue=(token.i,),
        head=token.i,
        source=None if source is None else source.i,
        content=frozenset(subtree(clause)),
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
        verb = clause_around(token)
        content = subtree(verb) - subtree(token)
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
