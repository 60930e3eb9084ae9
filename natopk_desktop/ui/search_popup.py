"""What hangs below the search field: the list of matches, what the filter hides of them, and buttons for a mouse."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from natopk_desktop.ui.search_results import ResultsView
from natopk_desktop.ui.search_texts import hidden_words
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from natopk_desktop.ui.search_state import SearchState
    from natopk_desktop.ui.theme import Theme

ROWS: Final = 8
WIDTH_LETTERS: Final = 70
MARGIN: Final = 4 * GRID
SMALLEST_BUTTON: Final = 24


class SearchPopup(QFrame):
    """Lies over the panes below the field, and never takes the keyboard by itself.

    Attributes:
        results: the list of hits.

    Signals:
        clear_requested: the reader wants the filter gone that hides entries.
        close_requested: the reader wants this gone.
        step_requested: the reader wants to go so many hits further on.
    """

    clear_requested = Signal()
    close_requested = Signal()
    step_requested = Signal(int)

    def __init__(self, search: SearchState, theme: Theme, field: QWidget, ground: QWidget) -> None:
        """Hang below ``field``, over ``ground``, which it stands in."""
        super().__init__(ground)
        self._ground = ground
        self._search = search
        self._theme = theme
        self._field = field
        self.setObjectName("search_popup")
        self.setAutoFillBackground(True)
        self.told = QLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.show_all = QPushButton(self.tr("Show all entries"), self)
        self.show_all.clicked.connect(self.clear_requested)
        self.previous = self._button("‹", self.tr("Previous match"))
        self.previous.clicked.connect(self._on_previous)
        self.next = self._button("›", self.tr("Next match"))
        self.next.clicked.connect(self._on_next)
        self.close_button = self._button("×", self.tr("Close search results"))
        self.close_button.clicked.connect(self.close_requested)
        self.results = ResultsView(search, theme, self)
        self.results.escaped.connect(self.close_requested)
        self._arrange()
        ground.installEventFilter(self)
        theme.changed.connect(self._dress)
        self.hide()
        self._dress()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(3 * GRID, GRID, GRID, GRID)
        head.addWidget(self.told, 1)
        head.addWidget(self.show_all)
        for button in (self.previous, self.next, self.close_button):
            head.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(self.results)
        chain = [self._field, self.results, self.show_all, self.previous, self.next, self.close_button]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def show_list(self) -> None:
        """Show the hits."""
        self.results.show()
        self._appear()

    def show_notice(self) -> None:
        """Show, without the list, that the entry gone to is hidden by the filter, and a way to see it."""
        self.results.hide()
        self._appear()

    def refresh(self) -> None:
        """Tell again what the search has found."""
        if not self.isVisible():
            return
        hides = hidden_words(self._search)
        if self._search.is_hit_hidden:
            hides = self.tr("The filter hides this entry from the list.")
        self.told.setText(hides or self.tr("Enter: next match. Arrow down: into this list."))
        self.show_all.setVisible(bool(hides))
        for button in (self.previous, self.next):
            button.setEnabled(self._search.count > 0)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape, from the buttons too."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the ground when its size changes."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _appear(self) -> None:
        self.show()
        self.raise_()
        self.refresh()

    def _place(self) -> None:
        """Stand below the field, as wide as is good to read and as high as there are rows, within the ground."""
        ground = self._ground
        letters = self.fontMetrics().averageCharWidth() * WIDTH_LETTERS
        width = min(max(self._field.width(), letters), ground.width() - 2 * MARGIN)
        corner = self._field.mapTo(ground, QPoint(0, self._field.height() + GRID))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner.setX(corner.x() + self._field.width() - width)
        x = max(MARGIN, min(corner.x(), ground.width() - MARGIN - width))
        rows = min(ROWS, self.results.results.rowCount()) if self.results.isVisibleTo(self) else 0
        rows = min(rows, self._room(corner.y() + 3 * GRID + self.next.height()) // max(1, self.results.row_height()))
        self.results.setFixedHeight(rows * self.results.row_height() + 1)
        wanted = self._column.totalHeightForWidth(width)
        height = min(wanted if wanted > 0 else self._column.totalSizeHint().height(), self._room(corner.y()))
        self.setGeometry(x, corner.y(), width, height)

    def _room(self, top: int) -> int:
        return max(0, self._ground.height() - top - MARGIN)

    def _button(self, sign: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _on_previous(self) -> None:
        self.step_requested.emit(-1)

    def _on_next(self) -> None:
        self.step_requested.emit(1)

    def _dress(self) -> None:
        colours = self._theme.colours
        self.setStyleSheet(
            f"#search_popup {{ background: {colours.ground}; border: 1px solid {colours.outline}; }}"
            f"QListView {{ background: {colours.ground}; border-top: 1px solid {colours.hairline}; }}"
        )
        self.told.setFont(self._theme.font(Role.LABEL))
        side = max(SMALLEST_BUTTON, round(self.fontMetrics().height() * 1.6))
        for button in (self.previous, self.next, self.close_button):
            button.setFixedSize(side, side)
        if self.isVisible():
            self._place()
