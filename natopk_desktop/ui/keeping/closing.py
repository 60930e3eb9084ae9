"""Asks, one after the other, what is to become of unsaved changes, and goes on only when every answer allows it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from natopk_desktop.ui.keeping import questions
from natopk_desktop.ui.tabs.dossier_page import DossierPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from natopk_desktop.ui.tabs.page import Page
    from natopk_desktop.ui.tabs.windows import Windows


def settle(windows: Windows, pages: Sequence[Page], then: Callable[[], object]) -> None:
    """Ask for each changed one of ``pages``, then do ``then``; not where the reader cancels or a save fails."""
    changed = [page for page in pages if isinstance(page, DossierPage) and page.is_changed]
    _Round(windows, changed, then).ask_next()


class _Round:
    """One round of questions."""

    def __init__(self, windows: Windows, pages: list[DossierPage], then: Callable[[], object]) -> None:
        self._windows = windows
        self._left = pages
        self._discarded: list[DossierPage] = []
        self._then = then

    def ask_next(self) -> None:
        """Ask about the next page; after the last, do what all this was for."""
        if not self._left:
            for page in self._discarded:
                page.discard()
            self._then()
            return
        page = self._left.pop(0)
        window = self._windows.window_of(page)
        self._windows.bring_forward(window, page)
        box = questions.unsaved(window, page)
        box.buttonClicked.connect(partial(self._on_answer, box, page))

    def _on_answer(self, box: QMessageBox, page: DossierPage, *_button: object) -> None:
        answer = box.standardButton(box.clickedButton())
        if answer == QMessageBox.StandardButton.Save:
            self._windows.window_of(page).saver.save(page, self.ask_next)
        elif answer == QMessageBox.StandardButton.Discard:
            self._discarded.append(page)
            self.ask_next()
