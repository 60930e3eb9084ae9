from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.documents.day_index import OPEN_END, OPEN_START, DayIndex, Days, day_index, days_of, indexing
from natopk_desktop.dossier.dates import day_number
from tests.documents.dated import dated

DATES = st.sampled_from(
    ["2005", "2005-03", "2005-03-07", "2004-12/2005-02", "../2003", "2006-05/..", "2005-04-01/2005-04-30", "2005-04",
     "199X", "-0043", "Y12000", "2007-21", "2001-01-01", None]
)  # fmt: skip


def touching_by_looking(index: DayIndex, first: float, end: float) -> list[int]:
    return sorted(
        row
        for number, days in enumerate(index.spans)
        if days.start < end and days.end > first
        for row in index.rows[index.offsets[number] : index.offsets[number + 1]]
    )


def test_days_run_to_the_day_after_the_last() -> None:
    assert days_of("2005-10") == Days(day_number(2005, 10, 1), day_number(2005, 11, 1))
    assert days_of("../2005") == Days(OPEN_START, day_number(2006, 1, 1))
    assert days_of("2005/..") == Days(day_number(2005, 1, 1), OPEN_END)


def test_milestones_stand_by_date_the_wider_first_then_as_in_the_source() -> None:
    index = day_index(dated(["2005-03", "2004", "2005-03", "2005", "2005-03-01", "../2001"]))
    assert list(index.rows) == [5, 1, 3, 0, 2, 4]


def test_two_ways_to_write_the_same_days_keep_the_order_of_the_source() -> None:
    index = day_index(dated(["2005-04-01/2005-04-30", "2005-04", "2005-04-01/2005-04-30"]))
    assert list(index.rows) == [0, 1, 2]
    assert len(index.spans) == 1


def test_undated_milestones_are_counted_unless_they_are_placed() -> None:
    index = day_index(dated(["2005-03", None, None, "2006"], under={1: 0}))
    assert list(index.rows) == [0, 1, 3]
    assert index.undated == 1


def test_placements_in_a_circle_or_under_undated_ones_leave_a_milestone_undated() -> None:
    index = day_index(dated([None, None, None, "2006"], under={0: 1, 1: 0}))
    assert list(index.rows) == [3]
    assert index.undated == 3


def test_only_the_rows_asked_for_are_taken() -> None:
    index = day_index(dated(["2005", "2004", None, "2003"]), rows=[2, 3, 1])
    assert list(index.rows) == [3, 1]
    assert index.undated == 1


def test_it_is_made_in_steps() -> None:
    assert len(list(indexing(dated(["2005"] * 40_000)))) >= 3


@given(dates=st.lists(DATES, max_size=30), first=st.floats(731_000, 733_500), length=st.floats(0.01, 2_000))
def test_what_touches_a_stretch_is_what_looking_at_each_finds(
    dates: list[str | None], first: float, length: float
) -> None:
    index = day_index(dated(dates))
    expected = touching_by_looking(index, first, first + length)
    assert sorted(row for _, rows in index.touching(first, first + length) for row in rows) == expected
    assert index.tally.touching(first, first + length) == len(expected)


@given(dates=st.lists(DATES, max_size=30), data=st.data())
def test_the_tally_of_some_counts_only_these(dates: list[str | None], data: st.DataObject) -> None:
    index = day_index(dated(dates))
    shown = bytearray(data.draw(st.lists(st.integers(0, 1), min_size=len(dates), max_size=len(dates))))
    tally = index.tally_of(shown)
    for first, end in ((731_900, 732_000), (732_000, 732_400), (-(10**7), 10**7)):
        expected = [row for row in touching_by_looking(index, first, end) if shown[row]]
        assert tally.touching(first, end) == len(expected)


@given(dates=st.lists(DATES, max_size=30))
def test_stretches_come_by_date(dates: list[str | None]) -> None:
    found = [days for days, _ in day_index(dated(dates)).touching(-(10**8), 10**8)]
    assert found == sorted(found, key=lambda days: (days.start, -days.end))


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2005-03", "2007-05"], ((2005, 3, 1), (2007, 6, 1))),
        (["2005-03", "../2001-01-31"], ((2001, 1, 31), (2005, 4, 1))),
        (["2005-03/.."], ((2005, 3, 1), (2005, 3, 2))),
        (["../2001-01-31"], ((2001, 1, 31), (2001, 2, 1))),
        (["2005-03/..", "../2006"], ((2005, 3, 1), (2007, 1, 1))),
    ],
)
def test_the_extent_leaves_open_ends_aside(dates: list[str], expected: tuple[tuple[int, int, int], ...]) -> None:
    assert day_index(dated(dates)).extent() == Days(*(day_number(*day) for day in expected))


def test_nothing_dated_has_no_extent() -> None:
    assert day_index(dated([None, None])).extent() is None
    assert day_index(dated([])).extent() is None
