"""The whole page as one text: every character of the source in order, filled in parts, the wanted place first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QTextCursor
from PySide6.QtWidgets import QTextEdit

from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.detail.filling import insert
from natopk_desktop.ui.detail.page_styles import PageStyles
from natopk_desktop.ui.detail.runs import Runs
from natopk_desktop.ui.detail.text_view import TextView
from natopk_desktop.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.ui.detail.host import Host

CHUNK: Final = 20_000
"""Code points filled in one turn of the event loop."""
BAR: Final = 2
FAR_KEYS: Final = (
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.MoveToStartOfDocument,
    QKeySequence.StandardKey.MoveToEndOfDocument,
    QKeySequence.StandardKey.SelectStartOfDocument,
    QKeySequence.StandardKey.SelectEndOfDocument,
)


class PageText(TextView):
    """The page; blocks stand as the source has them, its blank lines between.

    Signals:
        filled: the last part of the page is in.
        seen_changed: other blocks are seen than before.
    """

    filled = Signal()
    seen_changed = Signal()

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make an empty page."""
        super().__init__(host.theme, parent)
        self._host = host
        self._blocks = host.dossier.blocks
        self._styles = PageStyles(host)
        self._first = self._end = 0
        self.noted: list[tuple[int, int]] = []
        self.source = host.text
        self.document().setDocumentMargin(3 * GRID)  # between the bar and the words
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._fill_on)
        self.verticalScrollBar().valueChanged.connect(self.seen_changed)
        host.watch(self)

    # Filling

    @property
    def is_filled(self) -> bool:
        """Whether all of the page is in."""
        return self._first == 0 and self._end == len(self._blocks)

    def fill_around(self, offset: int) -> None:
        """Empty the view, put in the blocks around the code point ``offset``, and go on with the rest by and by."""
        self._timer.stop()
        self.clear_marks()
        self.setExtraSelections([])
        self.document().clear()
        self.runs = Runs()
        self._styles.restyle()
        self._first = self._end = self._blocks.row_at(offset) if len(self._blocks) else 0
        self._append()
        self._prepend()
        if not self.is_filled:
            self._timer.start()

    def finish(self) -> None:
        """Put in all that is missing."""
        while not self.is_filled:
            self._fill_some()
        self._timer.stop()

    def _fill_on(self) -> None:
        self._fill_some()
        if self.is_filled:
            self._timer.stop()
            self.filled.emit()
        self.seen_changed.emit()

    def _fill_some(self) -> None:
        if self._end < len(self._blocks):
            self._append()
        elif self._first > 0:
            self._prepend()

    def _append(self) -> None:
        end, letters = self._end, 0
        while end < len(self._blocks) and letters < CHUNK:
            letters += self._blocks.ends[end] - self._blocks.starts[end]
            end += 1
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._insert(cursor, range(self._end, end), self.runs)
        self._end = end

    def _prepend(self) -> None:
        first, letters = self._first, 0
        while first > 0 and letters < CHUNK:
            first -= 1
            letters += self._blocks.ends[first] - self._blocks.starts[first]
        if first == self._first:
            return
        held = self.cursorForPosition(self.viewport().rect().topLeft())
        before = self.cursorRect(held).top()
        cursor, runs = QTextCursor(self.document()), Runs()
        self._insert(cursor, range(first, self._first), runs)
        self.runs.prepend(runs, cursor.position())
        self._first = first
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(held).top() - before)

    def _insert(self, cursor: QTextCursor, rows: Iterable[int], runs: Runs) -> None:
        cursor.beginEditBlock()
        for row in rows:
            for span, style in self._styles.of_block(row):
                insert(cursor, self.source, span, runs, style)
        cursor.endEditBlock()

    # Going and being there

    def open_at(self, span: Span) -> None:
        """Mark ``span``, put the caret before it and scroll there."""
        if self.runs.position_of(span.start) is None:
            self.fill_around(span.start)
        self.set_marks("passage", (span,))
        self.go_to(span.start)

    def go_to(self, offset: int) -> None:
        """Put the caret before the code point ``offset`` and scroll it into the upper third."""
        position = self.runs.position_of(offset)
        if position is None:
            self.fill_around(offset)
            position = self.runs.position_of(offset) or 0
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - self.viewport().height() // 4)
        self.seen_changed.emit()

    def caret_row(self) -> int | None:
        """Return the row of the block that the caret stands in, or next before; None on an empty page."""
        return self.row_at(self.textCursor().position())

    def row_at(self, position: int) -> int | None:
        """Return the row of the block at a position of the document; at the end, of the last."""
        if not len(self._blocks):
            return None
        offset = self.runs.offset_at(position)
        return self._blocks.row_at(self.runs.held.end - 1 if offset is None else offset)

    def seen(self) -> Span:
        """Return what of the source is in the view."""
        area = self.viewport().rect()
        first = self.cursorForPosition(area.topLeft()).position()
        last = self.cursorForPosition(area.bottomRight()).position()
        found = self.runs.spans(first, max(first, last) + 1)
        return Span(found[0].start, found[-1].end) if found else Span(0, 0)

    def top_of(self, row: int) -> int | None:
        """Return where in the viewport the first line of a block stands, None where it is not in the document."""
        position = self.runs.position_of(self._blocks.starts[row])
        if position is None:
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor).top()

    def restyle(self) -> None:
        """Take fonts and colours from the theme again; caret, marks and place stay."""
        offset = self.runs.offset_at(self.textCursor().position()) or 0
        passage = self.marks("passage")
        self.fill_around(offset)
        self.set_marks("passage", passage)
        self.go_to(offset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have all of the page in before a key reaches for it."""
        if not self.is_filled and any(event.matches(key) for key in FAR_KEYS):
            self.finish()
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and a bar at the near side of what has notes."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        colour = self.theme.colour(self.theme.colours.note)
        x = self.viewport().width() - BAR if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        cursor = QTextCursor(self.document())
        for start, end in self.noted:
            cursor.setPosition(start)
            top = self.cursorRect(cursor).top()
            cursor.setPosition(end)
            painter.fillRect(x, top, BAR, self.cursorRect(cursor).bottom() - top, colour)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that other blocks are seen."""
        super().resizeEvent(event)
        self.seen_changed.emit()
