"""Scores of attributions: which of two codings agree, and the command that prints them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.evaluation.attributions.coded import AttributionRun, CodedAttribution, read_attributions
from dragoman.evaluation.attributions.scores import match, score_runs, write_errors, write_scores

Run = Callable[..., tuple[int, str, str]]
TEXT = "Norway said that Chad had left. Mali denies that Peru lied."
FIRST = {"source": "Norway", "cue": "said", "content": "that Chad had left", "quote_type": "indirect"}
SECOND = {"source": "Mali", "cue": "denies", "content": "that Peru lied", "quote_type": "indirect"}


def coded(attribution: dict[str, str]) -> dict[str, Any]:
    def spans(words: str) -> list[dict[str, int]]:
        start = TEXT.index(words)
        return [{"start": start, "end": start + len(words)}]

    parts = {part: spans(attribution[part]) for part in ("source", "cue", "content")}
    return {**parts, "quote_type": attribution["quote_type"]}


def item(*attributions: dict[str, str], split: str = "dev") -> dict[str, Any]:
    coded_ones = [coded(one) for one in attributions]
    return {
        "id": "t1",
        "text": TEXT,
        "date": "2024-05-10",
        "split": split,
        "gold": {"attributions": coded_ones},
    }


def one(start: int, end: int, *, nested: bool = False) -> CodedAttribution:
    content = frozenset(range(start, end))
    return CodedAttribution(
        source=frozenset({0}), cue=frozenset({1}), content=content, style="direct", nested=nested
    )


@pytest.mark.parametrize(
    ("ours", "found"),
    [
        (one(10, 20), True),
        (one(10, 15), True),
        (one(10, 14), False),
        (one(15, 25), False),
        (one(30, 40), False),
    ],
)
def test_an_attribution_is_found_where_half_of_both_is_shared(ours: CodedAttribution, found: bool) -> None:
    assert bool(match([one(10, 20)], [ours])) is found


def test_each_matches_one_other_and_the_best_fit_wins() -> None:
    near, exact = one(10, 19), one(10, 20)
    assert match([one(10, 20)], [near, exact]) == [(one(10, 20), exact)]


def test_a_nested_one_counts_only_where_it_matches() -> None:
    run = AttributionRun(
        id="t",
        text="x" * 60,
        gold=(one(10, 20),),
        predicted=(one(10, 20), one(40, 50, nested=True), one(50, 60)),
    )
    scores = score_runs([run])
    assert (scores.whole.hits, scores.whole.gold, scores.whole.predicted) == (1, 1, 2)
    assert write_errors([run], limit=9).startswith("false  t:")
    assert len(write_errors([run], limit=9).splitlines()) == 1


def test_nothing_found_has_no_share_to_print() -> None:
    assert "source right, of those found: -" in write_scores(score_runs([]))


def test_white_space_does_not_count() -> None:
    (first,) = read_attributions(item(FIRST))
    assert len(first.content) == len("thatChadhadleft")


@pytest.fixture
def gold(tmp_path: Path) -> Callable[..., str]:
    def write(*items: dict[str, Any]) -> str:
        path = tmp_path / "gold.jsonl"
        path.write_text("".join(json.dumps(one) + "\n" for one in items), encoding="utf-8")
        return str(path)

    return write


def test_the_command_reads_and_scores(dragoman: Run, gold: Callable[..., str]) -> None:
    code, out, _ = dragoman("evaluate", "attribution", gold(item(FIRST, SECOND)), "--json")
    whole = json.loads(out)["attributions"]
    assert code == 0
    assert (whole["gold"], whole["predicted"], whole["hits"]) == (2, 2, 2)
    assert json.loads(out)["agreeing"] == {"source": 1.0, "cue": 1.0}


def test_the_command_lists_what_one_side_has(dragoman: Run, gold: Callable[..., str]) -> None:
    code, out, _ = dragoman("evaluate", "attribution", gold(item(FIRST)), "--errors", "5")
    assert code == 0
    assert "false  t1: Mali | denies | that Peru lied" in out


def test_only_the_split_is_read(dragoman: Run, gold: Callable[..., str]) -> None:
    path = gold(item(FIRST), item(FIRST, SECOND, split="train"))
    _, out, _ = dragoman("evaluate", "attribution", path, "--split", "dev", "--json")
    assert json.loads(out)["attributions"]["gold"] == 1


def test_another_kind_of_file_is_refused(dragoman: Run, gold: Callable[..., str]) -> None:
    code, _, err = dragoman("evaluate", "attribution", gold({"id": "x", "text": TEXT, "gold": {}}))
    assert code != 0
    assert "no attributions in its first line" in err


def test_a_missing_file_is_refused(dragoman: Run, tmp_path: Path) -> None:
    code, _, err = dragoman("evaluate", "attribution", str(tmp_path / "none.jsonl"))
    assert code != 0
    assert "none.jsonl" in err
