"""A reading as plain values: dictionaries, lists, strings, numbers and None, in a fixed order.

The order of the keys and which keys there are is the record format, version 1. What only the
program needs stays behind: paragraphs of sentences, names of mentions, cues of events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.records.items import (
        ActorRef,
        Attribution,
        Claim,
        Dropped,
        Event,
        Mention,
        Place,
        Reading,
        Span,
        Speaker,
        Story,
    )

Plain = dict[str, object]
"""One JSON object: keys in the order of the record format."""


def reading_to_dict(reading: Reading) -> Plain:
    """Return a reading as the record format writes it; the same reading gives the same bytes."""
    reader = reading.reader
    return {
        "story": _story(reading.story),
        "reader": {
            "name": reader.name,
            "version": reader.version,
            "lexicon": reader.lexicon,
            "model": reader.model,
        },
        "sentences": [
            {"start_char": sentence.span.start_char, "end_char": sentence.span.end_char}
            for sentence in reading.sentences
        ],
        "mentions": [_mention(mention) for mention in reading.mentions],
        "attributions": [_attribution(attribution) for attribution in reading.attributions],
        "claims": [_claim(claim) for claim in reading.claims],
        "events": [_event(event) for event in reading.events],
        "dropped": [_dropped(dropped) for dropped in reading.dropped],
    }


def _story(story: Story) -> Plain:
    return {
        "id": story.id,
        "published_on": story.published_on.isoformat() if story.published_on else None,
        "publisher": story.publisher,
        "title": story.title,
        "url": story.url,
        "sha256": story.sha256,
        "language": story.language,
    }


def _span(span: Span) -> Plain:
    return {"start_char": span.start_char, "end_char": span.end_char, "text": span.text}


def _span_or_none(span: Span | None) -> Plain | None:
    return None if span is None else _span(span)


def _spans(spans: Iterable[Span]) -> list[Plain]:
    return [_span(span) for span in spans]


def _mention(mention: Mention) -> Plain:
    return {
        "id": mention.id,
        "span": _span(mention.span),
        "kind": str(mention.kind),
        "actor": mention.actor,
        "role": mention.role,
        "refers_to": mention.refers_to,
        "confidence": mention.confidence,
    }


def _attribution(attribution: Attribution) -> Plain:
    return {
        "id": attribution.id,
        "source": attribution.source,
        "source_span": _span_or_none(attribution.source_span),
        "cue": _span_or_none(attribution.cue),
        "content": _spans(attribution.content),
        "style": str(attribution.style),
        "kind": str(attribution.kind),
        "parent": attribution.parent,
    }


def _actor(ref: ActorRef | None) -> Plain | None:
    if ref is None:
        return None
    return {"actor": ref.actor, "role": ref.role, "mention": ref.mention}


def _speaker(speaker: Speaker) -> Plain:
    # The author is nothing but AUTHOR, and is written so; every other link has all four keys.
    if speaker.role is None and speaker.name is None and speaker.attribution is None:
        return {"actor": speaker.actor}
    return {
        "actor": speaker.actor,
        "role": speaker.role,
        "name": speaker.name,
        "attribution": speaker.attribution,
    }


def _claim(claim: Claim) -> Plain:
    return {
        "id": claim.id,
        "relation": claim.relation,
        "grade": claim.grade,
        "label": claim.label,
        "subject": _actor(claim.subject),
        "object": _actor(claim.object),
        "polarity": str(claim.polarity),
        "modality": str(claim.modality),
        "time": str(claim.time),
        "phase": str(claim.phase) if claim.phase else None,
        "condition": _span_or_none(claim.condition),
        "said_by": [_speaker(speaker) for speaker in claim.said_by],
        "statement": claim.statement,
        "contrast_with": claim.contrast_with,
        "evidence": _span(claim.evidence),
        "trigger": _span(claim.trigger),
        "cues": {
            "negation": _spans(claim.cues.negation),
            "modality": _spans(claim.cues.modality),
            "time": _spans(claim.cues.time),
        },
        "confidence": claim.confidence,
        "rule": claim.rule,
    }


def _event(event: Event) -> Plain:
    start, end = event.date.start, event.date.end
    return {
        "id": event.id,
        "source": _actor(event.source),
        "target": _actor(event.target),
        "plover": {
            "type": event.plover.type,
            "mode": event.plover.mode,
            "contexts": list(event.plover.contexts),
        },
        "cameo": event.cameo,
        "goldstein": event.goldstein,
        "quad": event.quad,
        "date": {
            "start": start.isoformat() if start else None,
            "end": end.isoformat() if end else None,
            "precision": str(event.date.precision),
        },
        "place": _place(event.place),
        "status": str(event.status),
        "said_by": [_speaker(speaker) for speaker in event.said_by],
        "act": event.act,
        "reciprocal": event.reciprocal,
        "evidence": _span(event.evidence),
        "trigger": _span(event.trigger),
        "confidence": event.confidence,
        "rule": event.rule,
    }


def _place(place: Place | None) -> Plain | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "geoname_id": place.geoname_id,
        "span": _span(place.span),
    }


def _dropped(dropped: Dropped) -> Plain:
    return {"span": _span(dropped.span), "reason": dropped.reason}
