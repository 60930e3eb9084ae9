"""TimelineJS (version 3) JSON: its names and limits, read from its source code.

The code is https://github.com/NUKnightLab/TimelineJS3: ``core/TimelineConfig.js`` (what is sanitised, dropped and
sorted), ``date/TLDate.js`` (parts of a date), ``slider/Slide.js`` and ``media/types/Text.js`` (what is shown).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier.dates import month_length
from natopk_desktop.formats import moments

if TYPE_CHECKING:
    from natopk_desktop.dossier.dates import Edtf

FIRST_YEAR: Final = -271_820
LAST_YEAR: Final = 275_759
"""Beyond these years the whole timeline turns to "cosmological" dates, which are years alone."""

FORBIDDEN: Final = re.compile("\0")
"""HTML has no NUL: a browser drops it."""

ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\0": "\N{REPLACEMENT CHARACTER}"})
# Fields without mark-up are decoded once before they are set as HTML, so that an escaped "<" would come alive.
BARE: Final = str.maketrans({"&": "&amp;", "<": "‹", ">": "›", "\0": "\N{REPLACEMENT CHARACTER}"})
BARE_SIGNS: Final = "<>"

Parts = dict[str, int | str]
"""A date: year, and month and day where they are known; ``display_date`` is what is shown for it."""


def html(text: str) -> str:
    """Return text for a headline or text, in which TimelineJS reads HTML; every character shows as itself."""
    return text.translate(ESCAPES)


def lines(text: str) -> str:
    """Return text for a paragraph: as ``html`` with a break at each line's end, before its own character."""
    return html(text).replace("\n", "<br>\n")


def bare(text: str) -> str:
    """Return text for a display date or a group, in which "<" and ">" become ‹ and ›."""
    return text.translate(BARE)


def parts(date: Edtf) -> tuple[Parts, Parts | None] | None:
    """Return the start and the end of a date, each as coarse as it can be: a whole month has no day.

    The end is None where the start alone says it all, as a year, month or day by itself does. There are no parts for
    a date without a first day, or beyond the years that are placed by the day.
    """
    span = moments.days(date)
    if span is None or not fits(*span):
        return None
    begun = moments.days(date.start) if date.start is not None else span
    ended = moments.days(date.end) if date.end is not None else begun
    start, _ = spanned(*(begun or span))
    first, last = spanned(*(ended or span))
    end = first if last is None else last
    return start, None if end == start else end


def spanned(first: int, after: int) -> tuple[Parts, Parts | None]:
    """Return the start and the end of a span of days: two years, months or days, or one of them and None.

    Args:
        first: day number of the first day.
        after: day number of the day after the last.
    """
    start, end = moments.day(first), moments.day(after - 1)
    if start.month == start.day == 1 and (end.month, end.day) == (12, 31):
        return _told(start, end, 1)
    if start.day == 1 and end.day == month_length(end.year, end.month):
        return _told(start, end, 2)
    return _told(start, end, 3)


def era(days: tuple[int, int] | None) -> tuple[Parts, Parts] | None:
    """Return the start and the end of an era over a span of days, None where the program can draw none.

    Args:
        days: day numbers of the first day and of the day after the last, None where there are none.
    """
    if days is None or not fits(*days):
        return None
    start, end = spanned(*days)
    if end is None:
        # An era whose end is written like its start loses its end, and then makes the whole file invalid.
        start, end = by_day(days[0]), by_day(days[1] - 1)
    return None if start == end else (start, end)


def is_native(date: Edtf) -> bool:
    """Tell whether the format has a field for each part of a date, and the date no more than these."""
    if moments.is_qualified(date) or moments.has_open_end(date):
        return False
    if date.start is not None and date.end is not None:
        return is_native(date.start) and is_native(date.end)
    return date.precision.value in {"year", "month", "day"}


def by_day(number: int) -> Parts:
    """Return a day, by its day number, to the day."""
    return dict(moments.day(number)._asdict())


def fits(first: int, after: int) -> bool:
    """Tell whether the days from ``first`` to ``after``, as day numbers, are placed by the day."""
    return moments.day(first).year >= FIRST_YEAR and moments.day(after).year <= LAST_YEAR


def _told(start: moments.Day, end: moments.Day, count: int) -> tuple[Parts, Parts | None]:
    one: Parts = dict(zip(moments.Day._fields[:count], start, strict=False))
    other: Parts = dict(zip(moments.Day._fields[:count], end, strict=False))
    return one, None if other == one else other
