"""Painting that takes no detour."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QRect, QRectF
    from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, rect: QRect | QRectF, colour: QColor) -> None:
    """Fill a rectangle with a colour.

    ``QPainter.fillRect`` does the same, but PySide, looking for the right one of its many forms, makes all enums of
    ``QGradient`` at the first call: 2 ms before the first paint.
    """
    painter.setBackground(colour)
    painter.eraseRect(rect)
