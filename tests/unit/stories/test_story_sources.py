"""Sources: each kind of bad input is one clear failure, and the others are still read."""

import hashlib
import io
import json
from datetime import date
from pathlib import Path

import pytest

from dragoman.records import Story
from dragoman.settings import Settings
from dragoman.stories import MAX_STORY_BYTES, StoryFailure, load_example, read_stories
from dragoman.stories import jsonl as jsonl_module

GOOD = "Iran met Oman in Muscat."


def read(*sources: str | Path, stdin: bytes | None = None, **defaults: object) -> list[Story | StoryFailure]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(read_stories(sources, defaults=Settings(**defaults), stdin=stream))  # type: ignore[arg-type]


def lines(path: Path, *items: object) -> Path:
    path.write_text("".join(f"{item if isinstance(item, str) else json.dumps(item)}\n" for item in items))
    return path


def reasons(items: list[Story | StoryFailure]) -> list[str]:
    return [str(item) for item in items if isinstance(item, StoryFailure)]


def stories(items: list[Story | StoryFailure]) -> list[Story]:
    return [item for item in items if isinstance(item, Story)]


def test_a_text_file_becomes_a_story(tmp_path: Path) -> None:
    path = tmp_path / "a.TXT"
    path.write_text(f"Title: Talks\n\n{GOOD}")
    (story,) = stories(read(path, published_on=date(2020, 1, 2), publisher="The Wire"))
    digest = hashlib.sha256(GOOD.encode()).hexdigest()
    assert (story.text, story.sha256, story.id) == (GOOD, digest, f"sha256:{digest[:16]}")
    assert (story.title, story.published_on, story.publisher) == ("Talks", date(2020, 1, 2), "The Wire")


