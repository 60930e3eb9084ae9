"""The milestones as a scrollable list on a spine, as quick with 100 000 rows as with eleven."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from natopk_desktop.ui.slim_bars import slim
from natopk_desktop.ui.theme import Role
from natopk_desktop.ui.timeline import entries
from natopk_desktop.ui.timeline.delegate import TimelineDelegate
from natopk_desktop.ui.timeline.model import TimelineModel

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QItemSelection, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.search_state import SearchState
    from natopk_desktop.ui.theme import Theme

BATCH: Final = 2000
"""Rows that Qt lays out in one turn of the event loop, well under a millisecond."""
MOVING: Final = frozenset(
    (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
)

Hint = QAbstractItemView.ScrollHint
Cursor = QAbstractItemView.CursorAction
Flag = QItemSelectionModel.SelectionFlag


class TimelineView(QListView):
    """The list of ``reading.rows``; its selection is ``reading``'s place, both ways.

    Attributes:
        delegate: paints the rows.
        theme: its colours and fonts.

    Signals:
        context_menu_requested: a menu is wanted for a milestone (row in the dossier's milestones, global position).
        activated_requested: the reader chose a milestone to read on (Enter); the pane may take the keyboard.
    """

    context_menu_requested = Signal(int, QPoint)
    activated_requested = Signal()

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the rows of ``reading`` and the place it is at."""
        super().__init__(parent)
        self._reading = reading
        self.theme = theme
        self._search: SearchState | None = None
        self._rows = TimelineModel(reading, self)
        self.delegate = TimelineDelegate(self._rows, theme, self)
        self._set_up()
        self.setItemDelegate(self.delegate)
        self.setModel(self._rows)
        self._connect_signals()
        self._describe()
        self._follow()

    def _set_up(self) -> None:
        self.setObjectName("timeline")
        self._make_viewport()
        slim(self, self.theme)
        self.setAccessibleName(self.tr("Milestones"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumWidth(160)

    def _make_viewport(self) -> None:
        """Put a viewport of ours in the place of Qt's.

        Asked for a widget that Python did not make, PySide looks through every class of widget, once: 10 ms that a
        first paint need not spend.
        """
        viewport = QWidget(self)
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        self.setViewport(viewport)

    def _connect_signals(self) -> None:
        self._rows.modelReset.connect(self._on_reset)
        self._reading.location_changed.connect(self._follow)
        self.theme.changed.connect(self._on_theme)
        self.clicked.connect(self._on_clicked)

    def model(self) -> TimelineModel:
        """Return the model of the rows shown."""
        return self._rows

    def set_search(self, search: SearchState | None) -> None:
        """Mark the matches of ``search`` from now on."""
        if self._search is not None:
            self._search.changed.disconnect(self._on_matches)
        self._search = search
        self._rows.set_search(search)
        if search is not None:
            search.changed.connect(self._on_matches)
        self._on_matches()

    def jump(self, position: int, hint: Hint = Hint.EnsureVisible) -> None:
        """Scroll to the row at ``position`` of ``reading.rows``, laid out yet or not; what is chosen stays so."""
        index = self._rows.index(position, 0)
        self._reach(index)
        self.scrollTo(index, hint)

    def copy(self) -> None:
        """Put the chosen milestone's date and text on the clipboard, exactly as the source has them."""
        row = self._chosen_row()
        if row is not None:
            QGuiApplication.clipboard().setText(entries.copied(self._reading.dossier, row))

    def _reach(self, index: QModelIndex) -> None:
        """Make sure that the list can scroll to the row at ``index``: ``scrollTo`` silently fails where it cannot.

        A row that waits for its batch is laid out with all others at once; 100 000 take some 5 ms, at most once after
        a reset, and the batches still waiting find nothing left to do. Of rows that batches laid out the scroll bar
        is not told before the last one.
        """
        if not index.isValid():
            return
        if self.visualRect(index).isEmpty():
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.doItemsLayout()
            self.setLayoutMode(QListView.LayoutMode.Batched)
        else:
            self.updateGeometries()

    def _chosen_row(self) -> int | None:
        """Return the row, in the dossier, of the row selected in the list."""
        chosen = self.selectionModel().selectedIndexes()
        return self._reading.rows[chosen[0].row()] if chosen else None

    def _follow(self) -> None:
        """Select what ``reading`` has chosen, and bring it into view; nothing where it is not shown."""
        position = self._reading.position
        if position is None:
            self.selectionModel().clear()
            return
        if self._chosen_row() == self._reading.row:
            return
        index = self._rows.index(position, 0)
        self._reach(index)
        self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
        self._show(index)

    def _show(self, index: QModelIndex) -> None:
        """Bring a row into view: a near one just so, a far one to the middle."""
        self._reach(index)
        rect, height = self.visualRect(index), self.viewport().height()
        is_near = -height < rect.top() < 2 * height
        self.scrollTo(index, Hint.EnsureVisible if is_near else Hint.PositionAtCenter)

    def _on_reset(self) -> None:
        self.delegate.layouts.forget_rows()
        self._describe()
        self._follow()
        if self._reading.position is None:
            self.scrollToTop()

    def _on_matches(self) -> None:
        self.delegate.layouts.check_matches()
        self.viewport().update()

    def _on_theme(self) -> None:
        self.delegate.layouts.forget_fonts()
        self.doItemsLayout()
        if self.currentIndex().isValid():
            self._show(self.currentIndex())

    def _on_clicked(self, index: QModelIndex) -> None:
        """Show the milestone again that is chosen already, where the whole page covers it."""
        self._reading.choose(self._reading.rows[index.row()])

    def _describe(self) -> None:
        shown, all_rows = self._rows.rowCount(), len(self._reading.dossier.milestones)
        order = self.tr("by date") if self._reading.order == "date" else self.tr("in the order of the source")
        self.setAccessibleDescription(
            self.tr("{shown} of {all} shown, {order}").format(shown=shown, all=all_rows, order=order)
        )

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell ``reading`` what the reader chose; what ``reading`` chose itself comes back without effect."""
        super().selectionChanged(selected, deselected)
        row = self._chosen_row()
        if row is not None and row != self._reading.row:
            self._reading.choose(row)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """One row is chosen by keys or a click, and stays so: neither Ctrl nor dragging takes it away."""
        is_drag = event is not None and event.type() == event.Type.MouseMove
        return Flag.NoUpdate if is_drag or not index.isValid() else Flag.ClearAndSelect

    def moveCursor(self, action: Cursor, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the row a key leads to, reckoned from row heights, so that rows not laid out yet count too."""
        last = self._rows.rowCount() - 1
        if last < 0:
            return QModelIndex()
        at = self.currentIndex().row()
        page = max(1, self.viewport().height() // self.delegate.places().height - 1)
        steps = {Cursor.MoveUp: -1, Cursor.MoveDown: 1, Cursor.MovePageUp: -page, Cursor.MovePageDown: page}
        steps |= {Cursor.MovePrevious: -1, Cursor.MoveNext: 1, Cursor.MoveHome: -last - 1, Cursor.MoveEnd: last + 1}
        to = 0 if at < 0 and action is not Cursor.MoveEnd else min(last, max(0, at + steps.get(action, 0)))
        index = self._rows.index(to, 0)
        self._reach(index)
        return index

    def keyboardSearch(self, _search: str) -> None:
        """Letters typed in the list find nothing: Qt would read every row for it, and Ctrl+F finds more."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, and read on with Enter; letters are left to the window."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._reading.choose(self._reading.rows[self.currentIndex().row()])
            self.activated_requested.emit()
        else:
            if event.key() in MOVING and not self.selectionModel().hasSelection():
                # Qt made the first row the current one when the list got the keyboard; no key would lead to it.
                self.selectionModel().clearCurrentIndex()
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the mouse, or of the chosen one when a key asks."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.visualRect(index).center()
        else:
            index, at = self.indexAt(event.pos()), event.pos()
        if index.isValid():
            row = self._reading.rows[index.row()]
            self.context_menu_requested.emit(row, self.viewport().mapToGlobal(at))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, and paint the top anew, where the year floats and was."""
        super().scrollContentsBy(dx, dy)
        strip = self.delegate.places().height + abs(dy)
        self.viewport().update(QRect(0, 0, self.viewport().width(), strip))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew where rows are of another height now, and keep the chosen row in view if it was."""
        current = self.currentIndex()
        rect = self.visualRect(current)
        was_seen = event.oldSize().height() <= 0 or (rect.bottom() > 0 and rect.top() < event.oldSize().height())
        super().resizeEvent(event)
        if not rect.isEmpty() and rect.height() != self.delegate.places().height:
            self.doItemsLayout()
        if current.isValid() and was_seen:
            self._show(current)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and over them the year of the topmost one, pushed up by the year that follows it."""
        super().paintEvent(event)
        if not self._rows.rowCount():
            self._paint_emptiness()
            return
        top = self.indexAt(QPoint(self.viewport().width() // 2, 0))
        if top.isValid():
            year, pushed = self._rows.entry(top.row()).year, self._pushed(top.row() + 1)
            painter = QPainter(self.viewport())
            self.delegate.paint_floating_year(painter, year, pushed)
            painter.end()

    def _pushed(self, position: int) -> int:
        """Return by how much the row at ``position`` pushes up the floating year, where it opens another."""
        if position >= self._rows.rowCount() or not self._rows.entry(position).opens_year:
            return 0
        places = self.delegate.places()
        return max(0, int(places.date_baseline) + 2 - self.visualRect(self._rows.index(position, 0)).top())

    def emptiness(self) -> str:
        """Return why the list is empty."""
        if len(self._reading.dossier.milestones):
            return self.tr("No milestone passes the filter.")
        return self.tr("This page has no dated entries.")

    def _paint_emptiness(self) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(self.theme.font(Role.LABEL))
        painter.setPen(QColor(self.theme.colours.soft_ink))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(self.viewport().rect().adjusted(16, 24, -16, 0), flags, self.emptiness())
        painter.end()
