"""The steps a time axis is divided by, from days to thousands of years, and our words and EDTF for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from natopk_desktop.dossier.date_words import MONTHS, day_words, month_words, year_words
from natopk_desktop.dossier.dates import day_number, from_day_number

if TYPE_CHECKING:
    from collections.abc import Iterator

Unit = Literal["day", "month", "year"]

MEAN_DAYS: Final = {"day": 1.0, "month": 30.436875, "year": 365.2425}
LONGEST_LABEL: Final = {"day": 17, "month": 14, "year": 5}
"""Characters of "30 September 2005", "September 2005" and "AD 79"."""

PLAIN_YEARS: Final = 9999
"""EDTF writes a year farther from 0 than this with "Y", and then without month or day."""


class Step(NamedTuple):
    """A regular stretch of the calendar, such as a quarter: ``Step("month", 3)``."""

    unit: Unit
    size: int

    @property
    def days(self) -> float:
        """Its mean length in days."""
        return MEAN_DAYS[self.unit] * self.size


DAY: Final = Step("day", 1)
TEN_DAYS: Final = Step("day", 10)
MONTH: Final = Step("month", 1)
QUARTER: Final = Step("month", 3)
YEAR: Final = Step("year", 1)


def steps() -> Iterator[Step]:
    """Yield every step an axis may have, the finest first; years go on by 1, 2, 5, 10, 20 … without end."""
    yield from (DAY, TEN_DAYS, MONTH, QUARTER)
    size = 1
    while True:
        for factor in (1, 2, 5):
            yield Step("year", size * factor)
        size *= 10


def units() -> Iterator[Step]:
    """Yield the steps that people count by, the finest first: day, month, year, decade, century and on."""
    yield from (DAY, MONTH)
    size = 1
    while True:
        yield Step("year", size)
        size *= 10


def parts(step: Step) -> Iterator[Step]:
    """Yield the steps that divide ``step`` evenly enough for ticks between its labels, the finest first."""
    match step:
        case Step("day", _):
            yield DAY
        case Step("month", 1):
            yield from (DAY, TEN_DAYS)
        case Step("month", _):
            yield MONTH
        case Step("year", 1):
            yield from (MONTH, QUARTER)
        case _:
            for finer in steps():
                if finer.unit == "year" and finer.size < step.size and step.size % finer.size == 0:
                    yield finer
                if finer.unit == "year" and finer.size >= step.size:
                    break
    yield step


def floor(day: int, step: Step) -> int:
    """Return the first day of the step that ``day`` lies in.

    Years of a longer step begin at round numbers (1990, 2000). There is no year 0 for readers: before the year 1 the
    steps end with 1 BC and begin at round years BC (100 BC), and the first one after it begins with the year 1.
    """
    if step == DAY:
        return day
    year, month, day_of_month = from_day_number(day)
    if step.unit == "day":
        return day_number(year, month, min(21, (day_of_month - 1) // 10 * 10 + 1))
    if step.unit == "month":
        return day_number(year, (month - 1) // step.size * step.size + 1, 1)
    return day_number(_year_floor(year, step.size), 1, 1)


def following(day: int, step: Step) -> int:
    """Return the first day after the step that ``day`` lies in."""
    if step == DAY:
        return day + 1
    year, month, day_of_month = from_day_number(floor(day, step))
    if step.unit == "day":
        return day_number(year, month, day_of_month + 10) if day_of_month < 21 else _first_of(year, month + 1)
    if step.unit == "month":
        return _first_of(year, month + step.size)
    return day_number(step.size if year == 1 and step.size > 1 else year + step.size, 1, 1)


def _first_of(year: int, month: int) -> int:
    return day_number(year, month, 1) if month <= 12 else day_number(year + 1, month - 12, 1)


def _year_floor(year: int, size: int) -> int:
    if year > 0:
        return max(1, year - year % size)
    return 1 - size * -(-(1 - year) // size)


def label(day: int, step: Step, *, is_first: bool) -> str:
    """Return our words for the step that begins with ``day``, short where the label before it gave the year."""
    year, month, day_of_month = from_day_number(day)
    if step.unit == "year":
        return year_words(year)
    if step.unit == "month":
        return month_words(year, month) if is_first or month == 1 else MONTHS[month - 1]
    has_year = is_first or (month == 1 and day_of_month == 1)
    return day_words(day) if has_year else f"{day_of_month} {MONTHS[month - 1]}"


def stretch_words(first: int, end: int) -> str:
    """Return our words for the days from ``first`` to before ``end``, no finer than they need be.

    "2005 to 2007" for whole years, "March 2005 to May 2007" for whole months, else with days.
    """
    from natopk_desktop.dossier.date_words import words

    return words(edtf(first, end, _coarsest(first, end)))


def _coarsest(first: int, end: int) -> Step:
    for step in (YEAR, MONTH):
        if floor(first, step) == first and floor(end, step) == end:
            return step
    return DAY


def edtf(first: int, end: int, step: Step) -> str:
    """Return the EDTF of the days from ``first`` to before ``end``, written by the unit of ``step``."""
    start, last = _written(first, step.unit), _written(end - 1, step.unit)
    return start if start == last else f"{start}/{last}"


def _written(day: int, unit: Unit) -> str:
    year, month, day_of_month = from_day_number(day)
    if abs(year) > PLAIN_YEARS:
        return f"Y{year}"
    written = f"-{-year:04}" if year < 0 else f"{year:04}"
    if unit == "year":
        return written
    return f"{written}-{month:02}" if unit == "month" else f"{written}-{month:02}-{day_of_month:02}"
