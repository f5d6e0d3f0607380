"""The gazetteer: every known form of every actor, found in a sentence in one pass.

Aho-Corasick, leftmost-longest, case-sensitive, whole words, in any spelling that differs only by
accents, hyphens, or a capital in a particle ("Abdel Fattah Al Sisi"). Longer names that only contain
an actor's form ("Gulf of Oman") are matched too and shield what is inside them. A form that ends in
a hyphen ("Sino-") is found only before a capital, and without the hyphen.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.codes.actors.forms import Form
from dragoman.codes.actors.spelling import fold, fold_all

_SHORT = 4
"""A form this short with an accent is found only with it: "Malé" is not "Male"."""


class Gazetteer:
    """Finds forms in text. ``shields`` are names that hold a form and mean no actor."""

    def __init__(self, forms: Iterable[Form], *, shields: Iterable[str] = ()) -> None:
        named = [form for form in forms if form.source != "classes"]
        by_text: dict[str, list[Form]] = defaultdict(list)
        for text, form in zip(fold_all(form.text for form in named), named, strict=True):
            by_text[text].append(form)
        for shield in fold_all(shields):
            by_text.setdefault(shield, [])
        self._forms = [tuple(readings) for readings in by_text.values()]
        self._matcher = AhoCorasick(by_text, matchkind=MatchKind.Standard)

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[Form, ...]]]:
        """Yield start, end (half-open characters of ``text``) and readings of each form found."""
        # Whole words first, then the longest: "The Australian", a newspaper, must not hide "Australians".
        whole = sorted(
            (start, -end, number) for number, start, end in self._matches(text) if _is_whole(text, start, end)
        )
        taken = 0
        for start, negative_end, number in whole:
            end = -negative_end
            if start < taken:
                continue
            forms = _as_spelt(self._forms[number], text[start:end])
            if self._forms[number] and not forms:
                continue
            taken = end
            if forms:
                yield start, end - (text[end - 1] == "-"), forms

    def _matches(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield the number, start and end of each form; a headline all in capitals is read both ways."""
        yield from self._matcher.find_matches_as_indexes(fold(text), overlapping=True)
        if text.isupper() and len(text.title()) == len(text):
            yield from self._matcher.find_matches_as_indexes(fold(text.title()), overlapping=True)


def _as_spelt(forms: tuple[Form, ...], text: str) -> tuple[Form, ...]:
    """Leave out short forms whose accents the text lacks."""
    if len(text) > _SHORT or text.isascii() is False:
        return forms
    return tuple(form for form in forms if form.text.isascii() or form.text == text)


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if text[end - 1] in "- ":
        return text[end - 1] == "-" and after.isupper() and not before.isalnum()
    return not (before.isalnum() or after.isalnum())
