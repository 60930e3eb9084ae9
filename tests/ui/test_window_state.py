from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from natopk_desktop.settings import Box
from natopk_desktop.ui import window_state
from natopk_desktop.ui.window_state import fitted

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

DESK = QRect(0, 0, 1920, 1040)
BESIDE = QRect(1920, 0, 1280, 1024)


@pytest.mark.parametrize(
    ("place", "screens", "expected"),
    [
        (QRect(100, 80, 900, 700), [DESK], QRect(100, 80, 900, 700)),
        (QRect(2000, 100, 900, 700), [DESK, BESIDE], QRect(2000, 100, 900, 700)),
        (QRect(2000, 100, 900, 700), [DESK], None),  # the second screen is gone
        (QRect(100, 80, 4000, 3000), [DESK], QRect(0, 0, 1920, 1040)),
        (QRect(1500, 900, 900, 700), [DESK], QRect(1020, 340, 900, 700)),
        (QRect(100, -600, 900, 700), [DESK], None),  # its title bar lies above the screen
        (QRect(-880, 10, 900, 700), [DESK], None),
        (QRect(100, 80, 1, 1), [DESK], None),
        (QRect(100, 80, 100, 100), [DESK], QRect(100, 80, 320, 240)),
        (QRect(100, 80, 900, 700), [], None),
    ],
)
def test_a_place_is_taken_again_only_where_there_is_a_screen(
    place: QRect, screens: list[QRect], expected: QRect | None
) -> None:
    assert fitted(place, screens) == expected


def test_a_window_stands_where_it_stood(qtbot: QtBot) -> None:
    first, second = QWidget(), QWidget()
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    first.setGeometry(50, 60, 500, 400)

    window_state.restore(second, window_state.box_of(first))

    assert second.geometry() == first.geometry()


def test_a_window_that_was_on_a_lost_screen_keeps_its_size(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    window_state.restore(window, Box(50_000, 50_000, 500, 400))

    assert (window.width(), window.height()) == (500, 400)


def test_a_first_window_is_no_larger_than_its_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    window_state.restore(window, None)

    room = QApplication.primaryScreen().availableSize()
    assert window.width() == min(1280, room.width())
    assert window.height() <= min(800, room.height())
