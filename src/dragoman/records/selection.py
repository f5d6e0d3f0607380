"""A part of a reading: one ledger only, or only what is trusted enough."""

import dataclasses

from dragoman.records.items import Claim, Dropped, Event, Reading


def select(
    reading: Reading, *, claims: bool = True, events: bool = True, min_confidence: float = 0.0
) -> Reading:
    """Return the reading with the ledgers asked for, and records of that confidence (0 to 1) or more.

    A record left out for its confidence is logged under ``dropped``. A claim whose
    ``contrast_with`` was left out contrasts with nothing any more.
    """
    kept_claims = tuple(c for c in reading.claims if claims and c.confidence >= min_confidence)
    kept_events = tuple(e for e in reading.events if events and e.confidence >= min_confidence)
    distrusted = tuple(
        _distrusted(record, min_confidence)
        for ledger in (reading.claims if claims else (), reading.events if events else ())
        for record in ledger
        if record.confidence < min_confidence
    )
    ids = {claim.id for claim in kept_claims}
    return dataclasses.replace(
        reading,
        claims=tuple(
            claim if claim.contrast_with in ids else dataclasses.replace(claim, contrast_with=None)
            for claim in kept_claims
        ),
        events=kept_events,
        dropped=reading.dropped + distrusted,
    )


def _distrusted(record: Claim | Event, min_confidence: float) -> Dropped:
    reason = f"confidence {record.confidence:.2f} is under the {min_confidence:.2f} asked for"
    return Dropped(span=record.trigger, reason=reason)
