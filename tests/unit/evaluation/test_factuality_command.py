"""``dragoman evaluate factuality``: events of our own sentences, judged with the model."""

import json

import pytest

from dragoman.evaluation.factuality.gold import MarkedEvent, MarkedText
from dragoman.evaluation.factuality.judgements import EventJudge, load_judge

SENTENCES = (
    ("Oman [left] the bloc.", 3),
    ("Oman did not [leave] the bloc.", -3),
    ("Oman wants to [leave] the bloc.", 0),
    ("Peru said that Oman [left] the bloc.", 3),
)


def read_mark(sentence):
    start = sentence.index("[")
    end = sentence.index("]") - 1
    return sentence.replace("[", "").replace("]", ""), start, end


def item(number, sentence, score, *, split="test"):
    text, start, end = read_mark(sentence)
    event = {"start": start, "end": end, "score": score}
    return {
        "id": f"s{number}",
        "corpus": "factbank",
        "split": split,
        "text": text,
        "gold": {"events": [event]},
    }


@pytest.fixture
def scored(tmp_path):
    path = tmp_path / "scored.jsonl"
    items = [item(number, sentence, score) for number, (sentence, score) in enumerate(SENTENCES)]
    items.append(item(9, "Oman [left].", -3, split="dev"))
    path.write_text("".join(json.dumps(one) + "\n" for one in items), encoding="utf-8")
    return path


@pytest.fixture
def marked(tmp_path):
    path = tmp_path / "marked.jsonl"
    text = "Oman did not leave. Peru may attack. Chad will vote."
    events = [
        {"start": text.index("leave"), "end": text.index("leave") + 5, "polarity": "NEG"},
        {
            "start": text.index("attack"),
            "end": text.index("attack") + 6,
            "polarity": "POS",
            "modality": "may",
        },
        {"start": text.index("vote"), "end": text.index("vote") + 4, "polarity": "POS"},
    ]
    gold = {"events": [{**event, "eid": f"e{n}", "class": "OCCURRENCE"} for n, event in enumerate(events)]}
    path.write_text(
        json.dumps({"id": "m", "corpus": "own", "text": text, "gold": gold}) + "\n", encoding="utf-8"
    )
    return path


@pytest.fixture(scope="module")
def judge() -> EventJudge:
    return load_judge()


def judged(judge, sentence):
    text, start, end = read_mark(sentence)
    event = MarkedEvent(start_char=start, end_char=end)
    (one,) = judge.judge(MarkedText(id="a", corpus="own", split=None, text=text, events=(event,)))
    return one


def test_scores_stand_beside_the_constant(dragoman, scored):
    status, out, err = dragoman("evaluate", "factuality", str(scored))
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "factbank test"
    rows = {line[:16].strip(): line[16:].split() for line in out.splitlines()[1:]}
    assert rows["program"] == ["4", "0.000", "1.000", "1.000"]
    assert rows["constant +3"][:3] == ["4", "2.250", "-"]


def test_errors_name_the_item_and_what_the_program_says(dragoman, scored):
    _, out, _ = dragoman("evaluate", "factuality", str(scored), "--split", "dev", "--errors", "5")
    assert (
        "s9 [left] people -3.0, program +3.0 (affirmed actual -, in words of kind -)\n    Oman left." in out
    )


def test_json_holds_the_same_figures(dragoman, scored):
    status, out, _ = dragoman(
        "evaluate", "factuality", str(scored), "--json", "--limit", "2", "--errors", "1"
    )
    (corpus,) = json.loads(out)["corpora"]
    assert status == 0
    assert (corpus["program"]["events"], corpus["program"]["error"]) == (2, 0.0)
    assert corpus["constant"]["error"] == 3.0
    assert corpus["negated"] is None
    assert json.loads(out)["errors"] == []


def test_marks_are_found_and_a_future_is_none(dragoman, marked):
    status, out, _ = dragoman("evaluate", "factuality", str(marked), "--json")
    (corpus,) = json.loads(out)["corpora"]
    assert status == 0
    assert (corpus["negated"]["gold"], corpus["negated"]["predicted"], corpus["negated"]["right"]) == (
        1,
        1,
        1,
    )
    assert (corpus["modal"]["gold"], corpus["modal"]["predicted"], corpus["modal"]["right"]) == (1, 1, 1)
    assert corpus["all_modal"]["precision"] == pytest.approx(1 / 3)
    assert corpus["program"] is None


def test_a_split_that_the_set_lacks_is_named_with_those_it_has(dragoman, scored):
    status, _, err = dragoman("evaluate", "factuality", str(scored), "--split", "train")
    assert status != 0
    assert "choose with --split among dev, test" in err


def test_reported_words_keep_the_kind_of_speech(judge):
    assert judged(judge, "Oman [left] the bloc.").reported is None
    assert judged(judge, "Peru said that Oman [left] the bloc.").reported == "say"
    assert judged(judge, "Peru denied that Oman [left] the bloc.").reported == "deny"


def test_a_boundary_is_set_as_in_the_ledgers(judge):
    denied = judged(judge, "Peru did not say that Oman [left] the bloc.").qualification
    assert denied is not None
    assert denied.polarity == "affirmed"


def test_an_event_between_words_is_not_parsed(judge):
    event = MarkedEvent(start_char=11, end_char=12)
    text = MarkedText(id="a", corpus="own", split=None, text="Oman left. \n", events=(event,))
    (one,) = judge.judge(text)
    assert one.qualification is None
