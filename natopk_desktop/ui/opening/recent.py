"""The menu of files opened lately; those that are gone for now are grey, since a stick may come back."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from natopk_desktop.plain import one_line
from natopk_desktop.ui.timeline.overview_words import tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from natopk_desktop.ui.main_window import MainWindow

NAME_LETTERS: Final = 60
FOLDER_LETTERS: Final = 40
DIGITS: Final = 9


class RecentMenu(QObject):
    """Fills a menu, whose own entries stay at its end, whenever it opens."""

    def __init__(self, menu: QMenu, window: MainWindow) -> None:
        """Fill ``menu`` with what the settings of ``window`` remember."""
        super().__init__(menu)
        self._menu = menu
        self._window = window
        self._entries: list[QAction] = []
        menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the files, the last one first."""
        for entry in self._entries:
            self._menu.removeAction(entry)
            entry.deleteLater()
        names = self._window.keeper.settings.recent
        first = next((action for action in self._menu.actions() if action not in self._entries), None)
        self._entries = [self._entry(number, name) for number, name in enumerate(names, 1)]
        if not names:
            self._entries = [QAction(self.tr("No file yet"), self)]
            self._entries[0].setEnabled(False)
        self._menu.insertActions(first, self._entries)  # type: ignore[arg-type]  # None: at the end
        self._window.actions_by_id["clear_recent"].setEnabled(bool(names))

    def _entry(self, number: int, name: str) -> QAction:
        folder, file = os.path.split(name)
        text = f"{one_line(file, NAME_LETTERS)} — {_shortened(one_line(folder))}".replace("&", "&&")
        entry = QAction(f"&{number} {text}" if number <= DIGITS else text, self)
        is_there = os.path.isfile(name)  # noqa: PTH113  # a name that no file can have is no error here
        words = self.tr("Opens this file") if is_there else self.tr("Not there now")
        entry.setToolTip(tip(words, name))
        entry.setEnabled(is_there)
        if not is_there:
            entry.setText(self.tr("{file} (not there now)").format(file=entry.text()))
        entry.triggered.connect(partial(self._open, name))
        return entry

    def _open(self, name: str, *_checked: bool) -> None:
        self._window.windows.opener.open(name, self._window)


def _shortened(folder: str) -> str:
    """Return the end of a folder's name, which tells more than its beginning."""
    return folder if len(folder) <= FOLDER_LETTERS else f"…{folder[-FOLDER_LETTERS:]}"
