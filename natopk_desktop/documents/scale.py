"""The drawn scale: what the overview on screen and the timeline on paper draw, as fractions of a width.

A milestone is a band as wide as the days its date may mean: a month for a month, a year for a year, to the edge for an
open end. Where milestones crowd, a density strip tells how many touch each small part of the width instead.
"""

from __future__ import annotations

import math
from array import array
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from natopk_desktop.documents.axis import Tick, axis_steps, ticks
from natopk_desktop.documents.calendar_steps import Step, floor, following, steps
from natopk_desktop.documents.day_index import OPEN_END, OPEN_START, DayIndex, Days, day_index
from natopk_desktop.documents.lanes import TOUCH, Lanes
from natopk_desktop.documents.period_bars import PeriodBar, PeriodDays, period_days, stacked
from natopk_desktop.documents.view import View, padded, placed
from natopk_desktop.dossier.dossier import Dossier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.documents.day_index import Tally
    from natopk_desktop.documents.view import Measures


class Band(NamedTuple):
    """A milestone.

    Attributes:
        row: in ``dossier.milestones``.
        days: what its date may mean.
        start: where these begin, as a fraction of the width, cut at 0.
        end: where they end, cut at 1; at least the narrowest width after ``start``.
        lane: 0 stands on the axis.
        topic: row of its first topic, None where it has none.
        is_dashed: the date is inferred and not printed.
        opens_before: the date has no start: the band fades out at the left edge.
        opens_after: the same for its end.
        is_shown: it passes the reader's filter.
    """

    row: int
    days: Days
    start: float
    end: float
    lane: int
    topic: int | None
    is_dashed: bool
    opens_before: bool
    opens_after: bool
    is_shown: bool


class Cluster(NamedTuple):
    """Milestones that no lane had room for, which share time, drawn as one bar above the lanes.

    Attributes:
        start: where the first begins, as a fraction of the width.
        end: where the last ends.
        lane: the one above those for bands.
        rows: in ``dossier.milestones``, by date.
        hidden: those of them that do not pass the reader's filter.
    """

    start: float
    end: float
    lane: int
    rows: tuple[int, ...]
    hidden: frozenset[int]


class Density(msgspec.Struct, frozen=True):
    """How many milestones touch each unit of the calendar in view.

    Whole units are counted, for parts of a fixed width would cut some months in two and count them twice.

    Attributes:
        edges: first day of each unit, as fractions of the width, and the end of the last; the first and the last may
            lie outside 0 to 1.
        days: the same as day numbers.
        counts: all milestones, unit by unit.
        shown: those that pass the reader's filter.
        most: the largest of ``counts``.
        total: how many touch the view.
    """

    edges: array[float]
    days: array[int]
    counts: array[int]
    shown: array[int]
    most: int
    total: int


class Drawing(msgspec.Struct, frozen=True):
    """A drawn scale.

    Attributes:
        view: the time it shows.
        label_step: what its labels count by.
        tick_step: what its ticks count by.
        ticks: from left to right.
        bands: milestones in view by date, empty where ``density`` is drawn.
        clusters: what the lanes had no room for.
        density: drawn in place of bands where these would be too many.
        periods: stretches of time the source tells of.
        periods_left_out: how many more periods lie in view than there is room for.
        undated: how many milestones have no date and no place.
        top: how many lanes are used.
    """

    view: View
    label_step: Step
    tick_step: Step
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...]
    clusters: tuple[Cluster, ...]
    density: Density | None
    periods: tuple[PeriodBar, ...]
    periods_left_out: int
    undated: int
    top: int


class Subject(msgspec.Struct, frozen=True):
    """What is drawn, made ready once: a dossier, its milestones by date and its periods in days."""

    dossier: Dossier
    index: DayIndex
    periods: list[PeriodDays]

    def full_view(self) -> View | None:
        """Return the view of every milestone and period with room on either side; None where nothing has a date."""
        extents = [self.index.extent(), *(period.extent() for period in self.periods)]
        given = [extent for extent in extents if extent is not None]
        if not given:
            return None
        return padded(min(extent.start for extent in given), max(extent.end for extent in given))


