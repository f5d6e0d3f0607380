"""The stories of files and of standard input, in the order given."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import StoryError
from dragoman.records import Story
from dragoman.settings import Settings
from dragoman.stories.decoding import BOM, decode
from dragoman.stories.failures import StoryFailure
from dragoman.stories.jsonl import describe_other_format, read_lines, read_story_line
from dragoman.stories.languages import LanguageJudge
from dragoman.stories.plain import read_plain
from dragoman.stories.raw import MAX_STORY_BYTES, TOO_LARGE, RawStory, check_story

STANDARD_INPUT = "-"
SUFFIXES = (".txt", ".jsonl")
_STDIN_NAME = "standard input"
# Room for header lines and a byte order mark above the text itself.
_MAX_FILE_BYTES = MAX_STORY_BYTES + 100_000
_SNIFF_BYTES = 4096
Found = tuple[str, RawStory | StoryError]


def read_stories(
    sources: Iterable[str | Path], *, defaults: Settings, stdin: BinaryIO | None = None
) -> Iterator[Story | StoryFailure]:
    """Yield every story of the sources, or what kept it from being read; nothing is raised for one.

    A source is a ``.txt`` or ``.jsonl`` file, or ``-`` for ``stdin``. ``defaults`` fill in the
    date and publisher of stories that have none. An id comes once in a batch: the second story
    of that id is a failure.
    """
    judge = LanguageJudge()
    seen: dict[str, str] = {}
    for source in sources:
        for where, found in _read_source(str(source), stdin):
            try:
                if isinstance(found, StoryError):
                    raise found
                story = check_story(found, defaults=defaults, judge=judge)
                _check_new(story, seen, where, own=found.id is not None)
            except StoryError as error:
                yield StoryFailure(where=where, reason=str(error))
            else:
                yield story


def _check_new(story: Story, seen: dict[str, str], where: str, *, own: bool) -> None:
    first = seen.get(story.id)
    if first is None:
        seen[story.id] = where
        return
    what = f"has the id {story.id!r}" if own else "has the same text and no id"
    msg = f"{what}, as {first} has; give each story an id of its own, or leave one out"
    raise StoryError(msg)


def _read_source(source: str, stdin: BinaryIO | None) -> Iterator[Found]:
    if source == STANDARD_INPUT:
        yield from _read_stdin(stdin)
        return
    try:
        with _open(source) as stream:
            if source.lower().endswith(".jsonl"):
                yield from _read_jsonl(stream, source)
            else:
                yield source, _read_text(stream)
    except StoryError as error:
        yield source, error
    except OSError as error:
        yield source, StoryError(f"cannot be read ({error.strerror}); check the disk and try again")


def _open(source: str) -> BinaryIO:
    path = Path(source)
    try:
        if path.is_dir():
            msg = f"is a folder; name the files in it, like {path / '*.txt'}"
            raise StoryError(msg)
        if path.exists() and path.suffix.lower() not in SUFFIXES:
            what = f"ends in {path.suffix!r}" if path.suffix else "has no suffix"
            msg = f"{what}; {' and '.join(SUFFIXES)} files are read, other text can be piped in (-)"
            raise StoryError(msg)
        return path.open("rb")
    except FileNotFoundError as error:
        msg = "there is no such file; check the name and the folder"
        raise StoryError(msg) from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        msg = f"cannot be opened ({why}); check its name and its permissions"
        raise StoryError(msg) from error


def _read_stdin(stdin: BinaryIO | None) -> Iterator[Found]:
    if stdin is None:
        yield _STDIN_NAME, StoryError("is not open; give a file, or pipe the text in")
        return
    taken: list[bytes] = []
    while line := stdin.readline(_MAX_FILE_BYTES):
        taken.append(line)
        if line.strip() or len(taken) > _MAX_FILE_BYTES:
            break
    if b"".join(taken[-1:]).removeprefix(BOM).lstrip().startswith(b"{"):
        yield from _read_jsonl(stdin, _STDIN_NAME, taken=taken)
    else:
        yield _STDIN_NAME, _read_text(stdin, taken=taken)


def _read_text(stream: BinaryIO, *, taken: Iterable[bytes] = ()) -> RawStory | StoryError:
    before = b"".join(taken)
    data = before + stream.read(max(_MAX_FILE_BYTES - len(before), 0))
    if not data:
        return StoryError("is empty; give it a story's text")
    try:
        if len(data) >= _MAX_FILE_BYTES:
            decode(data[:_SNIFF_BYTES])
            raise StoryError(TOO_LARGE)
        return read_plain(decode(data))
    except StoryError as error:
        return error


def _read_jsonl(stream: BinaryIO, name: str, *, taken: Iterable[bytes] = ()) -> Iterator[Found]:
    empty = True
    for number, line in read_lines(stream, taken=taken):
        if empty and line is not None and (wrong := describe_other_format(line)):
            yield name, StoryError(wrong)
            return
        empty = False
        where = f"{name} line {number}"
        try:
            found: RawStory | StoryError = read_story_line(line)
        except StoryError as error:
            found = error
        yield where, found
    if empty:
        yield name, StoryError("is empty; give it a story a line")
