"""Ctrl and the wheel change the text size, anywhere in a window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent

NOTCH = 120
"""Eighths of a degree in one step of a common wheel."""


class TextWheel(QObject):
    """Listens to the windows it watches, before any of their widgets hears of the wheel.

    Signals:
        turned: by how many whole steps, up is positive.
    """

    turned = Signal(int)

    def __init__(self, parent: QObject) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._rest = 0

    def watch(self, window: QObject) -> None:
        """Listen to ``window``, a widget's ``windowHandle()``."""
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a wheel turned with Ctrl held; touch pads send small parts of a step, which are added up."""
        if event.type() != QEvent.Type.Wheel or not isinstance(event, QWheelEvent):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._rest += event.angleDelta().y()
        steps = int(self._rest / NOTCH)
        self._rest -= steps * NOTCH
        if steps:
            self.turned.emit(steps)
        return True
