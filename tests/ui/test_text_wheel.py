from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from natopk_desktop.ui.text_wheel import TextWheel

HELD = Qt.KeyboardModifier.ControlModifier
FREE = Qt.KeyboardModifier.NoModifier


class Watched(QWidget):
    """Counts the wheel events that reach it."""

    def __init__(self) -> None:
        super().__init__()
        self.reached = 0

    def wheelEvent(self, _event: QWheelEvent) -> None:
        self.reached += 1

    def turn(self, eighths: int, held: Qt.KeyboardModifier) -> None:
        at = QPointF(5, 5)
        buttons = Qt.MouseButton.NoButton
        phase = Qt.ScrollPhase.NoScrollPhase
        QApplication.sendEvent(self, QWheelEvent(at, at, QPoint(), QPoint(0, eighths), buttons, held, phase, False))


@pytest.mark.parametrize(
    ("turns", "steps"),
    [([120], [1]), ([-120], [-1]), ([240], [2]), ([30, 30, 30, 30], [1]), ([60, -60, 120], [1]), ([15], [])],
)
def test_whole_steps_are_told_and_small_ones_added_up(qapp: QApplication, turns: list[int], steps: list[int]) -> None:
    watched = Watched()
    wheel = TextWheel(qapp)
    told: list[int] = []
    wheel.turned.connect(told.append)
    wheel.watch(watched)

    for eighths in turns:
        watched.turn(eighths, HELD)

    assert (told, watched.reached) == (steps, 0)
    watched.turn(120, FREE)
    assert (told, watched.reached) == (steps, 1)
    wheel.setParent(None)
    watched.deleteLater()
