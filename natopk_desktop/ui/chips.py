"""Small round-ended buttons: a topic that is shown or not, and something that can be taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from natopk_desktop.plain import one_line
from natopk_desktop.ui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.ui.theme import Theme

DOT: Final = 0.28
"""Radius of a dot, in heights of the letters above their baseline."""

LONGEST_NAME: Final = 36
SMALLEST: Final = 24
ONLY: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Chip(QAbstractButton):
    """A round-ended button with a name. The name is painted as it is: an ampersand in it picks no key."""

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        """Show ``name``, cut where it is long."""
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.rename(name)

    def rename(self, name: str) -> None:
        """Show ``name`` from now on."""
        self.name = one_line(name)
        self._shown = one_line(name, LONGEST_NAME)
        self.setToolTip("")
        if self._shown != self.name:
            # As mark-up that shows exactly these characters: of plain text a tool tip guesses whether it is mark-up.
            self.setToolTip(f"<qt>{self.name.replace('&', '&amp;').replace('<', '&lt;')}</qt>")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the name and what stands beside it."""
        height = max(SMALLEST, self.fontMetrics().height() + 2 * GRID)
        return QSize(height + round(self._beside()) + self.fontMetrics().horizontalAdvance(self._shown), height)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a chip is shown whole or not at all."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, what stands beside the name, the name, and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        rest = QRectF(self.rect()).adjusted(self.height() / 2, 0, -self.height() / 2, 0)
        rest = self._paint_beside(painter, rest)
        colours = self._theme.colours
        painter.setPen(self._theme.colour(colours.ink if self._is_strong() else colours.soft_ink))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        painter.drawText(rest, flags | int(Qt.TextFlag.TextSingleLine), self._shown)
        if self.hasFocus():
            self._paint_outline(painter, colours.accent, 2)

    def _is_strong(self) -> bool:
        return True

    def _beside(self) -> float:
        """Return the width of what stands beside the name."""
        return 0

    def _paint_beside(self, _painter: QPainter, rect: QRectF) -> QRectF:
        """Draw what stands beside the name; return the room left in ``rect`` for the name."""
        return rect

    def _paint_ground(self, painter: QPainter) -> None:
        colours = self._theme.colours
        if self._is_strong():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(colours.selection))
            painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.underMouse() or not self._is_strong():
            self._paint_outline(painter, colours.outline, 1)

    def _paint_outline(self, painter: QPainter, colour: str, width: float) -> None:
        painter.setPen(QPen(self._theme.colour(colour), width))
        inner = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft


class TopicChip(Chip):
    """A topic: checked while its entries are shown. A full dot says so, a ring that they are not.

    Signals:
        only_requested: the reader wants this topic and no other.
        menu_requested: the reader wants the chip's menu.
    """

    only_requested = Signal()
    menu_requested = Signal()

    def __init__(self, name: str, row: int, theme: Theme, parent: QWidget) -> None:
        """Stand for the topic called ``name`` in ``row`` of a dossier's topics."""
        super().__init__(name, theme, parent)
        self.row = row
        self.setCheckable(True)
        self.setAccessibleName(self.tr("Topic {name}").format(name=self.name))
        self.setAccessibleDescription(self.tr("Checked while its entries are shown"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for this topic alone when clicked with Ctrl or Shift."""
        if event.modifiers() & ONLY and self.rect().contains(event.position().toPoint()):
            self.setDown(False)
            self.only_requested.emit()
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, with the mouse or the Menu key."""
        event.accept()
        self.menu_requested.emit()

    def _is_strong(self) -> bool:
        return self.isChecked()

    def _beside(self) -> float:
        return 2 * DOT * self.fontMetrics().ascent() + 2 * GRID

    def _paint_beside(self, painter: QPainter, rect: QRectF) -> QRectF:
        radius = DOT * self.fontMetrics().ascent()
        x = rect.right() - radius if self._is_mirrored() else rect.left() + radius
        colour = self._theme.colour(self._theme.colours.topic(self.row))
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(colour if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, rect.center().y()), radius - 0.8, radius - 0.8)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        moved = self._beside()
        return rect.adjusted(0, 0, -moved, 0) if self._is_mirrored() else rect.adjusted(moved, 0, 0, 0)


class RemovableChip(Chip):
    """Something that a click takes away; a cross says so."""

    def _beside(self) -> float:
        return 2 * DOT * self.fontMetrics().ascent() + 2 * GRID

    def _paint_beside(self, painter: QPainter, rect: QRectF) -> QRectF:
        arm = DOT * self.fontMetrics().ascent()
        x = rect.left() + arm if self._is_mirrored() else rect.right() - arm
        centre = QPointF(x, rect.center().y())
        painter.setPen(QPen(self._theme.colour(self._theme.colours.ink), 1.4))
        painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))
        moved = self._beside()
        return rect.adjusted(moved, 0, 0, 0) if self._is_mirrored() else rect.adjusted(0, 0, -moved, 0)
