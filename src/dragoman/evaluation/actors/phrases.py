"""Phrases: checks of the kind "phrase in, country and sector out" that another coder publishes.

A line: ``{"id", "function", "input", "args", "kwargs", "expected": {"country", "code_1", ...}}``. The
sectors are PLOVER's, with that coder's own words for organisations (``IGO``, ``UNO``, ``EUR``).
``phrase_rulings.tsv`` lists the checks left out of the count, each with its reason.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.codes.actors.bodies.organisations import Organisation
from dragoman.codes.actors.directory import ActorDirectory
from dragoman.codes.tables import load_table
from dragoman.errors import InputError
from dragoman.evaluation.actors.outcomes import Outcome
from dragoman.pipeline import StoryReader
from dragoman.records import ActorRef, read_day

_TODAY = date(2022, 6, 1)
"""The day of the checks that say "today" or nothing: when they were written."""
_CUTTING = ("make_example", "find_co_actors")
_NOBODY = "nobody"
_UNKNOWN = "XXX"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseCodes:
    """What turns an actor into that coder's country and sector."""

    states: frozenset[str]
    groups: Mapping[str, tuple[str | None, str]]
    organisations: Mapping[str, tuple[str, str | None]]

    def of(self, ref: ActorRef) -> tuple[str, str] | None:
        """Return country and sector, empty where there is none; None for who acts for nobody."""
        if ref.actor in self.groups:
            state, role = self.groups[ref.actor]
            return state or "", role
        if ref.actor in self.organisations:
            country, sector = self.organisations[ref.actor]
            return country, ref.role or sector or ""
        if ref.actor == _UNKNOWN:
            return "", ref.role or ""
        return (ref.actor, ref.role or "") if ref.actor in self.states else None


def load_rulings() -> Mapping[str, str]:
    """Load why checks are left out, by the start of their id. Raises DataError."""
    return {row["check"]: row["reason"] for row in load_table("dragoman.evaluation", "phrase_rulings.tsv")}


def build_codes(directory: ActorDirectory) -> PhraseCodes:
    """Build the translation from a directory of actors."""
    return PhraseCodes(
        states=frozenset(state.code for state in directory.states),
        groups={group.code: (group.state, group.role) for group in directory.groups},
        # The first line of a code is the organisation itself, those after it its organs.
        organisations={one.code: (_family(one), one.role) for one in reversed(directory.organisations)},
    )


def _family(organisation: Organisation) -> str:
    """Return that coder's country of an organisation: the EU, the United Nations, or any other."""
    if organisation.code == "EU":
        return "EUR"
    united = any(name.startswith(("UN ", "U.N. ", "United Nations")) for name in organisation.names)
    return "UNO" if united else "IGO"


def phrase_outcomes(
    items: Iterable[Mapping[str, Any]],
    *,
    reader: StoryReader,
    codes: PhraseCodes,
    rulings: Mapping[str, str],
) -> Iterator[Outcome]:
    """Yield an outcome for each check that is not left out.

    Checks of how a sentence is cut into actors have no phrase and are no part of this; nor are lines
    that check nothing.
    """
    for item in items:
        if item["function"] in _CUTTING or item["id"] in rulings or not (item["expected"] or _nobody(item)):
            continue
        refs = [ref for ref, _ in reader.resolve(_phrase(item), published_on=_day(item))]
        if item["function"] == "query_wiki":
            got = frozenset(ref.actor for ref in refs)
        else:
            found = (codes.of(ref) for ref in refs)
            got = frozenset(_write(code, expected=item["expected"]) for code in found if code is not None)
        yield Outcome(
            place=item["id"].rpartition("/")[2],
            group=item["function"],
            text=item["input"],
            expected=_expected(item, reader),
            got=got or frozenset({_NOBODY}),
        )


def _nobody(item: Mapping[str, Any]) -> bool:
    """Whether a check asks that a phrase means nobody, or not somebody."""
    return any("None" in check or "!=" in check for check in item["checks"])


def _phrase(item: Mapping[str, Any]) -> str:
    """Return the phrase, with the country that the check gives beside it put before."""
    args = [arg for arg in (item.get("args") or ()) if arg]
    country = next((arg for arg in args if arg[0].isupper() and not _is_day(arg)), "")
    return f"{country} {item['input'].removeprefix('the ')}" if country else item["input"]


def _day(item: Mapping[str, Any]) -> date:
    said = [*(item.get("args") or ()), *(item.get("kwargs") or {}).values()]
    days = [arg for arg in said if arg and _is_day(arg) and arg.lower() != "today"]
    return read_day(days[0]) if days else _TODAY


def _is_day(text: str) -> bool:
    if text.lower() == "today":
        return True
    try:
        read_day(text)
    except InputError:
        return False
    return True


def _expected(item: Mapping[str, Any], reader: StoryReader) -> frozenset[str]:
    """Return what counts as right: a country and sector, nobody, or whom the page's title means.

    A state without a role is its government too; a sector that coder does not know asks for nothing.
    """
    gold = item["expected"]
    if item["function"] == "query_wiki":
        found = reader.resolve(gold["title"], published_on=_day(item))
        return frozenset(ref.actor for ref, _ in found)
    country, sector = gold.get("country", gold.get("cc", "")), gold.get("code_1", "")
    sectors = {sector, gold.get("code_2") or sector} - {"UNK"}
    if country == "" and sector in ("", "UNK", None):
        return frozenset({_NOBODY, ":CVL"})
    if "GOV" in sectors and country:
        sectors.add("")
    return frozenset(_write((country, one or ""), expected=gold) for one in sectors or {""})


def _write(codes: tuple[str, str], *, expected: Mapping[str, Any]) -> str:
    """Write country and sector as one word; a part that the check does not ask for is left out."""
    country, sector = codes
    if not expected:
        return f"{country}:{sector}"
    shown = country if "country" in expected or "cc" in expected else ""
    asked = expected.get("code_1") not in (None, "", "UNK")
    return (f"{shown}:{sector}" if asked else shown) or _NOBODY
