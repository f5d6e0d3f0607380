"""Speakers: the chain of sources at a word, with documents, cited sources and those who speak together."""

import pytest

from dragoman.evaluation.ungated import read_ungated
from dragoman.extraction.draft import Draft
from dragoman.extraction.language import LanguageModel
from dragoman.extraction.ledgers.speakers import SpeakerChains
from dragoman.pipeline import load_stages
from dragoman.records import Story


@pytest.fixture(scope="module")
def stages():
    return load_stages(LanguageModel())


def read(stages, text: str) -> Draft:
    return read_ungated(Story(id="x", text=text, sha256=""), stages)


@pytest.mark.parametrize(
    ("text", "word", "chain"),
    [
        ("A UN report said that Chad had left.", "left", ["UN"]),
        ("The IMF's review says that Chad has left.", "left", ["IMF"]),
        ("According to a memo of the Peruvian army, Chad left.", "left", ["PER"]),
        ("The army of Peru met. The army's report said that Chad had left.", "left", ["PER"]),
        ("A report said that the UN had left.", "left", [None]),
        ("A Norwegian paper, citing Malian officials, said that Chad had left.", "left", ["NOR", "MLI"]),
        ("A Norwegian paper, unlike Malian officials, said that Chad had left.", "left", ["NOR"]),
        ("Norway said it had seen no evidence that Chad had left.", "left", ["NOR"]),
        ("Norway's army said that Mali had claimed that Chad left.", "left", ["NOR", "MLI"]),
        ("Norway criticised the Chadian raid.", "raid", []),
        ("Norwegian minister: Chad has left", "left", ["NOR"]),
        ("UN: Chad has sent troops to Mali", "sent", ["UN"]),
        ("Mali: Chad has sent troops to the town", "sent", []),
        ("Norway accused Chad of having shelled the town.", "shelled", ["NOR"]),
        ("Norway ruled out that Chad had left.", "left", ["NOR"]),
        ("OSLO TALK\n\nThe talk was taped.\n\nADA LUND: We wait. Chad has left.", "left", ["ADALUND"]),
        ("A Malian paper quoted the Chadian minister as saying that Peru had left.", "left", ["TCD"]),
    ],
)
def test_chain(stages, text: str, word: str, chain: list[str | None]) -> None:
    draft = read(stages, text)
    start = text.index(word)
    found = SpeakerChains(draft).at(start, start + len(word))
    assert [speaker.actor for speaker in found[1:]] == chain


def test_who_speak_together_are_told(stages) -> None:
    text = "Norway and Mali said that they had left."
    chains = SpeakerChains(read(stages, text))
    start = text.index("left")
    assert chains.joint_speakers(chains.at(start, start + 4)[-1]) == {"NOR", "MLI"}


def test_each_of_those_who_speak_together_speaks_for_itself(stages) -> None:
    draft = read(stages, "Norway and Mali said that they were allies of Chad.")
    sources = {claim.subject.actor: claim.said_by[-1].actor for claim in draft.claims}
    assert sources == {"NOR": "NOR", "MLI": "MLI"}
