"""Outcomes: for each expression whose actor is known, whom the program took it for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One expression: where it stands, what group it is counted in, whom it means, whom we found.

    ``expected`` holds every code that counts as right; ``got`` is empty where nothing was found.
    ``place`` says where to look it up (an item's id); ``note`` what else helps to understand it;
    ``counted`` whether it is one of those that the figure for all is of.
    """

    place: str
    group: str
    text: str
    expected: frozenset[str]
    got: frozenset[str]
    note: str = ""
    counted: bool = True

    @property
    def found(self) -> bool:
        """Whether any actor was found there."""
        return bool(self.got)

    @property
    def right(self) -> bool:
        """Whether one of the actors found is one of those meant."""
        return bool(self.got & self.expected)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many expressions of a group there are, and how many were found and got right."""

    group: str
    total: int
    found: int
    right: int


def count_shares(outcomes: Iterable[Outcome]) -> tuple[Share, ...]:
    """Return the shares of all counted outcomes, then of each group, the largest first."""
    groups: dict[str, list[Outcome]] = {"all": []}
    for outcome in outcomes:
        if outcome.counted:
            groups["all"].append(outcome)
        groups.setdefault(outcome.group, []).append(outcome)
    shares = [
        Share(
            group=group,
            total=len(members),
            found=sum(one.found for one in members),
            right=sum(one.right for one in members),
        )
        for group, members in groups.items()
    ]
    return (shares[0], *sorted(shares[1:], key=lambda share: (-share.total, share.group)))


def commonest_misses(outcomes: Iterable[Outcome], *, limit: int) -> list[tuple[int, Outcome]]:
    """Return the outcomes that are not right, alike ones counted together, the commonest first."""
    counts: Counter[tuple[str, str, str]] = Counter()
    first: dict[tuple[str, str, str], Outcome] = {}
    for outcome in outcomes:
        if outcome.counted and not outcome.right:
            key = (outcome.text, _codes(outcome.expected), _codes(outcome.got))
            counts[key] += 1
            first.setdefault(key, outcome)
    return [(count, first[key]) for key, count in counts.most_common(limit)]


def write_outcomes(outcomes: Sequence[Outcome], *, misses: int) -> str:
    """Return the shares, and the commonest misses, as lines of text."""
    lines = [f"{'':24s} {'total':>6} {'found':>6} {'right':>6}  {'found':>6} {'right':>6}"]
    for share in count_shares(outcomes):
        found, right = (_ratio(part, share.total) for part in (share.found, share.right))
        counts = f"{share.total:6d} {share.found:6d} {share.right:6d}"
        lines.append(f"  {share.group:22s} {counts}  {found:>6} {right:>6}")
    wrong = commonest_misses(outcomes, limit=misses)
    if wrong:
        lines += ["", f"{'n':>4}  {'expression':32s} {'meant':18s} {'taken for':18s} first in"]
    for count, one in wrong:
        cells = f"{one.text[:32]:32s} {_codes(one.expected)[:18]:18s} {_codes(one.got)[:18] or '-':18s}"
        lines.append(f"{count:4d}  {cells} {one.place} {one.note}".rstrip())
    return "\n".join(lines) + "\n"


def outcomes_json(outcomes: Sequence[Outcome], *, misses: int) -> dict[str, Any]:
    """Return the shares and the commonest misses as a JSON object."""
    return {
        "shares": [
            {"group": one.group, "total": one.total, "found": one.found, "right": one.right}
            for one in count_shares(outcomes)
        ],
        "misses": [
            {
                "count": count,
                "text": one.text,
                "expected": sorted(one.expected),
                "got": sorted(one.got),
                "place": one.place,
                "note": one.note,
            }
            for count, one in commonest_misses(outcomes, limit=misses)
        ],
    }


def actors_at(reading: Mapping[str, Any], start_char: int, end_char: int) -> frozenset[str]:
    """Return the actors of the mention that best fits a stretch of text; empty where none is resolved.

    Best is the mention with the largest share of characters in common (intersection over union) among
    those with an actor; of equal ones the first. The half-open characters are of the story's text.
    """
    best: tuple[float, frozenset[str]] = (0.0, frozenset())
    by_span: dict[tuple[int, int], set[str]] = {}
    for mention in reading["mentions"]:
        span = mention["span"]
        if mention["actor"] and span["start_char"] < end_char and start_char < span["end_char"]:
            by_span.setdefault((span["start_char"], span["end_char"]), set()).add(mention["actor"])
    for (start, end), actors in sorted(by_span.items()):
        common = min(end, end_char) - max(start, start_char)
        fit = common / (max(end, end_char) - min(start, start_char))
        if fit > best[0]:
            best = (fit, frozenset(actors))
    return best[1]


def _codes(codes: frozenset[str]) -> str:
    return "|".join(sorted(codes))


def _ratio(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"
