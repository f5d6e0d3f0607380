"""Rules that every table keeps: codes, sectors, days, identifiers, nothing twice.

Each function yields one line for each problem: the place, the fact, the value and the remedy.
"""

import re
from collections.abc import Collection, Hashable, Iterable, Iterator
from datetime import date
from typing import Protocol

from dragoman.codes.actors.phrases.sectors import Sectors

Days = tuple[date | None, date | None]
_WIKIDATA = re.compile(r"Q[1-9]\d*")


class Dated(Protocol):
    """An entry with a first and a last day, None where open, and the line it stands on."""

    @property
    def start(self) -> date | None:
        """Its first day."""
        ...

    @property
    def end(self) -> date | None:
        """Its last day."""
        ...

    @property
    def where(self) -> str:
        """The line it stands on."""
        ...


def code_problems(code: str, *, where: str) -> Iterator[str]:
    """Yield a problem where a code is not written in capitals and digits."""
    if not (code.isascii() and code.isalnum() and code == code.upper()):
        yield f"{where}: code {code!r} is not in capitals without spaces; write it so"


def role_problems(role: str | None, *, sectors: Sectors, where: str) -> Iterator[str]:
    """Yield a problem where a role is no PLOVER sector."""
    if role is not None and role not in sectors.codes:
        yield f"{where}: role {role!r} is no PLOVER sector; choose among {', '.join(sorted(sectors.codes))}"


def kind_problems(kind: str | None, *, kinds: Collection[str], where: str) -> Iterator[str]:
    """Yield a problem where a kind is none of those a table knows."""
    if kind is not None and kind not in kinds:
        yield f"{where}: kind {kind!r} is unknown; choose among {', '.join(sorted(kinds))}"


def known_problems(code: str, *, codes: Collection[str], where: str) -> Iterator[str]:
    """Yield a problem where a code is in no table."""
    if code not in codes:
        yield f"{where}: code {code!r} is in no table; add it to its table or mend it"


def day_problems(start: date | None, end: date | None, *, where: str) -> Iterator[str]:
    """Yield a problem where an end comes before its start."""
    if start is not None and end is not None and end < start:
        yield f"{where}: end {end} is before start {start}; swap or mend them"


def within_problems(entry: Dated, *, days: Days, whose: str) -> Iterator[str]:
    """Yield a problem where an entry begins or ends outside the days of what it belongs to."""
    first, last = days
    if first is not None and entry.start is not None and entry.start < first:
        yield f"{entry.where}: start {entry.start} is before {first}, the first day of {whose}; mend one"
    if last is not None and entry.start is not None and entry.start > last:
        yield f"{entry.where}: start {entry.start} is after {last}, the last day of {whose}; mend one"
    if last is not None and entry.end is not None and entry.end > last:
        yield f"{entry.where}: end {entry.end} is after {last}, the last day of {whose}; mend one"


def twice_problems(entries: Iterable[tuple[Hashable, str]], *, what: str) -> Iterator[str]:
    """Yield a problem for each value that stands on a second line; entries are values and places."""
    seen: dict[Hashable, str] = {}
    for value, where in entries:
        if value in seen:
            yield f"{where}: {what} {value!r} stands already on {seen[value]}; keep one"
        seen.setdefault(value, where)


def wikidata_problems(identifier: str | None, *, where: str) -> Iterator[str]:
    """Yield a problem where a Wikidata identifier is none."""
    if identifier is not None and not _WIKIDATA.fullmatch(identifier):
        yield f"{where}: wikidata {identifier!r} is no identifier; write Q and a number, or nothing"


def overlap(first: Days, second: Days) -> bool:
    """Tell whether two stretches share more than the day on which one hands over to the other."""
    (start, end), (other_start, other_end) = first, second
    starts_before = other_end is None or start is None or start < other_end
    return starts_before and (end is None or other_start is None or other_start < end)
