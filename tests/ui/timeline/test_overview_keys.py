from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from natopk_desktop.dossier.location import Filter
from natopk_desktop.ui.timeline.overview import Overview

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def overview(qtbot: QtBot, reading: Reading, theme: Theme) -> Overview:
    widget = Overview(reading, theme)
    qtbot.addWidget(widget)
    widget.resize(1280, widget.sizeHint().height())
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def said(overview: Overview) -> list[str]:
    heard: list[str] = []
    overview.announce_requested.connect(heard.append)
    return heard


def press(overview: Overview, *keys: Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    for key in keys:
        QTest.keyClick(overview, key, modifier or Qt.KeyboardModifier.NoModifier)


def type_in(overview: Overview, text: str) -> None:
    QTest.keyClicks(overview, text)


def period_of(reading: Reading) -> str | None:
    return reading.filter.period


def is_choosing(overview: Overview) -> bool:
    return overview.choice is not None


def test_left_and_right_go_through_all_milestones_by_date(
    overview: Overview, reading: Reading, said: list[str]
) -> None:
    seen = [reading.row]
    for _ in range(12):
        press(overview, Key.Key_Right)
        seen.append(reading.row)
    assert seen == [*range(11), 10, 10]
    press(overview, Key.Key_Left)
    assert reading.row == 9
    assert said[0].startswith("October 2005: “Start of Paki2000stan")
    assert said[0].endswith("; 2 of 11 by date")
    assert said[7].startswith("No date; placed under January 2007 by us: ")


def test_home_and_end_go_to_the_first_and_the_last(overview: Overview, reading: Reading) -> None:
    press(overview, Key.Key_End)
    assert reading.row == 10
    press(overview, Key.Key_Home)
    assert reading.row == 0


def test_milestones_that_the_filter_hides_are_passed_over(overview: Overview, reading: Reading) -> None:
    reading.set_filter(Filter(topics=frozenset({"relief"})))
    press(overview, Key.Key_Right)
    assert reading.row == 1
    press(overview, Key.Key_Right)
    assert reading.row == 3


def test_plus_and_minus_zoom_and_nought_shows_all(overview: Overview, said: list[str]) -> None:
    full = overview.chart.view
    assert full is not None
    type_in(overview, "+")
    assert overview.chart.view is not None
    assert overview.chart.view.days == pytest.approx(full.days / 2)
    assert said[-1].startswith("In view: ")
    type_in(overview, "-")
    assert overview.chart.view == full
    type_in(overview, "+++0")
    assert overview.chart.view == full


def test_zooming_keeps_the_chosen_milestone_in_view(overview: Overview, reading: Reading) -> None:
    reading.choose(10)
    type_in(overview, "++++++++++++")
    view, days = overview.chart.view, overview.chart.days(10)
    assert view is not None
    assert days is not None
    assert view.days == pytest.approx(7)
    assert view.first < days.end
    assert view.end > days.start


def test_control_and_arrows_move_the_view_within_the_whole_time(overview: Overview) -> None:
    full = overview.chart.full
    assert full is not None
    press(overview, Key.Key_Right, modifier=CTRL)
    assert overview.chart.view == full
    type_in(overview, "++")
    for _ in range(20):
        press(overview, Key.Key_Right, modifier=CTRL)
    assert overview.chart.view is not None
    assert overview.chart.view.end == pytest.approx(full.end)
    for _ in range(40):
        press(overview, Key.Key_Left, modifier=CTRL)
    assert overview.chart.view.first == pytest.approx(full.first)


def test_going_to_a_milestone_out_of_view_brings_it_in(overview: Overview) -> None:
    type_in(overview, "++++")
    press(overview, Key.Key_End)
    drawing = overview.drawing()
    assert drawing is not None
    assert 10 in [band.row for band in drawing.bands]


def test_shift_and_arrows_choose_a_period_that_enter_applies_and_escape_clears(
    overview: Overview, reading: Reading, said: list[str]
) -> None:
    reading.choose(1)
    for _ in range(4):
        press(overview, Key.Key_Right, modifier=SHIFT)
    assert said[-1] == "Period October 2005 to February 2006; Enter applies it"
    assert period_of(reading) is None
    press(overview, Key.Key_Return)
    assert period_of(reading) == "2005-10/2006-02"
    assert said[-1] == "Period October 2005 to February 2006; 3 of 11 milestones shown"
    press(overview, Key.Key_Escape)
    assert period_of(reading) is None
    assert said[-1] == "Any time; 11 of 11 milestones shown"


def test_a_period_extends_backwards_too(overview: Overview, reading: Reading) -> None:
    reading.choose(1)
    press(overview, Key.Key_Left, Key.Key_Left, modifier=SHIFT)
    press(overview, Key.Key_Enter)
    assert period_of(reading) == "2005-08/2005-10"


def test_escape_lets_go_of_a_period_that_was_not_applied(overview: Overview, reading: Reading) -> None:
    reading.set_filter(Filter(period="2006"))
    press(overview, Key.Key_Right, modifier=SHIFT)
    assert is_choosing(overview)
    press(overview, Key.Key_Escape)
    assert not is_choosing(overview)
    assert period_of(reading) == "2006"


def test_a_period_never_leaves_the_whole_time(overview: Overview) -> None:
    for _ in range(40):
        press(overview, Key.Key_Right, modifier=SHIFT)
    assert overview.choice is not None
    assert overview.choice.edtf == "2005-03/2007-07"


def test_topics_stay_when_a_period_is_applied(overview: Overview, reading: Reading) -> None:
    reading.set_filter(Filter(topics=frozenset({"visits"})))
    press(overview, Key.Key_Right, modifier=SHIFT)
    press(overview, Key.Key_Return)
    assert reading.filter == Filter(topics=frozenset({"visits"}), period="2005-03/2005-04")


@pytest.mark.parametrize(("is_choosing", "heard"), [(False, 1), (True, 0)])
def test_the_windows_escape_works_unless_a_period_is_being_chosen(
    qtbot: QtBot, reading: Reading, theme: Theme, is_choosing: bool, heard: int
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    overview = Overview(reading, theme)
    window.setCentralWidget(overview)
    clear = QAction(window)
    clear.setShortcut(QKeySequence("Esc"))
    window.addAction(clear)
    count: list[bool] = []
    clear.triggered.connect(lambda: count.append(True))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    overview.setFocus()
    qtbot.waitUntil(overview.hasFocus)
    if is_choosing:
        press(overview, Key.Key_Right, modifier=SHIFT)
    press(overview, Key.Key_Escape)
    assert len(count) == heard
    assert overview.choice is None


def test_keys_of_others_are_left_to_them(overview: Overview, reading: Reading) -> None:
    before = reading.location, overview.chart.view
    press(overview, Key.Key_F3, Key.Key_Down, Key.Key_A)
    press(overview, Key.Key_Right, modifier=Qt.KeyboardModifier.AltModifier)
    assert (reading.location, overview.chart.view) == before
