"""Qualifying words: which words deny, hedge, wish, date or question what they govern.

Three packaged tables. ``qualifying.tsv`` holds the cues, one a line: the words (lemmas), the class,
where they stand, and what they do where that differs from their class. ``phases.tsv`` says which
verbs and nouns begin, keep, strengthen, weaken or end the relation that they govern.
``clauses.tsv`` holds the small words that join and carry clauses.

The classes follow the literature on factuality: implicative verbs (Karttunen 1971), raised
negation (Horn 1989), FactBank's source-introducing predicates (Sauri and Pustejovsky 2009), and
pseudo-negation as NegEx and its heirs list it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace

from spacy.tokens import Doc, Token

from dragoman.codes.tables import Row, load_table, load_word_classes
from dragoman.errors import DataError
from dragoman.records import Modality, Phase, Status, Time

POSITIONS = frozenset({"verb", "noun", "adj", "adv", "aux", "det", "prep", "mark", "phrase", "holder"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a cue does to the content that it governs or modifies.

    ``flip`` turns the polarity round. ``raises`` lets a negation of the cue itself reach the
    content ("does not think that ..."); ``opaque`` keeps everything above the cue from it.
    ``only`` limits a governor to one kind of complement, ``clause``, ``noun`` or ``infinitive``:
    "free to trade" is no "free trade".
    """

    flip: bool = False
    modality: Modality | None = None
    time: Time | None = None
    status: Status | None = None
    raises: bool = True
    opaque: bool = False
    only: str | None = None


_DESIRED = Effect(modality=Modality.DESIRED, time=Time.FUTURE, status=Status.PLANNED)
CLASSES: Mapping[str, Effect] = {
    "negation": Effect(flip=True),
    "pseudo_negation": Effect(),
    "possible": Effect(modality=Modality.POSSIBLE, status=Status.POSSIBLE),
    "desired": _DESIRED,
    "prediction": _DESIRED,
    "expectation": _DESIRED,
    "agreement": _DESIRED,
    "promise": _DESIRED,
    "request": replace(_DESIRED, status=Status.CALLED_FOR),
    "threat": _DESIRED,
    "attempt": Effect(modality=Modality.POSSIBLE, status=Status.POSSIBLE),
    "accuse": Effect(modality=Modality.POSSIBLE, status=Status.POSSIBLE, raises=False),
    "denial": Effect(flip=True),
    "exclusion": replace(_DESIRED, flip=True),
    "implicative": Effect(),
    "implicative_neg": Effect(flip=True),
    "ongoing": Effect(status=Status.ONGOING),
    "factive": Effect(opaque=True),
    "report": Effect(raises=False),
    "think": Effect(),
    "conditional": Effect(modality=Modality.CONDITIONAL, status=Status.POSSIBLE),
    "questioned": Effect(modality=Modality.QUESTIONED, status=Status.POSSIBLE),
    "past": Effect(time=Time.PAST),
    "future": Effect(time=Time.FUTURE, status=Status.PLANNED),
    "occurrence": Effect(),
    "standing": Effect(),
}
"""What each class of cue does, unless its line says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One line of ``qualifying.tsv``."""

    words: tuple[str, ...]
    kind: str
    pos: str
    effect: Effect
    example: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseWord:
    """One line of ``phases.tsv``: a verb or noun, the phase it puts a relation in, and the polarity.

    ``keeps`` tells that to wish it is to have it already: "wants to preserve the alliance".
    """

    words: tuple[str, ...]
    pos: str
    phase: Phase
    denied: bool
    keeps: bool
    example: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseHit:
    """A phrase found in a parse: its cue, and its first and last token."""

    cue: Cue
    first: int
    last: int

    def covers(self, index: int) -> bool:
        """Answer whether a token is one of the phrase's words."""
        return self.first <= index <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseWords:
    """Words that join, open or carry a clause; ``clauses.tsv`` explains each class."""

    condition: frozenset[str]
    adversative: frozenset[str]
    predicating: frozenset[str]
    state: frozenset[str]
    stative: frozenset[str]
    lasting: frozenset[str]
    linking: frozenset[str]
    ranking: frozenset[str]
    achieving: frozenset[str]
    counterfactual: frozenset[str]
    excess: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class QualifyingLexicon:
    """The cues by place and first word, the phrases by first word, the phase words, words of clauses."""

    cues: tuple[Cue, ...]
    phase_words: tuple[PhaseWord, ...]
    clauses: ClauseWords
    _by_word: Mapping[tuple[str, str], tuple[Cue, ...]] = field(default_factory=dict)
    _phrases: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)
    _phases: Mapping[tuple[str, str], tuple[PhaseWord, ...]] = field(default_factory=dict)

    def cue(self, token: Token, *positions: str) -> Cue | None:
        """Return the longest cue that a token heads in one of the positions, or None."""
        return next(self.cues_at(token, *positions), None)

    def cues_at(self, token: Token, *positions: str) -> Iterator[Cue]:
        """Yield the cues that a token heads in the positions, the longest first in each."""
        for position in positions:
            for form in dict.fromkeys((lemma_of(token), token.lower_)):
                for cue in self._by_word.get((position, form), ()):
                    if all(_has_word(token, word) for word in cue.words[1:]):
                        yield cue

    def phase(self, token: Token) -> PhaseWord | None:
        """Return the phase word that a token heads, or None."""
        position = "verb" if token.pos_ in ("VERB", "AUX") else "noun"
        for word in self._phases.get((position, lemma_of(token)), ()):
            if all(_has_word(token, part) for part in word.words[1:]):
                return word
        return None

    def find_phrases(self, doc: Doc) -> tuple[PhraseHit, ...]:
        """Return the phrases of a parse, leftmost and longest first, none inside another."""
        hits: list[PhraseHit] = []
        free = 0
        for token in doc:
            if token.i < free:
                continue
            cue = next((c for c in self._candidates(token) if _reads(token, c.words)), None)
            if cue is not None:
                hits.append(PhraseHit(cue=cue, first=token.i, last=token.i + len(cue.words) - 1))
                free = token.i + len(cue.words)
        return tuple(hits)

    def _candidates(self, token: Token) -> Iterator[Cue]:
        yield from self._phrases.get(token.lower_, ())
        if lemma_of(token) != token.lower_:
            yield from self._phrases.get(lemma_of(token), ())


