"""Gold: coded items as files, one JSON object a line.

A line: ``{"id", "date", "title", "publisher", "text", "claims": [...], "events": [...]}``. An actor
is ``{"text", "key"}``; a claim has ``subject``, ``relation``, ``object``, ``trigger``, ``polarity``,
``modality``, ``time``, ``source`` and optionally ``at`` and ``weak``; an event has ``source`` and
``target`` (null where not said), ``type``, ``trigger``, ``status``, ``reported_by``, optionally ``at``.
"""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.codes.plover import load_plover
from dragoman.errors import DataError, InputError
from dragoman.evaluation.coded import AUTHOR, CodedActor, CodedClaim, CodedEvent, CodedItem
from dragoman.evaluation.views import load_families
from dragoman.records import Modality, Polarity, Status, Story, Time, hash_text


@cache
def _event_types() -> tuple[str, ...]:
    return tuple(kind.name for kind in load_plover())


def read_file(path: Path, *, give: str = "give the path of a gold file (JSON Lines)") -> bytes:
    """Return a file's bytes. Raises InputError, which asks to ``give`` another, where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        msg = f"{path}: {error.strerror or error}; {give}"
        raise InputError(msg) from error


def read_story(fields: Mapping[str, Any]) -> Story:
    """Return the story of one line: its ``id`` and ``text``, its ``title`` and ``date`` where it has them."""
    return Story(
        id=fields["id"],
        text=fields["text"],
        sha256=hash_text(fields["text"]),
        title=fields.get("title"),
        published_on=date.fromisoformat(fields["date"]) if fields.get("date") else None,
    )


def load_gold(path: Path) -> tuple[CodedItem, ...]:
    """Read a gold file. Raises InputError where it cannot be read, DataError where a line is unfit."""
    return read_gold(read_file(path), name=str(path))


def read_gold(content: bytes, *, name: str) -> tuple[CodedItem, ...]:
    """Read a gold file's bytes; ``name`` stands in messages. Raises DataError with the line's number."""
    items: dict[str, CodedItem] = {}
    for where, fields in read_lines(content, name=name):
        item = read_item(fields, where=where)
        if not item.text:
            msg = f"{where}: item {item.id!r} has no text; a gold item carries the text it codes"
            raise DataError(msg)
        if item.id in items:
            msg = f"{where}: id {item.id!r} stands twice; give each item an id of its own"
            raise DataError(msg)
        items[item.id] = item
    if not items:
        msg = f"{name}: no items; a gold file has one JSON object a line"
        raise DataError(msg)
    return tuple(items.values())


def read_lines(content: bytes, *, name: str) -> list[tuple[str, Mapping[str, Any]]]:
    """Return each line's place (``NAME line N``) and object. Raises DataError for a line that is none."""
    lines: list[tuple[str, Mapping[str, Any]]] = []
    # Split at "\n" only: other line separators may stand inside a JSON string.
    for number, line in enumerate(content.split(b"\n"), start=1):
        where = f"{name} line {number}"
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except (UnicodeDecodeError, json.JSONDecodeError) as error:
            msg = f"{where}: no JSON ({error}); write one JSON object a line, in UTF-8"
            raise DataError(msg) from error
        if not isinstance(fields, dict):
            msg = f"{where}: {type(fields).__name__} instead of an object; write one JSON object a line"
            raise DataError(msg)
        lines.append((where, fields))
    return lines


def read_item(fields: Mapping[str, Any], *, where: str) -> CodedItem:
    """Read one object of a gold file. Raises DataError for a missing field or a value out of its list."""
    claims, events = _list(fields, "claims", where), _list(fields, "events", where)
    return CodedItem(
        id=_string(fields, "id", where),
        text=_optional(fields, "text", where) or "",
        date=_optional(fields, "date", where),
        title=_optional(fields, "title", where),
        publisher=_optional(fields, "publisher", where),
        claims=tuple(_claim(claim, f"{where}, claim {n}") for n, claim in enumerate(claims, start=1)),
        events=tuple(_event(event, f"{where}, event {n}") for n, event in enumerate(events, start=1)),
    )


def _claim(fields: Mapping[str, Any], where: str) -> CodedClaim:
    return CodedClaim(
        subject=_required_actor(fields, "subject", where),
        relation=_one_of(fields, "relation", tuple(load_families()), where),
        object=_required_actor(fields, "object", where),
        trigger=_optional(fields, "trigger", where) or "",
        polarity=_one_of(fields, "polarity", tuple(Polarity), where),
        modality=_one_of(fields, "modality", tuple(Modality), where),
        time=_one_of(fields, "time", tuple(Time), where),
        source=_actor(fields, "source", where) or AUTHOR,
        at=_offset(fields, where),
        weak=bool(fields.get("weak", False)),
    )


def _event(fields: Mapping[str, Any], where: str) -> CodedEvent:
    return CodedEvent(
        source=_actor(fields, "source", where),
        target=_actor(fields, "target", where),
        type=_one_of(fields, "type", _event_types(), where),
        trigger=_optional(fields, "trigger", where) or "",
        status=_one_of(fields, "status", tuple(Status), where),
        reported_by=_actor(fields, "reported_by", where) or AUTHOR,
        at=_offset(fields, where),
    )


def _required_actor(fields: Mapping[str, Any], name: str, where: str) -> CodedActor:
    actor = _actor(fields, name, where)
    if actor is None:
        msg = f"{where}: no {name}; write an object with text and key"
        raise DataError(msg)
    return actor


def _actor(fields: Mapping[str, Any], name: str, where: str) -> CodedActor | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, dict) or not isinstance(value.get("key"), str):
        msg = f"{where}: {name} {value!r} is no actor; write an object with text and key"
        raise DataError(msg)
    return CodedActor(text=str(value.get("text") or ""), key=value["key"])


def _list(fields: Mapping[str, Any], name: str, where: str) -> list[Mapping[str, Any]]:
    value = fields.get(name, [])
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        msg = f"{where}: {name} is no list of objects; write [] where there are none"
        raise DataError(msg)
    return value


def _string(fields: Mapping[str, Any], name: str, where: str) -> str:
    value = _optional(fields, name, where)
    if not value:
        msg = f"{where}: no {name}; every item needs one"
        raise DataError(msg)
    return value


def _optional(fields: Mapping[str, Any], name: str, where: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        msg = f"{where}: {name} {value!r} is no text; put it in quotation marks"
        raise DataError(msg)
    return value


def _one_of(fields: Mapping[str, Any], name: str, values: tuple[str, ...], where: str) -> str:
    value = fields.get(name)
    if value not in values:
        msg = f"{where}: {name} {value!r} is unknown; use one of {', '.join(values)}"
        raise DataError(msg)
    return str(value)


def _offset(fields: Mapping[str, Any], where: str) -> int | None:
    value = fields.get("at")
    if value is not None and (not isinstance(value, int) or value < 0):
        msg = f"{where}: at {value!r} is no offset; give the character where the sentence starts"
        raise DataError(msg)
    return value
