"""The relation patterns, and the words that grade or stand for a side of a relation, as packaged."""

from dragoman.codes.tables import load_table
from dragoman.lexicons.patterns import Pattern, read_patterns

_PACKAGE = "dragoman.lexicons"


def load_relation_patterns() -> tuple[Pattern, ...]:
    """Load ``relations.tsv``: one construction of one relation a line, in order of the file."""
    return tuple(read_patterns(load_table(_PACKAGE, "relations.tsv")))


def load_grades() -> frozenset[str]:
    """Load the adjectives that grade a relation ("strategic", "all-weather")."""
    return frozenset(row["grade"] for row in load_table(_PACKAGE, "grades.tsv"))


def load_stances() -> frozenset[str]:
    """Load the nouns that stand for whoever holds them ("supports Turkey's plan": supports Turkey)."""
    return frozenset(row["noun"] for row in load_table(_PACKAGE, "stances.tsv"))
