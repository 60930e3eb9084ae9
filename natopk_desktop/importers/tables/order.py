"""Which number of a date such as 03/04/2005 is the day: as a person says, or as other dates of the table show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.importers.dating import numbers
from natopk_desktop.importers.tables import cell_dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CONFIDENCE: Final = 0.8
"""How sure a date is whose order other dates of its column show."""
FIRST: Final = {True: "day first", False: "month first"}


class Order(NamedTuple):
    """How numeric dates are meant.

    Attributes:
        is_day_first: whether the day stands first, None where nobody knows.
        reason: a clause on what decided it, None where a person said so or nothing did.
    """

    is_day_first: bool | None = None
    reason: str | None = None

    @property
    def words(self) -> str:
        """The order in words, empty where nobody knows it."""
        return "" if self.is_day_first is None else FIRST[self.is_day_first]

    def forbids(self, cell: str) -> bool:
        """Tell whether a cell holds a date that can only be read the other way."""
        if self.is_day_first is None:
            return False
        return any(way != self.is_day_first for way, _ in numbers.ways(cell))


def shown(head: Iterable[Sequence[str]], rows: Iterable[Sequence[str]], places: Sequence[int]) -> Order:
    """Return the order that the dates show that can be read in one way alone; a cell that is no date shows nothing.

    Args:
        head: the first rows; where they hold no numeric date, the others are not looked at.
        rows: all rows.
        places: the columns (0-based) of dates.
    """
    if not any(numbers.NUMERIC.search(row[at]) for row in head for at in places if at < len(row)):
        return Order()
    witnesses: dict[bool, str] = {}
    for row in rows:
        for at in places:
            for way, words in numbers.ways(row[at]) if at < len(row) else ():
                if way not in witnesses and cell_dates.read(row[at], None) is not None:
                    witnesses[way] = words
    if len(witnesses) != 1:
        return Order()
    way, witness = witnesses.popitem()
    column = "column" if len(places) == 1 else "columns"
    return Order(way, f"{FIRST[way]}, since {witness} in the same {column} can only be so")
