"""Dates in numbers (03/04/2005): which number can only be the day, as the calendar has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from natopk_desktop.importers.dating.grammar import century
from natopk_desktop.importers.dating.values import only_way

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMERIC: Final = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")


def ways(words: str) -> Iterator[tuple[bool, str]]:
    """Yield each date in numbers that is a day of the calendar in one order alone.

    Args:
        words: a cell, or what prints the date of an entry.

    Yields:
        Whether the day stands first in it, and the date as printed. 31/02/2006 is none, since there is no such day.
    """
    for found in NUMERIC.finditer(words):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        way = only_way(first, second, century(year) if len(found[4]) == 2 else year)
        if way is not None:
            yield way, found[0]
