from __future__ import annotations

from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.documents.calendar_steps import (
    DAY,
    MONTH,
    QUARTER,
    TEN_DAYS,
    YEAR,
    Step,
    edtf,
    floor,
    following,
    label,
    parts,
    steps,
    stretch_words,
    units,
)
from natopk_desktop.dossier.dates import bounds, day_number, from_day_number

SOME_STEPS = list(islice(steps(), 16))
DAYS = st.integers(-2_000_000, 5_000_000)


def test_steps_grow_from_days_to_any_number_of_years() -> None:
    assert SOME_STEPS[:8] == [DAY, TEN_DAYS, MONTH, QUARTER, YEAR, Step("year", 2), Step("year", 5), Step("year", 10)]
    assert all(one.days < other.days for one, other in pairwise(SOME_STEPS))


def test_units_are_those_people_count_by() -> None:
    assert list(islice(units(), 5)) == [DAY, MONTH, YEAR, Step("year", 10), Step("year", 100)]


@given(day=DAYS, step=st.sampled_from(SOME_STEPS))
def test_every_day_lies_in_exactly_one_step(day: int, step: Step) -> None:
    first, after = floor(day, step), following(day, step)
    assert first <= day < after
    assert floor(first, step) == floor(after - 1, step) == first
    assert floor(after, step) == after


@given(day=DAYS, step=st.sampled_from(SOME_STEPS))
def test_steps_are_divided_by_their_parts(day: int, step: Step) -> None:
    for part in parts(step):
        assert floor(floor(day, step), part) == floor(day, step)
    assert list(parts(step))[-1] == step


@given(day=DAYS, step=st.sampled_from([DAY, MONTH, YEAR]), length=st.integers(0, 40))
def test_edtf_means_exactly_the_days_it_is_written_for(day: int, step: Step, length: int) -> None:
    first = floor(day, step)
    end = following(first, step)
    for _ in range(length):
        end = following(end, step)
    years = {abs(from_day_number(number)[0]) for number in (first, end - 1)}
    if max(years) > 9999 and step != YEAR:
        return
    assert bounds(edtf(first, end, step)) == (first, end - 1)


def test_edtf_of_one_unit_is_a_date_and_of_several_an_interval() -> None:
    october, february = day_number(2005, 10, 1), day_number(2006, 3, 1)
    assert edtf(october, february, MONTH) == "2005-10/2006-02"
    assert edtf(october, day_number(2005, 11, 1), MONTH) == "2005-10"
    assert edtf(day_number(-43, 1, 1), day_number(-42, 1, 1), YEAR) == "-0043"
    assert edtf(day_number(12000, 1, 1), day_number(12010, 1, 1), Step("year", 10)) == "Y12000/Y12009"


@pytest.mark.parametrize(
    ("day", "step", "is_first", "expected"),
    [
        ((2006, 1, 1), YEAR, False, "2006"),
        ((2006, 1, 1), QUARTER, False, "January 2006"),
        ((2006, 4, 1), QUARTER, False, "April"),
        ((2006, 4, 1), QUARTER, True, "April 2006"),
        ((2006, 4, 11), TEN_DAYS, False, "11 April"),
        ((2006, 4, 11), TEN_DAYS, True, "11 April 2006"),
        ((2006, 1, 1), DAY, False, "1 January 2006"),
        ((-99, 1, 1), Step("year", 100), False, "100 BC"),
    ],
)
def test_labels_name_the_year_where_it_is_not_known_yet(
    day: tuple[int, int, int], step: Step, is_first: bool, expected: str
) -> None:
    assert label(day_number(*day), step, is_first=is_first) == expected


def test_there_is_no_year_nought() -> None:
    century = Step("year", 100)
    assert from_day_number(floor(day_number(50, 1, 1), century))[0] == 1
    assert from_day_number(following(day_number(50, 1, 1), century))[0] == 100
    assert from_day_number(floor(day_number(0, 12, 31), century))[0] == -99


def test_stretches_are_told_no_finer_than_they_are() -> None:
    assert stretch_words(day_number(2005, 3, 1), day_number(2007, 6, 1)) == "March 2005 to May 2007"
    assert stretch_words(day_number(2005, 1, 1), day_number(2006, 1, 1)) == "2005"
    assert stretch_words(day_number(2005, 3, 2), day_number(2005, 3, 4)) == "2 March 2005 to 3 March 2005"
