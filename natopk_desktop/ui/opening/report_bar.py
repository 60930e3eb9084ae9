"""The quiet line above a dossier from a file: what was understood, and ways to read and mend the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from natopk_desktop.report import Count
from natopk_desktop.ui.opening import understood
from natopk_desktop.ui.tabs.tab_bar import CloseButton
from natopk_desktop.ui.theme import GRID, Role
from natopk_desktop.ui.tool_row import button_style

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from natopk_desktop.ui.tabs.opened import Opened
    from natopk_desktop.ui.theme import Theme


class ReportBar(QWidget):
    """Tells in one line how well a file was understood.

    Signals:
        details_requested: the reader wants the whole report.
        review_requested: the reader wants to look through what was found.
        columns_requested: the reader wants to say which column of a table holds what.
        closed: the reader has seen enough of it.
    """

    details_requested = Signal()
    review_requested = Signal()
    columns_requested = Signal()
    closed = Signal()

    def __init__(self, opened: Opened, theme: Theme, parent: QWidget, *, is_table: bool) -> None:
        """Tell of ``opened``; of a table it offers another choice of columns."""
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("report")
        self.setAccessibleName(self.tr("What was understood of the file"))
        self.told = QLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.details = QPushButton(self.tr("&Details…"), self)
        self.details.setAccessibleName(self.tr("Details of what was understood"))
        self.review = QPushButton(self.tr("Revie&w"), self)
        self.columns = QPushButton(self.tr("&Columns…"), self)
        self.columns.setVisible(is_table)
        self.close_button = CloseButton(theme, self)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.setAccessibleName(self.tr("Close this line"))
        self.details.clicked.connect(self.details_requested)
        self.review.clicked.connect(self.review_requested)
        self.columns.clicked.connect(self.columns_requested)
        self.close_button.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4 * GRID, GRID, 2 * GRID, GRID + 1)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.told, 1)
        for button in (self.details, self.review, self.columns, self.close_button):
            layout.addWidget(button)
        theme.changed.connect(self._dress)
        self._dress()
        self.show_opened(opened)

    def show_opened(self, opened: Opened) -> None:
        """Tell of ``opened`` as it is now."""
        self.told.setText(self.words(opened))
        self.told.setAccessibleName(self.told.text())
        self.details.setVisible(bool(opened.items or opened.counts))  # a dossier does not keep the report of its import

    def words(self, opened: Opened) -> str:
        """Return the line."""
        found = understood.count(opened)
        count = self.tr("{n:milestone|milestones}").format(n=Count(found.milestones))
        parts = [count if found.milestones else self.tr("a page without milestones")]
        if found.undated:
            parts.append(self.tr("{count} without a date").format(count=found.undated))
        if found.found:
            parts.append(self.tr("{count} found by a program").format(count=found.found))
        if found.residue_of_all:
            percent = f"{max(0.1, 100 * found.residue_of_all):.1f}"
            parts.append(self.tr("{percent} % not understood").format(percent=percent))
        if found.corrected:
            parts.append(self.tr("{count} corrected by you").format(count=found.corrected))
        if found.confirmed:
            parts.append(self.tr("{count} confirmed by you").format(count=found.confirmed))
        told = " · ".join(parts)
        if found.is_hardly:
            return self.tr("Opened, but hardly understood: {numbers}").format(numbers=told)
        return self.tr("Understood: {numbers}").format(numbers=told)

    def minimumSizeHint(self) -> QSize:
        """Allow any width."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and hairline."""
        painter = QPainter(self)
        colours = self._theme.colours
        painter.fillRect(self.rect(), self._theme.colour(colours.panel))
        painter.setPen(self._theme.colour(colours.hairline))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _dress(self) -> None:
        self.told.setFont(self._theme.font(Role.LABEL))
        for button in (self.details, self.review, self.columns):
            button.setStyleSheet(button_style(self._theme))
