"""Days as people write them."""

from datetime import date

import pytest

from dragoman.errors import InputError
from dragoman.records import read_day


@pytest.mark.parametrize(
    "text",
    [
        "2017-10-29",
        "20171029",
        " 2017-10-29T23:59:59Z ",
        "2017-10-29 08:30",
        "29 October 2017",
        "29th of Oct. 2017",
        "October 29, 2017",
        "OCT 29 2017",
        "Sunday, 29 October 2017",
        "Sun, 29 Oct 2017 08:30:00 GMT",
    ],
)
def test_one_day_in_its_forms(text: str) -> None:
    assert read_day(text) == date(2017, 10, 29)


def test_september_has_two_short_forms() -> None:
    assert read_day("1 Sep 2020") == read_day("1 Sept. 2020") == date(2020, 9, 1)


@pytest.mark.parametrize(
    "text", ["", "soon", "2017", "29/10/2017", "October 2017", "2017-10-29x", "29 Oc 2017"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="write it like 2017-10-29"):
        read_day(text)


@pytest.mark.parametrize("text", ["2017-02-29", "31 June 2017", "12 Maybe 2017"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="does not exist"):
        read_day(text)
