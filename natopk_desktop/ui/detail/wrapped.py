"""Plain text laid out to a width: breaking inside a word where it must, never read as mark-up."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPainter, QTextCharFormat

WIDEST = 1_000_000


class WrappedText:
    """A text with a font and formats, laid out anew only when something about it has changed."""

    def __init__(self) -> None:
        """Start without text."""
        self._layout = QTextLayout()
        self._width = -1
        self._height = 0
        self._natural = 0.0
        self._is_whole = False
        self._is_far = False

    def set(
        self, text: str, font: QFont, styles: Sequence[tuple[int, int, QTextCharFormat]] = (), *, right: bool = False
    ) -> None:
        """Take ``text``; ``styles`` are ranges of it (start, end, in UTF-16 units) that look different.

        Args:
            text: plain words; a line feed ends a line.
            font: for all of it.
            styles: ranges with a format of their own.
            right: align at the line's far end.
        """
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._is_far = right or not (text.isascii() or reads_left_to_right(text))
        option.setAlignment(Qt.AlignmentFlag.AlignRight if self._is_far else Qt.AlignmentFlag.AlignLeft)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        ranges = []
        for start, end, style in styles:
            part = QTextLayout.FormatRange()
            part.start = start
            part.length = end - start
            part.format = style
            ranges.append(part)
        if ranges:
            self._layout.setFormats(ranges)
        self._width = -1
        self._is_whole = False

    def height_at(self, width: int) -> int:
        """Return the height in pixels at a width of ``width`` pixels."""
        if width != self._width and not (self._is_whole and width >= self._natural):
            self._lay_out(width)
        return self._height

    def natural_width(self) -> int:
        """Return the width in pixels that holds the text without any line being broken."""
        if not self._is_whole:
            self._lay_out(WIDEST)
            self._is_whole = not self._is_far
        return ceil(self._natural)

    def draw(self, painter: QPainter, x: int, y: int) -> None:
        """Paint the text, as last laid out, with its upper left corner at ``x`` and ``y``."""
        self._layout.draw(painter, QPointF(x, y))

    def _lay_out(self, width: int) -> None:
        layout = self._layout
        height = natural = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
            natural = max(natural, line.naturalTextWidth())
        layout.endLayout()
        self._width, self._height, self._natural, self._is_whole = width, ceil(height), natural, False


def reads_left_to_right(text: str) -> bool:
    """Tell whether the first letter with a direction of its own reads from left to right, as where there is none."""
    # Late: the first paint shows text whose direction its letters' range tells.
    from unicodedata import bidirectional

    return next((kind for kind in map(bidirectional, text) if kind in {"L", "R", "AL"}), "L") == "L"
