"""Where things stand in the overview, reckoned from the font at the reader's text size and the width."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from natopk_desktop.documents.view import Measures
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from natopk_desktop.ui.theme import Theme

SIDE: Final = 6 * GRID
ABOVE: Final = 2 * GRID
BELOW: Final = 3 * GRID
LANE: Final = 0.42
"""Height of a band, in heights of a line of the labels."""
LANE_GAP: Final = 2.0
"""Room for the box around a chosen band that others stand above or below."""
ROWS: Final = Measures(1.0).rows


class Geometry(msgspec.Struct, frozen=True):
    """The places of the overview, in pixels from its top left corner; time runs from left to right in every language.

    Attributes:
        width: of the whole widget.
        left: where the time in view begins.
        plot: the width it takes.
        line: height of a line of labels.
        ascent: from its top to its baseline.
        character: mean width of a character.
        lane: height of a band.
    """

    width: float
    left: float
    plot: float
    line: float
    ascent: float
    character: float
    lane: float

    @property
    def label_baseline(self) -> float:
        """The baseline of the axis' labels."""
        return ABOVE + self.ascent

    @property
    def top(self) -> float:
        """The upper edge of the area of bands."""
        return ABOVE + self.line

    @property
    def axis(self) -> float:
        """The axis, on which lane 0 stands."""
        return self.top + ROWS * (self.lane + LANE_GAP)

    @property
    def height(self) -> float:
        """Of the whole widget."""
        return self.axis + BELOW

    @property
    def measures(self) -> Measures:
        """The sizes that decide what the drawn scale has room for."""
        unit = self.line / 14
        return Measures(
            width=self.plot,
            character=self.character,
            tick=5 * max(1.0, unit),
            narrowest=3 * max(1.0, unit),
            bin=3 * max(1.0, unit),
        )

    def x(self, at: float) -> float:
        """Return the place of a fraction of the time in view."""
        return self.left + at * self.plot

    def at(self, x: float) -> float:
        """Return the fraction of the time in view at a place."""
        return (x - self.left) / self.plot

    def band(self, start: float, end: float, lane: int) -> QRectF:
        """Return the box of a band; neighbours are told apart by a hair's breadth where there is room for it."""
        left, right = self.x(start), self.x(end)
        inset = 0.75 if right - left > 4 else 0.0
        return QRectF(left + inset, self.lane_top(lane), right - left - 2 * inset, self.lane)

    def lane_top(self, lane: int) -> float:
        """Return the upper edge of a lane."""
        return self.axis - (lane + 1) * (self.lane + LANE_GAP)

    def lane_at(self, position: QPointF) -> float:
        """Return which lane a position is in, counted in parts of lanes from the axis up."""
        return (self.axis - position.y()) / (self.lane + LANE_GAP) - 0.5


def geometry(theme: Theme, width: int) -> Geometry:
    """Reckon the places for a width at the reader's text size."""
    metrics = QFontMetricsF(theme.font(Role.SMALL))
    line = math.ceil(metrics.height())  # whole pixels keep thin lines sharp
    return Geometry(
        width=width,
        left=SIDE,
        plot=max(1.0, width - 2 * SIDE),
        line=line,
        ascent=metrics.ascent(),
        character=metrics.averageCharWidth(),
        lane=max(5, round(line * LANE)),
    )
