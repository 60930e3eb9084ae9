"""The parts an EDTF date is made of: what is refused outright, long years, times, and calendar dates.

Every reader takes the whole text (for the message of an error), its own part of it, and where that part begins.
"""

from __future__ import annotations

from typing import Final

from natopk_desktop.dossier.days import month_length, ordinal
from natopk_desktop.dossier.edtf import LONGEST_TEXT, EdtfError, Precision

Bounds = tuple[Precision, int, int]
"""Precision, first and last day."""

LONGEST_YEAR: Final = 15
"""Digits of a `Y` year: every day number then fits into 64 bits."""

DIGITS_TO_NINES: Final = str.maketrans("012345678", "999999999")

REFUSED: Final = (
    (" ", "a date holds no blanks"),
    ("?~", "the draft's “?~” is now written “%”"),
    ("~?", "uncertain and approximate together are written “%”"),
    ("unknown", "the draft's “unknown” is now an empty end, as in “1985/”"),
    ("open", "the draft's “open” is now “..”, as in “1985/..”"),
    ("u", "the draft's “u” for an unspecified digit is now “X”"),
    ("x", "an unspecified digit is a capital “X”"),
    ("y", "the sign of a long year is a capital “Y”"),
    ("(", "the draft's parentheses are gone, and marks on a part of a date belong to level 2"),
    ("^", "the draft's “^” is gone"),
    ("[", "“[…]”, one of a set, belongs to level 2"),
    ("{", "“{…}”, all of a set, belongs to level 2"),
    ("E", "a year with an exponent belongs to level 2"),
    ("S", "significant digits belong to level 2"),
)
"""What older drafts and level 2 write, each with the reason; a sign stands before those it contains."""

SHAPES_OF_TIME: Final = frozenset("99:99:99" + zone for zone in ("", "Z", "+99", "-99", "+99:99", "-99:99"))

SEASONS: Final = {21: 3, 22: 6, 23: 9, 24: 12}
"""First month of the three that a season is reckoned with: 21 spring, 22 summer, 23 autumn, 24 winter.

A convention of ours: EDTF gives a season no days, and these four codes say nothing of the hemisphere. Taken are the
meteorological seasons of the northern one (NOAA NCEI, "Meteorological Versus Astronomical Seasons"), so that winter
2010 runs from December 2010 to February 2011. For a season of the southern hemisphere they are half a year off.
"""


def refuse_foreign(text: str) -> None:
    """Refuse what no date holds, what older drafts wrote and what level 2 adds, each with its reason."""
    if not text:
        raise EdtfError(text, "it is empty", 0)
    if len(text) > LONGEST_TEXT:
        raise EdtfError(text, f"it is longer than {LONGEST_TEXT} characters", LONGEST_TEXT)
    if not text.isascii():
        position = next(index for index, char in enumerate(text) if not char.isascii())
        raise EdtfError(text, "a date is written with ASCII digits and signs alone", position)
    for sign, reason in REFUSED:
        if sign in text:
            raise EdtfError(text, reason, text.index(sign))


def long_year(text: str, body: str, at: int) -> Bounds:
    """Read `Y170000002` or `Y-170000002`: a year of more than four digits, without month or day."""
    minus = body.startswith("Y-")
    digits = body[1 + minus :]
    at += 1 + minus
    if not digits.isdigit():
        raise EdtfError(text, "after “Y” stands a year alone, in digits", at)
    if len(digits) < 5 or digits[0] == "0":
        raise EdtfError(text, "“Y” is for years of five digits and more, without leading zeros", at)
    if len(digits) > LONGEST_YEAR:
        raise EdtfError(text, f"the year has more than {LONGEST_YEAR} digits", at + LONGEST_YEAR)
    year = -int(digits) if minus else int(digits)
    return Precision.YEAR, *years(year, year)


