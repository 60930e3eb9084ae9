"""The date of a row: of one cell, of a start and an end, or of year, month and day in columns of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.dossier import dates
from natopk_desktop.formats import calendar_parts, timelinejs_slides
from natopk_desktop.formats.calendar_parts import Parts
from natopk_desktop.importers.tables import cell_dates
from natopk_desktop.importers.tables.cell_dates import CellDate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from natopk_desktop.importers.tables.order import Order

FROM_TO: Final = " – "
UNREAD: Final = "Kept as printed, without a date, since none could be read in it: {n:entry|entries}."
NO_DATE: Final = "Kept without a date, since their cell is empty: {n:entry|entries}."
BAD_END: Final = "Dated by the start alone, since no end could be read: {n:entry|entries}."
END_BEFORE_START: Final = "Dated by the start alone, since the end lies before it: {n:entry|entries}."
OTHER_WAY: Final = "Kept as printed, without a date, since the order chosen, {way}, does not fit: {{n:entry|entries}}."
OTHER_WAY_END: Final = (
    "Dated by the start alone, since the order chosen, {way}, does not fit the end: {{n:entry|entries}}."
)


class Dated(NamedTuple):
    """What a row says of its date.

    Attributes:
        words: the words that print it.
        date: the date, None where there is none, or none that exists.
        fault: the code of what is wrong with it and a sentence on that, None where nothing is.
    """

    words: str
    date: CellDate | None = None
    fault: tuple[str, str] | None = None


class RowDates:
    """Finds the date of each row of a table.

    Attributes:
        places: the columns (0-based) that it looks at.
    """

    def __init__(self, places: Mapping[str, int], order: Order) -> None:
        """Take which field stands in which column, and how numeric dates are meant."""
        self._order = order
        self._date, self._end, self._edtf = places.get("date"), places.get("end"), places.get("edtf")
        self._parts = [] if self._date is not None else _parts(places)
        looked_at = (self._date, self._end, self._edtf, *self._parts)
        self.places = frozenset(at for at in looked_at if at is not None)

    def of(self, row: Sequence[str]) -> Dated:
        """Return what a row says of its date."""
        begun = self._of_parts(row) if self._parts else self._of_cell(cell(row, self._date))
        start, end = begun.words, cell(row, self._end)
        own = cell(row, self._edtf).strip()
        if own and dates.valid(own):
            has_place = self._date is not None or self._parts
            return Dated(_from_to(start, end) or ("" if has_place else own), CellDate(own))
        if begun.date is None or not end.strip() or end == start:
            return begun._replace(words=_from_to(start, end))
        words = _from_to(start, end)
        if self._order.forbids(end):
            return Dated(words, begun.date, ("other-way", OTHER_WAY_END.format(way=self._order.words)))
        return Dated(words, *_spanned(begun.date, cell_dates.read(end, self._order.is_day_first)))

    def _of_cell(self, words: str) -> Dated:
        """Return the date that stands in one cell."""
        if not words.strip():
            return Dated("", None, None if self._date is None and not self._parts else ("no-date", NO_DATE))
        found = cell_dates.read(words, self._order.is_day_first)
        if found is None:
            return Dated(words, None, ("unread-date", UNREAD))
        if self._order.forbids(words):
            return Dated(words, None, ("other-way", OTHER_WAY.format(way=self._order.words)))
        return Dated(words, found)

    def _of_parts(self, row: Sequence[str]) -> Dated:
        """Return the date that stands in columns of its parts; one that names a month, or a whole date, is read so."""
        cells = [cell(row, at) for at in self._parts]
        filled = [words for words in cells if words.strip()]
        is_digits = all(words.strip().isdigit() for words in filled)
        words = "-".join(filled) if is_digits else " ".join(reversed(filled))
        try:
            year, month, day = ([timelinejs_slides.number(words) for words in cells] + [None, None])[:3]
        except ValueError:
            return self._of_cell(words)
        edtf = None if year is None else calendar_parts.edtf(Parts(year, month, day))
        if edtf is None:
            return Dated(words, None, ("unread-date", UNREAD) if filled else ("no-date", NO_DATE))
        return Dated(words, CellDate(edtf))


def cell(row: Sequence[str], at: int | None) -> str:
    """Return a cell of a row, empty where the row is too short or there is no such column."""
    return row[at] if at is not None and at < len(row) else ""


def _parts(places: Mapping[str, int]) -> list[int]:
    """Return the columns of year, month and day; a part without the greater one before it says nothing."""
    found: list[int] = []
    for field in ("year", "month", "day"):
        if field not in places:
            break
        found.append(places[field])
    return found


def _from_to(start: str, end: str) -> str:
    if not end.strip() or end == start:
        return start
    return start + FROM_TO + end if start.strip() else FROM_TO.lstrip() + end


def _spanned(start: CellDate, end: CellDate | None) -> tuple[CellDate, tuple[str, str] | None]:
    """Return the time from one date to another."""
    if "/" in start.edtf:
        return start, None
    if end is None or "/" in end.edtf:
        return start, ("bad-end", BAD_END)
    if end.edtf == start.edtf:
        return start, None
    whole = f"{start.edtf}/{end.edtf}"
    if not dates.valid(whole):
        return start, ("end-before-start", END_BEFORE_START)
    is_ordered = start.is_ordered or end.is_ordered
    return start._replace(edtf=whole, doubt=start.doubt or end.doubt, is_ordered=is_ordered), None
