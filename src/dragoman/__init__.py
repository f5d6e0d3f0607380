"""Dragoman reads news about world politics and keeps two ledgers, claims and events.

>>> import dragoman
>>> reader = dragoman.load()
>>> reading = reader.read("Iran is not an ally of Russia, the Iranian minister said.")
>>> [(c.subject.actor, str(c.polarity), c.relation, c.object.actor) for c in reading.claims]
[('IRN', 'denied', 'alliance', 'RUS')]
"""

from typing import TYPE_CHECKING

from dragoman.errors import (
    DataError,
    DragomanError,
    InputError,
    LanguageError,
    ModelError,
    PipelineError,
    SettingsError,
    StoryError,
)
from dragoman.records import Claim, Event, Reading, Story
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.pipeline import StoryReader

__all__ = [
    "Claim",
    "DataError",
    "DragomanError",
    "Event",
    "InputError",
    "LanguageError",
    "ModelError",
    "PipelineError",
    "Reading",
    "Settings",
    "SettingsError",
    "Story",
    "StoryError",
    "load",
]


def load(model: str | None = None, *, min_confidence: float = 0.0) -> "StoryReader":
    """Load a reader: the parser, the code tables and the lexicons (about two seconds).

    ``model`` is the name of an installed spaCy English pipeline. Raises ModelError where it is
    missing and SettingsError for a confidence outside 0 to 1.
    """
    from dragoman.pipeline import load_reader  # noqa: PLC0415 - the parser takes seconds to import

    return load_reader(Settings(model=model, min_confidence=min_confidence))
