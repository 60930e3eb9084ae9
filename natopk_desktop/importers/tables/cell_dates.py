"""The date that a cell prints, as exact as it prints it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from natopk_desktop.dossier import dates
from natopk_desktop.importers.dating.lines import FoundDate, at_start
from natopk_desktop.importers.dating.month_names import names_for
from natopk_desktop.importers.dating.tokens import tokens

LONGEST: Final = 120
"""Characters; what is longer is no date, but words that may hold one."""
ISO: Final = re.compile(r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:[T ][0-9]{1,2}:[0-9]{2}.*)?", re.DOTALL)
DIGIT: Final = re.compile(r"\d")
EITHER_WAY: Final = "day and month may be either way round, so only the year is taken"


class CellDate(NamedTuple):
    """A date.

    Attributes:
        edtf: in EDTF.
        doubt: a clause on another way to read it, None where there is none.
        is_either_way: whether nobody knows which number is the day and which the month.
        is_ordered: whether it is read so only because the order was given; without it, either number may be the day.
    """

    edtf: str
    doubt: str | None = None
    is_either_way: bool = False
    is_ordered: bool = False


@lru_cache(maxsize=5_000)
def read(cell: str, is_day_first: bool | None) -> CellDate | None:  # noqa: FBT001 - a cache keys by position
    """Return the date that a cell holds and nothing else, None where it holds none, or one that does not exist.

    Args:
        cell: the cell as it stands.
        is_day_first: how 03/04/2005 is read, None where nobody knows.
    """
    words = cell.strip()
    if not words or len(words) > LONGEST or DIGIT.search(words) is None:
        return None
    found = ISO.fullmatch(words)
    if found:
        return CellDate(found[1]) if dates.valid(found[1]) else None
    if words.isascii() and dates.valid(words):
        return CellDate(words)
    return _printed(words, is_day_first)


def numeric(cell: str) -> tuple[int, int] | None:
    """Return the two numbers of a date of which either may be the day; None for any other cell."""
    found = _found(cell.strip()) if 6 <= len(cell) <= LONGEST else None
    return None if found is None else found.value.start.numeric


def _found(words: str) -> FoundDate | None:
    """Return the date that words begin with, if they end with it too."""
    row = tokens(words, 0, len(words), names_for(words, None))
    if not row:
        return None
    found = at_start(row, may_lack_year=False)
    return found if found is not None and found.token >= len(row) else None


def _printed(words: str, is_day_first: bool | None) -> CellDate | None:  # noqa: FBT001
    found = _found(words)
    if found is None:
        return None
    value = found.value
    if value.is_numeric:
        if is_day_first is None:
            years = value._replace(
                start=value.start._replace(numeric=None),
                stop=None if value.stop is None else value.stop._replace(numeric=None),
            )
            edtf = years.edtf()
            return None if edtf is None else CellDate(edtf, EITHER_WAY, is_either_way=True)
        settled = value.settled(is_day_first=is_day_first)
        if settled is None:
            return None
        value = settled
    edtf = value.edtf() if all(point.is_possible() for point in value.points) else None
    return None if edtf is None else CellDate(edtf, found.doubt, is_ordered=found.value.is_numeric)
