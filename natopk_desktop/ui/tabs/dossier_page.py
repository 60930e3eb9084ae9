"""The tab of an open dossier: its view, what was changed in it, and what stands beside the view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout

from natopk_desktop.plain import one_line
from natopk_desktop.ui.dossier_view import DossierView
from natopk_desktop.ui.tabs.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent, QUndoStack
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.keeper import Keeper
    from natopk_desktop.ui.opening.beside import Beside
    from natopk_desktop.ui.tabs.opened import Opened
    from natopk_desktop.ui.theme import Theme

TITLE_LETTERS: Final = 120


class DossierPage(Page):
    """Holds the view of a dossier, and makes a new one whenever the dossier is changed.

    Attributes:
        opened: the dossier as it is now, and where it came from.
        view: its panes.

    Signals:
        copy_citation_requested, link_requested, source_requested, action_requested, entry_menu_requested: as those of
            the view.
        dossier_changed: ``opened.dossier`` is another, and ``view`` shows it.
        columns_requested: the reader wants to say which column of the table holds what.
    """

    copy_citation_requested = Signal(object)
    link_requested = Signal(str)
    source_requested = Signal()
    action_requested = Signal(str)
    entry_menu_requested = Signal(int, QPoint)
    dossier_changed = Signal()
    columns_requested = Signal()

    def __init__(
        self, opened: Opened, theme: Theme, keeper: Keeper, at: str | None = None, parent: QWidget | None = None
    ) -> None:
        """Show ``opened`` where it was left, or at the milestone of the id ``at``."""
        super().__init__(parent)
        self.opened = opened
        self._theme = theme
        self._keeper = keeper
        self._kept = opened.dossier
        self._history: QUndoStack | None = None
        self._beside: Beside | None = None
        self.view = DossierView(opened.dossier, theme, keeper, at, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._column.addWidget(self.view, 1)
        self._connect_view()

    @property
    def name(self) -> str:
        """The title of the source."""
        return one_line(self.opened.dossier.title, TITLE_LETTERS)

    @property
    def hint(self) -> str:
        """The whole name of the file."""
        return "" if self.file is None else one_line(str(self.file))

    @property
    def file(self) -> Path | None:
        """The file that the dossier is saved in, else the one it was read from."""
        return self.opened.file

    @property
    def is_home(self) -> bool:
        """Whether this is the built-in dossier."""
        return self.opened.is_built_in

    @property
    def is_changed(self) -> bool:
        """Whether the dossier differs from the one that was opened or saved last."""
        return self.opened.dossier is not self._kept

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        self.view.timeline.setFocus()

    def late_steps(self) -> list[Callable[[], None]]:
        """Return what waits for the first paint."""
        return [self._tell_guesses, *self.view.late_steps()]

    def _tell_guesses(self) -> None:
        """Show the line on what was understood also of a dossier whose own file has guesses left."""
        if self.opened.dossier.head.computed:
            self.beside.show_bar()

    @property
    def beside(self) -> Beside:
        """What stands beside the view: the line on what was understood, and the review."""
        if self._beside is None:
            from natopk_desktop.ui.opening.beside import Beside

            self._beside = Beside(self, self._column, self._theme)
        return self._beside

    @property
    def is_reviewing(self) -> bool:
        """Whether the review is shown."""
        return self._beside is not None and self._beside.is_reviewing

    def beside_view(self) -> tuple[list[QWidget], list[QWidget]]:
        """Return what stands above the view, and what stands after it, so far as it was ever shown."""
        if self._beside is None:
            return [], []
        above, below = self._beside.bar, self._beside.review
        return ([] if above is None else [above]), ([] if below is None else [below])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what stands beside the view find its place."""
        super().resizeEvent(event)
        if self._beside is not None:
            self._beside.place()

    def begin_late(self) -> None:
        """Begin what waits for the view's first paint; it ends with that view, should another take its place."""
        from natopk_desktop.ui.later import Later

        Later(self.late_steps(), self.view).start()

    def end(self) -> None:
        """Remember how the dossier was left, and end the search's thread."""
        self.view.end()

    def _connect_view(self) -> None:
        self.view.changed.connect(self.changed)
        self.view.copy_citation_requested.connect(self.copy_citation_requested)
        self.view.link_requested.connect(self.link_requested)
        self.view.source_requested.connect(self.source_requested)
        self.view.action_requested.connect(self.action_requested)
        self.view.entry_menu_requested.connect(self.entry_menu_requested)

    # Changing

    @property
    def history(self) -> QUndoStack:
        """What was changed, to be undone and redone."""
        if self._history is None:
            from PySide6.QtGui import QUndoStack

            self._history = QUndoStack(self)
            self._history.indexChanged.connect(self.changed)
        return self._history

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return self._history is not None and self._history.canUndo()

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return self._history is not None and self._history.canRedo()

    def change(self, dossier: Dossier, words: str) -> None:
        """Show ``dossier`` instead of the one so far, as a step that can be undone; ``words`` say what it does."""
        if dossier is not self.opened.dossier:
            from natopk_desktop.ui.tabs.change import Change

            self.history.push(Change(self, dossier, words))

    def put(self, dossier: Dossier) -> None:
        """Show ``dossier`` where the reader is in the one so far; a step of the history does so."""
        old, self.opened = self.view, msgspec.structs.replace(self.opened, dossier=dossier)
        view = DossierView(dossier, self._theme, self._keeper, None, self, before=old.reading)
        view.take_over(old)
        self.view = view
        self._put_view(old)
        self._connect_view()
        self.begin_late()
        self.described.emit()
        self.dossier_changed.emit()
        self.changed.emit()

    def _put_view(self, old: DossierView) -> None:
        if self._beside is None or not self._beside.put_view():
            self._column.replaceWidget(old, self.view)
            self._column.setStretchFactor(self.view, 1)
        old.hide()
        old.search.close()
        old.deleteLater()
        self.view.show()

    # Saving

    def keep(self, dossier: Dossier, opened: Opened) -> None:
        """Take in that ``dossier`` has been saved, where ``opened`` says."""
        self._kept = dossier
        self.opened = msgspec.structs.replace(opened, dossier=self.opened.dossier)
        self.described.emit()
        self.changed.emit()

    def discard(self) -> None:
        """Take in that the reader does not want the changes kept."""
        self._kept = self.opened.dossier