def date_with_time(text: str, body: str, at: int) -> Bounds:
    """Read `1985-04-12T23:20:30`, with or without `Z`, `+04:30` or `-04`; the day is the one written."""
    day, _, time = body.partition("T")
    precision, earliest, latest = calendar_date(text, day, at)
    at += len(day)
    if precision is not Precision.DAY:
        raise EdtfError(text, "a time of day goes with a whole date, YYYY-MM-DD", at)
    if time.translate(DIGITS_TO_NINES) not in SHAPES_OF_TIME:
        raise EdtfError(text, "a time of day is hh:mm:ss, with Z, +hh, +hh:mm or nothing after it", at + 1)
    hour, minute, second = int(time[:2]), int(time[3:5]), int(time[6:8])
    # ISO 8601-1 allows a sixtieth second for leap seconds; in zones of whole hours they end an hour.
    if hour > 23 or minute > 59 or second > 60 or (second == 60 and minute != 59):
        raise EdtfError(text, f"there is no time of day {time[:8]}", at + 1)
    zone = time[9:]
    if zone and (int(zone[:2]) > 23 or int(zone[3:] or 0) > 59):
        raise EdtfError(text, f"there is no time zone {time[8:]}", at + 9)
    return Precision.TIME, earliest, latest


def calendar_date(text: str, body: str, at: int) -> Bounds:
    """Read a year, month, season or day, whole or with unspecified digits at the right."""
    minus = body.startswith("-")
    sign = -1 if minus else 1
    digits = body[minus:]
    at += minus
    if minus and digits.startswith("0000"):
        raise EdtfError(text, "there is no year -0000; the year before 0001 is 0000", at)
    match digits.translate(DIGITS_TO_NINES):
        case "9999" | "999X" | "99XX":
            precision = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[digits.count("X")]
            low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
            # No unspecified digits make -0000, which does not exist.
            return (precision, *(years(-high, -max(low, 1)) if minus else years(low, high)))
        case "9999-XX" | "9999-XX-XX":
            year = _year(digits, sign)
            return Precision.YEAR, *years(year, year)
        case "9999-99" | "9999-99-XX":
            return _month(text, digits, _year(digits, sign), at + 5)
        case "9999-99-99":
            return _day(text, digits, _year(digits, sign), at + 5)
        case shape:
            reason, offset = _misshapen(shape)
            raise EdtfError(text, reason, at + offset)


def years(first: int, last: int) -> tuple[int, int]:
    """Return the first day of one year and the last of another."""
    return ordinal(first, 1, 1), ordinal(last + 1, 1, 1) - 1


def _month(text: str, digits: str, year: int, at: int) -> Bounds:
    """Read the month or season of `2004-06`, `2001-21` or `1985-04-XX`."""
    month = int(digits[5:7])
    if month in SEASONS and len(digits) == 7:
        first = ordinal(year, SEASONS[month], 1)
        year, month = (year + 1, 2) if month == 24 else (year, SEASONS[month] + 2)
        return Precision.SEASON, first, ordinal(year, month, month_length(year, month))
    _refuse_month(text, month, at)
    first = ordinal(year, month, 1)
    return Precision.MONTH, first, first + month_length(year, month) - 1


def _day(text: str, digits: str, year: int, at: int) -> Bounds:
    """Read the month and day of `1985-04-12`."""
    month, day = int(digits[5:7]), int(digits[8:])
    _refuse_month(text, month, at)
    if not 1 <= day <= month_length(year, month):
        raise EdtfError(text, f"there is no day {day:02} in that month", at + 3)
    number = ordinal(year, month, day)
    return Precision.DAY, number, number


def _refuse_month(text: str, month: int, at: int) -> None:
    """Refuse what is no month."""
    if month in SEASONS:
        raise EdtfError(text, f"a season ({month}) has no days", at)
    if 25 <= month <= 41:
        raise EdtfError(text, f"the part of the year {month} belongs to level 2", at)
    if not 1 <= month <= 12:
        raise EdtfError(text, f"there is no month {month:02}", at)


def _misshapen(shape: str) -> tuple[str, int]:
    """Say what is wrong with an unsigned text of none of the known shapes, and at which offset."""
    if "X" in shape and not shape.strip("9X-"):
        return "unspecified digits in this place belong to level 2", shape.index("X")
    if shape.startswith("99999"):
        return "a year of more than four digits begins with “Y”", 0
    if not shape.startswith("9999"):
        return "a year has four digits", 0
    return "it is written YYYY, YYYY-MM or YYYY-MM-DD", 4


def _year(digits: str, sign: int) -> int:
    """Return the year of an unsigned text that begins with four digits."""
    return sign * int(digits[:4])
