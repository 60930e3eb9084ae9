"""A period as one span of days, for formats that give it one start and one end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.formats import moments

if TYPE_CHECKING:
    from natopk_desktop.dossier.model import Period


def hull_of(period: Period) -> tuple[int, int] | None:
    """Return the first possible day of a period and the day after its last, as day numbers.

    Where the source gives several dates for an end, the days are those from the earliest to the latest. There are
    none where either end has no date with a day to it, or the end lies before the start.
    """
    first = [date.earliest for date in map(moments.read, (one.edtf for one in period.start))]
    last = [date.latest for date in map(moments.read, (one.edtf for one in period.end))]
    known_first = [number for number in first if number is not None]
    known_last = [number for number in last if number is not None]
    if not known_first or not known_last or min(known_first) > max(known_last):
        return None
    return min(known_first), max(known_last) + 1
