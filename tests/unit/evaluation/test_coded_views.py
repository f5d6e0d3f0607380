"""Which rows agree at which figure."""

import pytest
from coded_rows import actor, claim, event

from dragoman.codes.relations import load_relations
from dragoman.evaluation.views import (
    CLAIM_FIGURES,
    EVENT_FIGURES,
    actor_of,
    claim_views,
    event_views,
    load_families,
    speaker_of,
)


@pytest.mark.parametrize(
    ("key", "compared"),
    [
        ("IRN", "IRN"),
        ("IRN:GOV", "IRN"),
        ("IRN:MIL", "IRN"),
        ("IRN:LEG", "IRN"),
        ("IRN:JUD", "IRN"),
        ("IRN:REB", "IRN:REB"),
        ("*WEST", "*"),
        ("*NEIGHBOURS", "*"),
        ("", None),
        (None, None),
    ],
)
def test_an_actor_is_compared_by_its_state_and_classes_agree(key, compared):
    assert actor_of(actor(key)) == compared


@pytest.mark.parametrize(
    ("key", "compared"), [("TUR:JRN", "TUR"), ("XXX:ANALYST", "XXX"), ("*WEST", "*"), ("AUTHOR", "AUTHOR")]
)
def test_a_speaker_is_compared_without_role(key, compared):
    assert speaker_of(actor(key)) == compared


def agreeing(one, other, views):
    return [name for name, view in views(one).items() if view == views(other)[name]]


@pytest.mark.parametrize(
    ("other", "source", "agree"),
    [
        ("IRN alliance RUS", "AUTHOR", list(CLAIM_FIGURES)),
        ("RUS alliance IRN", "AUTHOR", list(CLAIM_FIGURES)),
        ("IRN union RUS", "AUTHOR", ["pair", "family"]),
        ("IRN rivalry RUS", "AUTHOR", ["pair"]),
        ("IRN alliance CHN", "AUTHOR", []),
        ("IRN alliance RUS denied", "AUTHOR", ["pair", "family", "relation"]),
        (
            "IRN alliance RUS affirmed possible",
            "AUTHOR",
            ["pair", "family", "relation", "rel+polarity", "rel+pol+source"],
        ),
        (
            "IRN alliance RUS affirmed actual past",
            "AUTHOR",
            ["pair", "family", "relation", "rel+polarity", "rel+pol+mod", "rel+pol+source"],
        ),
        (
            "IRN alliance RUS",
            "USA",
            ["pair", "family", "relation", "rel+polarity", "rel+pol+mod", "rel+pol+mod+time"],
        ),
    ],
)
def test_claims_agree_up_to_the_field_that_differs(other, source, agree):
    assert agreeing(claim("IRN alliance RUS"), claim(other, source=source), claim_views) == agree


def test_a_directed_relation_read_backwards_agrees_in_pair_and_family_only():
    assert agreeing(claim("RUS patron BLR"), claim("BLR patron RUS"), claim_views) == ["pair", "family"]


@pytest.mark.parametrize(
    ("other", "agree"),
    [
        ("IRN CONSULT OMN", list(EVENT_FIGURES)),
        ("OMN CONSULT IRN", ["type"]),
        ("IRN AGREE OMN", ["dyad"]),
        ("IRN CONSULT -", ["type"]),
        ("IRN CONSULT OMN planned", ["type", "dyad", "dyad+type"]),
    ],
)
def test_events_agree_up_to_the_field_that_differs(other, agree):
    assert agreeing(event("IRN CONSULT OMN"), event(other), event_views) == agree


def test_every_relation_type_has_a_family():
    assert set(load_families()) == {relation.name for relation in load_relations()}
