"""Doing in the running app what a later start of it asks for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from natopk_desktop.dossier import store
from natopk_desktop.dossier.location import Location
from natopk_desktop.errors import UserError
from natopk_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from natopk_desktop.one_process.request import Request
    from natopk_desktop.ui.app import Running


def answer(running: Running, request: Request) -> None:
    """Open the files of ``request``, or bring the window used last to the front; bad files are told of."""
    troubles = []
    for file in request.files:
        try:
            dossier = store.load(file)
        except UserError as error:
            troubles.append(error.message)
            continue
        known = request.at is not None and dossier.milestones.row_of(request.at) is not None
        window = MainWindow(dossier, running.windows[0].theme, running.keeper, request.at if known else None)
        running.windows.append(window)
        window.show()
    front = _front(running)
    if not request.files and request.at is not None and front.reading.dossier.milestones.row_of(request.at) is not None:
        front.reading.go(Location(milestone=request.at))
    if troubles:
        front.status.show_notice(" ".join(troubles))
    bring_forward(front, request.token)


def bring_forward(window: MainWindow, token: str = "") -> None:
    """Bring a window to the front, by the leave that the desktop gave to the start that asks."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt looks for it, under Wayland
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _front(running: Running) -> MainWindow:
    """Return the window the reader used last, or the one opened last."""
    active = QApplication.activeWindow()
    return active if isinstance(active, MainWindow) else running.windows[-1]
