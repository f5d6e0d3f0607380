"""Short stories with one marked expression and the actor it means, read by the real pipeline."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from dragoman.codes.actors.directory import load_directory
from dragoman.evaluation.ungated import read_ungated
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.extraction.language import LanguageModel
from dragoman.pipeline import load_stages
from dragoman.records import Story

CASES = Path(__file__).parents[1] / "cases"
DAY = date(2024, 5, 10)
WORDS = {"PLACE", "PRIVATE", "OPEN"}


@dataclass(frozen=True)
class Case:
    """A story, the half-open characters of its marked expression, and the answer."""

    line: str
    text: str
    start: int
    end: int
    day: date
    answer: str


def lines(name: str) -> list[str]:
    content = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in content if line.strip() and not line.startswith("#")]


def read_case(line: str) -> Case:
    marked, _, answer = line.rpartition(" => ")
    day = re.match(r"\[(\d{4}-\d\d-\d\d)\] ", marked)
    story = marked[day.end() :] if day else marked
    start, end = story.index("{"), story.index("}") - 1
    text = story.replace("{", "").replace("}", "")
    return Case(line, text, start, end, date.fromisoformat(day[1]) if day else DAY, answer.strip())


KNOWN_FAILURES = frozenset(lines("actors_known_failures.txt"))


def cases():
    failing = pytest.mark.xfail(strict=True, reason="known failure")
    for line in lines("actors.txt"):
        yield pytest.param(read_case(line), id=line, marks=[failing] if line in KNOWN_FAILURES else [])


@pytest.fixture(scope="session")
def read():
    directory = load_directory()
    stages = load_stages(LanguageModel(), directory=directory)

    def run(case: Case) -> Draft:
        return read_ungated(Story(id="x", text=case.text, sha256="", published_on=case.day), stages)

    return run


@pytest.fixture(scope="session")
def codes() -> frozenset[str]:
    directory = load_directory()
    return frozenset(
        one.code for table in (directory.states, directory.organisations, directory.groups) for one in table
    )


def meant(draft: Draft, case: Case) -> list[ActorPhrase]:
    """Return the phrases that the expression means: that of its head word, or those it is joined from.

    "The Iranian president's barber" is not the president; "Sino-Indian" joins two names.
    """
    inside = [
        (index, token)
        for index, parse in enumerate(draft.parses)
        for token in parse.doc
        if case.start <= parse.starts[token.i] and parse.ends[token.i] <= case.end
    ]
    tokens = {(index, token.i) for index, token in inside}
    heads = [
        (index, token.i)
        for index, token in inside
        if (index, token.head.i) not in tokens or token.head.i == token.i
    ]
    found = [draft.phrase_at(*head) for head in heads]
    if " + " in case.answer and not any(phrase and len(phrase.actors) > 1 for phrase in found):
        found = [draft.phrase_at(*place) for place in sorted(tokens)]
    return [phrase for phrase in found if phrase is not None]


def acts(draft: Draft, phrase: ActorPhrase) -> bool:
    """Whether a ledger uses the phrase: as one side of a claim or an event."""
    claims = {ref.mention for claim in draft.claims for ref in (claim.subject, claim.object)}
    events = {ref.mention for event in draft.events for ref in (event.source, event.target) if ref}
    return phrase.mention.id in claims | events


@pytest.mark.parametrize("case", list(cases()))
def test_an_expression_means_its_actor(read, codes, case):
    draft = read(case)
    phrases = meant(draft, case)
    actors = [ref for phrase in phrases for ref in phrase.actors]
    if case.answer == "PLACE":
        assert not any(acts(draft, phrase) for phrase in phrases)
    elif case.answer == "PRIVATE":
        assert all(ref.actor not in codes for ref in actors)
    elif case.answer == "OPEN":
        assert all(ref.actor == "XXX" for ref in actors)
    else:
        expected = [part.split() for part in case.answer.split(" + ")]
        assert {ref.actor for ref in actors} == {part[0] for part in expected}
        roles = {part[1] for part in expected if len(part) > 1}
        assert not roles or {ref.role for ref in actors} == roles


def test_known_failures_are_cases():
    assert set(lines("actors.txt")) >= KNOWN_FAILURES


def test_answers_are_known_words_or_codes(codes):
    for line in lines("actors.txt"):
        for part in read_case(line).answer.split(" + "):
            assert part in WORDS or part.split()[0] in codes, line
