"""The tab of an open dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout

from natopk_desktop.plain import one_line
from natopk_desktop.ui.dossier_view import DossierView
from natopk_desktop.ui.tabs.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from natopk_desktop.ui.keeper import Keeper
    from natopk_desktop.ui.tabs.opened import Opened
    from natopk_desktop.ui.theme import Theme

TITLE_LETTERS: Final = 120


class DossierPage(Page):
    """Holds the view of a dossier.

    Attributes:
        opened: the dossier and where it came from.
        view: its panes.

    Signals:
        copy_citation_requested, link_requested, source_requested, action_requested, entry_menu_requested: as those of
            the view.
    """

    copy_citation_requested = Signal(object)
    link_requested = Signal(str)
    source_requested = Signal()
    action_requested = Signal(str)
    entry_menu_requested = Signal(int, QPoint)

    def __init__(
        self, opened: Opened, theme: Theme, keeper: Keeper, at: str | None = None, parent: QWidget | None = None
    ) -> None:
        """Show ``opened`` where it was left, or at the milestone of the id ``at``."""
        super().__init__(parent)
        self.opened = opened
        self.view = DossierView(opened.dossier, theme, keeper, at, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.addWidget(self.view)
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

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        self.view.timeline.setFocus()

    def late_steps(self) -> list[Callable[[], None]]:
        """Return what waits for the first paint."""
        return self.view.late_steps()

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
