"""One flat CSV: a line for each claim and each event, told apart by the column ``ledger``.

A cell that does not belong to the row's ledger, or that is null, is empty. ``source_*`` holds a
claim's subject and ``target_*`` its object. ``start_char`` and ``end_char`` are those of the
trigger, half-open characters of the story's text.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from dragoman.records import ActorRef, Claim, Event, Reading, Speaker

COLUMNS = (
    "ledger", "id", "story_id", "published_on", "publisher", "title", "url",
    "source_actor", "source_role", "type", "target_actor", "target_role",
    "polarity", "modality", "time", "phase", "grade", "label",
    "mode", "contexts", "cameo", "goldstein", "quad", "status",
    "date_start", "date_end", "date_precision",
    "place", "place_country", "lat", "lon", "reciprocal",
    "said_by", "speaker_actor", "speaker_role", "speaker_name",
    "trigger", "start_char", "end_char", "evidence", "condition",
    "group", "contrast_with", "confidence", "rule",
)  # fmt: skip
"""The columns, in order. ``group`` is a claim's ``statement`` or an event's ``act``."""


def write_csv(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield the header line, then the lines of each reading: its claims, then its events."""
    yield _lines([dict(zip(COLUMNS, COLUMNS, strict=True))])
    for reading in readings:
        story = _story_cells(reading)
        claims = [{**story, **_claim_cells(claim)} for claim in reading.claims]
        events = [{**story, **_event_cells(event)} for event in reading.events]
        yield _lines([*claims, *events])


def _lines(rows: Iterable[dict[str, object]]) -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, restval="", lineterminator="\n")
    writer.writerows(rows)
    return buffer.getvalue()


def _story_cells(reading: Reading) -> dict[str, object]:
    story = reading.story
    return {
        "story_id": story.id,
        "published_on": story.published_on,
        "publisher": story.publisher,
        "title": story.title,
        "url": story.url,
    }


def _claim_cells(claim: Claim) -> dict[str, object]:
    return {
        "ledger": "claim",
        "type": claim.relation,
        **_actor_cells("source", claim.subject),
        **_actor_cells("target", claim.object),
        "polarity": claim.polarity,
        "modality": claim.modality,
        "time": claim.time,
        "phase": claim.phase,
        "grade": claim.grade,
        "label": claim.label,
        "condition": claim.condition.text if claim.condition else None,
        "group": claim.statement,
        "contrast_with": claim.contrast_with,
        **_shared_cells(claim),
    }


def _event_cells(event: Event) -> dict[str, object]:
    place = event.place
    return {
        "ledger": "event",
        "type": event.plover.type,
        **_actor_cells("source", event.source),
        **_actor_cells("target", event.target),
        "mode": event.plover.mode,
        "contexts": ";".join(event.plover.contexts),
        "cameo": event.cameo,
        "goldstein": event.goldstein,
        "quad": event.quad,
        "status": event.status,
        "date_start": event.date.start,
        "date_end": event.date.end,
        "date_precision": event.date.precision,
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "reciprocal": "true" if event.reciprocal else "false",
        "group": event.act,
        **_shared_cells(event),
    }


def _actor_cells(side: str, ref: ActorRef | None) -> dict[str, object]:
    return {f"{side}_actor": ref.actor if ref else None, f"{side}_role": ref.role if ref else None}


def _shared_cells(record: Claim | Event) -> dict[str, object]:
    innermost = record.said_by[-1]
    return {
        "id": record.id,
        "said_by": " > ".join(_speaker(speaker) for speaker in record.said_by),
        "speaker_actor": innermost.actor,
        "speaker_role": innermost.role,
        "speaker_name": innermost.name,
        "trigger": record.trigger.text,
        "start_char": record.trigger.start_char,
        "end_char": record.trigger.end_char,
        "evidence": record.evidence.text,
        "confidence": record.confidence,
        "rule": record.rule,
    }


def _speaker(speaker: Speaker) -> str:
    parts = (speaker.actor, speaker.role, speaker.name)
    return " ".join(part for part in parts if part) or "unknown"
