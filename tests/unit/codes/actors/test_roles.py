"""Role nouns and tags: what a word makes of an actor."""

import pytest

from dragoman.codes.actors.phrases.roles import RoleNoun, load_roles
from dragoman.codes.actors.places.states import load_states


@pytest.fixture(scope="module")
def roles() -> dict[str, RoleNoun]:
    return {role.noun: role for role in load_roles()}


@pytest.mark.parametrize(
    ("noun", "role"),
    [
        ("foreign minister", "GOV"),
        ("government", "GOV"),
        ("envoy", "GOV"),
        ("parliament", "LEG"),
        ("troop", "MIL"),
        ("police", "COP"),
        ("rebel", "REB"),
        ("opposition leader", "OPP"),
        ("protester", "CVL"),
        ("company", "BUS"),
        ("journalist", "JRN"),
        ("judge", "JUD"),
        ("intelligence agency", "SPY"),
        ("settler", "SET"),
        ("cartel", "CRM"),
        ("analyst", "EDU"),
        ("trade union", "LAB"),
        ("refugee", "REF"),
        ("doctor", "MED"),
        ("ayatollah", "REL"),
        ("leader", None),
    ],
)
def test_a_noun_has_its_sector(roles: dict[str, RoleNoun], noun: str, role: str | None) -> None:
    assert roles[noun].role == role


def test_a_spokesman_speaks_for_what_stands_beside(roles: dict[str, RoleNoun]) -> None:
    assert roles["spokesman"].inherits
    assert roles["aide"].inherits
    assert not roles["minister"].inherits


@pytest.mark.parametrize("noun", ["airstrike", "war", "border", "talk", "ally"])
def test_near_misses_are_no_roles(roles: dict[str, RoleNoun], noun: str) -> None:
    assert noun not in roles


def test_tags_tell_what_a_state_is_called() -> None:
    tags = {state.code: state.tags for state in load_states()}
    assert "arab" in tags["EGY"]
    assert "arab" not in tags["IRN"]
    assert "gulf" in tags["QAT"]
    assert "gulf" not in tags["JOR"]
