"""The headings of the page as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView

from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.ui.detail.host import Host

INDENT: Final = "\u2003"
SMALLEST_ROW: Final = 24


class OutlineModel(QAbstractListModel):
    """One row a title or heading, in order."""

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Read the dossier's outline."""
        super().__init__(parent)
        self._host = host
        self._sections = host.dossier.outline.sections

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return the number of headings."""
        return 0 if parent is not None and parent.isValid() else len(self._sections)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a heading's words, indented by its level on the screen and told with it to a screen reader."""
        if not index.isValid():
            return None
        section = self._sections[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            words = self._host.dossier.blocks.span(section.head).of(self._host.text)
            if role == Qt.ItemDataRole.DisplayRole:
                return INDENT * (section.level - 1) + words
            return self.tr("{words}, level {level}").format(words=words, level=section.level)
        if role == Qt.ItemDataRole.SizeHintRole:
            from PySide6.QtGui import QFontMetrics

            height = QFontMetrics(self._host.theme.font(Role.LABEL)).height() + 2 * GRID
            return QSize(0, max(SMALLEST_ROW, height))
        return None

    def start_of(self, row: int) -> int:
        """Return where the heading in ``row`` stands in the source."""
        return self._host.dossier.blocks.starts[self._sections[row].head]


class PageOutline(QListView):
    """The list; a click, Return or Enter goes to the heading.

    Signals:
        heading_chosen: go to the heading at this code point.
    """

    heading_chosen = Signal(int)

    def __init__(self, host: Host, parent: QWidget) -> None:
        """List the headings of the dossier."""
        super().__init__(parent)
        self._host = host
        self._model = OutlineModel(host, self)
        self.setModel(self._model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Headings of the page"))
        self.clicked.connect(self._choose)
        self.restyle()

    def restyle(self) -> None:
        """Take the font from the theme again."""
        self.setFont(self._host.theme.font(Role.LABEL))
        self.doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the current heading."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.heading_chosen.emit(self._model.start_of(index.row()))
