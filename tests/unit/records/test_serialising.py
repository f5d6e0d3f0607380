"""The record format: the keys, their order, and nothing else."""

import dataclasses
import json

from dragoman.records import Reading, Speaker
from readings import BOMBED, DENIED, READING, TEXT

SPAN = ["start_char", "end_char", "text"]
ACTOR = ["actor", "role", "mention"]
KEYS = {
    "": ["story", "reader", "sentences", "mentions", "attributions", "claims", "events", "dropped"],
    "story": ["id", "published_on", "publisher", "title", "url", "sha256", "language"],
    "reader": ["name", "version", "lexicon", "model"],
    "sentences": ["start_char", "end_char"],
    "mentions": ["id", "span", "kind", "actor", "role", "refers_to", "confidence"],
    "mentions.span": SPAN,
    "attributions": ["id", "source", "source_span", "cue", "content", "style", "kind", "parent"],
    "attributions.source_span": SPAN,
    "attributions.cue": SPAN,
    "attributions.content": SPAN,
    "claims": [
        "id", "relation", "grade", "label", "subject", "object", "polarity", "modality", "time", "phase",
        "condition", "said_by", "statement", "contrast_with", "evidence", "trigger", "cues", "confidence",
        "rule",
    ],
    "claims.subject": ACTOR,
    "claims.object": ACTOR,
    "claims.condition": SPAN,
    "claims.evidence": SPAN,
    "claims.trigger": SPAN,
    "claims.cues": ["negation", "modality", "time"],
    "claims.cues.negation": SPAN,
    "claims.cues.modality": SPAN,
    "events": [
        "id", "source", "target", "plover", "cameo", "goldstein", "quad", "date", "place", "status",
        "said_by", "act", "reciprocal", "evidence", "trigger", "confidence", "rule",
    ],
    "events.source": ACTOR,
    "events.target": ACTOR,
    "events.plover": ["type", "mode", "contexts"],
    "events.date": ["start", "end", "precision"],
    "events.place": ["name", "country", "lat", "lon", "precision", "geoname_id", "span"],
    "events.place.span": SPAN,
    "events.evidence": SPAN,
    "events.trigger": SPAN,
    "dropped": ["span", "reason"],
    "dropped.span": SPAN,
}  # fmt: skip


def keys_of(value: object, path: str = "") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    if isinstance(value, dict):
        found[path] = list(value)
        for key, inner in value.items():
            found |= keys_of(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for inner in value:
            found |= keys_of(inner, path)
    return found


def test_keys_and_their_order() -> None:
    found = keys_of(READING.to_dict())
    assert {path: keys for path, keys in found.items() if not path.endswith("said_by")} == KEYS


def test_the_author_is_an_actor_alone_and_the_others_have_every_key() -> None:
    claim = READING.to_dict()["claims"][0]  # type: ignore[index]
    assert claim["said_by"] == [
        {"actor": "AUTHOR"},
        {"actor": "NOR", "role": "GOV", "name": "Ada Berg", "attribution": "a1"},
    ]


def test_an_unresolved_speaker_keeps_every_key() -> None:
    nobody = dataclasses.replace(DENIED, said_by=(*DENIED.said_by, Speaker(actor=None, attribution="a2")))
    claim = dataclasses.replace(READING, claims=(nobody,)).to_dict()["claims"][0]  # type: ignore[index]
    assert claim["said_by"][-1] == {"actor": None, "role": None, "name": None, "attribution": "a2"}


def test_values_are_plain_and_absent_ones_null() -> None:
    plain = READING.to_dict()
    again = json.loads(json.dumps(plain))
    assert again == plain
    assert plain["story"]["published_on"] == "2025-05-18"  # type: ignore[index]
    assert plain["story"]["url"] is None  # type: ignore[index]
    claim, event = plain["claims"][0], plain["events"][0]  # type: ignore[index]
    assert type(claim["polarity"]) is type(event["status"]) is type(event["date"]["precision"]) is str
    assert (claim["polarity"], claim["grade"], claim["phase"]) == ("denied", None, "holds")
    assert event["date"] == {"start": "2025-05-16", "end": "2025-05-16", "precision": "day"}


def test_an_event_may_lack_its_sides_its_day_and_its_place() -> None:
    bare = dataclasses.replace(BOMBED, source=None, target=None, place=None, goldstein=None, quad=None)
    event = dataclasses.replace(READING, events=(bare,)).to_dict()["events"][0]  # type: ignore[index]
    assert [event[key] for key in ("source", "target", "place", "goldstein", "quad")] == [None] * 5


def test_every_span_slices_back() -> None:
    def spans(value: object) -> list[dict[str, object]]:
        if isinstance(value, dict):
            own = [value] if list(value) == SPAN else []
            return own + [span for inner in value.values() for span in spans(inner)]
        return [span for inner in value for span in spans(inner)] if isinstance(value, list) else []

    found = spans(READING.to_dict())
    assert len(found) > 10
    assert all(TEXT[span["start_char"] : span["end_char"]] == span["text"] for span in found)  # type: ignore[misc]


def test_an_empty_reading_has_all_its_lists() -> None:
    plain = Reading(story=READING.story, reader=READING.reader).to_dict()
    assert list(plain) == KEYS[""]
    assert [plain[key] for key in KEYS[""][2:]] == [[]] * 6
