"""CAMEO event codes (version 1.1b3): roots, three-digit codes and a few of four digits.

Goldstein scores are those of the table published with GDELT 1.0; other packages ship tables that
differ, so every score names its ``scale_version``. ``docs/codebook.md`` lists the differences.
"""

from dataclasses import dataclass

from dragoman.codes.tables import Row, load_table
from dragoman.errors import DataError


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoCode:
    """One code. It is text: the leading zero counts. ``goldstein`` runs from -10 to 10."""

    code: str
    quad: int
    goldstein: float
    scale_version: str
    label: str
    where: str

    @property
    def root(self) -> str:
        """The two-digit root."""
        return self.code[:2]


def load_cameo() -> tuple[CameoCode, ...]:
    """Load the packaged codes, by code. Raises DataError for a broken table."""
    return read_cameo(load_table("dragoman.codes", "cameo.tsv"))


def read_cameo(rows: tuple[Row, ...]) -> tuple[CameoCode, ...]:
    """Read a table's rows as codes.

    Raises DataError for a code that is not two to four digits, stands twice, or has no root in the table.
    """
    codes: dict[str, CameoCode] = {}
    for row in rows:
        code = row["code"]
        if not (code.isdecimal() and 2 <= len(code) <= 4):
            msg = f"{row.where}: CAMEO code {code!r} is not two to four digits; keep its leading zero"
            raise DataError(msg)
        if code in codes:
            msg = f"{row.where}: CAMEO code {code} already stands at {codes[code].where}; keep one line"
            raise DataError(msg)
        codes[code] = _cameo_code(row)
    for entry in codes.values():
        if entry.root not in codes:
            msg = f"{entry.where}: CAMEO code {entry.code} has no root {entry.root} in the table; add it"
            raise DataError(msg)
    return tuple(codes.values())


def _cameo_code(row: Row) -> CameoCode:
    try:
        quad, goldstein = int(row["quad"]), float(row["goldstein"])
    except ValueError as error:
        msg = f"{row.where}: quad {row['quad']!r} or Goldstein score {row['goldstein']!r} is no number"
        raise DataError(msg) from error
    return CameoCode(
        code=row["code"],
        quad=quad,
        goldstein=goldstein,
        scale_version=row["scale_version"],
        label=row["label"],
        where=row.where,
    )
