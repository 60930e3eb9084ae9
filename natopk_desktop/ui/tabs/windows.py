"""All windows of the app: which dossier is open where, and moving a tab from one window to another."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from natopk_desktop.ui import window_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from natopk_desktop.ui.keeper import Keeper
    from natopk_desktop.ui.main_window import MainWindow
    from natopk_desktop.ui.opening.opener import Opener
    from natopk_desktop.ui.tabs.page import Page
    from natopk_desktop.ui.theme import Theme

BESIDE: Final = QPoint(32, 32)
"""Where a window of a tab's own stands from the one it left, if nobody chose a place."""


class Windows(QObject):
    """The windows that share a theme and the settings.

    Attributes:
        theme: the colours and fonts of all of them.
        windows: those that are open, the first opened first.
    """

    def __init__(self, theme: Theme, keeper: Keeper) -> None:
        """Start without a window."""
        super().__init__()
        self.theme = theme
        self._keeper = keeper
        self.windows: list[MainWindow] = []
        self._opener: Opener | None = None

    @property
    def active(self) -> MainWindow:
        """The window in use, or the one opened last; a new one where all have been closed."""
        if not self.windows:
            self.make().show()
        active = QApplication.activeWindow()
        return next((window for window in self.windows if window is active), self.windows[-1])

    def pages(self) -> Iterator[tuple[MainWindow, Page]]:
        """Yield every page with its window."""
        for window in self.windows:
            for page in window.tabs.pages:
                yield window, page

    def make(self) -> MainWindow:
        """Make a window without a tab, which deletes itself when it is closed."""
        from natopk_desktop.ui.main_window import MainWindow

        window = MainWindow(None, self.theme, self._keeper, windows=self)
        window.closed.connect(window.deleteLater)
        return window

    def take_in(self, window: MainWindow) -> None:
        """Count ``window`` among the open ones."""
        self.windows.append(window)

    def forget(self, window: MainWindow) -> None:
        """Count ``window`` no more; it is closing."""
        if window in self.windows:
            self.windows.remove(window)

    @property
    def opener(self) -> Opener:
        """What opens files in these windows."""
        if self._opener is None:
            from natopk_desktop.ui.opening.opener import Opener

            self._opener = Opener(self, self.theme, self._keeper)
        return self._opener

    def open_files(self, paths: Iterable[str | Path], at: str | None = None) -> list[Page]:
        """Open each file in a tab of the window in use, at the milestone of the id ``at`` where it has one."""
        window = self.active
        return [self.opener.open(path, window, at) for path in paths]

    def window_of(self, page: Page) -> MainWindow:
        """Return the window that has ``page`` as a tab."""
        return next(window for window, known in self.pages() if known is page)

    def page_of(self, path: Path) -> tuple[MainWindow, Page] | None:
        """Return the tab that shows the file at ``path``, with its window; None where there is none."""
        shown = ((window, page) for window, page in self.pages() if page.file is not None)
        return next(((window, page) for window, page in shown if _is_same(page.file, path)), None)

    def bring_forward(self, window: MainWindow, page: Page) -> None:
        """Show a tab, and its window above the others."""
        window.tabs.show_page(page)
        bring_forward(window)

    def quit(self) -> None:
        """Close every window, once the reader has said what is to become of all changes."""
        from natopk_desktop.ui.keeping import closing

        closing.settle(self, [page for _, page in self.pages()], self._close_all)

    def _close_all(self) -> None:
        """Close every window, the first opened last: the next start opens where that stood."""
        for window in reversed(self.windows[:]):
            window.close()

    def window_at(self, at: QPoint) -> MainWindow | None:
        """Return the window seen at a place of the screen."""
        seen = QApplication.topLevelAt(at)
        return next((window for window in self.windows if window is seen), None)

    def move_to_new_window(self, page: Page, at: QPoint | None = None) -> MainWindow:
        """Give ``page`` a window of its own, at a place of the screen or beside the one it leaves."""
        old = self.window_of(page)
        window = self.make()
        place = QRect(at if at is not None else old.pos() + BESIDE, old.normalGeometry().size())
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        window.setGeometry(window_state.fitted(place, screens) or window.geometry())
        self.move(page, window)
        window.show()
        return window

    def move(self, page: Page, window: MainWindow) -> None:
        """Move ``page`` to ``window``; a window left empty is closed."""
        old = self.window_of(page)
        if old is window:
            return
        old.tabs.take(page)
        old.release(page)
        window.add(page)
        bring_forward(window)
        if not old.tabs.pages:
            old.close()


def bring_forward(window: MainWindow, token: str = "") -> None:
    """Bring a window to the front, by the leave that the desktop gave to the start that asks, if it was one."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt looks for it, under Wayland
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _is_same(one: Path | None, other: Path) -> bool:
    if one is None:
        return False
    try:
        return one.samefile(other)
    except OSError:
        return one == other
