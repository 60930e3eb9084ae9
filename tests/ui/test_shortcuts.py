"""The sheet of keys says what the actions say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from natopk_desktop.ui.actions import ACTIONS
from natopk_desktop.ui.shortcuts import AREAS, Line, ShortcutsDialog, lines, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.theme import Theme


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> Iterator[ShortcutsDialog]:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = ShortcutsDialog(ACTIONS, theme, owner)
    made.open()
    yield made
    owner.close()


@pytest.mark.usefixtures("qapp")
def test_every_action_with_a_key_is_listed_once_with_it() -> None:
    listed = [line for line in lines(ACTIONS) if line.tip]
    keyed = [action for action in ACTIONS if action.shortcuts]
    assert sorted(line.text for line in listed) == sorted(plain(action.text) for action in keyed)
    find = next(line for line in listed if line.text == "Find")
    assert find.keys == "Ctrl+F"


@pytest.mark.usefixtures("qapp")
def test_each_stands_under_its_menu() -> None:
    sheet = lines(ACTIONS)
    headings = [line.text for line in sheet if not line.keys]
    assert headings[:3] == ["File", "Edit", "View"]
    at = sheet.index(Line("Edit"))
    assert "Copy" in [line.text for line in sheet[at + 1 : at + 4]]
    assert "View: Text size" in headings


@pytest.mark.usefixtures("qapp")
def test_keys_that_few_keyboards_have_are_left_out() -> None:
    everything = ", ".join(line.keys for line in lines(ACTIONS))
    assert "F16" not in everything
    assert "Zoom In" not in everything


@pytest.mark.usefixtures("qapp")
def test_every_key_of_an_area_is_one_that_qt_knows() -> None:
    for _, rows in AREAS:
        for _, keys in rows:
            for key in keys:
                assert QKeySequence(key).toString() == key


def test_the_marks_of_menu_letters_are_left_out() -> None:
    assert plain("&Find…") == "Find"
    assert plain("Save && &close") == "Save & close"


def test_a_row_is_read_out_whole(dialog: ShortcutsDialog) -> None:
    model = dialog.table.model()
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(dialog.table.rowCount())]
    assert "Find, Ctrl+F" in spoken
    assert "In the search field" in spoken
    assert all(spoken)


def test_headings_run_across_and_are_passed_over_by_the_keyboard(dialog: ShortcutsDialog) -> None:
    heading = next(row for row in range(dialog.table.rowCount()) if dialog.table.item(row, 1) is None)
    assert dialog.table.columnSpan(heading, 0) == 2
    assert not dialog.table.model().index(heading, 0).flags() & Qt.ItemFlag.ItemIsSelectable


def lines_of(dialog: ShortcutsDialog) -> list[int]:
    """The rows that are no headings."""
    return [row for row in range(dialog.table.rowCount()) if dialog.table.item(row, 1) is not None]


def chosen(dialog: ShortcutsDialog) -> int:
    (row,) = {index.row() for index in dialog.table.selectedIndexes()}
    assert row == dialog.table.currentRow()
    return row


def test_end_and_home_go_to_the_last_line_and_the_first(dialog: ShortcutsDialog) -> None:
    rows = lines_of(dialog)
    for key, row in ((Qt.Key.Key_End, rows[-1]), (Qt.Key.Key_Home, rows[0])):
        QTest.keyClick(dialog.table, key)
        assert chosen(dialog) == row
        place = dialog.table.visualRect(dialog.table.currentIndex())
        assert dialog.table.viewport().rect().contains(place.center())
    # The heading above the first line is in sight again as well.
    assert dialog.table.verticalScrollBar().value() == dialog.table.verticalScrollBar().minimum()


@pytest.mark.parametrize(
    ("there", "back"),
    [(Qt.Key.Key_Down, Qt.Key.Key_Up), (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)],
)
def test_lines_and_pages_lead_from_the_first_line_to_the_last_and_back_over_headings(
    dialog: ShortcutsDialog, there: Qt.Key, back: Qt.Key
) -> None:
    rows = lines_of(dialog)
    for key, path in ((there, rows), (back, rows[::-1])):
        seen = [chosen(dialog)]
        while seen[-1] != path[-1]:
            QTest.keyClick(dialog.table, key)
            seen.append(chosen(dialog))
            assert path.index(seen[-1]) > path.index(seen[-2])
        assert (seen == path) is (key in {Qt.Key.Key_Down, Qt.Key.Key_Up})
        QTest.keyClick(dialog.table, key)
        assert chosen(dialog) == path[-1]


def test_tab_leaves_the_table_and_escape_the_window(dialog: ShortcutsDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.table.hasFocus)
    QTest.keyClick(dialog.table, Qt.Key.Key_Tab)
    assert dialog.close_button.hasFocus()
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_rows_are_large_enough_and_grow_with_the_text(dialog: ShortcutsDialog, theme: Theme) -> None:
    before = dialog.table.rowHeight(1)
    assert before >= 24
    theme.set_text_scale(2)
    assert dialog.table.rowHeight(1) > before
