"""Predictions: what a reading says, in the form of the gold.

Two kinds of file are read, line by line: the record format (what ``dragoman read`` writes) and the
gold's own format (another coder, another program). A role that leaves an actor a state's own
(government, army, party ...) is dropped from its key; any other is kept as ``CODE:ROLE``.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.errors import DataError
from dragoman.evaluation.coded import AUTHOR, CodedActor, CodedClaim, CodedEvent, CodedItem
from dragoman.evaluation.gold import read_file, read_item, read_lines
from dragoman.records import Story, hash_text

_STATE_ROLES = frozenset({None, "", "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY"})
_UNKNOWN = CodedActor(text="", key="XXX")


def load_predictions(path: Path) -> dict[str, CodedItem]:
    """Read a file of predictions by item id. Raises InputError or DataError."""
    content = read_file(path, give="give what `dragoman read --format jsonl` wrote")
    found: dict[str, CodedItem] = {}
    for where, fields in read_lines(content, name=str(path)):
        item = _read_prediction(fields, where)
        if item.id in found:
            msg = f"{where}: id {item.id!r} stands twice; give one line an item"
            raise DataError(msg)
        found[item.id] = item
    return found


def _read_prediction(fields: Mapping[str, Any], where: str) -> CodedItem:
    if "story" not in fields:
        return read_item(fields, where=where)
    try:
        return from_reading(fields)
    except (KeyError, TypeError, AttributeError) as error:
        msg = f"{where}: no reading ({error!r}); give what `dragoman read --format jsonl` wrote"
        raise DataError(msg) from error


def stories_of(gold: Iterable[CodedItem]) -> Iterator[Story]:
    """Yield each gold item as a story to read, under the item's id."""
    for item in gold:
        yield Story(
            id=item.id,
            text=item.text,
            sha256=hash_text(item.text),
            title=item.title,
            published_on=_day(item),
            publisher=item.publisher,
        )


def _day(item: CodedItem) -> date | None:
    if item.date is None:
        return None
    try:
        return date.fromisoformat(item.date)
    except ValueError as error:
        msg = f"item {item.id!r}: date {item.date!r} is none; write YYYY-MM-DD or null"
        raise DataError(msg) from error


def from_reading(reading: Mapping[str, Any]) -> CodedItem:
    """Turn one reading in the record format into a coded item.

    Raises KeyError or TypeError where ``reading`` is not in the record format.
    """
    spans = {mention["id"]: mention["span"]["text"] for mention in reading.get("mentions", ())}
    return CodedItem(
        id=reading["story"]["id"],
        date=reading["story"].get("published_on"),
        title=reading["story"].get("title"),
        publisher=reading["story"].get("publisher"),
        claims=tuple(_claim(claim, spans) for claim in reading["claims"]),
        events=tuple(_event(event, spans) for event in reading["events"]),
    )


def _claim(claim: Mapping[str, Any], spans: Mapping[str, str]) -> CodedClaim:
    return CodedClaim(
        subject=_actor(claim["subject"], spans) or _UNKNOWN,
        relation=claim["relation"],
        object=_actor(claim["object"], spans) or _UNKNOWN,
        trigger=(claim.get("trigger") or {}).get("text", ""),
        polarity=claim["polarity"],
        modality=claim["modality"],
        time=claim["time"],
        source=_speaker(claim),
        at=(claim.get("evidence") or {}).get("start_char"),
    )


def _event(event: Mapping[str, Any], spans: Mapping[str, str]) -> CodedEvent:
    return CodedEvent(
        source=_actor(event.get("source"), spans),
        target=_actor(event.get("target"), spans),
        type=event["plover"]["type"],
        trigger=(event.get("trigger") or {}).get("text", ""),
        status=event["status"],
        reported_by=_speaker(event),
        at=(event.get("evidence") or {}).get("start_char"),
    )


def _actor(actor: Mapping[str, Any] | None, spans: Mapping[str, str]) -> CodedActor | None:
    key = _key(actor)
    if actor is None or key is None:
        return None
    return CodedActor(text=spans.get(actor.get("mention") or "", ""), key=key)


def _speaker(record: Mapping[str, Any]) -> CodedActor:
    chain = record.get("said_by") or []
    last = chain[-1] if chain else None
    if not last or last.get("actor") in (None, "AUTHOR"):
        return AUTHOR
    return CodedActor(text=last.get("name") or "", key=_key(last) or "")


def _key(actor: Mapping[str, Any] | None) -> str | None:
    if not actor or not actor.get("actor"):
        return None
    code, role = str(actor["actor"]), actor.get("role")
    is_country = len(code) == 3 and code.isupper()
    return code if role in _STATE_ROLES or not is_country else f"{code}:{role}"
