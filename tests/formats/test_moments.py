from __future__ import annotations

import pytest

from natopk_desktop.formats import moments


@pytest.mark.parametrize(
    ("edtf", "first", "after"),
    [
        ("2005-10", (2005, 10, 1), (2005, 11, 1)),
        ("2005-12", (2005, 12, 1), (2006, 1, 1)),
        ("2004-02", (2004, 2, 1), (2004, 3, 1)),
        ("2004", (2004, 1, 1), (2005, 1, 1)),
        ("2004-02-29", (2004, 2, 29), (2004, 3, 1)),
        ("2004-02-29T12:00:00", (2004, 2, 29), (2004, 3, 1)),
        ("-0001-12", (-1, 12, 1), (0, 1, 1)),
        ("2005-10/2006-02", (2005, 10, 1), (2006, 3, 1)),
        ("2005-10/..", (2005, 10, 1), (2005, 11, 1)),
        ("2005-10/", (2005, 10, 1), (2005, 11, 1)),
    ],
)
def test_the_end_is_the_day_after_the_last(edtf: str, first: tuple[int, int, int], after: tuple[int, int, int]) -> None:
    days = moments.days(moments.read(edtf))
    assert days is not None
    assert tuple(moments.day(days[0])) == first
    assert tuple(moments.day(days[1])) == after


@pytest.mark.parametrize("edtf", ["../2005", "/2005", "../.."])
def test_without_a_start_there_are_no_days(edtf: str) -> None:
    assert moments.days(moments.read(edtf)) is None


@pytest.mark.parametrize(
    ("edtf", "exact"),
    [("2005-10-08", True), ("2005-10-08?", False), ("2005-10", False), ("2005-10-XX", False), ("2005-10-08/..", False)],
)
def test_one_day_and_no_more(edtf: str, exact: bool) -> None:
    assert moments.is_day(moments.read(edtf)) is exact
