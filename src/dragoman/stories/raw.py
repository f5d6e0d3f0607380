"""A story as its source gives it, before it is checked."""

import re
from dataclasses import dataclass
from datetime import date

from dragoman.errors import StoryError
from dragoman.records import Story, default_id, hash_text
from dragoman.settings import Settings
from dragoman.stories.languages import LanguageJudge

MAX_STORY_BYTES = 5_000_000
"""A story's text must be smaller than this, in bytes of UTF-8 (5 MB, some 800 000 words)."""
TOO_LARGE = "is 5 MB or more, too large for one story; split it into its stories, one a file or a line"
_NO_TEXT = re.compile("[\\0\\ud800-\\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawStory:
    """What a source says of a story. None where it does not say."""

    text: str
    id: str | None = None
    title: str | None = None
    published_on: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


def check_story(raw: RawStory, *, defaults: Settings, judge: LanguageJudge) -> Story:
    """Return the story, gaps filled from ``defaults``.

    Raises StoryError for a text that is blank, too large, no valid Unicode or not English.
    """
    for field in ("text", "id", "title", "publisher", "url"):
        _check_unicode(field, getattr(raw, field))
    if not raw.text.strip():
        msg = "has no text; give the story's words"
        raise StoryError(msg)
    if len(raw.text.encode("utf-8")) >= MAX_STORY_BYTES:
        raise StoryError(TOO_LARGE)
    sha256 = hash_text(raw.text)
    return Story(
        id=raw.id or default_id(sha256),
        text=raw.text,
        sha256=sha256,
        title=raw.title,
        published_on=raw.published_on or defaults.published_on,
        publisher=raw.publisher or defaults.publisher,
        url=raw.url,
        language=judge.judge(raw.text, stated=raw.language),
    )


def _check_unicode(field: str, value: str | None) -> None:
    if found := _NO_TEXT.search(value or ""):
        code = f"U+{ord(found[0]):04X}"
        msg = f"has {code}, which is no text, at offset {found.start()} of its {field!r}; mend the source"
        raise StoryError(msg)
