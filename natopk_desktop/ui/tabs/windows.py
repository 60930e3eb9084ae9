"""All windows of the app: which dossier is open where, and moving a tab from one window to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from natopk_desktop.ui import window_state

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from natopk_desktop.ui.keeper import Keeper
    from natopk_desktop.ui.main_window import MainWindow
    from natopk_desktop.ui.tabs.page import Page
    from natopk_desktop.ui.theme import Theme

BESIDE: Final = QPoint(32, 32)
"""Where a window of a tab's own stands from the one it left, if nobody chose a place."""


class Windows(QObject):
    """The windows that share a theme and the settings.

    Attributes:
        windows: those that are open, the first opened first.
    """

    def __init__(self, theme: Theme, keeper: Keeper) -> None:
        """Start without a window."""
        super().__init__()
        self._theme = theme
        self._keeper = keeper
        self.windows: list[MainWindow] = []

    @property
    def active(self) -> MainWindow:
        """The window in use, or the first."""
        active = QApplication.activeWindow()
        return next((window for window in self.windows if window is active), self.windows[0])

    def pages(self) -> Iterator[tuple[MainWindow, Page]]:
        """Yield every page with its window."""
        for window in self.windows:
            for page in window.tabs.pages:
                yield window, page

    def make(self) -> MainWindow:
        """Make a window without a tab, which deletes itself when it is closed."""
        from natopk_desktop.ui.main_window import MainWindow

        window = MainWindow(None, self._theme, self._keeper, windows=self)
        window.closed.connect(window.deleteLater)
        return window

    def take_in(self, window: MainWindow) -> None:
        """Count ``window`` among the open ones."""
        self.windows.append(window)

    def forget(self, window: MainWindow) -> None:
        """Count ``window`` no more; it is closing."""
        if window in self.windows:
            self.windows.remove(window)

    def show_file(self, path: Path) -> bool:
        """Bring forward the tab that shows the file at ``path``, and tell whether there is one."""
        for window, page in self.pages():
            if page.origin is not None and _is_same(page.origin, path):
                window.tabs.show_page(page)
                bring_forward(window)
                return True
        return False

    def window_at(self, at: QPoint) -> MainWindow | None:
        """Return the window seen at a place of the screen."""
        seen = QApplication.topLevelAt(at)
        return next((window for window in self.windows if window is seen), None)

    def move_to_new_window(self, page: Page, at: QPoint | None = None) -> MainWindow:
        """Give ``page`` a window of its own, at a place of the screen or beside the one it leaves."""
        old = next(window for window, known in self.pages() if known is page)
        window = self.make()
        place = QRect(at if at is not None else old.pos() + BESIDE, old.normalGeometry().size())
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        window.setGeometry(window_state.fitted(place, screens) or window.geometry())
        self.move(page, window)
        window.show()
        return window

    def move(self, page: Page, window: MainWindow) -> None:
        """Move ``page`` to ``window``; a window left empty is closed."""
        old = next(known for known, held in self.pages() if held is page)
        if old is window:
            return
        old.tabs.take(page)
        old.release(page)
        window.add(page)
        bring_forward(window)
        if not old.tabs.pages:
            old.close()


def bring_forward(window: MainWindow) -> None:
    """Show ``window`` above the others and give it the keyboard, so far as the system allows."""
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one == other
