from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from natopk_desktop.documents.calendar_steps import MONTH
from natopk_desktop.dossier.dates import day_number
from natopk_desktop.dossier.location import Filter
from natopk_desktop.ui.reading import Reading
from natopk_desktop.ui.timeline.overview import Overview
from natopk_desktop.ui.timeline.overview_mouse import cluster_at
from tests.documents.dated import dated

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.theme import Theme

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
MIDDLE = Qt.MouseButton.MiddleButton


@pytest.fixture
def overview(qtbot: QtBot, reading: Reading, theme: Theme) -> Overview:
    return shown(qtbot, reading, theme)


def shown(qtbot: QtBot, reading: Reading, theme: Theme) -> Overview:
    widget = Overview(reading, theme)
    qtbot.addWidget(widget)
    widget.resize(1280, widget.sizeHint().height())
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def middle_of(overview: Overview, row: int) -> QPoint:
    drawing = overview.drawing()
    assert drawing is not None
    band = next(band for band in drawing.bands if band.row == row)
    return overview.places.band(band.start, band.end, band.lane).center().toPoint()


def day(overview: Overview, year: int, month: int, day_of_month: int = 1, y: int = 30) -> QPoint:
    view = overview.chart.view
    assert view is not None
    return QPoint(round(overview.places.x(view.at(day_number(year, month, day_of_month) + 0.5))), y)


def drag(overview: Overview, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT) -> None:
    QTest.mousePress(overview, button, NONE, start)
    QTest.mouseMove(overview, (start + end) / 2)
    QTest.mouseMove(overview, end)
    QTest.mouseRelease(overview, button, NONE, end)


def turn(overview: Overview, position: QPoint, steps: float, modifiers: Qt.KeyboardModifier = NONE) -> bool:
    event = QWheelEvent(
        QPointF(position),
        QPointF(overview.mapToGlobal(position)),
        QPoint(),
        QPoint(0, round(120 * steps)),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(overview, event)
    return event.isAccepted()


@pytest.mark.parametrize("row", range(11))
def test_a_click_on_a_band_goes_to_its_milestone(overview: Overview, reading: Reading, row: int) -> None:
    QTest.mouseClick(overview, LEFT, NONE, middle_of(overview, row))
    assert reading.row == row


@pytest.mark.parametrize(
    ("place", "row"), [((2005, 1, 1), 0), ((2005, 6, 1), 0), ((2005, 9, 15), 1), ((2007, 7, 30), 10)]
)
def test_a_click_beside_goes_to_the_nearest(
    overview: Overview, reading: Reading, place: tuple[int, int, int], row: int
) -> None:
    reading.choose(5)
    QTest.mouseClick(overview, LEFT, NONE, day(overview, *place))
    assert reading.row == row


def test_a_click_never_goes_to_a_milestone_that_the_filter_hides(overview: Overview, reading: Reading) -> None:
    reading.set_filter(Filter(topics=frozenset({"training"})))
    QTest.mouseClick(overview, LEFT, NONE, middle_of(overview, 0))
    assert reading.row == 5


def test_clicks_go_through_what_is_drawn_as_one_bar(qtbot: QtBot, theme: Theme) -> None:
    reading = Reading(dated(["2005-10"] * 7), theme)
    overview = shown(qtbot, reading, theme)
    drawing = overview.drawing()
    assert drawing is not None
    (cluster,) = drawing.clusters
    position = overview.places.band(cluster.start, cluster.end, cluster.lane).center()
    assert cluster_at(drawing, overview.places, position) == cluster
    seen = []
    for _ in range(4):
        QTest.mouseClick(overview, LEFT, NONE, position.toPoint())
        seen.append(reading.row)
    assert seen == [4, 5, 6, 4]
    assert overview.pointer.tip_at(position).startswith("3 more from here on")


def test_a_crowd_is_clicked_and_pointed_at(qtbot: QtBot, theme: Theme) -> None:
    reading = Reading(dated([f"{1990 + row // 12}-{row % 12 + 1:02}" for row in range(480)]), theme)
    overview = shown(qtbot, reading, theme)
    QTest.mouseClick(overview, LEFT, NONE, day(overview, 2001, 7, 15, y=round(overview.places.axis - 5)))
    assert reading.dossier.milestones.edtf[reading.row or 0] in {"2001-06", "2001-07", "2001-08"}
    tip = overview.pointer.tip_at(QPointF(day(overview, 2001, 7, 15, y=round(overview.places.axis - 5))))
    assert tip.startswith(("3 milestones in ", "1 milestone in July"))


def test_a_drag_narrows_to_whole_months_and_says_so_meanwhile(overview: Overview, reading: Reading) -> None:
    QTest.mousePress(overview, LEFT, NONE, day(overview, 2005, 10, 10))
    QTest.mouseMove(overview, day(overview, 2006, 1, 3))
    choice = overview.choice
    assert choice is not None
    assert choice.words == "October 2005 to January 2006"
    assert choice.step == MONTH
    assert reading.filter.is_open
    QTest.mouseMove(overview, day(overview, 2006, 2, 20))
    QTest.mouseRelease(overview, LEFT, NONE, day(overview, 2006, 2, 20))
    assert reading.filter.period == "2005-10/2006-02"
    assert [reading.dossier.milestones.ids[row] for row in reading.rows] == ["m02", "m03", "m04"]
    assert overview.choice is None


def test_a_drag_backwards_gives_the_same_period(overview: Overview, reading: Reading) -> None:
    drag(overview, day(overview, 2006, 2, 20), day(overview, 2005, 10, 10))
    assert reading.filter.period == "2005-10/2006-02"


def test_a_drag_beyond_the_edge_ends_at_the_edge(overview: Overview, reading: Reading) -> None:
    drag(overview, day(overview, 2007, 2, 10), QPoint(overview.width() - 1, 30))
    assert reading.filter.period == "2007-02/2007-07"


def test_close_up_a_drag_takes_days_and_far_off_years(qtbot: QtBot, theme: Theme) -> None:
    far = Reading(dated(["1900", "1990"]), theme)
    overview = shown(qtbot, far, theme)
    drag(overview, day(overview, 1920, 6), day(overview, 1930, 6))
    assert far.filter.period == "1920/1930"
    near = Reading(dated(["2005-10-03", "2005-10-30"]), theme)
    overview = shown(qtbot, near, theme)
    drag(overview, day(overview, 2005, 10, 5), day(overview, 2005, 10, 9))
    assert near.filter.period == "2005-10-05/2005-10-09"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (((2005, 10, 1), (2005, 8, 15)), "2005-08/2006-02"),
        (((2006, 3, 1), (2006, 5, 15)), "2005-10/2006-05"),
        (((2006, 3, 1), (2005, 8, 15)), "2005-08/2005-10"),
    ],
)
def test_either_handle_of_a_period_can_be_drawn(
    overview: Overview, reading: Reading, days: tuple[tuple[int, int, int], tuple[int, int, int]], expected: str
) -> None:
    reading.set_filter(Filter(period="2005-10/2006-02"))
    drag(overview, day(overview, *days[0]), day(overview, *days[1]))
    assert reading.filter.period == expected


