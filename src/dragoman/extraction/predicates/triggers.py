"""Triggers: words of a parse that a pattern's line allows, with what must stand beside them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.extraction.syntax.grammar import Grammar
from dragoman.extraction.syntax.nominals import modifiers
from dragoman.extraction.syntax.words import NOMINAL
from dragoman.lexicons.patterns import CONDITIONS, Pattern

_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
_INFLECTED = frozenset({"JJ", "NNP", "NNPS"})
_ENDINGS = ("ed", "ing", "s")
_PARTICIPLE_ENDINGS = (("ied", "y"), ("ed", "e"), ("ed", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A token that a pattern may stand at, with the word that the line asks for beside it, if any."""

    pattern: Pattern
    token: Token
    companion: Token | None
    words: tuple[int, ...]


class TriggerFinder:
    """Finds the triggers of a set of patterns, by part of speech and lemma."""

    def __init__(self, patterns: Iterable[Pattern], *, grammar: Grammar) -> None:
        self._grammar = grammar
        self._by_word: dict[tuple[str, str], list[Pattern]] = defaultdict(list)
        for pattern in patterns:
            for lemma in sorted(pattern.lemmas):
                self._by_word[pattern.pos, lemma].append(pattern)
        self._words = frozenset(lemma for _, lemma in self._by_word)

    def find(self, doc: Doc) -> Iterator[Trigger]:
        """Yield every trigger of a parse, in order of text and of the lexicon."""
        for token in doc:
            if not self._is_promising(token) or token.dep_ in ("aux", "auxpass"):
                continue
            for pos, lemma in self._words_of(token):
                for pattern in self._by_word.get((pos, lemma), ()):
                    trigger = self._with_conditions(pattern, token)
                    if trigger is not None:
                        yield trigger

    def _is_promising(self, token: Token) -> bool:
        """Whether a token can be a trigger at all: most words of a story cannot, and cost no more."""
        if token.lemma_ in self._words or token.lower_ in self._words:
            return True
        return token.tag_ in _INFLECTED and token.lower_.endswith(_ENDINGS)

    def _words_of(self, token: Token) -> list[tuple[str, str]]:
        """Return the ways a token can be read: part of speech and lemma."""
        before_hyphen = token.i + 1 < len(token.doc) and token.doc[token.i + 1].text == "-"
        if before_hyphen and ("affix", token.lower_) in self._by_word:
            return [("affix", token.lower_)]
        pos = _PARTS.get(token.pos_)
        if pos is None:
            return []
        lemma = token.lemma_
        words = [(pos, lemma)]
        if pos == "verb" and (token.tag_ in ("VBN", "VBG") or token.dep_ == "amod"):
            words.append(("adj", token.lower_))
        if pos == "adj":
            words.extend(("verb", verb) for verb in self._verbs_of(token))
        if token.pos_ == "PROPN" and lemma.endswith("s"):
            words.append((pos, lemma[:-1]))
        return words

    def _verbs_of(self, adjective: Token) -> Iterator[str]:
        """Yield the verbs that a word tagged as an adjective is a participle of."""
        lemma = adjective.lemma_
        stems: list[str] = []
        if lemma.endswith("ing"):
            stems = [lemma[:-3], lemma[:-3] + "e"]
        elif adjective.i > 1 and adjective.doc[adjective.i - 1].text == "-":
            stems = [lemma.removesuffix(end) + new for end, new in _PARTICIPLE_ENDINGS if lemma.endswith(end)]
        yield from (stem for stem in stems if ("verb", stem) in self._by_word)

    def _with_conditions(self, pattern: Pattern, token: Token) -> Trigger | None:
        """Return the trigger with its companion, or None where a condition of the line fails."""
        if not _is_free_of(token, pattern.option("nomod")):
            return None
        words = [token.i]
        companion: Token | None = None
        for option in CONDITIONS:
            wanted = pattern.option(option)
            if not wanted:
                continue
            found = self._beside(option, token, wanted)
            if not found:
                return None
            words.extend(word.i for word in found)
            if option in ("noun", "comp"):
                companion = companion or found[0]
        return Trigger(pattern=pattern, token=token, companion=companion, words=tuple(sorted(set(words))))

    def _beside(self, option: str, token: Token, wanted: frozenset[str]) -> list[Token]:
        """Return the words that meet one condition, the companion first; empty where it fails."""
        if option == "mod":
            return [word for word in _modifying(token) if word.lemma_ in wanted or word.lower_ in wanted]
        if option == "case":
            case = _case(token)
            return [case] if case is not None and case.lower_ in wanted else []
        if option == "gov":
            verb = self._grammar.governing_verb(token)
            return [verb] if verb is not None and verb.lemma_ in wanted else []
        if option == "noun":
            return list(_companions(token, wanted, portions=self._grammar.words.portion))[:1]
        finder = {"prt": _particles, "comp": _complements}[option]
        return list(finder(token, wanted))[:1]


def _is_free_of(token: Token, unwanted: frozenset[str]) -> bool:
    return not unwanted or not any(word.lemma_ in unwanted for word in _modifying(token))


def _modifying(token: Token) -> list[Token]:
    """Return what modifies a trigger: words before a noun, adverbs of a verb or an adjective."""
    if token.pos_ in NOMINAL:
        shared = modifiers(token.head) if token.dep_ == "conj" and token.head.pos_ in NOMINAL else []
        return [*shared, *modifiers(token)]
    return [child for child in token.children if child.dep_ in ("advmod", "acomp", "npadvmod", "compound")]


def _case(noun: Token) -> Token | None:
    """Return the preposition that a noun stands after, also as the second of two."""
    token = noun
    while token.dep_ == "conj" and token.head.pos_ in NOMINAL:
        token = token.head
    return token.head if token.dep_ == "pobj" else None


def _particles(verb: Token, wanted: frozenset[str]) -> Iterator[Token]:
    for child in verb.children:
        if child.lower_ in wanted and child.dep_ in ("prt", "advmod", "prep"):
            yield child


def _companions(verb: Token, wanted: frozenset[str], *, portions: frozenset[str]) -> Iterator[Token]:
    """Yield the noun that a line asks for: an object, or what stands after a preposition.

    ``portions`` are words that pick from it ("lifted most of the *sanctions*").
    """
    candidates: list[Token] = []
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "attr", "oprd", "dative"):
            candidates.append(child)
        elif child.dep_ == "prep":
            candidates.extend(grand for grand in child.children if grand.dep_ == "pobj")
    if verb.dep_ in ("acl", "amod", "relcl") and verb.head.pos_ in NOMINAL:
        candidates.append(verb.head)
    candidates.extend(
        grand
        for candidate in tuple(candidates)
        if candidate.lower_ in portions
        for child in candidate.children
        if child.dep_ == "prep" and child.lower_ == "of"
        for grand in child.children
        if grand.dep_ == "pobj"
    )
    for candidate in candidates:
        for noun in (candidate, *(child for child in candidate.children if child.dep_ == "conj")):
            compounds = (mod.lemma_ for mod in noun.lefts if mod.dep_ == "compound")
            if noun.lemma_ in wanted or any(lemma in wanted for lemma in compounds):
                yield noun


def _complements(token: Token, wanted: frozenset[str]) -> Iterator[Token]:
    """Yield the infinitive, gerund or that-clause that a line asks for."""
    for child in token.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl", "acl") and child.lemma_ in wanted:
            yield child
        if child.dep_ == "prep":
            yield from (g for g in child.children if g.dep_ == "pcomp" and g.lemma_ in wanted)
