"""Settings are checked once, when they are made."""

from datetime import date, datetime

import pytest

from dragoman.errors import SettingsError
from dragoman.settings import Settings


def test_settings_that_can_be() -> None:
    settings = Settings(published_on=date(2017, 10, 29), min_confidence=1.0)
    assert (settings.model, settings.published_on) == (None, date(2017, 10, 29))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"min_confidence": 1.01}, "min_confidence is 1.01; give a number from 0 to 1"),
        ({"min_confidence": float("nan")}, "min_confidence is nan"),
        ({"model": " "}, "model is blank"),
        ({"publisher": ""}, "publisher is blank"),
        ({"published_on": "2017-10-29"}, "no date; give a datetime.date"),
        ({"published_on": datetime(2017, 10, 29, 8)}, "no date; give a datetime.date"),
    ],
)
def test_settings_that_cannot_be(values: dict[str, object], words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        Settings(**values)  # type: ignore[arg-type]
