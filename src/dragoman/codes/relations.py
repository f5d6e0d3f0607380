"""The twenty-six relation types that a claim can have; ``docs/codebook.md`` defines each."""

from dataclasses import dataclass

from dragoman.codes.tables import Row, load_table
from dragoman.errors import DataError


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationType:
    """One relation type.

    ``sign`` is the value of the asserted, present relation, -1 to 1, None where it has none: it is
    for networks and is never flipped by negation. ``inverse`` is the name read from object to subject.
    ``resultative`` is True where a finished act leaves the relation standing.
    """

    name: str
    symmetric: bool
    resultative: bool
    sign: float | None
    inverse: str | None
    definition: str
    where: str


def load_relations() -> tuple[RelationType, ...]:
    """Load the packaged relation types. Raises DataError for a broken table."""
    return read_relations(load_table("dragoman.codes", "relations.tsv"))


def read_relations(rows: tuple[Row, ...]) -> tuple[RelationType, ...]:
    """Read a table's rows as relation types.

    Raises DataError for a type given twice, an inverse on a symmetric type, or a sign outside -1 to 1.
    """
    types: dict[str, RelationType] = {}
    for row in rows:
        relation = _relation_type(row)
        if relation.name in types:
            msg = f"{row.where}: relation {relation.name} already stands at {types[relation.name].where}"
            raise DataError(msg)
        types[relation.name] = relation
    return tuple(types.values())


def _relation_type(row: Row) -> RelationType:
    name, symmetric = row["relation"], row["symmetric"] == "yes"
    if row["symmetric"] not in {"yes", "no"}:
        msg = f"{row.where}: symmetric {row['symmetric']!r} of {name} is neither yes nor no"
        raise DataError(msg)
    if symmetric and row["inverse"]:
        msg = f"{row.where}: relation {name} is symmetric and names an inverse {row['inverse']!r}; drop one"
        raise DataError(msg)
    return RelationType(
        name=name,
        symmetric=symmetric,
        resultative=row["resultative"] == "yes",
        sign=_sign(row),
        inverse=row["inverse"] or None,
        definition=row["definition"],
        where=row.where,
    )


def _sign(row: Row) -> float | None:
    if not row["sign"]:
        return None
    try:
        sign = float(row["sign"])
    except ValueError as error:
        msg = f"{row.where}: sign {row['sign']!r} of {row['relation']} is no number"
        raise DataError(msg) from error
    if not -1 <= sign <= 1:
        msg = f"{row.where}: sign {sign} of {row['relation']} is outside -1 to 1"
        raise DataError(msg)
    return sign
