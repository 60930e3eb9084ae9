"""A read-only text that stands in the pane as a label does, but can be gone through, selected and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit

from natopk_desktop.ui.detail.plain_data import plain_data
from natopk_desktop.ui.detail.runs import Runs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QMimeData, QPoint
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.ui.theme import Theme

MARGIN: Final = 4
"""Pixels around the text, in which the focus ring stands."""


class TextView(QTextEdit):
    """A text view without frame, ground, undo and editing, whose selection gives exact slices of the source.

    Attributes:
        runs: where the source's characters stand.
        source: the source that the runs point into.

    Signals:
        menu_requested: a context menu is wanted, at this global point.
        caret_moved: the caret went to this rectangle of the viewport.
    """

    menu_requested = Signal(object)
    caret_moved = Signal(QRect)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty view."""
        super().__init__(parent)
        self.theme = theme
        self.runs = Runs()
        self.source = ""
        self._marks: dict[str, tuple[Span, ...]] = {}
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._make_ground_clear()
        self.document().setDocumentMargin(MARGIN)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.cursorPositionChanged.connect(self._tell_caret)

    def _make_ground_clear(self) -> None:
        """Let the pane's ground show through.

        Not by the viewport: asked for a widget that Python did not make, PySide looks through every class of widget,
        once, which a first paint need not wait for.
        """
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)

    # What is selected and copied

    def selected_spans(self) -> list[Span]:
        """Return what of the source is selected, in order."""
        cursor = self.textCursor()
        return self.runs.spans(cursor.selectionStart(), cursor.selectionEnd()) if cursor.hasSelection() else []

    def selected_span(self) -> Span | None:
        """Return the smallest span that holds all that is selected, None where nothing of the source is."""
        from natopk_desktop.dossier.spans import hull

        spans = self.selected_spans()
        return hull(spans) if spans else None

    def selected_words(self) -> str:
        """Return the selected characters of the source; words of ours among them are left out."""
        return "\n".join(span.of(self.source) for span in self.selected_spans())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give copying and dragging the source's own characters, not what Qt's document made of them."""
        return plain_data(self.selected_words())

    def canInsertFromMimeData(self, _source: QMimeData) -> bool:
        """Take nothing in."""
        return False

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    # What is marked

    def set_marks(self, kind: str, spans: Iterable[Span]) -> None:
        """Mark ``spans`` as ``passage``, ``match`` or ``slip``, instead of those marked so before."""
        kept = tuple(spans)
        if self._marks.get(kind, ()) != kept:
            self._marks[kind] = kept
            self.show_marks()

    def clear_marks(self) -> None:
        """Forget all marks; the next `show_marks` takes them off the text."""
        self._marks = {}

    def marks(self, kind: str) -> tuple[Span, ...]:
        """Return what is marked as ``kind``."""
        return self._marks.get(kind, ())

    def show_marks(self) -> None:
        """Colour the marked ranges anew, as after a change of theme."""
        selections: list[QTextEdit.ExtraSelection] = []
        for kind in ("passage", "slip", "match"):
            spans = self._marks.get(kind, ())
            style = _mark_style(kind, self.theme) if spans else None
            for span in spans:
                for start, end in self.runs.ranges(span):
                    selections.append(_selection(self, start, end, style))
        if selections or self.extraSelections():
            self.setExtraSelections(selections)

    # Standing in the pane

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls; with Ctrl, Qt would enlarge this text alone."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the pane's menu in place of Qt's."""
        from PySide6.QtGui import QContextMenuEvent as Event

        by_mouse = event.reason() == Event.Reason.Mouse
        self.menu_requested.emit(event.globalPos() if by_mouse else self.caret_point())

    def caret_point(self) -> QPoint:
        """Return the global point under the caret."""
        return self.viewport().mapToGlobal(self.cursorRect().bottomLeft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the menu for Shift+F10 too, which Qt does not do everywhere."""
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.menu_requested.emit(self.caret_point())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and a ring around it while it has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            paint_focus_ring(painter, self.viewport().rect(), self.theme)
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _tell_caret(self) -> None:
        if self.hasFocus():
            self.caret_moved.emit(self.cursorRect())


def paint_focus_ring(painter: QPainter, around: QRect, theme: Theme) -> None:
    """Paint the ring that shows where the keyboard is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(theme.colours.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(around.adjusted(1, 1, -1, -1), 4, 4)


def _mark_style(kind: str, theme: Theme) -> QTextCharFormat:
    style = QTextCharFormat()
    colours = theme.colours
    if kind == "slip":
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        style.setUnderlineColor(QColor(colours.note))
        return style
    style.setBackground(QColor(colours.marked))
    style.setForeground(QColor(colours.ink))
    if kind == "match":
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        style.setUnderlineColor(QColor(colours.accent))
    return style


def _selection(view: QTextEdit, start: int, end: int, style: QTextCharFormat | None) -> QTextEdit.ExtraSelection:
    cursor = QTextCursor(view.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format = style or QTextCharFormat()
    return selection


def set_ink(view: QTextEdit, colour: str) -> None:
    """Write in ``colour`` from now on."""
    palette = view.palette()
    if palette.color(QPalette.ColorRole.Text).name() != colour:
        palette.setColor(QPalette.ColorRole.Text, QColor(colour))
        view.setPalette(palette)
