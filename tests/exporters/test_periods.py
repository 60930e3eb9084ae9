from __future__ import annotations

import pytest

from natopk_desktop.dossier.model import Period, PeriodEnd
from natopk_desktop.dossier.spans import Span
from natopk_desktop.exporters.periods import hull_of
from natopk_desktop.formats import moments


def period(start: list[str], end: list[str]) -> Period:
    ends = [tuple(PeriodEnd(edtf, Span(0, 0)) for edtf in dates) for dates in (start, end)]
    return Period("p", "a period", ends[0], ends[1], ())


@pytest.mark.parametrize(
    ("start", "end", "first", "after"),
    [
        (["2005-10"], ["2006-01", "2006-02"], (2005, 10, 1), (2006, 3, 1)),
        (["2006", "2005-10"], ["2006"], (2005, 10, 1), (2007, 1, 1)),
        (["../2005", "2004"], ["2006/..", "2005"], (2004, 1, 1), (2006, 1, 1)),
    ],
)
def test_from_the_earliest_to_the_latest(
    start: list[str], end: list[str], first: tuple[int, ...], after: tuple[int, ...]
) -> None:
    days = hull_of(period(start, end))
    assert days is not None
    assert tuple(map(tuple, map(moments.day, days))) == (first, after)


@pytest.mark.parametrize(
    ("start", "end"), [([], ["2005"]), (["2005"], []), (["2005"], ["2004"]), (["2005"], ["2005/.."])]
)
def test_without_two_ends_there_are_no_days(start: list[str], end: list[str]) -> None:
    assert hull_of(period(start, end)) is None
