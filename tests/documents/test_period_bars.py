from __future__ import annotations

import pytest

from natopk_desktop.documents.day_index import OPEN_END, OPEN_START, Days
from natopk_desktop.documents.period_bars import period_days
from natopk_desktop.dossier.dates import day_number
from tests.documents.dated import dated, period

JAN, FEB, MAR, APR, MAY = (day_number(2005, month, 1) for month in range(1, 6))


@pytest.mark.parametrize(
    ("starts", "ends", "certain", "disputed"),
    [
        (["2005-01"], ["2005-03"], Days(JAN, APR), ()),
        (["2005-01"], ["2005-03", "2005-04"], Days(JAN, APR), (Days(APR, MAY),)),
        (["2005-01", "2005-02"], ["2005-04", "2005-03"], Days(FEB, APR), (Days(JAN, FEB), Days(APR, MAY))),
        (["2005-01", "2005-04"], ["2005-02", "2005-04"], None, (Days(JAN, MAY),)),
        ([], ["2005-03"], Days(OPEN_START, APR), ()),
        (["2005-01"], [], Days(JAN, OPEN_END), ()),
        (["2005-01"], ["../.."], Days(JAN, OPEN_END), ()),
    ],
)
def test_what_all_printed_dates_agree_on_is_told_from_what_they_do_not(
    starts: list[str], ends: list[str], certain: Days | None, disputed: tuple[Days, ...]
) -> None:
    (found,) = period_days(dated(["2005"], periods=[period(starts, ends)]))
    assert (found.certain, found.disputed) == (certain, disputed)


def test_the_extent_holds_the_disputed_parts_and_leaves_open_ends_aside() -> None:
    days = period_days(
        dated(
            ["2005"],
            periods=[
                period(["2005-01"], ["2005-03", "2005-04"]),
                period(["2005-01"], []),
                period([], ["2005-03"]),
                period([], []),
            ],
        )
    )
    extents = {found.row: found.extent() for found in days}
    assert extents == {0: Days(JAN, MAY), 1: Days(JAN, JAN + 1), 2: Days(APR - 1, APR), 3: None}


def test_a_period_takes_the_topic_most_of_its_milestones_have_first() -> None:
    dossier = dated(["2005"] * 7, periods=[period(["2005"], ["2005"], ("m1", "m2", "m7")), period(["2005"], ["2005"])])
    assert [found.topic for found in period_days(dossier)] == [1, None]
