"""Persons: whom a name means on the story's day, and the code of one who acts for nobody.

A private person, a candidate, a former official is an actor by name (docs/codebook.md, Actors).
"""

import unicodedata
from datetime import date

from dragoman.codes.actors.forms import Form
from dragoman.codes.actors.phrases.roles import RoleNoun
from dragoman.extraction.draft import ActorPhrase
from dragoman.records import ActorRef

_LONGEST_NAME = 5
"""Words of a person's name at most; what is longer is a title or a list."""
_PARTICLES = "'-abdelv"
"""First letters of what is written small in names: "al", "bin", "de", "el", "la", "von"."""


def choose_form(forms: tuple[Form, ...], *, on: date | None) -> Form | None:
    """Return the reading of a name that held on a day; without a day, the undated or latest one."""
    if on is None:
        undated = [form for form in forms if form.start is None and form.end is None]
        return undated[0] if undated else max(forms, key=lambda form: form.start or date.min, default=None)
    for form in forms:
        if (form.start is None or form.start <= on) and (form.end is None or on <= form.end):
            return form
    return None


def nearest_form(forms: tuple[Form, ...], *, on: date | None) -> Form:
    """Return the reading of a name whose days lie nearest to a day on which none held."""
    if on is None:
        return forms[0]

    def distance(form: Form) -> int:
        after = (on - form.end).days if form.end is not None else 0
        before = (form.start - on).days if form.start is not None else 0
        return max(after, before, 0)

    return min(forms, key=distance)


def private(phrase: ActorPhrase, form: Form) -> tuple[ActorRef, ...]:
    """Return a known person who holds no office that day: the name in capitals (docs/codebook.md, Actors)."""
    if form.source not in ("leaders", "surname") or form.needs_full or form.name is None:
        return ()
    return (ActorRef(actor=capitals(form.name), mention=phrase.mention.id),)


def capitals(name: str) -> str:
    """Return a name as a code: its letters, in capitals, without accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", name).upper() if char.isalpha())


def is_private(noun: RoleNoun | None, *, public: frozenset[str]) -> bool:
    """Whether a title is no office: a professor, a reporter, a campaigner speaks for himself.

    ``public`` are the sectors whose titles act for others (``sectors.tsv``).
    """
    if noun is None or noun.role is None or noun.kind == "body":
        return False
    return noun.role not in public


def named_person(phrase: ActorPhrase) -> tuple[ActorRef, ...]:
    """Return a person by full name; nothing for a single word, which could be anything."""
    words = (phrase.clues.person or "").split()
    named = all(word[0].isupper() or word[0] in _PARTICLES for word in words)
    if not 1 < len(words) <= _LONGEST_NAME or not named:
        return ()
    return (ActorRef(actor=capitals(phrase.clues.person or ""), mention=phrase.mention.id),)


def named_company(phrase: ActorPhrase, *, common: frozenset[str]) -> tuple[ActorRef, ...]:
    """Return a company by name, without the ``common`` words of such names: "Elbit Systems" is ELBIT."""
    words = (phrase.clues.person or "").split()
    while len(words) > 1 and words[-1].lower() in common:
        words.pop()
    code = capitals(" ".join(words))
    return (ActorRef(actor=code, mention=phrase.mention.id),) if len(code) > 1 else ()
