"""Listens at the door for what later starts of the program ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from natopk_desktop.one_process.door import Door

EVERY_MS: Final = 300
"""How often the folder is looked at where the system does not tell of changes in it."""


class Doorman(QObject):
    """Watches a door while the event loop runs.

    Signals:
        asked: a later start asks for this ``Request``.
    """

    asked = Signal(object)

    def __init__(self, door: Door, parent: QObject) -> None:
        """Watch ``door``; what waits there already is told of in the next turn of the event loop."""
        super().__init__(parent)
        self._door = door
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        if not self._watcher.addPath(door.folder):
            timer = QTimer(self)
            timer.timeout.connect(self._look)
            timer.start(EVERY_MS)
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        for request in self._door.requests():
            self.asked.emit(request)
