"""A reading in a notebook: everything a story brings is escaped."""

import dataclasses

from readings import READING, STORY


def test_the_rendering_has_both_ledgers_and_marks() -> None:
    html = READING._repr_html_()
    assert "Claims (2)" in html
    assert "Events (1)" in html
    assert "✗ NOT alliance" in html
    assert "<u>not</u> an <mark>ally</mark> of Sudria" in html
    assert "Ada Berg (NOR GOV)" in html


def test_everything_is_escaped() -> None:
    evil = '<script>alert("x")</script>'
    claim = dataclasses.replace(READING.claims[0], relation=evil, rule=evil, label=evil, grade=evil)
    story = dataclasses.replace(STORY, title=evil, publisher=evil)
    html = dataclasses.replace(READING, story=story, claims=(claim,))._repr_html_()
    assert "<script" not in html
    assert "Friday</u> &lt;b&gt;." in html
    assert html.count("&lt;script&gt;") >= 5
