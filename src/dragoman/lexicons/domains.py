"""Words of other domains than politics, by weight."""

from collections.abc import Iterable, Mapping

from dragoman.codes.tables import load_table

ENOUGH = 2
"""The weight of words from which on a sentence counts as being of another domain."""


def load_domains() -> dict[str, tuple[str, int]]:
    """Load the packaged words: lower-case word to its domain and weight."""
    rows = load_table("dragoman.lexicons", "domains.tsv")
    return {row["word"]: (row["domain"], int(row["weight"])) for row in rows}


def domain_of(words: Iterable[str], domains: Mapping[str, tuple[str, int]]) -> str | None:
    """Return the other domain that the words of a sentence are of, None where they are of none.

    "Peru met its rivals in the *cup final*" is sport; a cup alone is not.
    """
    weights: dict[str, int] = {}
    for word in dict.fromkeys(words):
        if word in domains:
            domain, weight = domains[word]
            weights[domain] = weights.get(domain, 0) + weight
    return next((domain for domain in sorted(weights) if weights[domain] >= ENOUGH), None)
