"""Short stories with one marked clause: whose word it is and how sure, read by the real pipeline."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from dragoman.codes.actors.directory import load_directory
from dragoman.evaluation.ungated import read_ungated
from dragoman.extraction.draft import Draft
from dragoman.extraction.language import LanguageModel
from dragoman.extraction.ledgers.readings import MatchReader, MatchReading
from dragoman.extraction.matches import Match
from dragoman.extraction.syntax.grammar import Grammar
from dragoman.lexicons.constructions import load_constructions
from dragoman.lexicons.qualifying import load_qualifying
from dragoman.lexicons.relations import load_relation_patterns
from dragoman.pipeline import load_stages
from dragoman.records import Story

CASES = Path(__file__).parents[1] / "cases"
MARK = re.compile(r"(?<!\[)\[([^\[\]]+)\](?!\])")
DAY = date(2024, 5, 10)
FIELDS = ("chain", "style", "polarity", "modality", "time")


@dataclass(frozen=True)
class Case:
    """A story, the half-open characters of its marked word, and the answer, field by field."""

    line: str
    text: str
    start: int
    end: int
    answer: tuple[str, ...]


def lines(name: str) -> list[str]:
    content = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in content if line.strip() and not line.startswith("#")]


def plain(text: str) -> str:
    return text.replace("[[", "[").replace("]]", "]").replace(" ¶ ", "\n\n")


def read_case(line: str) -> Case:
    marked, _, answer = line.rpartition(" => ")
    mark = MARK.search(marked)
    assert mark is not None, line
    before, word, after = plain(marked[: mark.start()]), mark[1], plain(marked[mark.end() :])
    fields = tuple(part.strip() for part in answer.split("|"))
    return Case(line, before + word + after, len(before), len(before) + len(word), fields)


KNOWN_FAILURES = frozenset(lines("attributions_known_failures.txt"))


def cases():
    failing = pytest.mark.xfail(strict=True, reason="known failure")
    for line in lines("attributions.txt"):
        yield pytest.param(read_case(line), id=line, marks=[failing] if line in KNOWN_FAILURES else [])


@pytest.fixture(scope="session")
def reader():
    directory = load_directory()
    stages = load_stages(LanguageModel(), directory=directory)
    lexicon, grammar = load_qualifying(), Grammar(load_constructions())
    pattern = load_relation_patterns()[0]

    def read(case: Case) -> tuple[Draft, MatchReading]:
        draft = read_ungated(Story(id="x", text=case.text, sha256="", published_on=DAY), stages)
        index, token = next(
            (index, token)
            for index, parse in enumerate(draft.parses)
            for token in parse.doc
            if parse.starts[token.i] <= case.start < parse.ends[token.i]
        )
        match = Match(
            pattern=pattern,
            parse=index,
            trigger=token.i,
            words=(token.i,),
            clause=grammar.clause_of(token).i,
            sources=(),
            targets=(),
        )
        return draft, MatchReader(draft, lexicon=lexicon, uttering=frozenset()).read(match)

    return read


def given(draft: Draft, reading: MatchReading) -> tuple[str, ...]:
    """Return what the program answers, as the cases write it."""
    speakers = reading.said_by[1:]
    names = [
        "".join(filter(str.isalpha, speaker.name or "")).upper()
        if (speaker.actor or "").startswith("~")
        else speaker.actor or "XXX"
        for speaker in speakers
    ]
    styles = {one.id: str(one.style) for one in draft.attributions}
    qualification = reading.qualification
    return (
        " > ".join(names) or "AUTHOR",
        styles[speakers[-1].attribution] if speakers else "-",
        str(qualification.polarity),
        str(qualification.modality),
        str(qualification.time),
    )


@pytest.mark.parametrize("case", list(cases()))
def test_a_clause_is_attributed_and_qualified(reader, case):
    draft, reading = reader(case)
    assert dict(zip(FIELDS, given(draft, reading), strict=True)) == dict(
        zip(FIELDS, case.answer, strict=True)
    )
