"""Figures of certainty: error, correlation, bins and marks, on numbers worked out by hand."""

import pytest

from dragoman.evaluation.factuality.figures import bin_of, closeness, found, pearson


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (3, "certain"),
        (2.5, "certain"),
        (2.4, "possible"),
        (0.5, "possible"),
        (0.4, "unknown"),
        (-0.4, "unknown"),
        (-1, "possible"),
        (-2.5, "certain not"),
    ],
)
def test_bins(score, name):
    assert bin_of(score) == name


def test_error_correlation_and_confusion():
    figures = closeness([(3, 3), (-3, 3), (0, 0), (1, 0)])
    assert figures.events == 4
    assert figures.error == pytest.approx(7 / 4)
    assert figures.confusion == {
        ("certain", "certain"): 1,
        ("certain not", "certain"): 1,
        ("possible", "unknown"): 1,
        ("unknown", "unknown"): 1,
    }
    # certain: P 1/2, R 1; unknown: P 1/2, R 1; the two others are never right
    assert figures.macro_f1 == pytest.approx((2 / 3 + 0 + 0 + 2 / 3) / 4)


def test_a_bin_that_people_do_not_use_does_not_count():
    assert closeness([(3, 3), (3, 0)]).macro_f1 == pytest.approx(2 / 3)


def test_pearson():
    assert pearson([(1, 2), (2, 4), (3, 6)]) == pytest.approx(1)
    assert pearson([(1, 3), (2, 2), (3, 1)]) == pytest.approx(-1)
    assert pearson([(1, 1), (2, 3), (3, 2)]) == pytest.approx(0.5)
    assert pearson([(1, 3), (2, 3)]) is None


def test_marks():
    figures = found([(True, True), (True, False), (False, True), (False, False), (True, True)])
    assert (figures.events, figures.gold, figures.predicted, figures.right) == (5, 3, 3, 2)
    assert (figures.precision, figures.recall, figures.f1) == pytest.approx((2 / 3, 2 / 3, 2 / 3))


def test_marks_that_nobody_sets():
    nothing = found([(False, False)])
    assert (nothing.precision, nothing.recall, nothing.f1) == (0, 0, 0)
