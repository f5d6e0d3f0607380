"""What a user sets for a reading: taken in once at the edge, checked once, then frozen."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from dragoman.errors import SettingsError


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one run. Raises SettingsError for a value that a setting cannot have.

    ``model`` is the name of an installed spaCy English pipeline, None for the default one.
    ``published_on`` and ``publisher`` stand in for stories that do not say their own.
    ``actors`` is a folder of actor tables that alter or replace the packaged ones (docs/actors.md).
    ``min_confidence`` (0 to 1) leaves out records that Dragoman trusts less.
    """

    model: str | None = None
    published_on: date | None = None
    publisher: str | None = None
    actors: Path | None = None
    min_confidence: float = 0.0

    def __post_init__(self) -> None:
        _check_name("model", self.model, "name an installed spaCy pipeline, or leave it out")
        _check_name("publisher", self.publisher, "write a name, or leave it out")
        if self.published_on is not None and (
            not isinstance(self.published_on, date) or isinstance(self.published_on, datetime)
        ):
            msg = f"published_on is {self.published_on!r}, which is no date; give a datetime.date"
            raise SettingsError(msg)
        if not 0.0 <= self.min_confidence <= 1.0:
            msg = f"min_confidence is {self.min_confidence}; give a number from 0 to 1"
            raise SettingsError(msg)


def _check_name(setting: str, value: str | None, remedy: str) -> None:
    if value is not None and not value.strip():
        msg = f"{setting} is blank; {remedy}"
        raise SettingsError(msg)
