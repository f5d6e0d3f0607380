"""Qualifiers: each case marks [trigger], {clause} and <reporting verb> in its sentence."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.codes.tables import read_table
from dragoman.errors import DataError
from dragoman.extraction.language import LanguageModel
from dragoman.extraction.qualifiers.qualification import Qualification, qualify
from dragoman.lexicons.checks import check_qualifying
from dragoman.lexicons.qualifying import build_qualifying, lemma_of, load_qualifying
from dragoman.records import Phase

CASES = Path(__file__).parents[2] / "cases" / "qualifiers.txt"
KNOWN_FAILURES: frozenset[str] = frozenset({"should-inverted", "question-copula", "short-of"})
"""Cases that the rules or the parser still get wrong; strictly: one that passes must leave."""
LEXICON = load_qualifying()

CUES = "cue\tclass\tpos\teffect\texample\n"
PHASES = "word\tpos\tphase\tpolarity\texample\n"


@dataclass(frozen=True)
class Marked:
    """A sentence without its marks, and where they stood."""

    text: str
    trigger: int
    clause: int | None
    boundary: int | None


def read_marks(sentence: str) -> Marked:
    places: dict[str, int] = {}
    text = ""
    for char in sentence:
        if char in "[{<":
            places[char] = len(text)
        elif char not in "]}>":
            text += char
    return Marked(text, places["["], places.get("{"), places.get("<"))


def read_cases() -> list[tuple[str, str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if line.strip() and not line.startswith("#")]
    return [(name.strip(), sentence.strip(), expected.strip()) for name, sentence, expected in rows]


@pytest.fixture(scope="session")
def qualified() -> Callable[..., Qualification]:
    model = LanguageModel()

    def run(sentence: str, *, resultative: bool = False) -> Qualification:
        marked = read_marks(sentence)
        doc = next(model.read([marked.text]))

        def token_at(place: int | None) -> int | None:
            return next((t.i for t in doc if place is not None and t.idx <= place < t.idx + len(t)), None)

        trigger = token_at(marked.trigger)
        assert trigger is not None
        clause, reporting = token_at(marked.clause), token_at(marked.boundary)
        return qualify(
            doc,
            trigger=trigger,
            clause=trigger if clause is None else clause,
            lexicon=LEXICON,
            boundary=frozenset() if reporting is None else frozenset({reporting}),
            resultative=resultative,
        )

    return run


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            sentence,
            expected,
            id=name,
            marks=[pytest.mark.xfail(strict=True)] if name in KNOWN_FAILURES else [],
        )
        for name, sentence, expected in read_cases()
    ],
)
def test_case(qualified: Callable[..., Qualification], sentence: str, expected: str) -> None:
    found = qualified(sentence)
    assert f"{found.polarity} {found.modality} {found.time} {found.status}" == expected


def test_cases_are_many_and_named_once() -> None:
    names = [name for name, _, _ in read_cases()]
    assert len(names) >= 120
    assert len(set(names)) == len(names)
    assert set(names) >= KNOWN_FAILURES


@pytest.mark.parametrize(
    ("sentence", "phase"),
    [
        ("Oman {severed} [ties] with Kuwait.", Phase.ENDS),
        ("Oman {established} [ties] with Kuwait.", Phase.BEGINS),
        ("Oman {strengthened} [ties] with Kuwait.", Phase.STRENGTHENS),
        ("Oman {downgraded} [ties] with Kuwait.", Phase.WEAKENS),
        ("Oman {maintains} [ties] with Kuwait.", Phase.HOLDS),
        ("Oman [supports] Kuwait.", Phase.HOLDS),
        ("Oman does not [support] Kuwait.", None),
        ("Oman [supported] Kuwait.", None),
    ],
)
def test_phase(qualified: Callable[..., Qualification], sentence: str, phase: Phase | None) -> None:
    assert qualified(sentence).phase is phase


def test_cue_tokens_and_condition(qualified: Callable[..., Qualification]) -> None:
    denied = qualified("Oman {is} not an [ally] of Kuwait.")
    assert (denied.negation, denied.modal, denied.temporal) == ((2,), (), ())
    wished = qualified("Oman wants to [join] the bloc.")
    assert (wished.negation, wished.modal) == ((), (1,))
    conditional = qualified("If Oman attacks the port, Kuwait will [support] Rome.")
    assert conditional.condition == (0, 4)
    assert qualified("Kuwait will [support] Rome.").condition is None


def test_resultative_act_leaves_a_present_state(qualified: Callable[..., Qualification]) -> None:
    sentence = "Oman [recognised] the junta in 1988."
    assert qualified(sentence).time == "past"
    assert qualified(sentence, resultative=True).time == "present"
    assert qualified("Oman formerly [recognised] the junta.", resultative=True).time == "past"


@pytest.mark.parametrize("word", sorted(LEXICON.clauses.ranking))
def test_who_is_told_apart_did_it(qualified: Callable[..., Qualification], word: str) -> None:
    found = qualified(f"Serbia was the {word} state to [recognise] the region.")
    assert (found.polarity, found.modality) == ("affirmed", "actual")
    assert qualified("Serbia lacks a fleet to [guard] the port.").modality == "desired"


@pytest.mark.parametrize("word", sorted(LEXICON.clauses.achieving))
def test_participle_of_a_finished_act_is_past(qualified: Callable[..., Qualification], word: str) -> None:
    participle = word + ("d" if word.endswith("e") else "ed")
    assert qualified(f"Rome welcomed the talks [{participle}] by Oman.").time == "past"
    assert qualified("Rome welcomed the troops [armed] by Oman.").time == "present"


@pytest.mark.parametrize("word", sorted(LEXICON.clauses.counterfactual))
def test_modal_with_have_tells_of_what_did_not_come(
    qualified: Callable[..., Qualification], word: str
) -> None:
    assert qualified(f"Serbia {word} have [attacked] the port.").ground == "counterfactual"
    assert qualified("Serbia may have [attacked] the port.").ground == "possible"
    assert qualified(f"Serbia {word} [attack] the port.").ground != "counterfactual"


@pytest.mark.parametrize(
    ("sentence", "ground", "denied_by"),
    [
        ("Serbia [attacked] the port.", None, None),
        ("Serbia will [attack] the port.", "prediction", None),
        ("Serbia is expected to [attack] the port.", "expectation", None),
        ("Serbia agreed to [leave] the port.", "agreement", None),
        ("Serbia closed the port to [help] Rome.", "purpose", None),
        ("Serbia's [offer] to mediate failed.", "itself", None),
        ("If Rome agrees, Serbia will [attack] the port.", "conditional", None),
        ("Serbia did not [attack] the port.", None, "negation"),
        ("Serbia did not want to [attack] the port.", "desired", "raised"),
        ("Serbia failed to [attack] the port.", None, "implicative_neg"),
        ("Serbia {ended} the [siege].", None, "phase"),
    ],
)
def test_what_decides_is_told(
    qualified: Callable[..., Qualification], sentence: str, ground: str | None, denied_by: str | None
) -> None:
    found = qualified(sentence)
    assert (found.ground, found.denied_by) == (ground, denied_by)


def test_packaged_lexicon_is_clean_and_large() -> None:
    check_qualifying(LEXICON)
    assert len(LEXICON.cues) >= 250
    assert len({cue.kind for cue in LEXICON.cues}) >= 12


def test_examples_hold_their_cue() -> None:
    model = LanguageModel()
    docs = model.read(cue.example for cue in LEXICON.cues)
    missing = []
    for cue, doc in zip(LEXICON.cues, docs, strict=True):
        words = {form for token in doc for form in (token.lower_, lemma_of(token))}
        words |= {re.sub(r"\W", "", token.lower_) for token in doc}
        if cue.words[0] not in words:
            missing.append((cue.where, cue.words, cue.example))
    assert not missing


@pytest.mark.parametrize(
    ("cues", "message"),
    [
        (
            "not\tnegation\tadv\t\tOman is not rich.\nnot\tnegation\tadv\t\tOman is not rich.\n",
            "stands already in",
        ),
        ("not\tnegated\tadv\t\tOman is not rich.\n", "class 'negated' is unknown"),
        ("not\tnegation\tword\t\tOman is not rich.\n", "part of speech 'word' is unknown"),
        ("not\tnegation\tadv\tmodality=sure\tOman is not rich.\n", "effect 'modality=sure' is unknown"),
        ("not\tnegation\tadv\t\t\n", "has no example"),
        ("by far\tpseudo_negation\tphrase\t\tOman is by far rich.\n", "shadows no negation"),
    ],
)
def test_linter_refuses(cues: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        check_qualifying(
            build_qualifying(read_table(CUES + cues, name="cues"), read_table(PHASES, name="phases"))
        )


def test_linter_refuses_unknown_phase() -> None:
    phases = PHASES + "end\tverb\tfinishes\tdenied\tOman ended the alliance.\n"
    with pytest.raises(DataError, match="phase 'finishes'"):
        build_qualifying(read_table(CUES, name="cues"), read_table(phases, name="phases"))
