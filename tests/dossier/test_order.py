"""Entries stand by earliest day, then the wider first, then as in the source; the undated after their anchor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.dossier.dates import bounds
from natopk_desktop.dossier.order import by_date

PLAIN = ["2005", "2005-01", "2005-01-01", "2005-02", "2004-12-31", "0005", "9999-12"]
ANY = [
    *PLAIN,
    "2005~",
    "200X",
    "20XX",
    "2004-24",
    "../2005",
    "2005/..",
    "/1990",
    "../..",
    "-0044",
    "Y17000",
    "2005/2006",
]


def dated(edtf: list[str | None]) -> list[int]:
    """Order dates that are placed under nothing."""
    return list(by_date(edtf, [None] * len(edtf)))


def test_earliest_day_first_then_the_wider_date() -> None:
    dates: list[str | None] = ["2005-01-01", "2005-02", "2005-01", "2005", "2004-12-31"]
    assert [dates[row] for row in dated(dates)] == ["2004-12-31", "2005", "2005-01", "2005-01-01", "2005-02"]


def test_wider_dates_of_every_kind() -> None:
    dates: list[str | None] = [
        "2000-01-01",
        "2000-01",
        "2000",
        "200X",
        "20XX",
        "2000/..",
        "Y17000",
        "../2005",
        "../..",
        "-0044",
        "1999-24",
        "2000/2001",
    ]
    assert [dates[row] for row in dated(dates)] == [
        "../..",
        "../2005",
        "-0044",
        "1999-24",
        "2000/..",
        "20XX",
        "200X",
        "2000/2001",
        "2000",
        "2000-01",
        "2000-01-01",
        "Y17000",
    ]


def test_a_season_stands_by_its_days_not_by_its_number() -> None:
    assert dated(["2004-12-31", "2004-24", "2004-07", "2004-21"]) == [3, 2, 1, 0]


def test_equal_dates_keep_the_order_of_the_source() -> None:
    assert dated(["2005~", "2004", "2005", "2005?", "2005-XX"]) == [1, 0, 2, 3, 4]


def test_an_undated_entry_stands_right_after_the_one_it_is_placed_under() -> None:
    edtf = ["2007-02", None, "2007-01", "2007-01", "2007-01", "2006"]
    placed = [None, 2, None, 2, None, None]
    assert list(by_date(edtf, placed)) == [5, 2, 1, 3, 4, 0]


def test_entries_placed_under_placed_entries_follow_them() -> None:
    edtf = ["2007", None, None, None, "2006"]
    assert list(by_date(edtf, [None, 0, 1, 0, None])) == [4, 0, 1, 2, 3]
    assert list(by_date(edtf, [None, 2, 3, 0, None])) == [4, 0, 3, 2, 1]


def test_entries_without_date_and_place_stand_at_the_end() -> None:
    assert list(by_date([None, "2007", None, "2006", None], [None, None, 0, None, None])) == [3, 1, 0, 2, 4]


def test_a_circle_of_placements_loses_nothing() -> None:
    assert list(by_date([None, None, "2006"], [1, 0, None])) == [2, 0, 1]
    assert list(by_date(["2005", None, "2006"], [0, 2, 1])) == [0, 1, 2]
    assert list(by_date([None, "2004", "2005", None], [2, 3, 1, 1])) == [1, 2, 0, 3]


def test_the_same_length_and_existing_rows_are_asked_for() -> None:
    with pytest.raises(ValueError, match="length"):
        by_date(["2005"], [])
    with pytest.raises(ValueError, match="row 1"):
        by_date(["2005"], [1])
    with pytest.raises(ValueError, match="row -1"):
        by_date(["2005"], [-1])


def test_nothing_is_in_order() -> None:
    assert list(by_date([], [])) == []


@given(st.lists(st.sampled_from(ANY) | st.none(), max_size=30))
def test_the_order_is_that_of_the_bounds(edtf: list[str | None]) -> None:
    def key(row: int) -> tuple[float, float, int]:
        text = edtf[row]
        if text is None:
            return float("inf"), 0, row
        first, last = bounds(text)
        return float("-inf") if first is None else first, float("-inf") if last is None else -last, row

    assert dated(edtf) == sorted(range(len(edtf)), key=key)


@given(st.lists(st.sampled_from(PLAIN), max_size=30))
def test_plain_dates_stand_the_same_among_themselves_as_among_others(edtf: list[str]) -> None:
    alone: list[str | None] = [*edtf]
    assert dated(alone) == [row for row in dated([*alone, "200X"]) if row < len(edtf)]


@st.composite
def placements(draw: st.DrawFn) -> tuple[list[str | None], list[int | None]]:
    """Draw dates with any placements, circles among them."""
    edtf = draw(st.lists(st.sampled_from(ANY) | st.none(), min_size=1, max_size=12))
    rows = st.none() | st.integers(0, len(edtf) - 1)
    return edtf, draw(st.lists(rows, min_size=len(edtf), max_size=len(edtf)))


@given(placements())
def test_every_row_stands_once_and_after_its_anchor_with_only_followers_between(
    drawn: tuple[list[str | None], list[int | None]],
) -> None:
    edtf, placed = drawn
    order = list(by_date(edtf, placed))
    assert sorted(order) == list(range(len(edtf)))
    where = {row: index for index, row in enumerate(order)}
    for row, anchor in enumerate(placed):
        if anchor is not None and where[anchor] < where[row]:
            for between in order[where[anchor] + 1 : where[row]]:
                assert placed[between] is not None