def test_defaults_fill_gaps_only(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Date: 2017-10-29\nPublisher: The Post\n\n{GOOD}")
    (story,) = stories(read(path, published_on=date(2020, 1, 2), publisher="The Wire"))
    assert (story.published_on, story.publisher) == (date(2017, 10, 29), "The Post")


def test_jsonl_fields_may_be_null_and_others_are_ignored(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "a.jsonl",
        {"id": 7, "text": GOOD, "date": "2017-10-29T08:00:00Z", "language": "en-GB", "topics": ["x"]},
        "",
        {"id": None, "text": "Oman met Iran.", "title": None, "date": None, "publisher": None, "url": None},
    )
    first, second = stories(read(path))
    assert (first.id, first.published_on, first.language) == ("7", date(2017, 10, 29), "en")
    assert second.id == f"sha256:{second.sha256[:16]}"
    assert (second.title, second.published_on, second.language) == (None, None, None)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"text": "cut', "line 2: is broken JSON (column 10: Unterminated string"),
        ('["a"]', "line 2: is a list, not an object"),
        ('{"body": "a"}', "line 2: has no field 'text'; rename 'body'"),
        ('{"id": "a"}', "line 2: has no field 'text'; put the story's words there"),
        ('{"text": null}', "line 2: has null as its 'text'"),
        ('{"text": 5}', "line 2: has a number as its 'text'"),
        ('{"text": " \\n"}', "line 2: has no text"),
        ('{"text": "a", "title": ["b"]}', "line 2: has a list as its 'title'"),
        ('{"text": "a", "id": true}', "line 2: has true or false as its 'id'"),
        ('{"text": "a", "date": "soon"}', "line 2: has a 'date' that is no date: the date 'soon'"),
        ('{"text": "a\\ud800b"}', "line 2: has U+D800, which is no text, at offset 1 of its 'text'"),
        ('{"text": "a\\u0000b"}', "line 2: has U+0000, which is no text, at offset 1 of its 'text'"),
        ('{"text": "a", "language": "fr"}', "line 2: is marked as being in 'fr'"),
        ("[" * 100_000, "line 2: is JSON that cannot be read"),
        ('{"text": "a", "n": ' + "9" * 5000 + "}", "line 2: is JSON that cannot be read"),
    ],
)
def test_a_bad_line_is_one_failure_and_the_others_are_read(tmp_path: Path, line: str, words: str) -> None:
    items = read(lines(tmp_path / "a.jsonl", {"text": GOOD}, line, {"text": "Oman met Iran."}))
    assert [story.text for story in stories(items)] == [GOOD, "Oman met Iran."]
    (reason,) = reasons(items)
    assert words in reason
    assert "\n" not in reason


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "a.txt: is empty; give it"),
        ("a.txt", b" \n\n", "a.txt: has no text"),
        ("a.txt", b"Title: only a head\n", "a.txt: has no text"),
        ("a.txt", b"Iran\0", "a.txt: is binary (byte 00 at offset 4)"),
        ("a.txt", "Türkiye met Iran".encode("latin-1"), "a.txt: is not UTF-8 (byte fc at offset 1, line 1)"),
        ("a.jsonl", b"", "a.jsonl: is empty"),
        ("a.jsonl", b"\n\n", "a.jsonl: is empty"),
        ("a.jsonl", b'{\n "text": "a"\n}', "a.jsonl: is one JSON document, not JSON Lines"),
        ("a.jsonl", b'[{"text": "a"}]', "a.jsonl: is one JSON document, not JSON Lines"),
        ("a.jsonl", '{"text": "a"}\n'.encode("utf-16"), "a.jsonl: is UTF-16"),
        ("a.jsonl", b"\0\1\2\n\3\4\n", "a.jsonl: is binary"),
        ("a.pdf", b"%PDF", "a.pdf: ends in '.pdf'; .txt and .jsonl files are read"),
        ("story", b"Iran met Oman.", "story: has no suffix; .txt and .jsonl files are read"),
    ],
)
def test_a_bad_file_is_one_failure(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path, good = tmp_path / name, tmp_path / "good.txt"
    path.write_bytes(data)
    good.write_text(GOOD)
    items = read(path, good)
    assert [story.text for story in stories(items)] == [GOOD]
    (reason,) = reasons(items)
    assert words in reason


def test_what_is_not_there_or_is_a_folder(tmp_path: Path) -> None:
    missing, folder, strange = reasons(read(tmp_path / "no.txt", tmp_path, "nul\0.txt"))
    assert missing.endswith("no.txt: there is no such file; check the name and the folder")
    assert "is a folder; name the files in it" in folder
    assert strange.startswith("nul\\x00.txt: cannot be opened")


@pytest.mark.parametrize("suffix", ["txt", "jsonl"])
def test_a_story_of_5_mb_is_too_large_and_one_byte_less_is_not(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    for size, count in ((MAX_STORY_BYTES, 1), (MAX_STORY_BYTES - 1, 0)):
        text = ("Iran met Oman in Muscat. " * (size // 25 + 1))[:size]
        path.write_text(text if suffix == "txt" else json.dumps({"text": text}))
        items = read(path)
        assert len(reasons(items)) == count
        assert len(stories(items)) == 1 - count
        assert all("is 5 MB or more, too large for one story" in reason for reason in reasons(items))


def test_a_line_without_end_is_not_kept_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl_module, "_MAX_LINE_BYTES", 50)
    path = lines(tmp_path / "a.jsonl", {"text": GOOD}, {"text": "long " * 60}, {"text": "Oman met Iran."})
    items = read(path)
    assert [story.text for story in stories(items)] == [GOOD, "Oman met Iran."]
    assert ["line 2: is 5 MB or more" in reason for reason in reasons(items)] == [True]


def test_another_language_is_left_out(tmp_path: Path) -> None:
    french = "Le ministre a déclaré que la France n'était pas un allié de Moscou mais un partenaire."
    items = read(lines(tmp_path / "a.jsonl", {"text": french}, {"text": GOOD}))
    assert [story.text for story in stories(items)] == [GOOD]
    assert "line 1: is in another language (fr)" in reasons(items)[0]


def test_an_id_comes_once_in_a_batch(tmp_path: Path) -> None:
    first = lines(tmp_path / "a.jsonl", {"id": "x", "text": GOOD}, {"text": "Oman met Iran."})
    second = lines(tmp_path / "b.jsonl", {"id": "x", "text": "Other."}, {"text": "Oman met Iran."})
    items = read(first, second)
    assert len(stories(items)) == 2
    by_id, by_text = reasons(items)
    assert "b.jsonl line 1: has the id 'x', as " in by_id
    assert "a.jsonl line 1 has; give each story an id of its own" in by_id
    assert "b.jsonl line 2: has the same text and no id, as " in by_text


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        (b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        (b'\n\xef\xbb\xbf{"text": "One."}\n', ["One."]),
        (b"Title: T\n\nPlain text.\n", ["Plain text.\n"]),
        (b"\n  Plain.\n{not json}", ["\n  Plain.\n{not json}"]),
    ],
)
def test_standard_input_is_lines_or_text(given: bytes, texts: list[str]) -> None:
    assert [story.text for story in stories(read("-", stdin=given))] == texts


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (b"", "standard input: is empty"),
        (None, "standard input: is not open"),
        (b'\n{"text": "cut\n', "standard input line 2: is broken JSON"),
        (b'{"id": 1}\n', "standard input line 1: has no field 'text'"),
    ],
)
def test_bad_standard_input(given: bytes | None, words: str) -> None:
    (reason,) = reasons(read("-", stdin=given))
    assert words in reason


def test_the_example_is_a_whole_story() -> None:
    story = load_example()
    assert (story.publisher, story.published_on, story.language) == (
        "The Example Gazette",
        date(2025, 5, 18),
        "en",
    )
    assert 500 <= len(story.text.split()) <= 700
    assert story.text.startswith("MUSCAT")
