"""Triggers: words of a parse that a pattern's line allows, with what must stand beside them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.extraction.arguments import governing_verb
from dragoman.extraction.slots import modifiers
from dragoman.lexicons.patterns import Pattern

_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
_PARTICIPLE_ENDINGS = (("ied", "y"), ("ed", "e"), ("ed", ""))
_DOUBLED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A token that a pattern may stand at. ``companion`` is the noun that the line asks for."""

    pattern: Pattern
    token: Token
    companion: Token | None
    words: tuple[int, ...]


class TriggerFinder:
    """Finds the triggers of a set of patterns, by part of speech and lemma."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._by_word: dict[tuple[str, str], list[Pattern]] = defaultdict(list)
        for pattern in patterns:
            for lemma in sorted(pattern.lemmas):
                self._by_word[pattern.pos, lemma].append(pattern)

    @property
    def lemmas(self) -> frozenset[str]:
        """Every lemma that can be a trigger."""
        return frozenset(lemma for _, lemma in self._by_word)

    def find(self, doc: Doc) -> Iterator[Trigger]:
        """Yield every trigger of a parse, in order of text and of the lexicon."""
        for token in doc:
            for pos, lemma in self._words_of(token):
                for pattern in self._by_word.get((pos, lemma), ()):
                    trigger = _with_conditions(pattern, token)
                    if trigger is not None:
                        yield trigger

    def _words_of(self, token: Token) -> list[tuple[str, str]]:
        pos = _PARTS.get(token.pos_)
        if token.i + 1 < len(token.doc) and token.doc[token.i + 1].text == "-":
            pos = "affix" if ("affix", token.lower_) in self._by_word else pos
        if pos == "affix":
            return [(pos, token.lower_)]
        if pos is None:
            return []
        lemma = token.lemma_
        words = [(pos, lemma)]
        if pos == "adj" and lemma.endswith("ed") and _is_hyphened(token):
            words.extend(("verb", verb) for verb in self._verbs_of(lemma))
        if pos == "verb" and (token.tag_ in ("VBN", "VBG") or token.dep_ == "amod"):
            words.append(("adj", token.lower_))
        if pos == "adj" and lemma.endswith("ing"):
            words.extend(("verb", verb) for verb in (lemma[:-3], lemma[:-3] + "e") if ("verb", verb) in self._by_word)
        if token.pos_ == "PROPN" and lemma.endswith("s"):
            words.append((pos, lemma[:-1]))
        return words

    def _verbs_of(self, participle: str) -> Iterator[str]:
        for ending, replacement in _PARTICIPLE_ENDINGS:
            if participle.endswith(ending):
                verb = participle[: -len(ending)] + replacement
                if ("verb", verb) in self._by_word:
                    yield verb


def _is_hyphened(token: Token) -> bool:
    return token.i >= _DOUBLED and token.doc[token.i - 1].text == "-"


def _with_conditions(pattern: Pattern, token: Token) -> Trigger | None:
    """Return the trigger with its companions, or None where a condition of the line fails."""
    if token.dep_ in ("aux", "auxpass"):
        return None
    words = [token.i]
    companion: Token | None = None
    if (wanted := pattern.option("mod")) or pattern.option("nomod"):
        beside = _beside(token)
        if any(word.lemma_ in pattern.option("nomod") for word in beside):
            return None
        hits = [word for word in beside if word.lemma_ in wanted or word.lower_ in wanted]
        if wanted and not hits:
            return None
        words.extend(word.i for word in hits)
    if cases := pattern.option("case"):
        case = _case(token)
        if case is None or case.lower_ not in cases:
            return None
        words.append(case.i)
    if particles := pattern.option("prt"):
        particle = _particle(token, particles)
        if particle is None:
            return None
        words.append(particle.i)
    if nouns := pattern.option("noun"):
        companion = _companion(token, nouns)
        if companion is None:
            return None
        words.append(companion.i)
    if governors := pattern.option("gov"):
        verb = governing_verb(token)
        if verb is None or verb.lemma_ not in governors:
            return None
        words.append(verb.i)
    if complements := pattern.option("comp"):
        complement = _complement(token, complements)
        if complement is None:
            return None
        words.append(complement.i)
        companion = companion or complement
    return Trigger(pattern=pattern, token=token, companion=companion, words=tuple(sorted(set(words))))


def _beside(token: Token) -> list[Token]:
    """Return what modifies a trigger: words before a noun, adverbs of a verb or an adjective."""
    if token.pos_ in ("NOUN", "PROPN"):
        beside = modifiers(token)
        if token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN"):
            beside = [*modifiers(token.head), *beside]
        return beside
    return [child for child in token.children if child.dep_ in ("advmod", "acomp", "npadvmod", "compound")]


def _case(noun: Token) -> Token | None:
    token = noun
    while token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return token.head if token.dep_ == "pobj" else None


def _particle(verb: Token, particles: frozenset[str]) -> Token | None:
    for child in verb.children:
        if child.lower_ in particles and child.dep_ in ("prt", "advmod", "prep"):
            return child
    return None


def _companion(verb: Token, nouns: frozenset[str]) -> Token | None:
    """Return the noun that a line asks for: an object, or what stands after a preposition."""
    candidates: list[Token] = []
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "attr", "oprd", "dative"):
            candidates.append(child)
        elif child.dep_ == "prep":
            candidates.extend(grand for grand in child.children if grand.dep_ == "pobj")
    if verb.dep_ in ("acl", "amod", "relcl") and verb.head.pos_ in ("NOUN", "PROPN"):
        candidates.append(verb.head)
    for candidate in candidates:
        chain = [candidate, *(child for child in candidate.children if child.dep_ == "conj")]
        for noun in chain:
            if noun.lemma_ in nouns or any(mod.lemma_ in nouns for mod in noun.lefts if mod.dep_ == "compound"):
                return noun
    return None


def _complement(token: Token, lemmas: frozenset[str]) -> Token | None:
    for child in token.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl", "acl") and child.lemma_ in lemmas:
            return child
        if child.dep_ == "prep":
            for grand in child.children:
                if grand.dep_ == "pcomp" and grand.lemma_ in lemmas:
                    return grand
    return None
