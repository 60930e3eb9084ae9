"""Day numbers agree with the standard library where it reaches, and hold beyond."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - hypothesis reads the annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.dossier.days import day_number, from_day_number, is_leap, month_length


@given(st.dates())
def test_agrees_with_the_standard_library_from_year_1_to_9999(date: dt.date) -> None:
    assert day_number(date.year, date.month, date.day) == date.toordinal()
    assert from_day_number(date.toordinal()) == (date.year, date.month, date.day)


@given(st.integers(-(10**18), 10**18))
def test_every_number_is_a_day_and_back(number: int) -> None:
    assert day_number(*from_day_number(number)) == number


@given(st.integers(-(10**6), 10**6))
def test_the_calendar_repeats_every_400_years_of_146097_days(number: int) -> None:
    year, month, day = from_day_number(number)
    assert from_day_number(number + 146_097) == (year + 400, month, day)


@given(st.integers(-(10**6), 10**6))
def test_days_follow_each_other(number: int) -> None:
    year, month, day = from_day_number(number)
    if day < month_length(year, month):
        expected = (year, month, day + 1)
    elif month < 12:
        expected = (year, month + 1, 1)
    else:
        expected = (year + 1, 1, 1)
    assert from_day_number(number + 1) == expected


@pytest.mark.parametrize(
    ("year", "leap"), [(0, True), (-1, False), (-4, True), (-100, False), (-400, True), (1900, False)]
)
def test_leap_years_before_year_1(year: int, leap: bool) -> None:
    assert is_leap(year) is leap
    assert day_number(year + 1, 1, 1) - day_number(year, 1, 1) == (366 if leap else 365)
    assert (day_number(year, 3, 1) - day_number(year, 2, 28) == 2) is leap


def test_the_day_before_the_first_is_in_year_0() -> None:
    assert from_day_number(0) == (0, 12, 31)
    assert day_number(1, 1, 1) == 1


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2005, 2, 29), (2005, 0, 1), (2005, 13, 1), (2005, 4, 31), (1, 1, 0)]
)
def test_a_day_that_does_not_exist_is_refused(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match=r"no (day|month)"):
        day_number(year, month, day)
