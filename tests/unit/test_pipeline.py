"""The order of the stages: each finds what it requires, and a wrong order is refused when it is built."""

import re
from dataclasses import fields

import pytest

from dragoman.errors import DragomanError, PipelineError
from dragoman.extraction.draft import Draft, Stage
from dragoman.extraction.language import LanguageModel
from dragoman.pipeline import StoryReader, check_order, lexicon_hash, load_stages
from dragoman.records import Reader
from dragoman.settings import Settings

ORDER = (
    "sentences",
    "gate",
    "language",
    "mentions",
    "attributions",
    "actors",
    "names",
    "predicates",
    "claims",
    "events",
)


@pytest.fixture(scope="module")
def stages() -> tuple[Stage, ...]:
    return load_stages(LanguageModel())


def test_the_order_of_a_reading(stages: tuple[Stage, ...]) -> None:
    assert tuple(stage.name for stage in stages) == ORDER
    check_order(stages)


def test_what_stages_require_and_assign_are_fields_of_the_draft(stages: tuple[Stage, ...]) -> None:
    names = {field.name for field in fields(Draft)}
    for stage in stages:
        assert stage.requires <= names, stage.name
        assert stage.assigns <= names, stage.name
    assert {name for stage in stages for name in stage.assigns} == names - {"story"}


@pytest.mark.parametrize(
    ("late", "message"),
    [
        ("sentences", "stage 'gate' requires quotations, sentences, which no stage before it assigns"),
        ("gate", "stage 'language' requires gated, which no stage before it assigns"),
        ("language", "stage 'mentions' requires parses, which no stage before it assigns"),
        ("attributions", "stage 'actors' requires attributions, which no stage before it assigns"),
    ],
)
def test_a_wrong_order_is_refused(stages: tuple[Stage, ...], late: str, message: str) -> None:
    wrong = [stage for stage in stages if stage.name != late]
    wrong += [stage for stage in stages if stage.name == late]
    reader = Reader(name="dragoman", version="0", lexicon="-", model="-")
    with pytest.raises(
        PipelineError, match=f"^{re.escape(message)}; put a stage that does before it$"
    ) as raised:
        StoryReader(wrong, reader=reader, settings=Settings())
    assert isinstance(raised.value, DragomanError)


def test_the_lexicon_hash_is_the_same_twice_and_short() -> None:
    assert lexicon_hash() == lexicon_hash()
    assert re.fullmatch(r"sha256:[0-9a-f]{16}", lexicon_hash())
