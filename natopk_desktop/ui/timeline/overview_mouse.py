"""The overview under the mouse: what is pointed at, and what a press may become."""

from __future__ import annotations

import math
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from PySide6.QtCore import QPointF

from natopk_desktop.dossier import dates
from natopk_desktop.ui.timeline import overview_words, period_choice

if TYPE_CHECKING:
    from natopk_desktop.documents.period_bars import PeriodBar
    from natopk_desktop.documents.scale import Band, Cluster, Drawing
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.timeline.overview_chart import Chart
    from natopk_desktop.ui.timeline.overview_geometry import Geometry

HANDLE: Final = 8.0
"""Pixels on either side of a period's edge that take hold of it."""
NEAR: Final = 24.0
"""Pixels around a click that are searched first for the nearest milestone."""

Press = Literal["click", "edge", "period", "pan"]


class Held(NamedTuple):
    """A mouse button that is down: what it does so far, where it went down and was last seen.

    ``edge`` is -1 where it took hold of a period's start, 1 of its end, 0 of neither.
    """

    press: Press
    start: QPointF
    last: QPointF
    edge: int = 0


class Pointer:
    """What lies under positions of the overview as it is drawn now."""

    def __init__(self, reading: Reading, chart: Chart, places: Geometry) -> None:
        """Look at the frame that ``places`` and the view of ``chart`` make."""
        self._reading = reading
        self._chart = chart
        self._places = places
        self._drawing = chart.drawing(places.measures)

    def row_at(self, position: QPointF) -> int | None:
        """Return the row of the milestone that a click at a position means: the one under it, else the nearest.

        A click on a cluster means the one in it after the chosen one.
        """
        drawing = self._drawing
        if drawing is None:
            return None
        cluster = cluster_at(drawing, self._places, position)
        rows = [row for row in cluster.rows if row not in cluster.hidden] if cluster else []
        if rows:
            after = rows.index(self._reading.row) + 1 if self._reading.row in rows else 0
            return rows[after % len(rows)]
        band = band_at(drawing, self._places, position)
        if band is not None and band.is_shown:
            return band.row
        day = drawing.view.day(self._places.at(position.x()))
        return self._chart.nearest(day, NEAR / self._places.plot * drawing.view.days)

    def tip_at(self, position: QPointF) -> str:
        """Return the tooltip at a position, in plain text; empty where there is nothing to tell."""
        drawing, dossier = self._drawing, self._reading.dossier
        if drawing is None or self._chart.subject is None:
            return ""
        if (bar := period_at(drawing, self._places, position)) is not None:
            return overview_words.period_tip(dossier, bar.row)
        if (cluster := cluster_at(drawing, self._places, position)) is not None:
            return overview_words.cluster_tip(dossier, cluster.rows)
        if (band := band_at(drawing, self._places, position)) is not None:
            return overview_words.milestone_tip(dossier, band.row, is_shown=band.is_shown)
        if (days := bin_at(drawing, self._places, position)) is not None:
            return overview_words.crowd_tip(*days, self._chart.subject.index.tally.touching(*days))
        return ""

    def day_at(self, position: QPointF) -> int:
        """Return the day at a position, never outside the whole time."""
        view, full = self._chart.view, self._chart.full
        if view is None or full is None:
            return 0
        at = min(1.0, max(0.0, self._places.at(position.x())))
        return min(math.ceil(full.end) - 1, math.floor(view.day(at)))

    def edge_at(self, position: QPointF) -> int:
        """Return -1 on the start of the period that narrows the list, 1 on its end, 0 elsewhere."""
        period, view, full = self._reading.filter.period, self._chart.view, self._chart.full
        if period is None or view is None or full is None:
            return 0
        first, last = dates.bounds(period)
        drawn = period_choice.of_filter(period, full)
        edges = [(-1, drawn.first, first), (1, drawn.end, last)]
        away = [
            (abs(self._places.x(view.at(day)) - position.x()), edge) for edge, day, given in edges if given is not None
        ]
        distance, edge = min(away, default=(HANDLE + 1, 0))
        return edge if distance <= HANDLE else 0


def band_at(drawing: Drawing, places: Geometry, position: QPointF) -> Band | None:
    """Return the milestone whose band, or the column above and below it, holds a position; the nearest lane first."""
    at, lane = places.at(position.x()), places.lane_at(position)
    found = [band for band in drawing.bands if band.start <= at < band.end]
    return min(found, key=lambda band: (not band.is_shown, abs(band.lane - lane)), default=None)


def cluster_at(drawing: Drawing, places: Geometry, position: QPointF) -> Cluster | None:
    """Return the cluster under a position."""
    at, lane = places.at(position.x()), places.lane_at(position)
    found = (cluster for cluster in drawing.clusters if cluster.start <= at < cluster.end)
    return next((cluster for cluster in found if lane > cluster.lane - 0.5), None)


def period_at(drawing: Drawing, places: Geometry, position: QPointF) -> PeriodBar | None:
    """Return the period whose bar, or name above it, is under a position."""
    at, lane = places.at(position.x()), places.lane_at(position)
    return next(
        (
            bar
            for bar in drawing.periods
            if bar.start <= at < bar.end and -0.5 <= lane - bar.lane < (3 if bar.has_name else 0.5)
        ),
        None,
    )


def bin_at(drawing: Drawing, places: Geometry, position: QPointF) -> tuple[int, int] | None:
    """Return the whole days that the part of the density strip under a position stands for."""
    at = places.at(position.x())
    if drawing.density is None or not 0 <= at < 1:
        return None
    number = bisect_right(drawing.density.edges, at)
    return drawing.density.days[number - 1], drawing.density.days[number]
