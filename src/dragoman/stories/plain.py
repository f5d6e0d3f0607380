"""Plain text: a story, with header lines before it if it has any."""

import re
from datetime import date

from dragoman.errors import InputError, StoryError
from dragoman.records import read_day
from dragoman.stories.raw import RawStory

_HEADER = re.compile(r"(title|date|publisher|url):[ \t]*(.*?)[ \t]*(?:\r\n|\n|\r|\Z)", re.IGNORECASE)
_BLANK = re.compile(r"[ \t]*(?:\r\n|\n|\r)")


def read_plain(text: str) -> RawStory:
    """Read a story with optional header lines (``Title:``, ``Date:``, ``Publisher:``, ``URL:``).

    The first other line ends them; one blank line between them and the text belongs to neither.
    The story's text, to which all offsets refer, is what follows. Raises StoryError for a header
    given twice or a date that is none.
    """
    values: dict[str, str] = {}
    at = 0
    while match := _HEADER.match(text, at):
        name, value = match[1].lower(), match[2]
        if name in values:
            msg = f"has two {match[1]!r} lines at its top; keep one"
            raise StoryError(msg)
        values[name] = value
        at = match.end()
        if at == len(text):
            break
    if values and (blank := _BLANK.match(text, at)):
        at = blank.end()
    return RawStory(
        text=text[at:],
        title=values.get("title") or None,
        published_on=_day(values.get("date")),
        publisher=values.get("publisher") or None,
        url=values.get("url") or None,
    )


def _day(value: str | None) -> date | None:
    if not value:
        return None
    try:
        return read_day(value)
    except InputError as error:
        msg = f"has a Date: line that is no date: {error}"
        raise StoryError(msg) from error
