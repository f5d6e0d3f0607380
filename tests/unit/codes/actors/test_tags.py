"""Tags: which of them a description asks for, and how a tag without a state is told."""

import pytest

from dragoman.codes.actors.places.states import read_states
from dragoman.codes.actors.places.tags import asked_tags, load_tags, read_tags
from dragoman.codes.actors.problems.places import tag_problems
from dragoman.codes.tables import read_table

TAGS = read_tags(
    read_table(
        "tag\twords\tnouns\narab\tarab\ngulf\tgulf; gulf arab\n"
        "kingdom\t\tkingdom\nroyal\troyal\tkingdom;monarchy",
        name="tags.tsv",
    )
)


@pytest.mark.parametrize(
    ("before", "noun", "asked"),
    [
        ("the arab", "country", {"arab"}),
        ("the gulf arab", "country", {"gulf"}),
        ("the small gulf arab", "state", {"gulf"}),
        ("the gulf", "state", {"gulf"}),
        ("the arab gulf", "state", {"arab", "gulf"}),
        ("the arabian", "country", set()),
        ("the", "kingdom", {"kingdom", "royal"}),
        ("the", "monarchy", {"royal"}),
        ("the arab", "kingdom", {"arab", "kingdom", "royal"}),
        ("the", "country", set()),
        ("", "", set()),
    ],
)
def test_the_tags_that_a_description_asks_for(before: str, noun: str, asked: set[str]) -> None:
    assert set(asked_tags(TAGS, before=before, noun=noun)) == asked


@pytest.mark.parametrize(
    ("before", "noun", "asked"),
    [
        ("the gulf arab", "state", {"gulf"}),
        ("the ex-soviet", "republic", {"exsoviet"}),
        ("the soviet", "republic", set()),
        ("the west african", "country", {"westafrican"}),
        ("the african", "country", {"african"}),
        ("the", "emirate", {"emirate"}),
        ("the", "superpower", set()),
    ],
)
def test_the_packaged_words_ask_for(before: str, noun: str, asked: set[str]) -> None:
    assert set(asked_tags(load_tags(), before=before, noun=noun)) == asked


def test_packaged_words_are_lower_case_and_ask_for_one_tag_each() -> None:
    words = [word for tag in load_tags() for word in tag.words]
    assert words == [word.lower() for word in words]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("borne", "found"),
    [
        ("arab; gulf; kingdom; royal", []),
        (
            "arab; gulf; kingdom",
            ["tags.tsv line 5: no state bears the tag 'royal'; give it to one, or take the line out"],
        ),
        (
            "arab; gulf; kingdom; royal; wet",
            ["states.tsv line 2: tag 'wet' has no line in tags.tsv; add one, or take the tag out"],
        ),
    ],
)
def test_a_tag_needs_a_state_and_a_line(borne: str, found: list[str]) -> None:
    states = read_states(read_table(f"code\tname\ttags\nNRL\tNorland\t{borne}", name="states.tsv"))
    assert list(tag_problems(states, tags=TAGS)) == found


def test_a_tag_on_two_lines_is_told() -> None:
    tags = read_tags(read_table("tag\twords\nwet\twet\nwet\trainy", name="tags.tsv"))
    states = read_states(read_table("code\tname\ttags\nNRL\tNorland\twet", name="states.tsv"))
    assert list(tag_problems(states, tags=tags)) == [
        "tags.tsv line 3: tag 'wet' stands already on tags.tsv line 2; keep one"
    ]
