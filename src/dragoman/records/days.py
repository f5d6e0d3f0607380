"""Days as people and feeds write them."""

import re
from datetime import date, datetime

from dragoman.errors import InputError

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ISO = re.compile(r"\d{4}-?\d{2}-?\d{2}(?:[T ]\d.*)?")
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_CLOCK = r"(?:,?\s+(?:at\s+)?\d{1,2}:\d{2}.*)?"
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>[a-z]+)\.?,?\s+(?P<year>\d{{4}}){_CLOCK}"
)
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<month>[a-z]+)\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_CLOCK}"
)


def read_day(text: str) -> date:
    """Read a day: ISO 8601 (a time of day is left out as it stands) or in words.

    ``2017-10-29``, ``2017-10-29T08:30:00Z``, ``29 October 2017``, ``Oct. 29, 2017`` and
    ``Sun, 29 Oct 2017 08:30:00 GMT`` are one day. ``10/11/2017`` is two, so it raises InputError,
    as does anything else that is no day.
    """
    words = " ".join(text.split())
    try:
        if _ISO.fullmatch(words):
            return datetime.fromisoformat(words).date()
        match = _DAY_FIRST.fullmatch(words.lower()) or _MONTH_FIRST.fullmatch(words.lower())
        if match:
            return date(int(match["year"]), _month(match["month"]), int(match["day"]))
    except ValueError as error:
        msg = f"the date {text!r} does not exist ({error}); write it like 2017-10-29"
        raise InputError(msg) from error
    msg = f"the date {text!r} is not understood; write it like 2017-10-29 or 29 October 2017"
    raise InputError(msg)


def _month(word: str) -> int:
    for number, name in enumerate(_MONTHS, start=1):
        if (len(word) >= 3 and name.startswith(word)) or word == "sept" == name[:4]:
            return number
    msg = f"no month is called {word!r}"
    raise ValueError(msg)
