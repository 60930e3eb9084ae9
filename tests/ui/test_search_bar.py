"""Searching by keyboard: type, look at the results, go there, step on, leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from natopk_desktop.dossier.location import Filter
from natopk_desktop.ui.reading import Reading
from natopk_desktop.ui.search_bar import SearchBar
from natopk_desktop.ui.search_results import CHUNK, ResultsModel
from natopk_desktop.ui.search_state import SearchState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.search_popup import SearchPopup
    from natopk_desktop.ui.theme import Theme

Key = Qt.Key


class Window(QWidget):
    """A window with a search bar and something else to go to."""

    def __init__(self, reading: Reading, theme: Theme) -> None:
        super().__init__()
        self.search = SearchState(reading, self)
        self.bar = SearchBar(reading, self.search, theme, self)
        self.other = QPushButton("other", self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.bar)
        layout.addWidget(self.other)
        layout.addStretch(1)
        self.resize(900, 600)


@pytest.fixture
def opened(reading: Reading, theme: Theme, qtbot: QtBot) -> Iterator[Window]:
    window = Window(reading, theme)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.bar.take_focus()
    qtbot.waitUntil(window.bar.field.hasFocus)
    yield window
    window.search.close()


def type_in(window: Window, text: str) -> None:
    """Type into the field, and wait until all is found: a slow machine needs more than one slice of time."""
    QTest.keyClicks(window.bar.field, text)
    while not window.search.is_complete:
        QApplication.processEvents()


def popup(window: Window) -> SearchPopup:
    assert window.bar.popup is not None
    assert window.bar.popup.isVisible()
    return window.bar.popup


def is_open(window: Window) -> bool:
    return window.bar.popup is not None and window.bar.popup.isVisible()


def test_results_come_as_one_types_and_the_field_counts(opened: Window) -> None:
    type_in(opened, "visit")
    assert popup(opened).results.results.rowCount() == opened.search.count
    assert opened.bar.field.accessibleDescription() == f"{opened.search.count} matches"
    type_in(opened, "zzz")
    assert not is_open(opened)
    assert opened.bar.field.accessibleDescription() == "No matches"


def test_nothing_of_the_results_is_made_before_the_keyboard_comes(reading: Reading, theme: Theme, qtbot: QtBot) -> None:
    window = Window(reading, theme)
    qtbot.addWidget(window)
    window.other.setFocus()
    window.show()
    qtbot.waitExposed(window)
    assert window.bar.popup is None


def test_the_keyboard_goes_into_the_results_and_to_a_hit(opened: Window, reading: Reading) -> None:
    type_in(opened, "visit")
    QTest.keyClick(opened.bar.field, Key.Key_Down)
    results = popup(opened).results
    assert results.hasFocus()
    assert results.currentIndex().row() == 0
    QTest.keyClick(results, Key.Key_Down)
    QTest.keyClick(results, Key.Key_Return)
    assert not is_open(opened)
    assert opened.bar.field.hasFocus()
    assert opened.search.current == 1
    assert reading.row == opened.search.hits[1].row


def test_up_from_the_first_result_returns_to_the_field(opened: Window) -> None:
    type_in(opened, "visit")
    QTest.keyClick(opened.bar.field, Key.Key_Down)
    QTest.keyClick(popup(opened).results, Key.Key_Up)
    assert opened.bar.field.hasFocus()


def test_enter_steps_on_and_shift_enter_back(opened: Window) -> None:
    type_in(opened, "visit")
    for _ in range(3):
        QTest.keyClick(opened.bar.field, Key.Key_Return)
    assert opened.search.current == 2
    assert opened.bar.field.accessibleDescription().startswith("3 of ")
    QTest.keyClick(opened.bar.field, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert opened.search.current == 1
    assert not is_open(opened)


def test_escape_closes_the_results_then_clears_then_is_left_to_the_window(opened: Window) -> None:
    type_in(opened, "visit")
    QTest.keyClick(opened.bar.field, Key.Key_Escape)
    assert not is_open(opened)
    assert opened.bar.field.text() == "visit"
    QTest.keyClick(opened.bar.field, Key.Key_Escape)
    assert opened.bar.field.text() == ""
    assert opened.search.is_empty
    assert not opened.bar.field.takes_escape


def test_escape_among_the_results_returns_to_the_field(opened: Window) -> None:
    type_in(opened, "visit")
    QTest.keyClick(opened.bar.field, Key.Key_Down)
    QTest.keyClick(popup(opened).results, Key.Key_Escape)
    assert opened.bar.field.hasFocus()
    assert not is_open(opened)
    assert opened.bar.field.text() == "visit"


def test_a_click_goes_to_a_hit(opened: Window) -> None:
    type_in(opened, "visit")
    results = popup(opened).results
    where = results.visualRect(results.results.index(2)).center()
    QTest.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened.search.current == 2


def test_the_results_go_when_the_keyboard_goes_elsewhere(opened: Window, qtbot: QtBot) -> None:
    type_in(opened, "visit")
    opened.other.setFocus()
    qtbot.waitUntil(lambda: not is_open(opened))
    assert opened.bar.field.text() == "visit"
    QTest.mouseClick(opened.bar.field, Qt.MouseButton.LeftButton)
    assert is_open(opened)


def test_a_hit_that_the_filter_hides_is_told_and_can_be_shown(opened: Window, reading: Reading) -> None:
    reading.set_filter(Filter(topics=frozenset({"training"})))
    type_in(opened, "rizzo")
    assert "1 entry among them is hidden by the filter" in popup(opened).told.text()
    QTest.keyClick(opened.bar.field, Key.Key_Return)
    told = popup(opened)
    assert told.told.text() == "The filter hides this entry from the list."
    assert not told.results.isVisible()
    assert reading.filter.topics == frozenset({"training"})
    told.show_all.click()
    assert reading.filter.is_open
    assert not is_open(opened)


def test_the_buttons_step_for_who_uses_a_mouse(opened: Window) -> None:
    type_in(opened, "visit")
    QTest.mouseClick(popup(opened).previous, Qt.MouseButton.LeftButton)
    assert opened.search.current == opened.search.count - 1


def test_clearing_from_the_window_clears_all(opened: Window) -> None:
    type_in(opened, "visit")
    opened.bar.clear()
    assert opened.search.is_empty
    assert not is_open(opened)


def test_taking_the_focus_selects_what_was_looked_for(opened: Window) -> None:
    type_in(opened, "visit")
    opened.other.setFocus()
    opened.bar.take_focus()
    assert opened.bar.field.selectedText() == "visit"


def test_a_step_without_a_match_goes_nowhere(opened: Window, reading: Reading) -> None:
    type_in(opened, "zzz")
    before = reading.location
    opened.bar.step(1)
    assert reading.location == before


def test_all_that_takes_the_keyboard_has_a_name_of_its_own(opened: Window) -> None:
    type_in(opened, "visit")
    names = []
    for widget in opened.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible() and widget.focusProxy() is None:
            spoken = QAccessible.queryAccessibleInterface(widget)
            names.append(spoken.text(QAccessible.Text.Name))
    assert all(names)
    assert len(set(names)) == len(names)


def test_the_results_lie_within_the_window_also_when_it_is_small(opened: Window) -> None:
    type_in(opened, "n")
    for width, height in ((420, 300), (320, 200), (1400, 900)):
        opened.resize(width, height)
        QApplication.processEvents()
        assert opened.rect().contains(popup(opened).geometry())


def test_the_results_pass_the_model_tester(reading: Reading, qtbot: QtBot) -> None:
    search = SearchState(reading, reading)
    owner = QWidget()
    qtbot.addWidget(owner)
    model = ResultsModel(search, owner)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for query in ("n", "nato", "zzz", "visit"):
        search.set_query(query)
        while not search.is_complete:
            QApplication.processEvents()
        assert model.rowCount() == search.count
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    tester.deleteLater()


def test_many_results_are_taken_in_as_one_scrolls(
    generated: Callable[[int], Dossier], theme: Theme, qtbot: QtBot
) -> None:
    reading = Reading(generated(3000))
    window = Window(reading, theme)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.bar.take_focus()
    qtbot.waitUntil(window.bar.field.hasFocus)
    type_in(window, "visit")
    qtbot.waitUntil(lambda: window.search.is_complete)
    model = popup(window).results.results
    assert window.search.count > CHUNK
    assert model.rowCount() == CHUNK
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 2 * CHUNK
    window.search.go_to(window.search.count - 1)
    QTest.keyClick(window.bar.field, Key.Key_Down)
    assert popup(window).results.currentIndex().row() == window.search.count - 1
    window.search.close()
    window.close()
    reading.deleteLater()
