"""Reading for scores that count every sentence: the stages one after the other, with the gate left open."""

import dataclasses
from collections.abc import Iterable

from dragoman.extraction.draft import Draft, Stage
from dragoman.records import Story

_GATE = "gate"


def read_ungated(story: Story, stages: Iterable[Stage], *, last: str | None = None) -> Draft:
    """Return the draft after the stage named ``last``, of all without one; every sentence is parsed."""
    draft = Draft(story=story)
    for stage in stages:
        if stage.name == _GATE:
            draft = dataclasses.replace(draft, gated=tuple(range(len(draft.sentences))))
            continue
        draft = stage(draft)
        if stage.name == last:
            break
    return draft
