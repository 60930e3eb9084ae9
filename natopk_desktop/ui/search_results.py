"""The list of results: one line of ours and one line of words for each hit, with the matches marked."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from natopk_desktop.ui.search_texts import Result, result
from natopk_desktop.ui.slim_bars import slim
from natopk_desktop.ui.theme import GRID, Role
from natopk_desktop.ui.timeline.matches import units
from natopk_desktop.ui.timeline.text_lines import Marked, one_line

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from natopk_desktop.ui.search_state import SearchState
    from natopk_desktop.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

CHUNK: Final = 200
"""Hits taken into the list at once; more come as the reader scrolls."""

NOWHERE: Final = QModelIndex()


class ResultRole(IntEnum):
    """What a row of results answers besides its words: the whole ``Result``."""

    RESULT = Qt.ItemDataRole.UserRole


class ResultsModel(QAbstractListModel):
    """The hits of a search, described when asked for."""

    def __init__(self, search: SearchState, parent: QWidget) -> None:
        """Follow ``search``."""
        super().__init__(parent)
        self._search = search
        self._count = 0
        self._results: dict[int, Result] = {}
        search.hits_changed.connect(self.refill)
        self.refill()

    def refill(self) -> None:
        """Begin again with the first hits of the search."""
        self.beginResetModel()
        self._results.clear()
        self._count = min(CHUNK, self._search.count)
        self.endResetModel()

    def reach(self, at: int) -> None:
        """Take in hits up to the one in place ``at``."""
        wanted = min(self._search.count, at + 1)
        if wanted > self._count:
            self.beginInsertRows(QModelIndex(), self._count, wanted - 1)
            self._count = wanted
            self.endInsertRows()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many hits are taken in."""
        return 0 if parent.isValid() else self._count

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether there are hits that are not taken in yet."""
        return not parent.isValid() and self._count < self._search.count

    def fetchMore(self, parent: Index) -> None:
        """Take in more hits."""
        if not parent.isValid():
            self.reach(self._count + CHUNK - 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a hit's words, what a screen reader says of it, or its ``Result``."""
        if not index.isValid() or not 0 <= index.row() < min(self._count, self._search.count):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._result(index.row()).words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._result(index.row()).spoken
        if role == ResultRole.RESULT:
            return self._result(index.row())
        return None

    def _result(self, at: int) -> Result:
        known = self._results.get(at)
        if known is None:
            known = self._results[at] = result(self._search, self._search.hits[at])
        return known


class ResultsDelegate(QStyledItemDelegate):
    """Paints a row of results: label and reason above, the words below."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        """Paint for ``view`` in the colours of ``theme``."""
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of both lines; the width is the view's."""
        height = self._metrics(Role.SMALL).height() + self._metrics(Role.ENTRY).height() + 3 * GRID
        return QSize(0, round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        shown = index.data(ResultRole.RESULT)
        if not isinstance(shown, Result):
            return
        painter.save()
        colours = self._theme.colours
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour(colours.selection))
            edge = rect.adjusted(0, 0, 3 - rect.width(), 0)
            painter.fillRect(edge, self._theme.colour(colours.accent))
        inner = rect.adjusted(3 * GRID, GRID, -3 * GRID, -GRID)
        self._paint_label(painter, inner, shown)
        self._paint_words(painter, inner, shown)
        painter.restore()

    def _paint_label(self, painter: QPainter, rect: QRectF, shown: Result) -> None:
        colours = self._theme.colours
        metrics = self._metrics(Role.SMALL)
        font = self._theme.font(Role.SMALL)
        baseline = rect.top() + metrics.ascent()
        painter.setPen(self._theme.colour(colours.note if shown.is_ours else colours.soft_ink))
        label = shown.label + (" · " if shown.reason else "")
        self._draw(
            painter, shown=Marked(label, (), QTextCharFormat()), font=font, at=(rect.left(), baseline, rect.width())
        )
        if shown.reason:
            used = metrics.horizontalAdvance(label)
            painter.setPen(self._theme.colour(colours.note))
            place = (rect.left() + used, baseline, max(0.0, rect.width() - used))
            self._draw(painter, shown=Marked(shown.reason, (), QTextCharFormat()), font=font, at=place)

    def _paint_words(self, painter: QPainter, rect: QRectF, shown: Result) -> None:
        colours = self._theme.colours
        role = Role.LABEL if shown.is_ours else Role.ENTRY
        mark = QTextCharFormat()
        mark.setBackground(self._theme.colour(colours.marked))
        mark.setForeground(self._theme.colour(colours.ink))
        places = [
            (units(shown.words, span.start), units(shown.words, span.end) - units(shown.words, span.start))
            for span in shown.marks
        ]
        painter.setPen(self._theme.colour(colours.ink))
        top = rect.top() + self._metrics(Role.SMALL).height() + GRID
        baseline = top + self._metrics(Role.ENTRY).ascent()
        marked = Marked(shown.words, places, mark)
        self._draw(painter, shown=marked, font=self._theme.font(role), at=(rect.left(), baseline, rect.width()))

    def _draw(self, painter: QPainter, *, shown: Marked, font: QFont, at: tuple[float, float, float]) -> None:
        """Draw a line whose baseline begins at the first two numbers of ``at``, as wide as the third."""
        x, y, width = at
        if width > 0:
            one_line(shown, font, width).draw(painter, QPointF(x, y))

    def _metrics(self, role: Role) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font(role))


class ResultsView(QListView):
    """The list itself.

    Signals:
        chosen: the reader wants to go to the hit in this place.
        left: the reader goes up from the first row, back to the field.
        escaped: the reader pressed Escape.
    """

    chosen = Signal(int)
    left = Signal()
    escaped = Signal()

    def __init__(self, search: SearchState, theme: Theme, parent: QWidget) -> None:
        """Show the hits of ``search``."""
        super().__init__(parent)
        self._theme = theme
        self.results = ResultsModel(search, self)
        self.setModel(self.results)
        self.setItemDelegate(ResultsDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(self.tr("Search results"))
        slim(self, theme)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._dress)

    def enter(self, at: int | None) -> None:
        """Take the keyboard, at the hit in place ``at`` or at the first."""
        self.results.reach(at or 0)
        self.setCurrentIndex(self.results.index(at or 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def row_height(self) -> int:
        """Return the height of a row in pixels."""
        return self.sizeHintForRow(0) if self.results.rowCount() else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the row with Enter, leave with Escape or upwards from the first row."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters belong to the field."""

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    def _dress(self) -> None:
        """Lay out again: the rows have another height, and the view keeps what it knew."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
