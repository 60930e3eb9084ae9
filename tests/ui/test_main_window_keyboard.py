"""The window by keyboard: its stops, their names, order and size, and its shortcuts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from natopk_desktop.ui.main_window import MainWindow


TAB_STOP = Qt.FocusPolicy.TabFocus


def tab_stops(window: QWidget) -> list[QWidget]:
    """Return every widget that Tab should reach."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & TAB_STOP
        and widget.isVisibleTo(window)
        and widget.isEnabled()
        and widget.focusProxy() is None
    ]


def walk(window: MainWindow, key: Qt.Key, most: int) -> list[QWidget]:
    """Press ``key`` from the first stop on until it comes round; return the stops."""
    first = window.focusWidget()
    seen = [first]
    for _ in range(most):
        QTest.keyClick(window.windowHandle(), key)
        now = window.focusWidget()
        if now is first:
            break
        seen.append(now)
    return seen


def test_tab_visits_each_stop_once_and_shift_tab_goes_back(window: MainWindow) -> None:
    window.activateWindow()
    window.timeline.setFocus()
    stops = tab_stops(window)

    forwards = walk(window, Qt.Key.Key_Tab, 3 * len(stops))
    backwards = walk(window, Qt.Key.Key_Backtab, 3 * len(stops))

    assert {str(stop) for stop in forwards} == {str(stop) for stop in stops}
    assert len(forwards) == len(stops)
    assert [forwards[0], *reversed(forwards[1:])] == backwards


def test_the_tab_order_is_the_reading_order(window: MainWindow) -> None:
    window.activateWindow()
    window.tools.page.setFocus()
    stops = walk(window, Qt.Key.Key_Tab, 200)
    areas = [window.tools, window.overview, window.timeline, window.detail, window.status]

    of = [next(at for at, area in enumerate(areas) if area is stop or area.isAncestorOf(stop)) for stop in stops]

    # from the last tool round to the first: each area in one piece, in this order
    pieces = [at for place, at in enumerate(of) if place == 0 or of[place - 1] != at]
    assert pieces in ([0, 1, 2, 3, 4, 0], [0, 1, 2, 3, 4])


@pytest.mark.parametrize("key", [Qt.Key.Key_F6])
def test_the_ring_of_areas_visits_all_and_returns(window: MainWindow, key: Qt.Key) -> None:
    window.activateWindow()
    window.timeline.setFocus()
    ring = [window.overview, window.timeline, window.detail, window.status]

    def area() -> int:
        focus = window.focusWidget()
        return next(at for at, part in enumerate(ring) if part is focus or part.isAncestorOf(focus))

    seen = []
    for _ in range(5):
        QTest.keyClick(window.windowHandle(), key)
        seen.append(area())
    assert seen == [2, 3, 0, 1, 2]
    for _ in range(4):
        QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ShiftModifier)
        seen.append(area())
    assert seen[5:] == [1, 0, 3, 2]


def test_every_stop_has_a_name_of_its_own(window: MainWindow) -> None:
    names = Counter(_spoken(stop) for stop in tab_stops(window))

    assert names[""] == 0, [str(stop) for stop in tab_stops(window) if not _spoken(stop)]
    assert [name for name, count in names.items() if count > 1] == []


def test_every_stop_of_the_whole_page_has_a_name_of_its_own(window: MainWindow) -> None:
    window.actions_by_id["page"].trigger()
    names = Counter(_spoken(stop) for stop in tab_stops(window))

    assert names[""] == 0, [str(stop) for stop in tab_stops(window) if not _spoken(stop)]
    assert [name for name, count in names.items() if count > 1] == []


def _spoken(widget: QWidget) -> str:
    return widget.accessibleName() or str(getattr(widget, "text", str)())


def test_no_two_shortcuts_of_the_window_are_the_same(window: MainWindow) -> None:
    keys = Counter(sequence.toString() for action in window.findChildren(QAction) for sequence in action.shortcuts())
    keys.update(shortcut.key().toString() for shortcut in window.findChildren(QShortcut))

    assert [key for key, count in keys.items() if count > 1] == []


def test_buttons_are_large_enough_to_hit(window: MainWindow) -> None:
    small = [str(stop) for stop in tab_stops(window) if stop.height() < 24]

    assert small == []


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_ctrl_and_a_number_lead_to_the_parts_of_the_pane(window: MainWindow, number: int) -> None:
    window.activateWindow()
    window.timeline.setFocus()
    key = [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4][number - 1]
    QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)

    assert window.detail.isAncestorOf(window.focusWidget())
