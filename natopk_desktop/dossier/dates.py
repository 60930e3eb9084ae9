"""Reading dates as EDTF levels 0 and 1 write them, and the first and last day they may mean.

The syntax is that of ISO 8601-2 as the Library of Congress describes it
(https://www.loc.gov/standards/datetime/, 4 February 2019). Reading is strict: a date is never repaired.
"""

from __future__ import annotations

from typing import Final

from natopk_desktop.dossier.days import day_number, from_day_number, is_leap, month_length, ordinal
from natopk_desktop.dossier.edtf import Edtf, EdtfError, End, Precision
from natopk_desktop.dossier.edtf_parts import calendar_date, date_with_time, long_year, refuse_foreign, years

__all__ = [
    "Edtf",
    "EdtfError",
    "End",
    "Precision",
    "bounds",
    "day_number",
    "from_day_number",
    "is_leap",
    "month_length",
    "parse",
    "valid",
]

QUALIFIERS: Final = "?~%"


def parse(text: str) -> Edtf:
    """Read a date, a date with a time of day, or an interval of EDTF level 0 or 1.

    Raises:
        EdtfError: It is none; the message says what is wrong and where, also for level 2 and older drafts.
    """
    refuse_foreign(text)
    return _interval(text) if "/" in text else _date(text, text, 0)


def valid(text: str) -> bool:
    """Tell whether a text is a date of EDTF level 0 or 1."""
    try:
        bounds(text)
    except EdtfError:
        return False
    return True


def bounds(text: str) -> tuple[int | None, int | None]:
    """Return the first and last day a date may mean, as day numbers; None at an open or unknown end.

    The same as `parse(text).earliest, parse(text).latest`, with a short way for plain years, months and days.

    Raises:
        EdtfError: The text is no date of EDTF level 0 or 1.
    """
    size = len(text)
    if size in (4, 7, 10) and text.isascii():
        if size == 7 and text[4] == "-" and (text[:4] + text[5:]).isdigit():
            year, month = int(text[:4]), int(text[5:])
            if 1 <= month <= 12:
                first = ordinal(year, month, 1)
                return first, first + month_length(year, month) - 1
        elif size == 10 and text[4] == text[7] == "-" and (text[:4] + text[5:7] + text[8:]).isdigit():
            year, month, day = int(text[:4]), int(text[5:7]), int(text[8:])
            if 1 <= month <= 12 and 1 <= day <= month_length(year, month):
                number = ordinal(year, month, day)
                return number, number
        elif size == 4 and text.isdigit():
            return years(int(text), int(text))
    date = parse(text)
    return date.earliest, date.latest


def _interval(text: str) -> Edtf:
    """Read `start/end`, each a date without time, `..` or nothing, but not nothing at both."""
    middle = text.index("/")
    if "/" in text[middle + 1 :]:
        raise EdtfError(text, "an interval has one “/”", text.index("/", middle + 1))
    if text == "/":
        raise EdtfError(text, "an interval gives at least one end", 0)
    start_kind, start = _end(text, text[:middle], 0)
    end_kind, end = _end(text, text[middle + 1 :], middle + 1)
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest is not None and latest is not None and earliest > latest:
        raise EdtfError(text, "the interval ends before it starts", middle + 1)
    given = [date for date in (start, end) if date]
    return Edtf(
        text,
        Precision.INTERVAL,
        earliest,
        latest,
        uncertain=any(date.uncertain for date in given),
        approximate=any(date.approximate for date in given),
        start=start,
        end=end,
        start_kind=start_kind,
        end_kind=end_kind,
    )


def _end(text: str, part: str, at: int) -> tuple[End, Edtf | None]:
    """Read one end of an interval."""
    if not part:
        return End.UNKNOWN, None
    if part == "..":
        return End.OPEN, None
    if "T" in part:
        raise EdtfError(text, "an interval runs between dates without a time of day", at + part.index("T"))
    if "X" in part:
        reason = "an unspecified digit within an interval belongs to level 2"
        raise EdtfError(text, reason, at + part.index("X"))
    return End.GIVEN, _date(text, part, at)


def _date(text: str, part: str, at: int) -> Edtf:
    """Read a single date: `part` of `text`, beginning at `at`."""
    mark = part[-1] if part[-1] in QUALIFIERS else ""
    body = part[: len(part) - len(mark)]
    for sign in QUALIFIERS:
        if sign in body:
            reason = f"“{sign}” on a part of a date belongs to level 2; at level 1 it ends the date"
            raise EdtfError(text, reason, at + body.index(sign))
    if mark and "T" in body:
        raise EdtfError(text, f"“{mark}” does not go with a time of day", at + len(body))
    read = long_year if body.startswith("Y") else date_with_time if "T" in body else calendar_date
    precision, earliest, latest = read(text, body, at)
    return Edtf(
        part,
        precision,
        earliest,
        latest,
        uncertain=mark in ("?", "%"),
        approximate=mark in ("~", "%"),
        unspecified="X" in body,
    )
