from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from natopk_desktop.ui.tool_row import ToolRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.theme import Theme


ENDS = ("page", "print", "export")
"""The buttons at the end of the row, by their names."""


def in_order(row: ToolRow) -> list[str]:
    names = {id(row.back): "back", id(row.forward): "forward"}
    return [names.get(id(widget), widget.objectName()) for widget in row.in_tab_order()]


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> ToolRow:
    search, topics = QLineEdit(), QLabel("topics " * 8)
    search.setObjectName("search")
    topics.setObjectName("topics")
    made = ToolRow(theme, search, topics)
    made.setMinimumSize(1, 1)  # on its own it is a window, which would be kept as wide as its contents
    qtbot.addWidget(made)
    made.resize(1200, made.sizeHint().height())
    made.show()
    return made


def test_it_folds_where_it_is_too_long_and_unfolds_again(row: ToolRow, qtbot: QtBot) -> None:
    unfolded = row.sizeHint().height()
    with qtbot.waitSignal(row.folds_changed):
        row.resize(500, unfolded)
    assert row.sizeHint().height() > unfolded

    with qtbot.waitSignal(row.folds_changed):
        row.resize(1200, unfolded)
    assert row.sizeHint().height() == unfolded


def test_larger_text_folds_it_too(row: ToolRow, theme: Theme) -> None:
    row.resize(900, 50)
    before = row.folds
    theme.set_text_scale(2.0)
    assert (before, row.folds) == (0, 1)


def test_the_controls_come_in_reading_order(row: ToolRow) -> None:
    orders = []
    for width in range(1200, 60, -20):
        row.resize(width, 50)
        orders.append(tuple(in_order(row)))
    assert list(dict.fromkeys(orders)) == [
        ("back", "forward", "search", "topics", *ENDS),
        ("back", "forward", "search", *ENDS, "topics"),
        ("back", "forward", "search", "topics", "page"),
    ]


def test_where_all_buttons_have_no_room_the_page_keeps_its_own(row: ToolRow) -> None:
    row.resize(100, 50)
    assert in_order(row) == ["back", "forward", "search", "topics", "page"]
    assert [row.ends[name].isHidden() for name in ENDS] == [name != "page" for name in ENDS]
    row.resize(1200, 50)
    assert not any(row.ends[name].isHidden() for name in ENDS)


def test_buttons_are_large_enough_and_have_names(row: ToolRow) -> None:
    for button in (row.back, row.forward, *row.ends.values()):
        assert min(button.width(), button.height()) >= 24
        assert button.accessibleName() or button.text()


def test_arrows_turn_round_in_a_right_to_left_language(row: ToolRow, qtbot: QtBot) -> None:
    left_to_right = row.back.grab().toImage()
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert row.back.grab().toImage() != left_to_right
    qtbot.waitUntil(lambda: row.forward.x() < row.back.x())
