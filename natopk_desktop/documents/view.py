"""The time that a width shows, and how large things are drawn on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from natopk_desktop.documents.calendar_steps import floor, following, units

if TYPE_CHECKING:
    from natopk_desktop.documents.day_index import Days

PADDING: Final = 0.07
"""Room on either side of the first and last day, as a share of the time between them, before it is rounded up."""

FEWEST_DAYS: Final = 3
"""The least room on either side, in days."""


class View(NamedTuple):
    """The time that the width shows: from day number ``first`` to before ``end``."""

    first: float
    end: float

    @property
    def days(self) -> float:
        """How many days it shows."""
        return self.end - self.first

    def at(self, day: float) -> float:
        """Return where a day begins, as a fraction of the width; outside 0 to 1 where it is not in view."""
        return (day - self.first) / self.days

    def day(self, at: float) -> float:
        """Return the time at a fraction of the width."""
        return self.first + at * self.days


class Measures(msgspec.Struct, frozen=True):
    """How large things are drawn, all in one unit (pixels, points).

    Attributes:
        width: of the whole drawing.
        character: mean width of a label's character.
        tick: least distance between two ticks.
        narrowest: least width of a band, so that a day in a century can still be seen.
        bin: least width of one part of the density strip.
        lanes: bands that may stand above each other at one place; what does not fit is counted.
        rows: lanes with those that periods and their names need.
        name_rows: lanes that the height of a period's name takes.
        most_bands: how many bands are drawn; where more are in view, the density strip is.
    """

    width: float
    character: float = 6.0
    tick: float = 6.0
    narrowest: float = 3.0
    bin: float = 3.0
    lanes: int = 4
    rows: int = 6
    name_rows: int = 2
    most_bands: int = 300


def placed(days: Days, view: View, measures: Measures) -> tuple[float, float]:
    """Return where some days begin and end, at least the narrowest width apart, cut to the view: 0 to 1."""
    start = view.at(days.start)
    return max(0.0, start), min(1.0, max(view.at(days.end), start + measures.narrowest / measures.width))


def padded(first: int, end: int) -> View:
    """Return the view of the days from ``first`` to before ``end`` with room on either side, rounded to whole units."""
    length = end - first
    step = next(units())
    for unit in units():
        if unit.days * 12 > length:
            break
        step = unit
    room = round(max(length * PADDING, FEWEST_DAYS))
    return View(floor(first - room, step), following(end + room - 1, step))
