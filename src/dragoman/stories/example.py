"""The story that comes with Dragoman, for a first look: written for it, and of no real event."""

from importlib.resources import files

from dragoman.records import Story
from dragoman.settings import Settings
from dragoman.stories.languages import LanguageJudge
from dragoman.stories.plain import read_plain
from dragoman.stories.raw import check_story

EXAMPLE = "example.txt"


def load_example() -> Story:
    """Load the example story as it is installed."""
    text = (files("dragoman.stories") / "data" / EXAMPLE).read_bytes().decode("utf-8")
    return check_story(read_plain(text), defaults=Settings(), judge=LanguageJudge())
