"""The whole window, used as a newcomer uses it: by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from natopk_desktop.dossier.spans import hull

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.main_window import MainWindow

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key where the keyboard is, as a person does: not at a widget chosen by the test."""
    window = QApplication.activeWindow()
    assert window is not None
    QTest.keyClick(window.windowHandle(), key, held)
    QApplication.processEvents()


def typed(text: str) -> None:
    window = QApplication.activeWindow()
    assert window is not None
    for letter in text:
        QTest.keyClick(window.windowHandle(), Qt.Key(ord(letter.upper())))
    QApplication.processEvents()


def others_than(window: QWidget) -> list[QWidget]:
    """Return the other windows on the screen. (Without a window manager none is activated when one closes.)"""
    return [other for other in QApplication.topLevelWidgets() if other.isVisible() and other is not window]


def words_on_screen(widget: QWidget) -> str:
    """Return all that text views in ``widget`` show."""
    return "\n".join(view.toPlainText() for view in widget.findChildren(QTextEdit) if view.isVisible())


def test_the_newcomer_s_walk(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    for step in (read_every_milestone, search, narrow, open_a_section, change_looks):
        step(window, qtbot)
    press(Key.Key_Q, CTRL)
    assert not window.isVisible()


def read_every_milestone(window: MainWindow, _qtbot: QtBot) -> None:
    """The list has the keyboard from the start."""
    reading = window.reading
    assert window.timeline.hasFocus()
    for row in range(11):
        assert reading.row == row
        shown = " ".join(words_on_screen(window.detail).split())
        for span in reading.dossier.milestones.text.spans(row):
            assert " ".join(span.of(reading.dossier.text).split()) in shown
        press(Key.Key_Down)
    assert reading.row == 10


def search(window: MainWindow, qtbot: QtBot) -> None:
    press(Key.Key_F, CTRL)
    typed("earthquake")
    qtbot.waitUntil(lambda: window.search.is_complete)
    assert window.search.count > 1
    for key, held, row in ((Key.Key_F3, PLAIN, 1), (Key.Key_F3, PLAIN, 3), (Key.Key_F3, SHIFT, 1)):
        press(key, held)
        assert window.reading.row == row
    press(Key.Key_Escape)
    assert window.search.is_empty


def narrow(window: MainWindow, _qtbot: QtBot) -> None:
    """Tab from the search to a topic, turn it off, and show all again with one key."""
    press(Key.Key_F, CTRL)
    press(Key.Key_Tab)
    press(Key.Key_Space)
    assert len(window.reading.rows) < 11
    assert window.status.count.text() == f"{len(window.reading.rows)} of 11 milestones"
    press(Key.Key_Escape)
    assert len(window.reading.rows) == 11


def open_a_section(window: MainWindow, _qtbot: QtBot) -> None:
    press(Key.Key_Home, ALT)
    press(Key.Key_Down, ALT)
    press(Key.Key_2, CTRL)
    assert window.detail.isAncestorOf(QApplication.focusWidget() or window)
    press(Key.Key_Tab)
    press(Key.Key_Space)
    for key, held, is_page in (
        (None, PLAIN, True),
        (Key.Key_Left, ALT, False),
        (Key.Key_Right, ALT, True),
        (Key.Key_F9, PLAIN, False),
    ):
        if key is not None:
            press(key, held)
        assert (window.reading.location.page is not None) is is_page
        assert window.tools.page.isChecked() is is_page
        assert window.actions_by_id["page"].isChecked() is is_page


def change_looks(window: MainWindow, _qtbot: QtBot) -> None:
    for key, scale in ((Key.Key_Plus, 1.1), (Key.Key_Plus, 1.2), (Key.Key_Minus, 1.1), (Key.Key_0, 1.0)):
        press(key, CTRL)
        assert window.theme.text_scale == pytest.approx(scale)
    window.actions_by_id["scheme_dark"].trigger()
    assert window.theme.scheme == window.keeper.settings.scheme == "dark"


def test_first_last_next_previous_from_anywhere(window: MainWindow) -> None:
    window.activateWindow()
    window.search_bar.take_focus()
    press(Key.Key_End, ALT)
    assert window.reading.row == 10
    press(Key.Key_Up, ALT)
    assert window.reading.row == 9
    press(Key.Key_Home, ALT)
    assert window.reading.row == 0
    press(Key.Key_Down, ALT)
    assert window.reading.row == 1


def test_copying_gives_the_source_s_characters(window: MainWindow) -> None:
    dossier = window.reading.dossier
    window.activateWindow()
    window.timeline.setFocus()
    press(Key.Key_Down)
    press(Key.Key_C, CTRL)
    text, printed = dossier.milestones.text.spans(1), dossier.milestones.printed.spans(1)
    copied = QGuiApplication.clipboard().text()
    assert hull(text).of(dossier.text) in copied
    assert copied in dossier.text or hull((*printed, *text)).of(dossier.text) == copied

    press(Key.Key_C, CTRL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(hull(text).of(dossier.text))
    assert "[Ours: NATO, “NATO-Pakistan relations”" in copied


@pytest.mark.parametrize("order", ["date", "source"])
def test_the_order_is_chosen_in_the_menu(window: MainWindow, order: str) -> None:
    action = window.actions_by_id[f"order_{order}"]
    action.trigger()
    assert window.reading.order == order
    assert action.isChecked()


def test_the_presentation_opens_and_leaves(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    press(Key.Key_F5)
    qtbot.waitUntil(lambda: QApplication.activeWindow() not in (None, window))
    press(Key.Key_Right)
    assert window.reading.row == 1
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: others_than(window) == [])


@pytest.mark.parametrize("action", ["shortcuts", "about", "source"])
def test_each_dialog_opens_and_closes_with_escape(window: MainWindow, qtbot: QtBot, action: str) -> None:
    window.activateWindow()
    window.actions_by_id[action].trigger()
    qtbot.waitUntil(lambda: QApplication.activeWindow() not in (None, window))
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: others_than(window) == [])


def test_versions_are_copied(window: MainWindow) -> None:
    window.actions_by_id["copy_versions"].trigger()
    assert "natopk" in QGuiApplication.clipboard().text()
    assert "6.11.3" in QGuiApplication.clipboard().text()


def test_escape_clears_the_filter_and_nothing_else(window: MainWindow) -> None:
    from natopk_desktop.dossier.location import Filter

    window.activateWindow()
    window.timeline.setFocus()
    window.reading.set_filter(Filter(topics=frozenset({"relief"}), period="2005"))
    assert window.actions_by_id["clear"].isEnabled()
    press(Key.Key_Escape)
    assert window.reading.filter.is_open
    assert not window.actions_by_id["clear"].isEnabled()
    assert window.isVisible()
