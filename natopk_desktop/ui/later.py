"""Work that waits for the first paint, then runs step by step so that nobody notices it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Later(QObject):
    """Runs ``steps`` in order, one in each turn of the event loop.

    Signals:
        done: all have run.
    """

    done = Signal()

    def __init__(self, steps: Sequence[Callable[[], None]], parent: QObject) -> None:
        """Take ``steps``; nothing runs before ``start``."""
        super().__init__(parent)
        self._steps = list(steps)

    def start(self) -> None:
        """Begin in the next turn of the event loop."""
        QTimer.singleShot(0, self, self._run)

    def _run(self) -> None:
        if not self._steps:
            self.done.emit()
            return
        step = self._steps.pop(0)
        self.start()
        step()
