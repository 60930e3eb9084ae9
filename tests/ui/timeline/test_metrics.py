"""Rows have room for their words at any width and text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from natopk_desktop.ui.timeline import metrics
from natopk_desktop.ui.timeline.metrics import Form

if TYPE_CHECKING:
    from natopk_desktop.ui.theme import Theme

CAPTIONS = [("September", "Training", "2 notes"), ("January", "Relief", "6 figures · 8 notes")]


def measure(theme: Theme, width: int) -> metrics.Metrics:
    return metrics.measure(metrics.sizes(theme, ["2005"], CAPTIONS), width, is_mirrored=False)


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("width", [240, 320, 447, 700, 1600])
def test_zones_stand_side_by_side_inside_the_row(theme: Theme, scale: float, width: int) -> None:
    theme.set_text_scale(scale)
    places = measure(theme, width)
    assert places.spine_x - places.ring >= 0
    assert places.spine_x + places.ring < places.date_x
    if places.year_width:
        assert places.year_x + places.year_width < places.spine_x - places.ring
    assert places.date_x <= places.text_x < places.text_end <= width
    assert places.text_baselines[0] < places.text_baselines[1] < places.height
    assert places.height % 4 == 0


def test_the_list_as_it_is_meant(theme: Theme) -> None:
    places = measure(theme, 447)
    assert places.form is Form.WIDE
    assert places.height == 56


def test_a_narrow_list_has_the_date_above_the_text(theme: Theme) -> None:
    assert measure(theme, 320).form is Form.STACKED


def test_large_text_has_topic_and_marks_in_a_line_of_their_own(theme: Theme) -> None:
    theme.set_text_scale(2.0)
    assert measure(theme, 447).form is Form.TALL


def test_the_narrowest_has_no_year_column(theme: Theme) -> None:
    theme.set_text_scale(3.0)
    assert measure(theme, 320).year_width == 0


def test_rows_grow_with_the_text(theme: Theme) -> None:
    heights = []
    for scale in (0.8, 1.0, 1.5, 2.0, 3.0):
        theme.set_text_scale(scale)
        heights.append(measure(theme, 1600).height)
    assert heights == sorted(set(heights))
    assert heights[0] >= 24


def test_a_giant_year_or_date_does_not_take_the_row(theme: Theme) -> None:
    sizes = metrics.sizes(theme, ["17000000003 BC" * 3], [("12 to 15 May and 3 June 1998" * 9, "", "")])
    assert metrics.measure(sizes, 700, is_mirrored=False).form is Form.WIDE
