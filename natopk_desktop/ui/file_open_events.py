"""Files that macOS hands to the running app, as when a dossier is opened in the Finder; not exercised there yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication

from natopk_desktop.one_process.request import Request


class FileOpenEvents(QObject):
    """Takes such events out of all that come to the application.

    Signals:
        asked: the system asks for this ``Request``.
    """

    asked = Signal(Request)

    def __init__(self, application: QGuiApplication) -> None:
        """Watch ``application``."""
        super().__init__(application)
        application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take an event that names a file; all others go their way."""
        if event.type() != QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent) or not event.file():
            return False
        self.asked.emit(Request((event.file(),)))
        return True