def test_a_click_on_a_handle_changes_nothing(overview: Overview, reading: Reading) -> None:
    reading.set_filter(Filter(period="2005-10-03/2006-02-07"))
    before = reading.location
    QTest.mouseClick(overview, LEFT, NONE, day(overview, 2005, 10, 3))
    assert reading.filter.period == "2005-10-03/2006-02-07"
    assert reading.location == before
    assert overview.choice is None


def test_the_pointer_shows_where_a_handle_is(overview: Overview, reading: Reading) -> None:
    reading.set_filter(Filter(period="2005-10/2006-02"))
    QTest.mouseMove(overview, day(overview, 2005, 10, 1))
    assert overview.cursor().shape() == Qt.CursorShape.SizeHorCursor
    QTest.mouseMove(overview, day(overview, 2006, 9, 1))
    assert overview.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_an_open_end_of_a_period_has_no_handle(overview: Overview, reading: Reading) -> None:
    reading.set_filter(Filter(period="2005-10/.."))
    assert overview.pointer.edge_at(QPointF(day(overview, 2005, 10, 1))) == -1
    assert overview.pointer.edge_at(QPointF(overview.places.x(1.0), 30)) == 0


def test_the_wheel_zooms_around_the_pointer(overview: Overview) -> None:
    place = day(overview, 2006, 5, 10)
    full = overview.chart.view
    assert full is not None
    assert turn(overview, place, 1)
    view = overview.chart.view
    assert view is not None
    assert view.days == pytest.approx(full.days * 0.8)
    at = overview.places.at(place.x())
    assert view.day(at) == pytest.approx(full.day(at))
    turn(overview, place, -1)
    assert overview.chart.view == full


def test_shift_and_the_wheel_move_the_view(overview: Overview) -> None:
    turn(overview, QPoint(640, 30), 4)
    before = overview.chart.view
    turn(overview, QPoint(640, 30), -1, SHIFT)
    after = overview.chart.view
    assert before is not None
    assert after is not None
    assert after.first == pytest.approx(before.first + before.days / 10)
    assert after.days == pytest.approx(before.days)


def test_control_and_the_wheel_are_left_to_the_window(overview: Overview) -> None:
    before = overview.chart.view
    assert not turn(overview, QPoint(640, 30), 1, CTRL)
    assert overview.chart.view == before


def test_the_middle_button_moves_the_view(overview: Overview, reading: Reading) -> None:
    turn(overview, QPoint(640, 30), 5)
    before = overview.chart.view
    assert before is not None
    drag(overview, QPoint(640, 30), QPoint(540, 30), MIDDLE)
    after = overview.chart.view
    assert after is not None
    assert after.first == pytest.approx(before.first + before.days * 100 / overview.places.plot)
    assert reading.filter.is_open


def test_a_double_click_shows_the_whole_time_again(overview: Overview) -> None:
    turn(overview, QPoint(640, 30), 5)
    assert overview.chart.is_zoomed
    QTest.mouseDClick(overview, LEFT, NONE, QPoint(640, 30))
    assert not overview.chart.is_zoomed


def test_without_any_date_nothing_happens(qtbot: QtBot, theme: Theme) -> None:
    reading = Reading(dated([None, None]), theme)
    overview = shown(qtbot, reading, theme)
    assert overview.drawing() is None
    assert overview.text_alternative() == []
    turn(overview, QPoint(640, 30), 1)
    drag(overview, QPoint(100, 30), QPoint(300, 30))
    QTest.mouseClick(overview, LEFT, NONE, QPoint(640, 30))
    QTest.keyClick(overview, Qt.Key.Key_Right)
    assert reading.row == 1
    assert reading.filter.is_open
