"""The chain of sources at a place in a story: whose words stand there, outermost first."""

from bisect import bisect_right
from collections.abc import Iterable

from dragoman.extraction.draft import Parse
from dragoman.records import Attribution


class AttributionIndex:
    """Looks up attributions by the characters of their content; built once a story."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        by_id = {attribution.id: attribution for attribution in attributions}
        self._contents = sorted(
            (
                (span.start_char, span.end_char, attribution)
                for attribution in by_id.values()
                for span in attribution.content
            ),
            key=lambda item: (item[0], -item[1], item[2].id),
        )
        self._starts = [start for start, _, _ in self._contents]
        self._longest = max((end - start for start, end, _ in self._contents), default=0)
        self._depths = {attribution_id: _depth(by_id, attribution_id) for attribution_id in by_id}

    def chain_at(self, *, start_char: int, end_char: int) -> tuple[Attribution, ...]:
        """Return the attributions whose content holds ``[start_char, end_char)``, outermost first."""
        found: dict[str, tuple[int, int, Attribution]] = {}
        number = bisect_right(self._starts, start_char) - 1
        while number >= 0 and self._starts[number] >= start_char - self._longest:
            start, end, attribution = self._contents[number]
            if end_char <= end:
                found[attribution.id] = (self._depths[attribution.id], start - end, attribution)
            number -= 1
        return tuple(item[2] for item in sorted(found.values(), key=lambda item: (item[0], item[1])))


def cue_tokens(parse: Parse, attributions: Iterable[Attribution]) -> frozenset[int]:
    """Return the tokens of a parse that are words of the cues of these attributions."""
    cues = [attribution.cue for attribution in attributions if attribution.cue is not None]
    return frozenset(
        token.i
        for token in parse.doc
        for cue in cues
        if cue.start_char <= parse.starts[token.i] < cue.end_char
    )


def _depth(by_id: dict[str, Attribution], attribution_id: str) -> int:
    depth = 0
    seen = {attribution_id}
    parent = by_id[attribution_id].parent
    while parent is not None and parent in by_id and parent not in seen:
        seen.add(parent)
        depth += 1
        parent = by_id[parent].parent
    return depth
