"""Our own English words for an EDTF date, for places where the source prints none.

They are ours: whoever shows them says so. Nothing is said that the date does not say: a month stays a month.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier.dates import End, Precision, from_day_number, parse

if TYPE_CHECKING:
    from natopk_desktop.dossier.dates import Edtf

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS: Final = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}


def words(edtf: str) -> str:
    """Return a date in English words, as they stand within a sentence: "January 2007", "the 1970s", "about 1984".

    Uncertain dates begin with "perhaps", approximate ones with "about". Years up to 0 are told in years BC (0 is
    1 BC), those before 1000 with AD.

    Raises:
        EdtfError: The text is no EDTF date of level 0 or 1.
    """
    date = parse(edtf)
    return _interval(date) if date.precision is Precision.INTERVAL else _qualified(date)


def day_words(number: int) -> str:
    """Return a day number as words: "27 October 2010"."""
    year, month, day = from_day_number(number)
    return f"{day} {MONTHS[month - 1]} {year_words(year)}"


def month_words(year: int, month: int) -> str:
    """Return a month (1 to 12) as words: "January 2007"."""
    return f"{MONTHS[month - 1]} {year_words(year)}"


def year_words(year: int) -> str:
    """Return an astronomical year as words: "2007", "AD 79", "44 BC" (the year -43)."""
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 1000 else str(year)


def _interval(date: Edtf) -> str:
    """Put an interval into words, an open end told from an unknown one."""
    if date.start and date.end:
        return f"{_qualified(date.start)} to {_qualified(date.end)}"
    if date.start:
        if date.end_kind is End.OPEN:
            return f"from {_qualified(date.start)} on"
        return f"from {_qualified(date.start)} to an unknown end"
    if date.end:
        if date.start_kind is End.OPEN:
            return f"until {_qualified(date.end)}"
        return f"from an unknown start to {_qualified(date.end)}"
    names = {End.OPEN: "an open", End.UNKNOWN: "an unknown"}
    return f"from {names[date.start_kind]} start to {names[date.end_kind]} end"


def _qualified(date: Edtf) -> str:
    """Put a single date into words, with its qualification before it."""
    return ("perhaps " if date.uncertain else "") + ("about " if date.approximate else "") + _plain(date)


def _plain(date: Edtf) -> str:
    """Put a single date into words, without its qualification."""
    text = date.text.rstrip("?~%")
    year, month, _ = _first_day(date)
    match date.precision:
        case Precision.TIME:
            return f"{day_words(date.earliest or 0)}, {_time(text.partition('T')[2])}"
        case Precision.DAY:
            return day_words(date.earliest or 0)
        case Precision.MONTH:
            return ("a day of " if date.unspecified else "") + month_words(year, month)
        case Precision.SEASON:
            return f"{SEASONS[int(text[-2:])]} {year_words(year)}"
        case Precision.DECADE | Precision.CENTURY:
            return _years(date)
    if date.unspecified:
        return ("a day of " if text.endswith("-XX-XX") else "a month of ") + year_words(year)
    return f"the year {year_words(year)}" if text.startswith("Y") else year_words(year)


def _first_day(date: Edtf) -> tuple[int, int, int]:
    """Return year, month and day of a single date's first day."""
    return from_day_number(date.earliest or 0)


def _years(date: Edtf) -> str:
    """Put a decade or a century of unspecified years into words.

    "the 1970s" for a decade alone: "the 2000s" could be ten years or a hundred, and the 20th century is commonly
    taken to begin in 1901, so all others are told by their first and last year.
    """
    first = _first_day(date)[0]
    last = from_day_number(date.latest or 0)[0]
    if date.precision is Precision.DECADE and first >= 1000 and first % 100:
        return f"the {first}s"
    return f"a year from {year_words(first)} to {year_words(last)}"


def _time(time: str) -> str:
    """Put `23:20:30+04:30` into words: the clock as written and its zone."""
    clock, zone = time[:8], time[8:]
    return clock + (" UTC" if zone == "Z" else f" UTC{zone}" if zone else "")
