"""A splitter whose handle is a hairline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from natopk_desktop.ui.painting import fill

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.ui.theme import Theme


class _Handle(QSplitterHandle):
    """One pixel to see; Qt lets the mouse take hold of some more."""

    def __init__(self, orientation: Qt.Orientation, splitter: HairlineSplitter) -> None:
        super().__init__(orientation, splitter)
        self._theme = splitter.theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.contentsRect(), self._theme.colour(self._theme.colours.hairline))


class HairlineSplitter(QSplitter):
    """Parts two areas by a line in the theme's colour."""

    def __init__(self, orientation: Qt.Orientation, theme: Theme, parent: QWidget) -> None:
        """Part what will be added to it."""
        super().__init__(orientation, parent)
        self.theme = theme
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        """Give Qt our handle."""
        return _Handle(self.orientation(), self)