def lemma_of(token: Token) -> str:
    """Return a token's lemma with the clitics spelt out: ``n't`` is ``not``, ``'ll`` is ``will``."""
    return _CLITICS.get(token.lower_, token.lemma_)


# "hopes" and its like: the rule lemmatiser takes them for forms of "hop".
_CLITICS: Mapping[str, str] = {
    "n't": "not", "n’t": "not", "'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "sha": "shall",
    "'d": "would", "’d": "would", "ai": "be", "none": "none", "neither": "neither", "nor": "nor",
    "hopes": "hope", "hoped": "hope", "hoping": "hope",
}  # fmt: skip


def _has_word(token: Token, word: str) -> bool:
    """Answer whether a word belongs to a token: a particle, preposition or object, or the next word."""
    following = token.i + 1 < len(token.doc) and token.nbor().lower_ == word
    if following or any(lemma_of(child) == word for child in token.children):
        return True
    objects = (child for child in token.children if child.dep_ == "dobj")
    return any(child.dep_ == "prep" and child.lower_ == word for noun in objects for child in noun.children)


def _reads(token: Token, words: tuple[str, ...]) -> bool:
    doc = token.doc
    if token.i + len(words) > len(doc):
        return False
    return all(word in (doc[token.i + n].lower_, lemma_of(doc[token.i + n])) for n, word in enumerate(words))


def load_qualifying() -> QualifyingLexicon:
    """Load the packaged cues and phase words. Raises DataError where a line breaks the rules."""
    package = "dragoman.lexicons"
    return build_qualifying(load_table(package, "qualifying.tsv"), load_table(package, "phases.tsv"))


