"""EDTF dates as the formats need them that know days only: first day, the day after the last, and how exact it is."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from natopk_desktop.dossier import dates
from natopk_desktop.dossier.dates import Edtf, End, Precision


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; the year is astronomical (0 is 1 BC)."""

    year: int
    month: int
    day: int


@lru_cache(maxsize=4096)
def read(edtf: str) -> Edtf:
    """Read an EDTF date of level 0 or 1; the entries of a page share few dates, so these are kept.

    Raises:
        EdtfError: it is none.
    """
    return dates.parse(edtf)


def day(number: int) -> Day:
    """Return the day of a day number."""
    return Day(*dates.from_day_number(number))


def is_day(date: Edtf) -> bool:
    """Tell whether ``date`` says one day and no more: no time, no doubt, no span."""
    return date.precision is Precision.DAY and not is_qualified(date)


def is_qualified(date: Edtf) -> bool:
    """Tell whether ``date`` is uncertain, approximate, or leaves digits open."""
    return date.uncertain or date.approximate or date.unspecified


def has_open_end(date: Edtf) -> bool:
    """Tell whether ``date`` is an interval whose end is open or unknown."""
    return date.precision is Precision.INTERVAL and date.end_kind is not End.GIVEN


def days(date: Edtf) -> tuple[int, int] | None:
    """Return the first day and the day after the last, as day numbers; None where ``date`` has no first day.

    Where the end is open or unknown, the days are those of the start alone.
    """
    if date.earliest is None:
        return None
    last = date.latest
    if last is None:
        last = date.start.latest if date.start is not None else None
    return date.earliest, (date.earliest if last is None else last) + 1
