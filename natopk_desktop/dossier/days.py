"""Day numbers of the proleptic Gregorian calendar, for any year, also before 1 and after 9999."""

from __future__ import annotations

from typing import Final

MONTH_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAYS_OF_400_YEARS: Final = 146_097
MARCH_0000: Final = -305
"""Day number of 0000-03-01, where the 400-year cycle with its leap day at the end begins."""


def is_leap(year: int) -> bool:
    """Tell whether a year has 366 days; years are astronomical (0 is 1 BC, and leap)."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month (1 to 12)."""
    return 29 if month == 2 and is_leap(year) else MONTH_LENGTHS[month - 1]


def ordinal(year: int, month: int, day: int) -> int:
    """Return the day number of a date known to exist; `day_number` is the one that checks.

    The year is taken to begin in March, so that the leap day comes last and (153 m - 457) // 5 counts the
    days of the months before (Reingold and Dershowitz, Calendrical Calculations, "alt-fixed-from-gregorian").
    """
    if month < 3:
        year -= 1
        month += 12
    return day + (153 * month - 457) // 5 + 365 * year + year // 4 - year // 100 + year // 400 - 306


def day_number(year: int, month: int, day: int) -> int:
    """Return the number of a day; 0001-01-01 is 1, as in `datetime.date.toordinal`.

    Args:
        year: Astronomical year: 0 is 1 BC, -1 is 2 BC.
        month: 1 to 12.
        day: 1 to the length of the month.

    Raises:
        ValueError: There is no such day.
    """
    if not 1 <= month <= 12:
        raise ValueError(f"There is no month {month}.")
    if not 1 <= day <= month_length(year, month):
        raise ValueError(f"Month {month} of the year {year} has no day {day}.")
    return ordinal(year, month, day)


def from_day_number(number: int) -> tuple[int, int, int]:
    """Return (year, month, day) of a day number: the inverse of `day_number`."""
    cycle, day = divmod(number - MARCH_0000, DAYS_OF_400_YEARS)
    # The last day of each 4-year, of the 400-year and of the 100-year span is the odd one out.
    year = (day - day // 1460 + day // 36_524 - day // 146_096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    day -= (153 * month + 2) // 5
    year += 400 * cycle
    return (year, month + 3, day + 1) if month < 10 else (year + 1, month - 9, day + 1)
