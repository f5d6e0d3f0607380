"""Scale: from polarity, modality and whose words they are to the author's certainty, -3..+3.

``data/scale.tsv`` holds the lines; the first that fits is taken. Its values are medians over the
training parts of the two corpora, which write the same doubt differently: FactBank's experts give 0
to whatever the author leaves open, UW's crowd leans to yes or no.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.codes.tables import Row, load_table
from dragoman.errors import DataError
from dragoman.evaluation.factuality.gold import HIGHEST, LOWEST
from dragoman.evaluation.factuality.judgements import Judgement

_ANY = "*"
_NONE = "-"
_LEANING = frozenset({"uw"})
"""Corpora scored by how far the crowd leans; all others by what the author commits to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleLine:
    """One line: the values that fit (empty: any), and the score by either convention."""

    polarity: frozenset[str]
    modality: frozenset[str]
    ground: frozenset[str]
    denied_by: frozenset[str]
    reported: frozenset[str]
    committed: float
    leaning: float
    where: str

    @property
    def is_general(self) -> bool:
        """Whether the line fits everything."""
        return not (self.polarity | self.modality | self.ground | self.denied_by | self.reported)

    def fits(self, judgement: Judgement) -> bool:
        """Answer whether the line holds for a judgement."""
        judged = judgement.qualification
        if judged is None:
            return self.is_general
        pairs = (
            (self.polarity, str(judged.polarity)),
            (self.modality, str(judged.modality)),
            (self.ground, judged.ground or _NONE),
            (self.denied_by, judged.denied_by or _NONE),
            (self.reported, judgement.reported or _NONE),
        )
        return all(not wanted or value in wanted for wanted, value in pairs)


class Scale:
    """The lines in their order; the last fits everything."""

    def __init__(self, lines: Sequence[ScaleLine]) -> None:
        self._lines = tuple(lines)

    def line_of(self, judgement: Judgement) -> ScaleLine:
        """Return the first line that fits."""
        return next(line for line in self._lines if line.fits(judgement))

    def score(self, judgement: Judgement, *, corpus: str) -> float:
        """Return the author's certainty, -3..+3, as a corpus would write it."""
        line = self.line_of(judgement)
        return line.leaning if corpus in _LEANING else line.committed


def load_scale() -> Scale:
    """Load the packaged scale. Raises DataError where a line breaks the rules."""
    return build_scale(load_table("dragoman.evaluation.factuality", "scale.tsv"))


def build_scale(rows: Sequence[Row]) -> Scale:
    """Build the scale from a table's lines.

    Raises DataError for a score outside -3..+3, or where the last line does not fit everything.
    """
    lines = [_read_line(row) for row in rows]
    if not lines or not lines[-1].is_general:
        where = lines[-1].where if lines else "scale.tsv"
        msg = f"{where}: the last line does not fit everything; end the scale with a line of {_ANY!r}"
        raise DataError(msg)
    return Scale(lines)


def _read_line(row: Row) -> ScaleLine:
    return ScaleLine(
        polarity=_values(row["polarity"]),
        modality=_values(row["modality"]),
        ground=_values(row["ground"]),
        denied_by=_values(row["denied_by"]),
        reported=_values(row["reported"]),
        committed=_score(row, "committed"),
        leaning=_score(row, "leaning"),
        where=row.where,
    )


def _values(cell: str) -> frozenset[str]:
    return frozenset() if cell == _ANY else frozenset(cell.split("|"))


def _score(row: Row, column: str) -> float:
    try:
        score = float(row[column])
    except ValueError:
        score = HIGHEST + 1
    if not LOWEST <= score <= HIGHEST:
        msg = f"{row.where}: {column} {row[column]!r} is no score; write a number from -3 to 3"
        raise DataError(msg)
    return score
