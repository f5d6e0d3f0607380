"""Lemmas that a word may be a form of, without a parse: more than one where the tag would decide.

The rules give back at least what a rule lemmatiser gives (Miller 1995, WordNet's detachment rules),
and doubled consonants; ``data/inflections.tsv`` lists the words that follow no rule.
"""

from collections import defaultdict
from collections.abc import Mapping

from dragoman.codes.tables import load_table

_ENDINGS = (
    ("s", ("",)),
    ("es", ("", "e")),
    ("ies", ("y", "ie")),
    ("ves", ("f", "fe")),
    ("men", ("man",)),
    ("ed", ("", "e")),
    ("ied", ("y", "ie")),
    ("ing", ("", "e")),
    ("ying", ("ie",)),
    ("er", ("", "e")),
    ("ier", ("y",)),
    ("est", ("", "e")),
    ("iest", ("y",)),
)
_SHORTEST_DOUBLED = 3


class Inflections:
    """Finds lemmas. ``irregular`` maps a form to its lemmas; both in lower case."""

    def __init__(self, irregular: Mapping[str, tuple[str, ...]]) -> None:
        self._irregular = irregular

    def lemmas(self, word: str) -> frozenset[str]:
        """Return every lemma that a lower-case word may be a form of, the word itself among them."""
        found = {word, *self._irregular.get(word, ())}
        for ending, replacements in _ENDINGS:
            if word.endswith(ending):
                stem = word[: -len(ending)]
                found.update(stem + replacement for replacement in replacements)
                if len(stem) >= _SHORTEST_DOUBLED and stem[-1] == stem[-2]:
                    found.add(stem[:-1])
        return frozenset(found)


def load_inflections() -> Inflections:
    """Load the packaged table. Raises DataError for a broken one."""
    irregular: dict[str, list[str]] = defaultdict(list)
    for row in load_table("dragoman.lexicons", "inflections.tsv"):
        for form in row.many("forms"):
            irregular[form].append(row["lemma"])
    return Inflections({form: tuple(lemmas) for form, lemmas in irregular.items()})
