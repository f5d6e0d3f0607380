"""The scale from polarity, modality and whose words they are to the author's certainty."""

import pytest

from dragoman.codes.tables import load_table, read_table
from dragoman.errors import DataError
from dragoman.evaluation.factuality.judgements import Judgement
from dragoman.evaluation.factuality.scale import build_scale, load_scale
from dragoman.extraction.qualifiers.qualification import Qualification
from dragoman.lexicons.qualifying import CLASSES
from dragoman.records import Modality, Polarity, SpeechKind, Status, Time

HEAD = "polarity\tmodality\tground\tdenied_by\treported\tcommitted\tleaning\treason\n"
LAST = "*\t*\t*\t*\t*\t3\t3\telse\n"


def judgement(
    *, polarity="affirmed", modality="actual", ground=None, denied_by=None, reported=None
) -> Judgement:
    qualification = Qualification(
        polarity=Polarity(polarity),
        modality=Modality(modality),
        time=Time.PRESENT,
        phase=None,
        status=Status.HAPPENED,
        ground=ground,
        denied_by=denied_by,
    )
    return Judgement(word="left", sentence="Oman left.", qualification=qualification, reported=reported)


def test_the_packaged_scale_orders_what_is_said():
    scale = load_scale()

    def score(corpus="uw", **said):
        return scale.score(judgement(**said), corpus=corpus)

    stated = score()
    will = score(modality="desired", ground="prediction")
    expected = score(modality="desired", ground="expectation")
    tried = score(modality="possible", ground="attempt")
    denied = score(polarity="denied", denied_by="negation")
    assert stated > will > expected > tried > 0 > denied
    assert score(reported="say") == stated > score(reported="think")
    assert score(polarity="denied", denied_by="phase") > 0
    assert score(modality="possible", ground="counterfactual") < 0


def test_the_experts_leave_open_what_the_crowd_leans_on():
    scale, wished = load_scale(), judgement(modality="desired", ground="desired")
    assert scale.score(wished, corpus="factbank") == 0 < scale.score(wished, corpus="uw")
    assert scale.score(wished, corpus="meantime") == 0


def test_what_was_not_parsed_is_the_constant():
    unread = Judgement(word="left", sentence="", qualification=None, reported=None)
    assert load_scale().score(unread, corpus="uw") == 3


def test_every_packaged_line_can_be_reached_and_gives_its_reason():
    grounds = {*CLASSES, "purpose", "itself", "counterfactual"}
    denying = {*CLASSES, "raised", "phase"}
    known = {
        "polarity": set(Polarity),
        "modality": set(Modality),
        "ground": grounds,
        "denied_by": denying,
        "reported": {*SpeechKind, "-"},
    }
    for row in load_table("dragoman.evaluation.factuality", "scale.tsv"):
        assert row["reason"], row.where
        for column, values in known.items():
            assert row[column] == "*" or set(row[column].split("|")) <= values, (row.where, column)


def test_the_first_line_that_fits_is_taken():
    table = (
        HEAD + "denied\t*\t*\t*\tsay|think\t-2\t-1\tfirst\n" + "denied\t*\t*\t*\t*\t-3\t-3\tsecond\n" + LAST
    )
    scale = build_scale(read_table(table, name="scale"))
    assert scale.score(judgement(polarity="denied", reported="think"), corpus="factbank") == -2
    assert scale.score(judgement(polarity="denied", reported="ask"), corpus="factbank") == -3
    assert scale.score(judgement(), corpus="factbank") == 3


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("", "the last line does not fit everything"),
        ("denied\t*\t*\t*\t*\t-3\t-3\tonly\n", "scale line 2: the last line does not fit everything"),
        ("*\t*\t*\t*\t*\t4\t3\ttoo much\n", "scale line 2: committed '4' is no score"),
        ("*\t*\t*\t*\t*\t3\tsure\tno number\n", "scale line 2: leaning 'sure' is no score"),
    ],
)
def test_a_broken_scale_is_refused(lines, message):
    with pytest.raises(DataError, match=message):
        build_scale(read_table(HEAD + lines, name="scale"))
