"""Files dropped on a window are opened; anything else is refused before it is let go."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from natopk_desktop.ui.main_window import MainWindow


class Drops(QObject):
    """Takes what is dropped on a window."""

    def __init__(self, window: MainWindow) -> None:
        """Listen to ``window``."""
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept files, refuse the rest."""
        if isinstance(event, QDropEvent):  # which entering and moving are as well
            names = files(event.mimeData())
            if not names:
                event.ignore()
                return isinstance(event, QDragEnterEvent)
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                for name in names:
                    self._window.windows.opener.open(name, self._window)
            return True
        return super().eventFilter(watched, event)


def files(data: QMimeData) -> list[str]:
    """Return the names of dropped files; none where anything else, such as a folder or an address, is among them."""
    if not data.hasUrls():
        return []
    names = [url.toLocalFile() for url in data.urls()]
    are_files = bool(names) and all(name and os.path.isfile(name) for name in names)  # noqa: PTH113
    return names if are_files else []
