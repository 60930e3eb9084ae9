"""The menu on an entry of the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from natopk_desktop.dossier.spans import hull

if TYPE_CHECKING:
    from natopk_desktop.ui.commands import Commands
    from natopk_desktop.ui.main_window import MainWindow


class EntryMenu(QMenu):
    """What can be done with one milestone. Deletes itself when closed."""

    def __init__(self, row: int, commands: Commands, window: MainWindow) -> None:
        """Offer what ``commands`` can do with the milestone in ``row`` of the dossier."""
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        milestones = window.reading.dossier.milestones
        texts, printed = milestones.text.spans(row), milestones.printed.spans(row)
        if texts:
            words = hull(texts)
            whole = hull((*printed, *texts))
            self.addAction(self.tr("&Copy"), partial(commands.copy_span, words))
            self.addAction(self.tr("Copy with &date"), partial(commands.copy_span, whole)).setVisible(whole != words)
            self.addAction(self.tr("Copy with c&itation"), partial(commands.copy_citation_of, words))
            self.addSeparator()
            self.addAction(self.tr("Show in the &whole page"), partial(window.reading.open_page, whole))
