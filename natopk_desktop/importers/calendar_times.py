"""The dates of a calendar's components, as the days they cover in EDTF. A time of day or zone never moves a day."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from natopk_desktop.dossier.days import month_length, ordinal
from natopk_desktop.formats import calendar_parts, moments
from natopk_desktop.formats.calendar_parts import Parts

DAY: Final = 86_400
MOMENT: Final = re.compile(
    r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:T([0-9]{2}):?([0-9]{2}):?([0-9]{2})?(?:\.[0-9]+)?(?:Z|[+-][0-9:]+)?)?"
)
DURATION: Final = re.compile(
    r"([+-]?)P(?:([0-9]{1,9})W)?(?:([0-9]{1,9})D)?(?:T(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})S)?)?"
)
UNITS: Final = (7 * DAY, DAY, 3600, 60, 1)

BAD_DATE: Final = "bad-date"
BAD_END: Final = "bad-end"
END_BEFORE_START: Final = "end-before-start"
END_ON_START: Final = "end-on-start"


class Moment(NamedTuple):
    """A day, and the second of it; None for the whole day."""

    day: int
    second: int | None


def moment(value: str) -> Moment | None:
    """Read a DATE or DATE-TIME, with or without the signs of ISO 8601; None where there is no such day or time."""
    found = MOMENT.fullmatch(value.strip())
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return None
    if found[4] is None:
        return Moment(ordinal(year, month, day), None)
    hour, minute, second = int(found[4]), int(found[5]), int(found[6] or 0)
    if hour > 23 or minute > 59 or second > 60:
        return None
    return Moment(ordinal(year, month, day), hour * 3600 + minute * 60 + second)


def seconds(value: str) -> int | None:
    """Read a DURATION in seconds, days and weeks counted in full; None where it is none."""
    found = DURATION.fullmatch(value.strip())
    if found is None or value.strip().endswith(("P", "T")):
        return None
    total = sum(int(found[group] or 0) * unit for group, unit in enumerate(UNITS, 2))
    return -total if found[1] == "-" else total


def days(start: str, end: str, duration: str) -> tuple[str | None, str | None]:
    """Return the days from a start to an end or for a duration in EDTF, and what is wrong with them.

    The end is exclusive (section 3.6.1); files that give a day as its own end mean that day.

    Args:
        start: DTSTART as written.
        end: DTEND as written, empty where there is none.
        duration: DURATION as written, empty where there is none.
    """
    first = moment(start)
    if first is None:
        return None, BAD_DATE
    begun = _edtf(first.day)
    if not end and not duration:
        return begun, None
    last = _after(first, duration) if not end else moment(end)
    if last is None:
        return f"{begun}/", BAD_END
    after = last.day + (1 if last.second else 0)
    if after > first.day + 1:
        return f"{begun}/{_edtf(after - 1)}", None
    if (last.day, last.second or 0) < (first.day, first.second or 0):
        return begun, END_BEFORE_START
    is_own_end = end and last.day == first.day and last.second is None and first.second is None
    return begun, END_ON_START if is_own_end else None


def _after(first: Moment, duration: str) -> Moment | None:
    length = seconds(duration)
    if length is None or abs(length) > 4_000_000 * DAY:
        return None
    day, second = divmod(first.day * DAY + (first.second or 0) + length, DAY)
    return Moment(day, None if first.second is None and not second else second)


def _edtf(number: int) -> str:
    return calendar_parts.edtf(Parts(*moments.day(number))) or ""
