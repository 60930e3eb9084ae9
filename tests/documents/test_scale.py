from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.documents.calendar_steps import MONTH, YEAR
from natopk_desktop.documents.scale import Drawing, draw, subject
from natopk_desktop.documents.view import Measures, View, padded
from natopk_desktop.dossier import store
from natopk_desktop.dossier.dates import day_number
from tests.documents.dated import dated, period

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDE = Measures(1232.0)


def drawn(dates: Sequence[str | None], measures: Measures = WIDE, view: View | None = None) -> Drawing:
    what = subject(dated(dates))
    shown = view or what.full_view()
    assert shown is not None
    return draw(what, shown, measures)


@pytest.fixture(scope="module")
def built_in() -> Drawing:
    what = subject(store.built_in())
    view = what.full_view()
    assert view is not None
    return draw(what, view, WIDE)


def test_the_built_in_page_is_seen_from_january_2005_to_july_2007(built_in: Drawing) -> None:
    assert built_in.view == View(day_number(2005, 1, 1), day_number(2007, 8, 1))
    assert (built_in.label_step, built_in.tick_step) == (YEAR, MONTH)
    assert [tick.label for tick in built_in.ticks if tick.label] == ["2005", "2006", "2007"]
    assert len(built_in.ticks) == 31


def test_every_month_is_a_band_as_wide_as_that_month(built_in: Drawing) -> None:
    view = built_in.view
    october = next(band for band in built_in.bands if band.row == 1)
    assert october.start == view.at(day_number(2005, 10, 1))
    assert october.end == view.at(day_number(2005, 11, 1))
    assert (october.end - october.start) * view.days == pytest.approx(31)
    assert [round((band.end - band.start) * view.days) for band in built_in.bands] == [
        31, 31, 31, 31, 31, 30, 30, 31, 31, 28, 31,
    ]  # fmt: skip


def test_bands_come_by_date_and_only_those_of_january_2007_stand_above_each_other(built_in: Drawing) -> None:
    assert [band.row for band in built_in.bands] == list(range(11))
    assert [band.row for band in built_in.bands if band.lane] == [8]
    assert (built_in.bands[7].start, built_in.bands[7].end) == (built_in.bands[8].start, built_in.bands[8].end)


def test_only_the_inferred_date_is_dashed(built_in: Drawing) -> None:
    assert [band.row for band in built_in.bands if band.is_dashed] == [8]


def test_the_relief_operation_is_solid_to_its_first_end_and_disputed_to_its_second(built_in: Drawing) -> None:
    (bar,) = built_in.periods
    view = built_in.view
    assert bar.certain == (view.at(day_number(2005, 10, 1)), view.at(day_number(2006, 2, 1)))
    assert bar.disputed == ((view.at(day_number(2006, 2, 1)), view.at(day_number(2006, 3, 1))),)
    assert (bar.lane, bar.has_name, bar.topic) == (1, True, 0)


@pytest.mark.parametrize(
    ("date", "first", "after"),
    [
        ("2005", (2005, 1, 1), (2006, 1, 1)),
        ("2005-10-08", (2005, 10, 8), (2005, 10, 9)),
        ("2005-02/2005-04", (2005, 2, 1), (2005, 5, 1)),
        ("199X", (1990, 1, 1), (2000, 1, 1)),
    ],
)
def test_a_band_spans_every_day_its_date_may_mean(
    date: str, first: tuple[int, int, int], after: tuple[int, int, int]
) -> None:
    drawing = drawn([date, "2000-01-01"])
    band = next(band for band in drawing.bands if band.row == 0)
    assert band.days == (day_number(*first), day_number(*after))
    assert band.start == drawing.view.at(day_number(*first))
    assert band.end >= drawing.view.at(day_number(*after)) - 1e-12


def test_a_day_in_a_century_is_still_wide_enough_to_be_seen() -> None:
    drawing = drawn(["1900-01-01", "1999-06-05"])
    assert all((band.end - band.start) * WIDE.width == pytest.approx(WIDE.narrowest) for band in drawing.bands)


@pytest.mark.parametrize(
    ("first", "end", "label"),
    [
        ((1900, 12, 29), (1901, 2, 4), "29 December 1900"),
        ((2005, 11, 1), (2008, 1, 1), "November 2005"),
        ((1903, 1, 1), (2990, 1, 1), "1903"),
    ],
)
def test_what_stands_at_the_edge_is_what_is_there(
    first: tuple[int, int, int], end: tuple[int, int, int], label: str
) -> None:
    """Not where the step began that the view cuts: a label names the place it stands at."""
    view = View(day_number(*first), day_number(*end))
    ticks = drawn(["1950"], Measures(400.0, character=1.6), view).ticks
    assert [tick.label for tick in ticks if tick.is_edge] == [label]


def test_open_dates_run_to_the_edge() -> None:
    drawing = drawn(["2005-03", "../2004", "2006-05/..", "2008"])
    before, after = (next(band for band in drawing.bands if band.row == row) for row in (1, 2))
    assert (before.start, before.opens_before, before.opens_after) == (0.0, True, False)
    assert (after.end, after.opens_before, after.opens_after) == (1.0, False, True)


