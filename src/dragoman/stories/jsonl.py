"""JSON Lines: one story a line, an object with ``text`` and any of the fields beside it."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import BinaryIO

from dragoman.errors import InputError, StoryError
from dragoman.records import read_day
from dragoman.stories.decoding import BOM, UTF16_MARKS, decode
from dragoman.stories.raw import MAX_STORY_BYTES, TOO_LARGE, RawStory

# JSON may write a character of two bytes in six, and the other fields need room too.
_MAX_LINE_BYTES = 6 * MAX_STORY_BYTES + 1_000_000
_KINDS = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


def read_lines(stream: BinaryIO, *, taken: Iterable[bytes] = ()) -> Iterator[tuple[int, bytes | None]]:
    """Yield the number of each line that is not blank, from 1, and its bytes; None if far too long.

    ``taken`` are lines that have already been taken from the stream.
    """
    rest = iter(lambda: stream.readline(_MAX_LINE_BYTES), b"")
    for number, line in enumerate(chain(taken, rest), start=1):
        if len(line) >= _MAX_LINE_BYTES and not line.endswith(b"\n"):
            while (more := stream.readline(_MAX_LINE_BYTES)) and not more.endswith(b"\n"):
                pass
            yield number, None
        elif line.strip():
            yield number, line


def describe_other_format(line: bytes) -> str | None:
    """Say what a file is when its first line shows that it is no JSON Lines at all; None if it may be."""
    start = line.removeprefix(BOM).strip()
    if start.startswith(b"[") or start == b"{":
        return "is one JSON document, not JSON Lines; write an object a line, with: jq -c '.[]'"
    if b"\0" in line or line.startswith(UTF16_MARKS):
        try:
            decode(line)
        except StoryError as error:
            return str(error)
    return None


def read_story_line(line: bytes | None) -> RawStory:
    """Read one line. Raises StoryError for broken JSON, no text, or a field of another kind."""
    if line is None:
        raise StoryError(TOO_LARGE)
    item = _parse(decode(line.rstrip(b"\r\n")))
    if not isinstance(item, dict):
        msg = f'is {_kind(item)}, not an object; write a line like {{"id": "1", "text": "..."}}'
        raise StoryError(msg)
    if "text" not in item:
        near = next((key for key in item if str(key).lower() in ("text", "body", "content", "story")), None)
        hint = f"rename {near!r}" if near else "put the story's words there"
        msg = f"has no field 'text'; {hint}"
        raise StoryError(msg)
    return RawStory(
        text=_text(item["text"]),
        id=_id(item.get("id")),
        title=_words(item, "title"),
        published_on=_day(item),
        publisher=_words(item, "publisher"),
        url=_words(item, "url"),
        language=_words(item, "language"),
    )


def _parse(text: str) -> object:
    try:
        item: object = json.loads(text)
    except json.JSONDecodeError as error:
        msg = f"is broken JSON (column {error.colno}: {error.msg}); mend the line or leave it out"
        raise StoryError(msg) from error
    except (ValueError, RecursionError) as error:
        msg = f"is JSON that cannot be read ({error}); mend the line or leave it out"
        raise StoryError(msg) from error
    return item


def _kind(value: object) -> str:
    return "null" if value is None else _KINDS.get(type(value), "a string")


def _text(value: object) -> str:
    if not isinstance(value, str):
        msg = f"has {_kind(value)} as its 'text'; write the story's words as a string"
        raise StoryError(msg)
    return value


def _id(value: object) -> str | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return str(value)
    msg = f"has {_kind(value)} as its 'id'; write a string or a whole number, or null"
    raise StoryError(msg)


def _words(item: dict[str, object], field: str) -> str | None:
    value = item.get(field)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str):
        msg = f"has {_kind(value)} as its {field!r}; write a string or null"
        raise StoryError(msg)
    return value


def _day(item: dict[str, object]) -> date | None:
    words = _words(item, "date")
    if words is None:
        return None
    try:
        return read_day(words)
    except InputError as error:
        msg = f"has a 'date' that is no date: {error}"
        raise StoryError(msg) from error
