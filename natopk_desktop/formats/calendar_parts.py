"""Years, months and days as files give them apart, made EDTF dates; what does not exist is never put right."""

from __future__ import annotations

from typing import Final, NamedTuple

from natopk_desktop.dossier.dates import month_length

LONGEST_YEAR: Final = 10**15


class Parts(NamedTuple):
    """A date in parts; month and day are None where they are not given. The year is astronomical (0 is 1 BC)."""

    year: int
    month: int | None = None
    day: int | None = None


def edtf(date: Parts) -> str | None:
    """Return a date in EDTF, as exact as it is given; None where there is no such date, or EDTF cannot write it."""
    year, month, day = date
    if 0 <= year <= 9999:
        text = f"{year:04}"
    elif -9999 <= year < 0:
        text = f"-{-year:04}"
    elif month is None and abs(year) < LONGEST_YEAR:
        return f"Y{year}"
    else:
        return None
    if month is None:
        return text if day is None else None
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{text}-{month:02}"
    return f"{text}-{month:02}-{day:02}" if 1 <= day <= month_length(year, month) else None


def is_before(end: Parts, start: Parts) -> bool:
    """Tell whether the last day that ``end`` may mean lies before the first that ``start`` may mean."""
    last = (end.year, 12 if end.month is None else end.month, 31 if end.day is None else end.day)
    return last < (start.year, start.month or 1, start.day or 1)


def interval(start: Parts, end: Parts) -> str | None:
    """Return the time from one date to another in EDTF: the date alone where both are one.

    None where either does not exist, or the end lies before the start.
    """
    first, last = edtf(start), edtf(end)
    if first is None or last is None or is_before(end, start):
        return None
    return first if first == last else f"{first}/{last}"