def test_a_band_cut_by_the_edge_keeps_its_place_beside_its_neighbour() -> None:
    whole = [f"2005-{month:02}" for month in range(1, 13)]
    view = View(day_number(2005, 3, 31) + 0.9, day_number(2005, 9, 1))
    drawing = drawn([*whole], view=view)
    assert {band.lane for band in drawing.bands} == {0}
    assert drawing.bands[0].start == 0.0


def test_what_the_lanes_have_no_room_for_is_counted_together() -> None:
    drawing = drawn(["2005-10"] * 7 + ["2005-12"] * 2)
    assert [band.lane for band in drawing.bands] == [0, 1, 2, 3, 0, 1]
    (cluster,) = drawing.clusters
    assert cluster.rows == (4, 5, 6)
    assert (cluster.start, cluster.end) == (drawing.bands[0].start, drawing.bands[0].end)


def test_hidden_milestones_are_drawn_and_marked() -> None:
    what = subject(dated(["2005-10", "2005-11", *["2006-01"] * 5]))
    view = what.full_view()
    assert view is not None
    shown = bytearray([1, 0, 1, 1, 1, 1, 0])
    drawing = draw(what, view, WIDE, shown=shown, tally=what.index.tally_of(shown))
    assert [band.row for band in drawing.bands if not band.is_shown] == [1]
    assert drawing.clusters[0].hidden == {6}


@given(width=st.floats(60, 4_000), first=st.integers(-800_000, 3_000_000), days=st.floats(7, 4_000_000))
def test_labels_and_ticks_keep_their_distance_at_any_width(width: float, first: int, days: float) -> None:
    measures = Measures(width)
    drawing = drawn(["2005"], measures, View(first, first + days))
    labels = [tick for tick in drawing.ticks if tick.label]
    for tick, after in pairwise(labels):
        assert (tick.at * width) + len(tick.label) * measures.character < after.at * width
    assert all(0 <= tick.at <= 1 for tick in drawing.ticks)
    assert len(drawing.ticks) <= width / measures.tick * 1.2 + 3


@given(width=st.floats(60, 4_000), days=st.floats(7, 4_000_000))
def test_labels_are_budgeted_by_the_width(width: float, days: float) -> None:
    measures = Measures(width)
    labels = [tick for tick in drawn(["2005"], measures, View(732_000, 732_000 + days)).ticks if tick.label]
    assert len(labels) + (width < 90) >= 1
    assert len(labels) <= width / (5 * measures.character) + 2


@given(
    dates=st.lists(st.integers(0, 3_000), min_size=5, max_size=60),
    lengths=st.lists(st.integers(1, 400), min_size=60, max_size=60),
    first=st.integers(-200, 2_500),
    days=st.integers(7, 3_000),
    width=st.floats(40, 900),
)
def test_the_density_strip_is_what_counting_by_hand_gives(
    dates: list[int], lengths: list[int], first: int, days: int, width: float
) -> None:
    from natopk_desktop.documents.calendar_steps import DAY, edtf

    spans = [(732_000 + start, 732_000 + start + length) for start, length in zip(dates, lengths, strict=False)]
    measures = Measures(width, most_bands=0)
    view = View(732_000 + first, 732_000 + first + days)
    drawing = drawn([edtf(start, end, DAY) for start, end in spans], measures, view)
    total = sum(1 for start, end in spans if start < view.end and end > view.first)
    if drawing.density is None:
        assert total == 0
        return
    density = drawing.density
    by_hand = [
        sum(1 for start, end in spans if start < after and end > before)
        for before, after in zip(density.days, density.days[1:], strict=False)
    ]
    assert list(density.counts) == by_hand
    assert density.total == total
    assert density.most == max(by_hand)
    assert density.days[0] <= view.first < density.days[1]
    assert density.days[-2] < view.end <= density.days[-1]
    assert len(density.counts) <= width / measures.bin * 1.2 + 3


def test_crowded_months_are_counted_by_whole_quarters_where_months_are_too_narrow() -> None:
    drawing = drawn([f"{1990 + row // 12}-{row % 12 + 1:02}" for row in range(480)], Measures(1500.0))
    assert drawing.density is not None
    assert not drawing.bands
    assert set(drawing.density.counts) == {0, 3}


def test_nothing_dated_has_no_view() -> None:
    assert subject(dated([None, None])).full_view() is None
    assert subject(dated([])).full_view() is None


def test_undated_milestones_are_counted() -> None:
    assert drawn(["2005", None, None]).undated == 2


@given(first=st.integers(-100_000, 3_000_000), days=st.integers(1, 3_000_000))
def test_there_is_room_on_either_side(first: int, days: int) -> None:
    view = padded(first, first + days)
    room = max(3, round(days * 0.07))
    assert view.first <= first - room < first + days + room <= view.end
    assert view.days <= days + 2 * room + 2 * max(1, days / 12)


def test_periods_beyond_the_room_are_left_out_and_counted() -> None:
    what = subject(dated(["2005"], periods=[period(["2005-01"], ["2005-12"])] * 9))
    view = what.full_view()
    assert view is not None
    drawing = draw(what, view, WIDE)
    assert len(drawing.periods) + drawing.periods_left_out == 9
    assert drawing.periods_left_out > 0
    assert len({bar.lane for bar in drawing.periods}) == len(drawing.periods)
    assert all(bar.lane > 0 for bar in drawing.periods)
