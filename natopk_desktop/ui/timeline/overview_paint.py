"""Painting the overview from its drawing; nothing here looks at more of a dossier than is drawn."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from natopk_desktop.plain import one_line
from natopk_desktop.ui.painting import fill
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

    from PySide6.QtGui import QLinearGradient

    from natopk_desktop.documents.axis import Tick
    from natopk_desktop.documents.period_bars import PeriodBar
    from natopk_desktop.documents.scale import Band, Density, Drawing
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.theme import Theme
    from natopk_desktop.ui.timeline.overview_geometry import Geometry

DASHES: Final = (3.0, 2.0)
FADE: Final = 24.0
"""Pixels over which a band without an end fades out at the edge."""
BOX_LANES: Final = 3
"""Lanes that the box around the chosen milestone is high where no other milestone stands above or below it."""
DENSITY_LANES: Final = 4
"""Lanes that the density strip is high where most milestones lie."""
NAME_LETTERS: Final = 80


class OverviewPainter:
    """Paints one frame; made anew for each."""

    def __init__(self, painter: QPainter, places: Geometry, theme: Theme, dossier: Dossier) -> None:
        """Take what to paint with and where."""
        self._painter = painter
        self._places = places
        self._theme = theme
        self._colours = theme.colours
        self._dossier = dossier
        self._box: QRectF | None = None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def ground(self) -> None:
        """Paint the panel and the hairline under it."""
        places = self._places
        fill(self._painter, QRectF(0, 0, places.width, places.height), QColor(self._colours.panel))
        fill(self._painter, QRectF(0, places.height - 1, places.width, 1), QColor(self._colours.hairline))

    def notice(self, text: str) -> None:
        """Paint words alone, where nothing can be drawn to scale."""
        self._text(text, self._places.left, self._places.axis - self._places.line, self._theme.font(Role.SMALL))

    def period(self, start: float, end: float, *, is_pending: bool) -> None:
        """Paint the period that is chosen, with a handle at either end; dashed edges while it is being chosen."""
        painter, places = self._painter, self._places
        left, right = places.x(start), places.x(end)
        box = QRectF(left, places.top, right - left, places.axis - places.top)
        fill(painter, box, QColor(self._colours.selection))
        pen = QPen(QColor(self._colours.accent), 1.5)
        if is_pending:
            pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.drawLines([QLineF(x, places.top, x, places.axis) for x in (left, right)])
        grip = QRectF(0, 0, GRID, min(places.line, places.axis - places.top))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.accent))
        for x in (left, right):
            grip.moveCenter(QPointF(x, (places.top + places.axis) / 2))
            painter.drawRoundedRect(grip, 2, 2)

    def axis(self, drawing: Drawing, reserved: float) -> None:
        """Paint the axis with its ticks, and its labels as far as ``reserved`` pixels at the right leave room."""
        painter, places = self._painter, self._places
        labelled = [places.x(tick.at) for tick in drawing.ticks if tick.label and not tick.is_edge]
        plain = [places.x(tick.at) for tick in drawing.ticks if not tick.label]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(self._colours.hairline), 1))
        painter.drawLines([QLineF(x, places.top - places.line, x, places.axis) for x in labelled])
        painter.setPen(QPen(QColor(self._colours.outline), 1))
        short = places.lane
        painter.drawLines([QLineF(x, places.axis, x, places.axis + short) for x in labelled])
        painter.drawLines([QLineF(x, places.axis, x, places.axis + short / 2) for x in plain])
        painter.drawLine(QLineF(places.left, places.axis, places.left + places.plot, places.axis))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self._labels([tick for tick in drawing.ticks if tick.label], places.left + places.plot - reserved)

    def _labels(self, ticks: list[Tick], right: float) -> None:
        font = self._theme.font(Role.SMALL)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        free_from = 0.0
        for tick in ticks:
            x = self._places.x(tick.at) + (0 if tick.is_edge else 6)
            width = metrics.horizontalAdvance(tick.label)
            if x >= free_from and x + width <= right:
                self._text(tick.label, x, self._places.label_baseline, font)
                free_from = x + width + 2 * GRID

    def remark(self, text: str) -> float:
        """Paint a short remark at the right of the labels' line; return how much of that line it takes."""
        font = self._theme.font(Role.SMALL)
        width = QFontMetricsF(font).horizontalAdvance(text)
        self._text(text, self._places.left + self._places.plot - width, self._places.label_baseline, font)
        return width + 3 * GRID

    # What lies in time

    def contents(self, drawing: Drawing, chosen: int | None, extent: tuple[float, float] | None) -> None:
        """Paint density or bands, clusters and periods, and the box around the chosen milestone.

        Args:
            drawing: what to paint.
            chosen: the chosen milestone's row.
            extent: where it lies, for when it is not among the bands.
        """
        if drawing.density is not None:
            self._density(drawing.density)
        for band in drawing.bands:
            self._band(band)
        for cluster in drawing.clusters:
            box = self._places.band(cluster.start, cluster.end, cluster.lane)
            hidden = len(cluster.hidden) == len(cluster.rows)
            self._fill(box, QColor(self._colours.outline if hidden else self._colours.soft_ink))
        for bar in drawing.periods:
            self._period_bar(bar)
        self._box = self._chosen_box(drawing, chosen, extent)
        if self._box is not None:
            self._painter.setPen(QPen(QColor(self._colours.accent), 2))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(self._box.toAlignedRect(), 3, 3)
        for bar in drawing.periods:
            self._period_name(bar)

    def _density(self, density: Density) -> None:
        places = self._places
        edges = [round(places.x(min(1.0, max(0.0, at)))) for at in density.edges]
        series = [(density.counts, self._colours.soft_ink)]
        if density.shown is not density.counts:
            series = [(density.counts, self._colours.outline), (density.shown, self._colours.ink)]
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for counts, colour in series:
            self._painter.setBrush(QColor(colour))
            self._painter.drawRects(list(self._bars(edges, counts, density.most)))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _bars(self, edges: list[int], counts: array[int], most: int) -> Iterator[QRectF]:
        """Yield a bar for each count but 0, as high as its share of ``most``, yet never too low to be seen."""
        axis = self._places.axis
        for count, (left, right) in zip(counts, pairwise(edges), strict=True):
            if count:
                height = max(2.0, DENSITY_LANES * self._places.lane * count / most)
                yield QRectF(left, axis - height, right - left, height)

    def _band(self, band: Band) -> None:
        box = self._places.band(band.start, band.end, band.lane)
        if not band.is_shown:
            thin = QRectF(box.left(), box.bottom() - 2, box.width(), 2)
            self._fill(thin, QColor(self._colours.outline))
            return
        colour = self._topic(band.topic)
        if band.is_dashed:
            self._dash(box, colour)
        else:
            self._fill(box, colour, fades=(band.opens_before, band.opens_after))

    def _period_bar(self, bar: PeriodBar) -> None:
        colour = self._topic(bar.topic)
        if bar.certain is not None:
            box = self._places.band(*bar.certain, bar.lane)
            self._fill(box, colour, fades=(bar.opens_before, bar.opens_after))
        for start, end in bar.disputed:
            self._dash(self._places.band(start, end, bar.lane), colour)

    def _period_name(self, bar: PeriodBar) -> None:
        if not bar.has_name:
            return
        places = self._places
        name = one_line(self._dossier.head.periods[bar.row].name, NAME_LETTERS)
        font = self._theme.font(Role.SMALL)
        metrics = QFontMetricsF(font)
        x, top = places.x(bar.start) + GRID, places.lane_top(bar.lane)
        box = self._box
        if box is not None and box.top() < top and box.left() - 1 <= x < box.right():
            x = box.right() + 6
        x = max(places.left, min(x, places.left + places.plot - metrics.horizontalAdvance(name)))
        self._text(name, x, top - metrics.descent(), font)

    def _chosen_box(self, drawing: Drawing, row: int | None, extent: tuple[float, float] | None) -> QRectF | None:
        """Return the box around a milestone: high enough to be seen, but never around another one."""
        places = self._places
        chosen = next((band for band in drawing.bands if band.row == row), None)
        if chosen is not None:
            box = places.band(chosen.start, chosen.end, chosen.lane)
            others = (band for band in drawing.bands if band.row != row)
            if any(band.start < chosen.end and band.end > chosen.start for band in others):
                return box.adjusted(-4, -1, 4, 1)
            box.setTop(places.lane_top(BOX_LANES - 1))
            return box.adjusted(-3, -3, 3, 3)
        cluster = next((cluster for cluster in drawing.clusters if row in cluster.rows), None)
        if cluster is not None:
            return places.band(cluster.start, cluster.end, cluster.lane).adjusted(-3, -3, 3, 3)
        if extent is None or drawing.density is None or extent[1] <= 0 or extent[0] >= 1:
            return None
        start = max(0.0, extent[0])
        box = places.band(start, max(start + 2 / places.plot, min(1.0, extent[1])), 0)
        box.setTop(places.lane_top(BOX_LANES))
        return box.adjusted(-3, -3, 3, 3)

    # What the reader does

    def words(self, text: str, at: float) -> None:
        """Paint words on a plate over the labels, centred on a fraction of the width: the period being chosen."""
        places = self._places
        font = self._theme.font(Role.STRONG)
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(text) + 4 * GRID, metrics.height() + GRID
        left = max(2.0, min(places.width - width - 2, places.x(at) - width / 2))
        plate = QRectF(left, 2, width, height)
        self._painter.setPen(QPen(QColor(self._colours.accent), 1))
        self._painter.setBrush(QColor(self._colours.ground))
        self._painter.drawRoundedRect(plate, 4, 4)
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._colours.ink))
        self._painter.drawText(plate, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)

    def focus(self) -> None:
        """Paint the ring that shows where the keyboard is."""
        self._painter.setPen(QPen(QColor(self._colours.accent), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(
            QRectF(0, 0, self._places.width, self._places.height).adjusted(2, 2, -2, -2), 3, 3
        )

    # Strokes

    def _topic(self, topic: int | None) -> QColor:
        return QColor(self._colours.soft_ink if topic is None else self._colours.topic(topic))

    def _fill(self, box: QRectF, colour: QColor, fades: tuple[bool, bool] = (False, False)) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(_faded(box, colour, *fades) if any(fades) else colour)
        self._painter.drawRoundedRect(box, 1.5, 1.5)

    def _dash(self, box: QRectF, colour: QColor) -> None:
        pen = QPen(colour, 1.2)
        pen.setDashPattern(DASHES)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 1.5, 1.5)

    def _text(self, text: str, x: float, baseline: float, font: QFont) -> None:
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._colours.soft_ink))
        self._painter.drawText(QPointF(x, baseline), text)


def _faded(box: QRectF, colour: QColor, before: bool, after: bool) -> QLinearGradient:  # noqa: FBT001  # left, right
    # Few dossiers have open dates, and the class takes a while to load.
    from PySide6.QtGui import QLinearGradient

    gradient = QLinearGradient(box.topLeft(), box.topRight())
    share = min(0.5, FADE / max(1.0, box.width()))
    clear = QColor(colour)
    clear.setAlpha(0)
    gradient.setColorAt(0, clear if before else colour)
    gradient.setColorAt(share, colour)
    gradient.setColorAt(1 - share, colour)
    gradient.setColorAt(1, clear if after else colour)
    return gradient
