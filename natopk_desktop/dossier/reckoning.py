"""The length of a period whose ends are dated less exactly than by the day, and how it was reckoned."""

from __future__ import annotations

import msgspec

from natopk_desktop.dossier.date_words import day_words
from natopk_desktop.dossier.dates import bounds


class PeriodLength(msgspec.Struct, frozen=True):
    """A length in whole days from a start to an end, as the shortest and the longest that the dates allow.

    A day counts when the period has moved on to it: from 1 to 3 January are two days. All of it is ours: whoever
    shows it says so.

    Attributes:
        shortest: Days from `last_start` to `first_end`, 0 where these lie the other way round.
        longest: Days from `first_start` to `last_end`.
        first_start: Day number of the first day the start may mean.
        last_start: Day number of the last day the start may mean.
        first_end: The same for the end.
        last_end: The same for the end.
    """

    shortest: int
    longest: int
    first_start: int
    last_start: int
    first_end: int
    last_end: int

    def words(self) -> str:
        """Return the length: "62 to 122 days", or "30 days" where it is exact."""
        if self.shortest == self.longest:
            return _days(self.longest)
        return f"{self.shortest} to {_days(self.longest)}"

    def reckoning(self) -> str:
        """Return how the length was reckoned, in sentences."""
        whole = f"from {day_words(self.first_start)} to {day_words(self.last_end)}"
        if self.first_start == self.last_start and self.first_end == self.last_end:
            return f"{_days(self.longest)} {whole}."
        longest = f"at the longest, {_days(self.longest)} {whole}."
        if self.first_end <= self.last_start:
            return f"At the shortest, 0 days, start and end falling on one day; {longest}"
        inner = f"from {day_words(self.last_start)} to {day_words(self.first_end)}"
        return f"At the shortest, {_days(self.shortest)} {inner}; {longest}"


def period_length(start: str, end: str) -> PeriodLength:
    """Reckon the length of a period from its start to its end.

    Args:
        start: EDTF date of the start.
        end: EDTF date of the end.

    Raises:
        EdtfError: One of them is no EDTF date of level 0 or 1.
        ValueError: One of them is open or unknown, or the end lies wholly before the start.
    """
    first_start, last_start = _closed(start)
    first_end, last_end = _closed(end)
    if last_end < first_start:
        raise ValueError(f"The end “{end}” lies before the start “{start}”.")
    shortest = max(0, first_end - last_start)
    return PeriodLength(shortest, last_end - first_start, first_start, last_start, first_end, last_end)


def days_between(start: str, end: str) -> tuple[int, int]:
    """Return the fewest and the most whole days from a start to an end, as `period_length` reckons them."""
    length = period_length(start, end)
    return length.shortest, length.longest


def _closed(text: str) -> tuple[int, int]:
    """Return the bounds of a date that has both."""
    first, last = bounds(text)
    if first is None or last is None:
        raise ValueError(f"The date “{text}” has an open or unknown end, so no length can be reckoned.")
    return first, last


def _days(count: int) -> str:
    """Return a number of days with its unit."""
    return "1 day" if count == 1 else f"{count} days"
