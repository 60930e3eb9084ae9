"""What an EDTF date says once it is read, and the error for a text that is none."""

from __future__ import annotations

from enum import Enum
from typing import Final

import msgspec

LONGEST_TEXT: Final = 64


class Precision(Enum):
    """The finest part of a date that is given: the year in `2004-XX` and `1985-XX-XX`, the month in `1985-04-XX`."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


class End(Enum):
    """What stands at one end of an interval.

    `OPEN` is written `..`: there is no end, or none that needs telling. `UNKNOWN` is written as nothing: there is
    an end, but nobody knows when.
    """

    GIVEN = "given"
    OPEN = "open"
    UNKNOWN = "unknown"


class Edtf(msgspec.Struct, frozen=True):
    """A date as read.

    The bounds are those of the text alone: `?`, `~` and `%` do not widen them, and a time zone does not move them.

    Attributes:
        text: The date as written.
        precision: The finest part that is given.
        earliest: Day number of the first day it may mean; None where an open or unknown start gives none.
        latest: Day number of the last day it may mean, inclusive; None likewise.
        uncertain: Whether it bears `?` or `%`; of an interval, whether an end does.
        approximate: Whether it bears `~` or `%`; of an interval, whether an end does.
        unspecified: Whether it holds an `X`: one day, month or year within the bounds, nobody says which.
        start: The date at an interval's start, None where it is open or unknown, or the date is no interval.
        end: The same for its end.
        start_kind: What stands at an interval's start.
        end_kind: What stands at its end.
    """

    text: str
    precision: Precision
    earliest: int | None
    latest: int | None
    uncertain: bool = False
    approximate: bool = False
    unspecified: bool = False
    start: Edtf | None = None
    end: Edtf | None = None
    start_kind: End = End.GIVEN
    end_kind: End = End.GIVEN


class EdtfError(ValueError):
    """A text that is no date of EDTF level 0 or 1; the message is a sentence that says what is wrong and where.

    Attributes:
        text: The text that was read.
        reason: What is wrong, without a capital and a full stop.
        position: Where, in code points from 0.
    """

    def __init__(self, text: str, reason: str, position: int) -> None:
        """Make the sentence, in which a text is shortened and shown without control characters."""
        shown = text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT] + "…"
        if not shown.isprintable():
            shown = shown.encode("unicode_escape").decode("ascii")
        super().__init__(f"“{shown}” is no EDTF date of level 0 or 1: {reason} (at character {position + 1}).")
        self.text = text
        self.reason = reason
        self.position = position