def load_clause_words() -> ClauseWords:
    """Load the packaged words of clauses. Raises DataError for a class that does not exist."""
    names = tuple(field.name for field in fields(ClauseWords))
    return ClauseWords(**load_word_classes("dragoman.lexicons", "clauses.tsv", names=names))


def build_qualifying(cue_rows: tuple[Row, ...], phase_rows: tuple[Row, ...]) -> QualifyingLexicon:
    """Build the lexicon from two tables: the packaged ones or a user's own.

    The words of clauses are always the packaged ones. Raises DataError where a line breaks the rules.
    """
    cues = tuple(_read_cue(row) for row in cue_rows)
    phases = tuple(_read_phase(row) for row in phase_rows)
    by_word: dict[tuple[str, str], list[Cue]] = {}
    phrases: dict[str, list[Cue]] = {}
    for cue in sorted(cues, key=lambda c: -len(c.words)):
        if cue.pos == "phrase":
            phrases.setdefault(cue.words[0], []).append(cue)
        else:
            by_word.setdefault((cue.pos, cue.words[0]), []).append(cue)
    by_phase: dict[tuple[str, str], list[PhaseWord]] = {}
    for word in sorted(phases, key=lambda p: -len(p.words)):
        by_phase.setdefault((word.pos, word.words[0]), []).append(word)
    return QualifyingLexicon(
        cues=cues,
        phase_words=phases,
        clauses=load_clause_words(),
        _by_word={key: tuple(value) for key, value in by_word.items()},
        _phrases={key: tuple(value) for key, value in phrases.items()},
        _phases={key: tuple(value) for key, value in by_phase.items()},
    )


def _read_cue(row: Row) -> Cue:
    kind, pos = row["class"], row["pos"]
    if kind not in CLASSES:
        msg = f"{row.where}: class {kind!r} is unknown; choose among {', '.join(sorted(CLASSES))}"
        raise DataError(msg)
    if pos not in POSITIONS:
        msg = f"{row.where}: part of speech {pos!r} is unknown; choose among {', '.join(sorted(POSITIONS))}"
        raise DataError(msg)
    effect = _read_effect(row["effect"], CLASSES[kind], where=row.where)
    words = tuple(row["cue"].split())
    return Cue(words=words, kind=kind, pos=pos, effect=effect, example=row["example"], where=row.where)


def _read_effect(text: str, default: Effect, *, where: str) -> Effect:
    """Read ``modality=possible; time=future``; an empty value (``modality=``) takes the default away."""
    effect = default
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        name, _, value = part.partition("=")
        try:
            match name:
                case "modality":
                    effect = replace(effect, modality=Modality(value) if value else None)
                case "time":
                    effect = replace(effect, time=Time(value) if value else None)
                case "status":
                    effect = replace(effect, status=Status(value) if value else None)
                case "flip" | "raises" | "opaque" if value in ("yes", "no"):
                    effect = replace(effect, **{name: value == "yes"})  # type: ignore[arg-type]
                case "only" if value in ("clause", "noun", "infinitive"):
                    effect = replace(effect, only=value)
                case _:
                    raise ValueError(part)
        except ValueError as error:
            msg = f"{where}: effect {part!r} is unknown; see the columns of qualifying.tsv"
            raise DataError(msg) from error
    return effect


def _read_phase(row: Row) -> PhaseWord:
    if row["phase"] not in list(Phase) or row["polarity"] not in ("affirmed", "denied"):
        what = f"phase {row['phase']!r} or polarity {row['polarity']!r}"
        msg = f"{row.where}: {what} is unknown; see docs/lexicons.md"
        raise DataError(msg)
    return PhaseWord(
        words=tuple(row["word"].split()),
        pos=row["pos"],
        phase=Phase(row["phase"]),
        denied=row["polarity"] == "denied",
        keeps=row.get("keeps") == "yes",
        example=row["example"],
        where=row.where,
    )
