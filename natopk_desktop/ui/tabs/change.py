"""A step of a page's history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.tabs.dossier_page import DossierPage


class Change(QUndoCommand):
    """One dossier in the place of another; both share all that did not change."""

    def __init__(self, page: DossierPage, dossier: Dossier, words: str) -> None:
        """Put ``dossier`` in the place of the one that ``page`` shows; ``words`` say what that does."""
        super().__init__(words)
        self._page = page
        self._before = page.opened.dossier
        self._after = dossier

    def redo(self) -> None:
        """Show the changed dossier."""
        self._page.put(self._after)

    def undo(self) -> None:
        """Show the dossier as it was before."""
        self._page.put(self._before)
