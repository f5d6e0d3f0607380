"""Reporting words: which word, in which construction, gives somebody's words or thoughts.

The table is ``data/speech.tsv``; ``docs/lexicons.md`` explains its columns. A cue of several words
("point out", "call on") is found by its first word; the others must depend on it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.codes.tables import Row, load_table
from dragoman.errors import DataError
from dragoman.records import SpeechKind

PARTS_OF_SPEECH = ("verb", "noun", "adj", "prep", "light", "document")
"""``light``: verbs whose subject is the source of a reporting noun that is their object.

``document``: nouns whose owner speaks where they do ("a UN *report* said").
"""

CONSTRUCTIONS = frozenset(
    {
        "that",
        "mark",
        "quote",
        "infinitive",
        "object-infinitive",
        "gerund",
        "object",
        "object-claim",
        "as",
        "naming",
        "clause",
        "of",
        "for",
        "with",
        "against",
        "about",
    }
)
"""What must stand beside the cue, which is then its content.

``that``               a finite clause, with or without a conjunction ("said (that) it left")
``mark``               a finite clause with its conjunction, or a clause that stands around the cue
``quote``              a quotation that touches the cue and its source
``infinitive``         an infinitive ("vowed to leave", "asked it to leave")
``object-infinitive``  an infinitive with a doer of its own ("urged it to leave", not "wants to leave")
``gerund``             a participle ("denied sending")
``object``             a noun phrase ("denied any role")
``object-claim``       a noun phrase headed by a reporting noun ("rejected claims that")
``as``                 "described it as a threat"; ``naming`` "called it a threat"
``clause``             the clause that holds the cue ("according to")
others                 a phrase with this preposition ("accused it of sending")
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechCue:
    """One line of the table: a cue, its class, and the constructions in which it counts.

    ``negated`` is its class under "not" where that is another: who does not believe, denies
    (neg-raising, Horn 1989).
    """

    words: tuple[str, ...]
    pos: str
    kind: SpeechKind
    constructions: frozenset[str]
    negated: SpeechKind | None = None


CuesByWord = Mapping[str, tuple[SpeechCue, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechLexicon:
    """The reporting words by part of speech and first word; longer cues come first."""

    verbs: CuesByWord
    nouns: CuesByWord
    adjectives: CuesByWord
    phrases: CuesByWord
    light_verbs: frozenset[str]
    documents: frozenset[str]

    def is_reporting_noun(self, lemma: str) -> bool:
        """Answer whether a noun may stand for somebody's words ("claim", "report")."""
        return lemma in self.nouns


def read_speech(rows: Iterable[Row]) -> SpeechLexicon:
    """Read the table's rows. Raises DataError for an unknown value or a construction given twice."""
    cues: dict[str, dict[str, list[SpeechCue]]] = {pos: {} for pos in PARTS_OF_SPEECH}
    light: set[str] = set()
    documents: set[str] = set()
    seen: dict[tuple[str, str, str], str] = {}
    for row in rows:
        if row["pos"] == "light":
            light.add(row["cue"])
            continue
        if row["pos"] == "document":
            documents.add(row["cue"])
            continue
        cue = _read_cue(row)
        for construction in cue.constructions:
            _check_single(seen, (row["cue"], cue.pos, construction), row.where)
        cues[cue.pos].setdefault(cue.words[0], []).append(cue)
    return SpeechLexicon(
        verbs=_longest_first(cues["verb"]),
        nouns=_longest_first(cues["noun"]),
        adjectives=_longest_first(cues["adj"]),
        phrases=_longest_first(cues["prep"]),
        light_verbs=frozenset(light),
        documents=frozenset(documents),
    )


def load_speech() -> SpeechLexicon:
    """Load the packaged table. Raises DataError for a broken one."""
    return read_speech(load_table("dragoman.lexicons", "speech.tsv"))


def _read_cue(row: Row) -> SpeechCue:
    if row["pos"] not in PARTS_OF_SPEECH:
        msg = f"{row.where}: part of speech {row['pos']!r} is none of {', '.join(PARTS_OF_SPEECH)}"
        raise DataError(msg)
    if row["kind"] not in set(SpeechKind):
        msg = f"{row.where}: kind {row['kind']!r} is none of {', '.join(SpeechKind)}"
        raise DataError(msg)
    if row.get("negated") and row.get("negated") not in set(SpeechKind):
        msg = f"{row.where}: negated {row['negated']!r} is none of {', '.join(SpeechKind)}"
        raise DataError(msg)
    constructions = frozenset(row.many("constructions"))
    unknown = sorted(constructions - CONSTRUCTIONS)
    if unknown or not constructions or not row["cue"]:
        what = f"construction {unknown[0]!r} is unknown" if unknown else "cue or constructions are empty"
        msg = f"{row.where}: {what}; choose among {', '.join(sorted(CONSTRUCTIONS))}"
        raise DataError(msg)
    return SpeechCue(
        words=tuple(row["cue"].split()),
        pos=row["pos"],
        kind=SpeechKind(row["kind"]),
        constructions=constructions,
        negated=SpeechKind(row.get("negated")) if row.get("negated") else None,
    )


def _check_single(seen: dict[tuple[str, str, str], str], key: tuple[str, str, str], where: str) -> None:
    if key in seen:
        cue, pos, construction = key
        msg = f"{where}: {cue!r} ({pos}) has {construction!r} already on {seen[key]}; leave one of the two"
        raise DataError(msg)
    seen[key] = where


def _longest_first(cues: dict[str, list[SpeechCue]]) -> dict[str, tuple[SpeechCue, ...]]:
    return {word: tuple(sorted(found, key=lambda cue: -len(cue.words))) for word, found in cues.items()}
