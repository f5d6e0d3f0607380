"""The gazetteer: every known form of every actor, found in a sentence in one pass.

Aho-Corasick, leftmost-longest, case-sensitive, whole words, in any spelling that differs only by
accents, hyphens, or a capital in a particle ("Abdel Fattah Al Sisi"). Longer names that only contain
an actor's form ("Gulf of Oman") are matched too and shield what is inside them. A form that ends in
a hyphen ("Sino-") is found only before a capital, and without the hyphen.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.codes.actors.forms import Form

_UNLIKE = {
    "ı": "i",
    "ł": "l",
    "Ł": "L",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
    "\u2019": "'",
    "\u2018": "'",
    "-": " ",
}
_PARTICLE = re.compile(r"\b(?:Al|El|Bin|Ibn|De|Ul|Van|Von)(?= [A-Z])")
_SHORT = 4
"""A form this short with an accent is found only with it: "Malé" is not "Male"."""


class Gazetteer:
    """Finds forms in text. ``shields`` are names that hold a form and mean no actor."""

    def __init__(self, forms: Iterable[Form], *, shields: Iterable[str] = ()) -> None:
        named = [form for form in forms if form.source != "classes"]
        by_text: dict[str, list[Form]] = defaultdict(list)
        for text, form in zip(_fold_all(form.text for form in named), named, strict=True):
            by_text[text].append(form)
        for shield in _fold_all(shields):
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


def fold(text: str) -> str:
    """Return a text of the same length without what spellings differ by: accents, hyphens, "Al" for "al"."""
    return _PARTICLE.sub(lambda match: match[0].lower(), _plain(text))


def _plain(text: str) -> str:
    return text.translate(_plain_letters()) if "-" in text or not text.isascii() else text


def _fold_all(texts: Iterable[str]) -> list[str]:
    """Fold many texts: one search for particles through all of them is far faster than one in each."""
    joined = "\n".join(_plain(text) for text in texts)
    return _PARTICLE.sub(lambda match: match[0].lower(), joined).split("\n") if joined else []


@cache
def _plain_letters() -> dict[int, str]:
    """Map each accented Latin letter to the letter without."""
    letters = {ord(char): plain for char, plain in _UNLIKE.items()}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        plain = unicodedata.normalize("NFD", chr(code))[0]
        if plain.isascii() and plain.isalpha():
            letters.setdefault(code, plain)
    return letters


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
