"""Lookup: who a name is on a day, and why; for people who ask, not for the reading of stories.

A name is found in any spelling that differs by case, accents, hyphens or apostrophes only.
"""

import difflib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.codes.actors.directory import ActorDirectory
from dragoman.codes.actors.forms import Form

_ALIKE = 0.8
"""How alike a name must be to be offered for one that is not found (difflib's ratio, 0 to 1)."""
_OFFERED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One meaning of a name: the form, and whether it holds on the day that was asked for."""

    form: Form
    holds: bool

    @property
    def actor(self) -> str:
        """The code of the actor, with its role after a colon where it has one."""
        return self.form.actor + (f":{self.form.role}" if self.form.role else "")

    def reason(self) -> str:
        """Return why the name means the actor, or does not on that day, in one line."""
        form = self.form
        if form.source in ("leaders", "surname"):
            surname = ", surname alone" if form.source == "surname" else ""
            named = ", after the full name or a title" if form.needs_full else ""
            return f"{form.name}, {form.office} of {form.actor}{_days(form)}{surname}{named}"
        what = f"{form.kind} of {form.name}" if form.name and form.name != form.text else str(form.kind)
        return f"{what}, {form.source}.tsv{_days(form)}"


class ActorLookup:
    """Finds names in a directory of actors."""

    def __init__(self, directory: ActorDirectory) -> None:
        self._by_name: dict[str, list[Form]] = {}
        for form in directory.forms():
            self._by_name.setdefault(_key(form.text), []).append(form)

    def find(self, name: str, *, on: date | None = None) -> tuple[Finding, ...]:
        """Return the meanings of a name, those that hold on the day first; on any day where none is given."""
        findings = [Finding(form=form, holds=_holds(form, on)) for form in self._by_name.get(_key(name), ())]
        seen: dict[tuple[str, str | None, date | None], Finding] = {}
        for finding in sorted(findings, key=lambda one: (not one.holds, one.form.source == "surname")):
            seen.setdefault((finding.actor, finding.form.office, finding.form.start), finding)
        return tuple(seen.values())

    def similar(self, name: str) -> tuple[str, ...]:
        """Return names that are spelt much like one that is not found, the likest first."""
        keys = difflib.get_close_matches(_key(name), self._by_name, n=_OFFERED, cutoff=_ALIKE)
        return tuple(self._by_name[key][0].text for key in keys)


def _holds(form: Form, day: date | None) -> bool:
    if day is None:
        return True
    return (form.start is None or form.start <= day) and (form.end is None or day <= form.end)


def _days(form: Form) -> str:
    if form.start is None and form.end is None:
        return ""
    return f", {form.start or '...'} to {form.end or 'today'}"


def _key(name: str) -> str:
    letters = _letters(unicodedata.normalize("NFKD", name.casefold()))
    words = "".join(letters).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _letters(text: str) -> Iterator[str]:
    for char in text:
        if char.isalnum():
            yield char
        elif char in "'\u2019\u2018.":
            continue
        elif not unicodedata.combining(char):
            yield " "
