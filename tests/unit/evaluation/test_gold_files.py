"""Gold files: what is read, and the line that is refused."""

import json
import re

import pytest

from dragoman.errors import DataError, InputError
from dragoman.evaluation.gold import load_gold, read_gold

ACTOR = {"text": "Iran", "key": "IRN"}
CLAIM = {
    "subject": ACTOR,
    "relation": "alliance",
    "object": {"text": "Syria", "key": "SYR"},
    "trigger": "ally of",
    "polarity": "affirmed",
    "modality": "actual",
    "time": "present",
    "source": {"text": "", "key": "AUTHOR"},
    "at": 0,
}
EVENT = {"source": ACTOR, "target": None, "type": "REJECT", "trigger": "no", "status": "happened"}
ITEM = {"id": "a", "date": "2020-01-01", "text": "Iran is an ally of Syria.", "claims": [CLAIM], "events": []}


def lines(*objects):
    return "".join(json.dumps(one) + "\n" for one in objects).encode()


def test_an_item_is_read_with_its_rows():
    (one,) = read_gold(lines({**ITEM, "events": [EVENT]}), name="g.jsonl")
    assert (one.id, one.date, one.title) == ("a", "2020-01-01", None)
    assert (one.claims[0].subject.key, one.claims[0].relation, one.claims[0].at) == ("IRN", "alliance", 0)
    assert (one.events[0].target, one.events[0].reported_by.key) == (None, "AUTHOR")


def test_a_line_separator_inside_a_text_ends_no_line():
    text = "One line\u2028still the same."
    content = json.dumps({**ITEM, "text": text}, ensure_ascii=False).encode()
    assert read_gold(content, name="g.jsonl")[0].text == text


@pytest.mark.parametrize(
    ("second", "message"),
    [
        ({**ITEM, "id": "a"}, "line 2: id 'a' stands twice"),
        ({**ITEM, "id": ""}, "line 2: no id"),
        ({**ITEM, "id": "b", "text": ""}, "line 2: item 'b' has no text"),
        ({**ITEM, "id": "b", "claims": None}, "line 2: claims is no list"),
        (
            {**ITEM, "id": "b", "claims": [{**CLAIM, "relation": "ally"}]},
            "claim 1: relation 'ally' is unknown",
        ),
        ({**ITEM, "id": "b", "claims": [{**CLAIM, "polarity": "no"}]}, "claim 1: polarity 'no' is unknown"),
        ({**ITEM, "id": "b", "claims": [{**CLAIM, "subject": None}]}, "claim 1: no subject"),
        ({**ITEM, "id": "b", "claims": [{**CLAIM, "subject": "IRN"}]}, "subject 'IRN' is no actor"),
        ({**ITEM, "id": "b", "claims": [{**CLAIM, "at": -1}]}, "at -1 is no offset"),
        ({**ITEM, "id": "b", "events": [{**EVENT, "type": "TALK"}]}, "event 1: type 'TALK' is unknown"),
        ({**ITEM, "id": "b", "events": [{**EVENT, "status": "done"}]}, "event 1: status 'done' is unknown"),
        ({**ITEM, "id": "b", "date": 2020}, "date 2020 is no text"),
        ([1], "line 2: list instead of an object"),
    ],
)
def test_an_unfit_line_is_named(second, message):
    with pytest.raises(DataError, match=re.escape(message)) as raised:
        read_gold(lines(ITEM, second), name="g.jsonl")
    assert "g.jsonl line 2" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_broken_json_is_named_with_its_line():
    with pytest.raises(DataError, match=r"g\.jsonl line 3: no JSON"):
        read_gold(lines(ITEM) + b'\n{"id": \n', name="g.jsonl")


def test_an_empty_file_is_refused():
    with pytest.raises(DataError, match=r"g\.jsonl: no items"):
        read_gold(b"\n\n", name="g.jsonl")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"none\.jsonl: No such file or directory; give the path"):
        load_gold(tmp_path / "none.jsonl")