def subject(dossier: Dossier, rows: Sequence[int] | None = None, index: DayIndex | None = None) -> Subject:
    """Make a dossier ready to be drawn: the milestones in ``rows``, or all; ``index`` where it is already made."""
    return Subject(dossier, index or day_index(dossier, rows), period_days(dossier))


def draw(
    what: Subject, view: View, measures: Measures, *, shown: bytearray | None = None, tally: Tally | None = None
) -> Drawing:
    """Lay out what ``view`` shows; the work depends on what is drawn, not on how many milestones there are.

    Args:
        what: whose milestones and periods are drawn.
        view: the time to show.
        measures: how large things are.
        shown: for each milestone's row whether it passes the reader's filter; None where all do.
        tally: of these (``index.tally_of(shown)``).
    """
    label_step, tick_step = axis_steps(view, measures)
    lanes = Lanes(measures.lanes)
    bands: tuple[Band, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    density = None
    if what.index.tally.touching(*view) > measures.most_bands:
        density = _density(what.index.tally, tally or what.index.tally, view, measures)
        lanes.fill(0.0, 1.0)
    else:
        bands, clusters = _bands(what, view, measures, lanes, shown=shown)
    periods, left_out = stacked(what.dossier, what.periods, view, measures, lanes)
    return Drawing(
        view=view,
        label_step=label_step,
        tick_step=tick_step,
        ticks=tuple(ticks(view, label_step, tick_step, measures)),
        bands=bands,
        clusters=clusters,
        density=density,
        periods=periods,
        periods_left_out=left_out,
        undated=what.index.undated,
        top=lanes.top,
    )


def _bands(
    what: Subject, view: View, measures: Measures, lanes: Lanes, *, shown: bytearray | None
) -> tuple[tuple[Band, ...], tuple[Cluster, ...]]:
    bands: list[Band] = []
    clusters: list[Cluster] = []
    for days, rows in what.index.touching(*view):
        start, end = placed(days, view, measures)
        for row in rows:
            lane = lanes.put(start, end)
            is_shown = shown is None or bool(shown[row])
            if lane is None:
                hidden = frozenset[int]() if is_shown else frozenset((row,))
                _join(clusters, Cluster(start, end, measures.lanes, (row,), hidden))
            else:
                bands.append(_band(what.dossier, row, days, start, end, lane=lane, is_shown=is_shown))
    for cluster in clusters:
        lanes.take(cluster.lane, cluster.start, cluster.end)
    return tuple(bands), tuple(clusters)


def _band(dossier: Dossier, row: int, days: Days, start: float, end: float, *, lane: int, is_shown: bool) -> Band:
    topics = dossier.milestones.topics[row]
    return Band(
        row=row,
        days=days,
        start=start,
        end=end,
        lane=lane,
        topic=topics[0] if topics else None,
        is_dashed=row in dossier.milestones.inferred,
        opens_before=days.start == OPEN_START,
        opens_after=days.end == OPEN_END,
        is_shown=is_shown,
    )


def _join(clusters: list[Cluster], new: Cluster) -> None:
    """Add a cluster of one to the last one if they share time."""
    if not clusters or new.start >= clusters[-1].end - TOUCH:
        clusters.append(new)
        return
    last = clusters[-1]
    clusters[-1] = last._replace(
        end=max(last.end, new.end), rows=(*last.rows, *new.rows), hidden=last.hidden | new.hidden
    )


def _density(tally: Tally, shown: Tally, view: View, measures: Measures) -> Density:
    unit = next(step for step in steps() if step.days * measures.width / view.days >= measures.bin)
    days = array("q", [floor(math.floor(view.first), unit)])
    while days[-1] < view.end:
        days.append(following(days[-1], unit))
    counts = tally.counts(days)
    return Density(
        edges=array("d", map(view.at, days)),
        days=days,
        counts=counts,
        shown=counts if shown is tally else shown.counts(days),
        most=max(counts),
        total=tally.touching(*view),
    )
