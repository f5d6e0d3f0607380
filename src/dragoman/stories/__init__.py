"""Stories in: bytes of files and pipes become stories, or a clear word about why not."""

from dragoman.stories.example import load_example
from dragoman.stories.failures import StoryFailure
from dragoman.stories.raw import MAX_STORY_BYTES
from dragoman.stories.sources import STANDARD_INPUT, SUFFIXES, read_stories

__all__ = [
    "MAX_STORY_BYTES",
    "STANDARD_INPUT",
    "SUFFIXES",
    "StoryFailure",
    "load_example",
    "read_stories",
]
