"""What the actions on tabs do; ``tabs/actions.py`` names these methods."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from natopk_desktop.ui.main_window import MainWindow
    from natopk_desktop.ui.tabs.page import Page


class TabCommands(QObject):
    """The handlers of one window's actions on tabs."""

    def __init__(self, window: MainWindow) -> None:
        """Act on ``window``."""
        super().__init__(window)
        self._window = window

    def close_tab(self) -> None:
        """Close the current tab, and with the last one the window."""
        page = self._window.tabs.current
        if page is None:
            self._window.close()
        else:
            self._window.close_page(page)

    def close_window(self) -> None:
        """Close the window with all its tabs."""
        self._window.close()

    def next_tab(self) -> None:
        """Show the tab after the current one."""
        self._window.tabs.step(1)

    def previous_tab(self) -> None:
        """Show the tab before the current one."""
        self._window.tabs.step(-1)

    def move_to_new_window(self) -> None:
        """Give the current tab a window of its own."""
        page = self._window.tabs.current
        if page is not None:
            self._window.windows.move_to_new_window(page)

    def move_to_other_window(self) -> None:
        """Move the current tab to the window opened first, or from there to the next."""
        page = self._window.tabs.current
        others = [window for window in self._window.windows.windows if window is not self._window]
        if page is not None and others:
            self._window.windows.move(page, others[0])

    def let_go(self, page: Page, at: QPoint) -> None:
        """Take in where a tab was let go: over another window it joins that, elsewhere it gets a window of its own."""
        windows = self._window.windows
        other = windows.window_at(at)
        if other is not None and other is not self._window:
            windows.move(page, other)
        elif len(self._window.tabs.pages) > 1:
            windows.move_to_new_window(page, at)
        else:
            self._window.move(at)

    def show_menu(self, page: Page, at: QPoint) -> None:
        """Offer what can be done with a tab."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        windows = self._window.windows
        menu.addAction(self.tr("&Close"), partial(self._window.close_page, page))
        apart = menu.addAction(self.tr("Move to &new window"), partial(windows.move_to_new_window, page))
        apart.setEnabled(len(self._window.tabs.pages) > 1)
        for other in windows.windows:
            if other is not self._window and other.tabs.current is not None:
                text = self.tr("Move to the window of “{name}”").format(name=other.tabs.current.name)
                menu.addAction(text.replace("&", "&&"), partial(windows.move, page, other))
        menu.popup(at)
