"""Fields of matched rows: accuracy and confusion."""

from coded_rows import claim, event, item

from dragoman.evaluation.fields import claim_fields, event_fields, match_claims


def test_rows_that_agree_most_are_matched_first():
    gold = [claim("IRN alliance SYR denied"), claim("IRN alliance SYR affirmed possible")]
    found = [claim("IRN alliance SYR affirmed possible"), claim("IRN alliance SYR denied")]
    assert match_claims(gold, found) == [(gold[0], found[1]), (gold[1], found[0])]


def test_a_row_is_matched_once():
    gold = [claim("IRN alliance SYR"), claim("SYR alliance IRN")]
    assert len(match_claims(gold, [claim("IRN alliance SYR")])) == 1


def test_accuracy_counts_matched_claims_only():
    gold = [item("a", claim("IRN alliance SYR denied"), claim("USA patron KWT"), claim("RUS patron BLR"))]
    found = {"a": item("a", claim("SYR alliance IRN"), claim("USA patron KWT"), claim("RUS patron UKR"))}
    polarity, modality, _, source = claim_fields(gold, found)
    assert (polarity.field, polarity.rows, polarity.right, polarity.accuracy) == ("polarity", 2, 1, 0.5)
    assert polarity.confusion == (("affirmed", "affirmed", 1), ("denied", "affirmed", 1))
    assert (modality.right, source.right) == (2, 2)


def test_a_source_is_right_whatever_its_role():
    gold = [item("a", claim("IRN alliance SYR", source="TUR:JRN"))]
    found = {"a": item("a", claim("IRN alliance SYR", source="TUR"))}
    assert claim_fields(gold, found)[3].accuracy == 1.0


def test_status_of_matched_events():
    gold = [item("a", event("IRN CONSULT OMN planned"), event("IRN ACCUSE USA"))]
    found = {"a": item("a", event("IRN CONSULT OMN"), event("IRN ACCUSE USA"))}
    status, _ = event_fields(gold, found)
    assert (status.right, status.rows) == (1, 2)
    assert ("planned", "happened", 1) in status.confusion
