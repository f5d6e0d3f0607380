"""Fields: how often a matched row also has the right polarity, modality, time, source or status.

Rows are matched as scores count them (claims at ``relation``, events at ``dyad+type``), within an
item, and where several rows of one item share that view, those that agree most are paired first.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dragoman.evaluation.coded import CodedClaim, CodedEvent, CodedItem
from dragoman.evaluation.views import View, claim_views, event_views, speaker_of

Row = TypeVar("Row")
Values = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldAccuracy:
    """One field over the matched rows. ``confusion`` counts (gold value, predicted value)."""

    field: str
    rows: int
    right: int
    confusion: tuple[tuple[str, str, int], ...]

    @property
    def accuracy(self) -> float:
        """The share of matched rows with the right value; 0 where none matched."""
        return self.right / self.rows if self.rows else 0.0


def claim_values(claim: CodedClaim) -> Values:
    """Return the fields that a matched claim may get wrong."""
    return {
        "polarity": claim.polarity,
        "modality": claim.modality,
        "time": claim.time,
        "source": speaker_of(claim.source) or "",
    }


def event_values(event: CodedEvent) -> Values:
    """Return the fields that a matched event may get wrong."""
    return {"status": event.status, "reported_by": speaker_of(event.reported_by) or ""}


def match_claims(
    gold: Sequence[CodedClaim], found: Sequence[CodedClaim]
) -> list[tuple[CodedClaim, CodedClaim]]:
    """Pair claims with the same relation between the same actors, the most agreeing first."""
    return _match(gold, found, lambda claim: claim_views(claim)["relation"], claim_values)


def match_events(
    gold: Sequence[CodedEvent], found: Sequence[CodedEvent]
) -> list[tuple[CodedEvent, CodedEvent]]:
    """Pair events of the same type between the same actors, the most agreeing first."""
    return _match(gold, found, lambda event: event_views(event)["dyad+type"], event_values)


def _match(
    gold: Sequence[Row], found: Sequence[Row], view: Callable[[Row], View], values: Callable[[Row], Values]
) -> list[tuple[Row, Row]]:
    by_view: dict[View, list[Row]] = defaultdict(list)
    for row in found:
        by_view[view(row)].append(row)
    candidates = [
        (-_agreement(values(row), values(other)), g, f)
        for g, row in enumerate(gold)
        for f, other in enumerate(by_view.get(view(row), ()))
    ]
    used_gold: set[int] = set()
    used_found: set[tuple[View, int]] = set()
    matched: list[tuple[Row, Row]] = []
    for _, g, f in sorted(candidates):
        key = (view(gold[g]), f)
        if g not in used_gold and key not in used_found:
            used_gold.add(g)
            used_found.add(key)
            matched.append((gold[g], by_view[key[0]][f]))
    return matched


def _agreement(one: Values, other: Values) -> int:
    return sum(one[field] == other[field] for field in one)


def claim_fields(gold: Iterable[CodedItem], predicted: Mapping[str, CodedItem]) -> tuple[FieldAccuracy, ...]:
    """Return the accuracy of polarity, modality, time and source on matched claims."""
    pairs = [
        (claim_values(one), claim_values(other))
        for item in gold
        if item.id in predicted
        for one, other in match_claims(item.claims, predicted[item.id].claims)
    ]
    return _accuracies(("polarity", "modality", "time", "source"), pairs)


def event_fields(gold: Iterable[CodedItem], predicted: Mapping[str, CodedItem]) -> tuple[FieldAccuracy, ...]:
    """Return the accuracy of status and source on matched events."""
    pairs = [
        (event_values(one), event_values(other))
        for item in gold
        if item.id in predicted
        for one, other in match_events(item.events, predicted[item.id].events)
    ]
    return _accuracies(("status", "reported_by"), pairs)


def _accuracies(names: Iterable[str], pairs: Sequence[tuple[Values, Values]]) -> tuple[FieldAccuracy, ...]:
    return tuple(_accuracy(name, pairs) for name in names)


def _accuracy(name: str, pairs: Sequence[tuple[Values, Values]]) -> FieldAccuracy:
    counts = Counter((one[name], other[name]) for one, other in pairs)
    return FieldAccuracy(
        field=name,
        rows=len(pairs),
        right=sum(n for (one, other), n in counts.items() if one == other),
        confusion=tuple((one, other, n) for (one, other), n in sorted(counts.items())),
    )
