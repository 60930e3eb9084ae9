"""Periods on the drawn scale: what all the dates that a source prints for them agree on, and what they do not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from natopk_desktop.documents.day_index import OPEN_END, OPEN_START, Days, days_of
from natopk_desktop.documents.view import placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from natopk_desktop.documents.lanes import Lanes
    from natopk_desktop.documents.view import Measures, View
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Period, PeriodEnd


class PeriodDays(NamedTuple):
    """A period in days.

    Attributes:
        row: in ``dossier.head.periods``.
        certain: the days that belong to it by every date printed; None where these leave none in common.
        disputed: stretches that belong to it by some of the dates printed only.
        topic: row of the topic most of its milestones have first, None where they have none.
    """

    row: int
    certain: Days | None
    disputed: tuple[Days, ...]
    topic: int | None

    def extent(self) -> Days | None:
        """Return its first and last day by any date, open ends aside; None where both are open."""
        return _hull(self).closed()


class PeriodBar(NamedTuple):
    """A period as drawn.

    Attributes:
        row: in ``dossier.head.periods``.
        certain: the solid part, as fractions of the width; None where there is none in view.
        disputed: the dashed parts in view.
        lane: where it stands, 0 on the axis.
        has_name: whether there is room for its name above it.
        topic: row of its topic, None where it has none.
        opens_before: it has no start: it fades out at the left edge.
        opens_after: the same for its end.
    """

    row: int
    certain: tuple[float, float] | None
    disputed: tuple[tuple[float, float], ...]
    lane: int
    has_name: bool
    topic: int | None
    opens_before: bool
    opens_after: bool

    @property
    def start(self) -> float:
        """Where its first part begins."""
        return min(start for start, _ in self.stretches)

    @property
    def end(self) -> float:
        """Where its last part ends."""
        return max(end for _, end in self.stretches)

    @property
    def stretches(self) -> list[tuple[float, float]]:
        """Its parts in view."""
        return [*([self.certain] if self.certain else []), *self.disputed]


def period_days(dossier: Dossier) -> list[PeriodDays]:
    """Return the periods of a dossier in days, by their first day, the longer first."""
    periods = [_in_days(dossier, row, period) for row, period in enumerate(dossier.head.periods)]
    return sorted(periods, key=lambda period: (_hull(period).start, -_hull(period).end, period.row))


def _in_days(dossier: Dossier, row: int, period: Period) -> PeriodDays:
    starts = [days.start for days in _dates(period.start)]
    ends = [days.end for days in _dates(period.end)]
    topic = _topic(dossier, period.milestones)
    if max(starts) >= min(ends):
        first, after = min(*starts, *ends), max(*starts, *ends)
        return PeriodDays(row, None, (Days(first, after),), topic)
    certain = Days(max(starts), min(ends))
    around = Days(min(starts), certain.start), Days(certain.end, max(ends))
    return PeriodDays(row, certain, tuple(days for days in around if days.start < days.end), topic)


def _dates(ends: Sequence[PeriodEnd]) -> list[Days]:
    return [days_of(end.edtf) for end in ends] or [days_of(None)]


def _topic(dossier: Dossier, milestones: Iterable[str]) -> int | None:
    rows = [row for name in milestones if (row := dossier.milestones.row_of(name)) is not None]
    topics = Counter(topics[0] for row in rows if (topics := dossier.milestones.topics[row]))
    return topics.most_common(1)[0][0] if topics else None


def _hull(period: PeriodDays) -> Days:
    stretches = [*period.disputed, *([period.certain] if period.certain else [])]
    return Days(min(days.start for days in stretches), max(days.end for days in stretches))


def stacked(
    dossier: Dossier, periods: Iterable[PeriodDays], view: View, measures: Measures, lanes: Lanes
) -> tuple[tuple[PeriodBar, ...], int]:
    """Find a lane for each period in view, above the milestones it overlaps, with its name above it if that fits.

    Returns:
        The bars by date, and how many periods found no lane.
    """
    bars: list[PeriodBar] = []
    left_out = 0
    for period in periods:
        hull = _hull(period)
        if hull.start >= view.end or hull.end <= view.first:
            continue
        bar = _bar(period, hull, view, measures)
        name = (len(dossier.head.periods[period.row].name) + 1) * measures.character / measures.width
        lane = _lane(bar, max(bar.end, bar.start + name), measures, lanes)
        if lane is None:
            left_out += 1
        else:
            bars.append(bar._replace(lane=lane[0], has_name=lane[1]))
    return tuple(bars), left_out


def _bar(period: PeriodDays, hull: Days, view: View, measures: Measures) -> PeriodBar:
    def part(days: Days) -> tuple[float, float] | None:
        if days.start >= view.end or days.end <= view.first:
            return None
        return placed(days, view, measures)

    return PeriodBar(
        row=period.row,
        certain=part(period.certain) if period.certain else None,
        disputed=tuple(drawn for days in period.disputed if (drawn := part(days)) is not None),
        lane=0,
        has_name=False,
        topic=period.topic,
        opens_before=hull.start == OPEN_START,
        opens_after=hull.end == OPEN_END,
    )


def _lane(bar: PeriodBar, name_end: float, measures: Measures, lanes: Lanes) -> tuple[int, bool] | None:
    """Take the lowest lane with room above it for the name, else the lowest one without; never that on the axis."""
    for with_name in (True, False):
        above = measures.name_rows if with_name else 0
        end = name_end if with_name else bar.end
        for lane in range(1, measures.rows - above):
            if lanes.is_free(lane, bar.start, bar.end) and all(
                lanes.is_free(lane + row, bar.start, end) for row in range(1, above + 1)
            ):
                lanes.take(lane, bar.start, bar.end)
                for row in range(1, above + 1):
                    lanes.take(lane + row, bar.start, end)
                return lane, with_name
    return None
