from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from natopk_desktop.ui.areas import Areas, first_focusable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Room(QWidget):
    """A window with a field outside the ring and three areas of two buttons each."""

    def __init__(self) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        self.outside = QLineEdit(self)
        layout.addWidget(self.outside)
        self.areas = [QWidget(self) for _ in range(3)]
        self.buttons: list[list[QPushButton]] = []
        for area in self.areas:
            inner = QHBoxLayout(area)
            self.buttons.append([QPushButton(area), QPushButton(area)])
            for button in self.buttons[-1]:
                inner.addWidget(button)
            layout.addWidget(area)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    made = Room()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.outside.setFocus()
    return made


def test_the_ring_goes_round_and_returns(room: Room) -> None:
    ring = Areas(room.areas)
    seen = []
    for _ in range(4):
        ring.step(1)
        seen.append(room.focusWidget())

    assert seen == [room.buttons[0][0], room.buttons[1][0], room.buttons[2][0], room.buttons[0][0]]


def test_backwards_it_begins_with_the_last(room: Room) -> None:
    ring = Areas(room.areas)
    ring.step(-1)

    assert room.focusWidget() is room.buttons[2][0]


def test_an_area_is_entered_where_it_was_left(room: Room) -> None:
    ring = Areas(room.areas)
    room.buttons[0][1].setFocus()
    ring.step(1)
    ring.step(-1)

    assert room.focusWidget() is room.buttons[0][1]


def test_a_place_that_is_gone_or_hidden_is_not_returned_to(room: Room) -> None:
    ring = Areas(room.areas)
    room.buttons[0][1].setFocus()
    ring.step(1)
    room.buttons[0][1].hide()
    ring.step(-1)

    assert room.focusWidget() is room.buttons[0][0]


def test_hidden_areas_are_passed_over(room: Room) -> None:
    room.areas[0].hide()
    ring = Areas(room.areas)
    ring.step(1)

    assert room.focusWidget() is room.buttons[1][0]


def test_an_area_that_takes_no_keyboard_has_no_first_place(qtbot: QtBot) -> None:
    bare = QWidget()
    qtbot.addWidget(bare)

    assert first_focusable(bare) is None
