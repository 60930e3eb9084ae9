"""A date as read from print, and its EDTF."""

from __future__ import annotations

from typing import NamedTuple

from natopk_desktop.dossier import dates
from natopk_desktop.dossier.days import month_length


class Point(NamedTuple):
    """One end of a date.

    Attributes:
        year: astronomical year; None where none is printed.
        month: 1 to 12, or None.
        day: 1 to 31, or None.
        season: 21 to 24 as EDTF counts seasons, or None.
        is_decade: whether ``year`` is the first of a decade that is meant as a whole.
        numeric: the two numbers of a date such as 03/04/2005 as printed, where nobody said yet which is the day;
            month and day are then None.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    is_decade: bool = False
    numeric: tuple[int, int] | None = None

    def is_possible(self) -> bool:
        """Tell whether there is such a day in the calendar (29 February passes where no year is printed)."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is not None:
            longest = month_length(2000 if self.year is None else self.year, self.month) if self.month else 31
            return 1 <= self.day <= longest
        return True

    def edtf(self) -> str | None:
        """Return the EDTF of this point, exactly as precise as it is printed; None without a year."""
        if self.year is None:
            return None
        year = f"{self.year:04}" if self.year >= 0 else f"-{-self.year:04}"
        if self.is_decade:
            return f"{year[:-1]}X"
        if self.season is not None:
            return f"{year}-{self.season}"
        if self.month is None:
            return year
        return f"{year}-{self.month:02}" if self.day is None else f"{year}-{self.month:02}-{self.day:02}"


class Value(NamedTuple):
    """A date, or a range of dates.

    Attributes:
        start: the date, or the first of a range.
        stop: the last of a range, None for a single date.
        is_open: whether a range has no end ("since").
        is_until: whether a range has no start, and ``start`` is its end ("until").
        mark: EDTF's mark of an uncertain or approximate date, or nothing.
    """

    start: Point
    stop: Point | None = None
    is_open: bool = False
    is_until: bool = False
    mark: str = ""

    @property
    def points(self) -> tuple[Point, ...]:
        """Both ends, or the one there is."""
        return (self.start,) if self.stop is None else (self.start, self.stop)

    @property
    def has_year(self) -> bool:
        """Whether a year is printed."""
        return all(point.year is not None for point in self.points)

    @property
    def is_numeric(self) -> bool:
        """Whether nobody said yet which number is the day."""
        return any(point.numeric is not None for point in self.points)

    def edtf(self) -> str | None:
        """Return the EDTF; None without a year, or where it is no date (as a range that ends before it starts)."""
        first = (self.start._replace(is_decade=False) if self.is_range else self.start).edtf()
        if first is None:
            return None
        first += self.mark
        if self.is_open:
            first = f"{first}/.."
        elif self.is_until:
            first = f"../{first}"
        elif self.stop is not None:
            last = self._last(self.stop)
            first = None if last is None else f"{first}/{last}{self.mark}"
        return first if first is not None and dates.valid(first) else None

    @property
    def is_range(self) -> bool:
        """Whether it has two ends, one of them perhaps open."""
        return self.stop is not None or self.is_open or self.is_until

    def with_year(self, year: int) -> Value:
        """Return the same date in a year; a range over the turn of the year ends in the next."""
        start = self.start if self.start.year is not None else self.start._replace(year=year)
        stop = self.stop
        if stop is not None and stop.year is None:
            turns = (stop.month or 0, stop.day or 0) < (start.month or 0, start.day or 0)
            stop = stop._replace(year=(start.year or year) + turns)
        return self._replace(start=start, stop=stop)

    def settled(self, *, is_day_first: bool) -> Value | None:
        """Return the same date with its numbers read as day and month; None where there is no such day."""
        points = [_settle(point, is_day_first=is_day_first) for point in self.points]
        if not all(point.is_possible() for point in points):
            return None
        return self._replace(start=points[0], stop=points[1] if len(points) > 1 else None)

    @staticmethod
    def _last(stop: Point) -> str | None:
        if stop.is_decade and stop.year is not None:
            stop = stop._replace(year=stop.year + 9, is_decade=False)
        return stop.edtf()


def only_way(first: int, second: int, year: int) -> bool | None:
    """Return whether the day stands first in a date in numbers, None where it may be either way or is no day at all."""
    is_day_first, is_month_first = Point(year, second, first).is_possible(), Point(year, first, second).is_possible()
    return None if is_day_first == is_month_first else is_day_first


def _settle(point: Point, *, is_day_first: bool) -> Point:
    if point.numeric is None:
        return point
    day, month = point.numeric if is_day_first else point.numeric[::-1]
    return point._replace(numeric=None, month=month, day=day)
