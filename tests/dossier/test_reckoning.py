"""The length of the relief operation, and of any period, in whole days at the shortest and at the longest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.dossier.reckoning import days_between, period_length


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2005-10", "2006-01", (62, 122)),
        ("2005-10", "2006-02", (93, 150)),
        ("2005-10-11", "2006-02-01", (113, 113)),
        ("2005", "2005", (0, 364)),
        ("2005-10", "2005-10", (0, 30)),
        ("-0001", "0001", (367, 1095)),
        ("2005-10/2005-11", "2006-01", (32, 122)),
    ],
)
def test_days_between(start: str, end: str, days: tuple[int, int]) -> None:
    assert days_between(start, end) == days


def test_the_reckoning_names_the_days() -> None:
    length = period_length("2005-10", "2006-01")
    assert length.words() == "62 to 122 days"
    assert length.reckoning() == (
        "At the shortest, 62 days from 31 October 2005 to 1 January 2006; "
        "at the longest, 122 days from 1 October 2005 to 31 January 2006."
    )


def test_an_exact_length_is_one_number() -> None:
    assert period_length("2005-10-01", "2005-10-02").words() == "1 day"
    assert period_length("2005-10-01", "2005-10-02").reckoning() == "1 day from 1 October 2005 to 2 October 2005."


def test_ends_that_overlap_may_be_one_day() -> None:
    length = period_length("2005-10", "2005-10")
    assert length.words() == "0 to 30 days"
    assert length.reckoning() == (
        "At the shortest, 0 days, start and end falling on one day; "
        "at the longest, 30 days from 1 October 2005 to 31 October 2005."
    )


@pytest.mark.parametrize(("start", "end"), [("2006", "2005"), ("../2005", "2006"), ("2005", "2006/"), ("2005", "soon")])
def test_no_length_without_two_bounded_dates_in_order(start: str, end: str) -> None:
    with pytest.raises(ValueError, match="“"):
        days_between(start, end)


@given(st.dates(), st.dates(), st.integers(4, 10), st.integers(4, 10))
def test_the_shortest_is_never_longer(first: object, last: object, start_size: int, end_size: int) -> None:
    sizes = {4: 4, 5: 7, 6: 7, 7: 7}
    start, end = sorted((str(first), str(last)))
    start, end = start[: sizes.get(start_size, 10)], end[: sizes.get(end_size, 10)]
    shortest, longest = days_between(start, end)
    assert 0 <= shortest <= longest
