"""Topics: words for speaking of a thing, without a clause that tells it ("criticised the tariffs").

The table is ``data/topics.tsv``. Such words are attributions (PolNeAR), but nobody vouches for what
stands in a topic: it never changes whose word a claim is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.codes.tables import Row, load_table
from dragoman.errors import DataError
from dragoman.records import SpeechKind

PARTS_OF_SPEECH = ("verb", "noun")
OBJECT, INFINITIVE = "object", "infinitive"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCue:
    """One line: a word's lemma, its kind of speech, and where the topic stands.

    ``construction`` is ``object`` (direct object, passive subject), ``infinitive``, or a preposition.
    ``example`` marks the topic in square brackets.
    """

    word: str
    kind: SpeechKind
    construction: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicLexicon:
    """The words by part of speech and lemma, in the order of the table."""

    verbs: Mapping[str, tuple[TopicCue, ...]]
    nouns: Mapping[str, tuple[TopicCue, ...]]


def load_topics() -> TopicLexicon:
    """Load the packaged table. Raises DataError for a broken one."""
    return read_topics(load_table("dragoman.lexicons", "topics.tsv"))


def read_topics(rows: Iterable[Row]) -> TopicLexicon:
    """Read the table's rows. Raises DataError for an unknown value or a line given twice."""
    cues: dict[str, dict[str, list[TopicCue]]] = {pos: {} for pos in PARTS_OF_SPEECH}
    seen: dict[tuple[str, str, str], str] = {}
    for row in rows:
        if row["pos"] not in PARTS_OF_SPEECH:
            msg = f"{row.where}: part of speech {row['pos']!r} is none of {', '.join(PARTS_OF_SPEECH)}"
            raise DataError(msg)
        if row["kind"] not in set(SpeechKind):
            msg = f"{row.where}: kind {row['kind']!r} is none of {', '.join(SpeechKind)}"
            raise DataError(msg)
        key = (row["cue"], row["pos"], row["construction"])
        if key in seen:
            msg = f"{row.where}: {' '.join(key)!r} stands already on {seen[key]}; keep one"
            raise DataError(msg)
        seen[key] = row.where
        cue = TopicCue(
            word=row["cue"],
            kind=SpeechKind(row["kind"]),
            construction=row["construction"],
            example=row["example"],
        )
        cues[row["pos"]].setdefault(cue.word, []).append(cue)
    verbs, nouns = ({word: tuple(found) for word, found in cues[pos].items()} for pos in PARTS_OF_SPEECH)
    return TopicLexicon(verbs=verbs, nouns=nouns)
