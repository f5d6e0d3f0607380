"""Definitions: names that a story itself gives an abbreviation, "the International Tin Council (ITC)".

The letters in brackets must be the initials of the words before them (after Schwartz and Hearst,
"A simple algorithm for identifying abbreviation definitions", PSB 2003, kept to initials). The
abbreviation is then the actor, unless one of the two is known already: then both are that one.
"""

import re
from collections.abc import Iterator

from dragoman.codes.actors.forms import Form
from dragoman.extraction.mentions.gazetteer import Gazetteer
from dragoman.records import MentionKind

_BRACKETED = re.compile(r"\(\s?([A-Z][A-Za-z]{1,7})\s?\)")
_LONGEST_NAME = 90
_WORD = re.compile(r"[A-Za-z][\w'\u2019.]*")
_SMALL = frozenset({"of", "for", "the", "and", "on", "in", "de", "to", "against", "with"})
_SHORTEST = 3
_BODIES = frozenset({"organisations", "groups", "organs", "media"})


def define(text: str, *, known: Gazetteer) -> Iterator[Form]:
    """Yield a form for each long and short name that a text defines. ``known`` holds the tables' forms."""
    for match in _BRACKETED.finditer(text):
        short = match[1]
        long = _expansion(text[max(0, match.start() - _LONGEST_NAME) : match.start()].rstrip(), short)
        if long is None:
            yield from (_renamed(form, short) for form in _ending_at(known, text, match.start()))
            continue
        same = _exact(known, short)
        forms = _exact(known, long) or _alike(same, long)
        if forms:
            for name in (long, short):
                yield from (_renamed(form, name) for form in forms)
        elif len(short) >= _SHORTEST and short.isupper():
            for name in (long, short):
                yield Form(
                    text=name,
                    kind=MentionKind.NAME,
                    actor=_code(long) if same else short,
                    role=None,
                    source="organisations",
                    name=long,
                )


def _code(name: str) -> str:
    """Return a name as a code: its letters in capitals."""
    return "".join(char for char in name.upper() if char.isalnum())


def _ending_at(known: Gazetteer, text: str, end: int) -> tuple[Form, ...]:
    """Return the body that is named right before a bracket: "Reporters Without Borders (RSF)"."""
    begin = max(0, end - _LONGEST_NAME)
    before = text[begin:end].rstrip()
    for _, stop, forms in known.find(before):
        if stop == len(before) and forms[0].source in _BODIES and " " in forms[0].text:
            return forms
    return ()


def _expansion(before: str, short: str) -> str | None:
    """Return the words at the end of a text whose initials are an abbreviation's letters."""
    words = list(_WORD.finditer(before))
    letters = [char for char in short.upper()]
    first = None
    for word in reversed(words):
        text = word[0]
        if letters and text[0].upper() == letters[-1] and text[0].isupper():
            letters.pop()
            first = word
        elif text.lower() not in _SMALL or not letters:
            break
    if letters or first is None:
        return None
    return before[first.start() :]


def _exact(known: Gazetteer, name: str) -> tuple[Form, ...]:
    for start, end, forms in known.find(name):
        if end - start == len(name) and forms[0].kind in (MentionKind.NAME, MentionKind.METONYM):
            return forms
    return ()


def _alike(forms: tuple[Form, ...], name: str) -> tuple[Form, ...]:
    """Return forms whose full name shares words with another: the same body, spelt otherwise."""
    words = {word.lower() for word in name.split() if word[0].isupper()}
    known = {word.lower() for form in forms if form.name for word in form.name.split()}
    return forms if len(words & known) > 1 else ()


def _renamed(form: Form, name: str) -> Form:
    return Form(
        text=name, kind=form.kind, actor=form.actor, role=form.role, source=form.source, name=form.name
    )
