"""Attitudes: holders and targets of opinions that hold the name of a state or an organisation.

A line: ``{"id", "date", "text", "gold": {"opinions": [{"holders", "attitudes": [{"targets"}]}]}}``,
where holders and targets are lists of lists of spans. The set codes no actors: what counts as right
is the one state or organisation whose name stands in the span, as the tables hold it. The figure
therefore tells how often a name that stands there is read as who acts, not whether the tables are right.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.codes.actors.directory import ActorDirectory
from dragoman.codes.actors.forms import Form
from dragoman.evaluation.actors.outcomes import Outcome, actors_at
from dragoman.extraction.mentions.gazetteer import Gazetteer

_NAMING = ("states", "organisations")


def attitude_outcomes(
    items: Iterable[Mapping[str, Any]],
    readings: Mapping[str, Mapping[str, Any]],
    *,
    directory: ActorDirectory,
) -> Iterator[Outcome]:
    """Yield an outcome for each holder and target that names exactly one state or organisation."""
    names = Gazetteer(_names(directory), shields=directory.shields())
    for item in items:
        reading = readings.get(item["id"], {"mentions": ()})
        seen: set[tuple[int, int]] = set()
        for group, span in _spans(item["gold"]["opinions"]):
            place = (span["start"], span["end"])
            meant = {form.actor for _, _, forms in names.find(span["text"]) for form in forms}
            if len(meant) != 1 or place in seen:
                continue
            seen.add(place)
            yield Outcome(
                place=item["id"],
                group=group,
                text=span["text"],
                expected=frozenset(meant),
                got=actors_at(reading, *place),
            )


def _names(directory: ActorDirectory) -> list[Form]:
    return [form for form in directory.forms() if form.source in _NAMING]


def _spans(opinions: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for opinion in opinions:
        for holder in opinion.get("holders", ()):
            yield from (("holder", span) for span in holder)
        for attitude in opinion.get("attitudes", ()):
            for target in attitude.get("targets", ()):
                yield from (("target", span) for span in target)
