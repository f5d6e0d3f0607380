"""The project's own gold: every span stands in its text, every key is well formed, every value occurs."""

import re
from collections import Counter

import pytest

from dragoman.codes.plover import load_plover
from dragoman.codes.relations import load_relations
from dragoman.evaluation.gold import load_gold
from dragoman.records import Modality, Polarity, Status, Time

KEY = re.compile(r"[A-Z][A-Z0-9]+(:[A-Z]{3,9})?|\*[A-Z]+")
FEWEST = 3
"""How often each value must occur at least, so that a score on it says something."""


@pytest.fixture(scope="module")
def gold(root):
    return load_gold(root / "gold" / "relations.jsonl")


def actors(item):
    for claim in item.claims:
        yield from (claim.subject, claim.object, claim.source)
    for event in item.events:
        yield from (actor for actor in (event.source, event.target, event.reported_by) if actor)


def test_the_gold_has_its_size_and_empty_items(gold):
    assert len(gold) >= 110
    assert sum(len(item.events) for item in gold) >= 90
    assert sum(not item.claims and not item.events for item in gold) >= 10


def test_every_span_stands_in_its_text(gold):
    lost = [
        (item.id, words)
        for item in gold
        for words in [
            *(row.trigger for row in (*item.claims, *item.events)),
            *(actor.text for actor in actors(item) if actor.key != "AUTHOR"),
        ]
        if not words or words not in item.text
    ]
    assert lost == []


def test_every_trigger_stands_in_the_sentence_of_its_row(gold):
    for item in gold:
        for row in (*item.claims, *item.events):
            assert row.at is not None, item.id
            assert row.at == 0 or item.text[row.at - 2] in '.!?"', (item.id, row.trigger)
            assert row.trigger in item.text[row.at :], (item.id, row.trigger)


def test_every_key_is_well_formed(gold):
    assert [(item.id, one.key) for item in gold for one in actors(item) if not KEY.fullmatch(one.key)] == []


def test_every_item_has_a_date_between_1975_and_2026(gold):
    years = [
        item.id for item in gold if not re.fullmatch(r"(19[7-9]\d|20[0-2]\d)-\d\d-\d\d", item.date or "")
    ]
    assert years == []
    assert all("1975" <= (item.date or "") < "2027" for item in gold)


def test_no_item_codes_the_same_row_twice(gold):
    for item in gold:
        assert len(set(item.claims)) == len(item.claims), item.id
        assert len(set(item.events)) == len(item.events), item.id


@pytest.mark.parametrize(
    ("field", "values"), [("polarity", Polarity), ("modality", Modality), ("time", Time)]
)
def test_every_value_of_a_claim_occurs(gold, field, values):
    counts = Counter(getattr(claim, field) for item in gold for claim in item.claims)
    assert [value for value in values if counts[value] < FEWEST] == []


def test_every_relation_occurs(gold):
    counts = Counter(claim.relation for item in gold for claim in item.claims)
    assert [relation.name for relation in load_relations() if counts[relation.name] < FEWEST] == []


def test_every_event_type_and_status_occurs(gold):
    types = Counter(event.type for item in gold for event in item.events)
    statuses = Counter(event.status for item in gold for event in item.events)
    assert [kind.name for kind in load_plover() if types[kind.name] < FEWEST] == []
    assert [status for status in Status if statuses[status] < FEWEST] == []


def test_many_speak(gold):
    assert len({claim.source.key for item in gold for claim in item.claims}) >= 20
