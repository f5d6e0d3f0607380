"""The gazetteer: every known form of every actor, found in a sentence in one pass.

Aho-Corasick, leftmost-longest, case-sensitive, whole words. Longer names that only contain an
actor's form ("Gulf of Oman") are matched too and shield what is inside them. A form that ends in a
hyphen ("Sino-") is found only before a capital, and without the hyphen.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.codes.actors.forms import Form


class Gazetteer:
    """Finds forms in text. ``shields`` are names that hold a form and mean no actor."""

    def __init__(self, forms: Iterable[Form], *, shields: Iterable[str] = ()) -> None:
        by_text: dict[str, list[Form]] = defaultdict(list)
        for form in forms:
            if form.source != "classes":
                by_text[_as_read(form.text)].append(form)
        for shield in shields:
            by_text.setdefault(_as_read(shield), [])
        self._forms = [tuple(by_text[text]) for text in sorted(by_text)]
        self._matcher = AhoCorasick(sorted(by_text), matchkind=MatchKind.Standard)

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[Form, ...]]]:
        """Yield start, end (half-open characters of ``text``) and readings of each form found."""
        # Whole words first, then the longest: "The Australian", a newspaper, must not hide "Australians".
        whole = sorted(
            (start, -end, number)
            for number, start, end in self._matcher.find_matches_as_indexes(text, overlapping=True)
            if _is_whole(text, start, end)
        )
        taken = 0
        for start, negative_end, number in whole:
            end = -negative_end
            if start < taken:
                continue
            taken = end
            if self._forms[number]:
                yield start, end - text[start:end].endswith("-"), self._forms[number]


def _as_read(text: str) -> str:
    """Write a form as the parser reads it: straight quotation marks."""
    return text.replace("\u2019", "'").replace("\u2018", "'")


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if text[end - 1] == "-":
        return after.isupper() and not before.isalnum()
    return not (before.isalnum() or after.isalnum())
