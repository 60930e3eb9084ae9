"""Rows of a table laid as entries, each cell as it stands."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from natopk_desktop.errors import InputError
from natopk_desktop.formats import csv_cells, timelinejs_table
from natopk_desktop.importers import timelinejs_entries
from natopk_desktop.importers.building import Builder, Entry
from natopk_desktop.importers.remarks import braced
from natopk_desktop.importers.tables import columns, order
from natopk_desktop.importers.tables.order import Order
from natopk_desktop.importers.tables.row_dates import RowDates, cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from natopk_desktop.importers.imported import Options, Progress
    from natopk_desktop.importers.tables.cell_dates import CellDate
    from natopk_desktop.importers.tables.columns import Mapping

BATCH: Final = 2000
OWN_COLUMN: Final = "text (source)"
"""A column that only our own tables have; in them an apostrophe guards what a spreadsheet might run."""

EITHER_WAY: Final = "Dated by the year alone, since day and month may be either way round: {n:entry|entries}."
ORDERED: Final = "Read {reason}: {{n:entry|entries}}."
NO_ORDER: Final = "Choose no order, or the other one, or correct the date."
ORDER: Final = "Say whether the day or the month comes first."
DOUBT: Final = "Dates that may be meant otherwise: {n:entry|entries}."

OWN_ORDER: Final = (
    "this is a table of TimelineJS, which itself says which number is the day, so no order can be chosen (--day-first, "
    "--month-first); leave it out, or say which column holds what (--column)."
)
WORDS: Final = ("title", "text", "topic")
"""The fields of the columns that hold no dates."""

Row = list[str]


class Table:
    """A table that can be gone through several times.

    Attributes:
        head: its first rows that are not blank.
        rows: gives all its rows anew.
        size: about how many rows there are, to tell how much is done.
    """

    def __init__(self, head: list[Row], rows: Callable[[], Iterable[Row]], size: int) -> None:
        """Take a table."""
        self.head = head
        self.rows = rows
        self.size = max(1, size)


def lay(builder: Builder, table: Table, options: Options, name: str, progress: Progress) -> None:
    """Lay all rows of a table.

    Raises:
        InputError: a column that a person chose does not exist, or the order of numbers is chosen where it is fixed.
    """
    header = table.head[0] if table.head else []
    if options.columns is None and timelinejs_table.fits(header):
        if options.is_day_first is not None:
            raise InputError(f"{name}: {OWN_ORDER}")
        _lay_slides(builder, table, progress)
        return
    mapping = (
        columns.guessed(table.head) if options.columns is None else columns.chosen(options.columns, table.head, name)
    )
    _tell_mapping(builder, mapping, header, frozenset() if options.columns is not None else mapping.named)
    rows = _body(table, mapping)
    laying = _Rows(builder, mapping, _order(table, mapping, options), header)
    for number, row in enumerate(rows):
        if number % BATCH == 0:
            progress(min(1.0, number / table.size))
        laying.take(row)


def _body(table: Table, mapping: Mapping) -> Iterable[Row]:
    """Return the rows below the header."""
    rows = iter(table.rows())
    if not mapping.has_header:
        return rows
    for row in rows:
        if any(cell.strip() for cell in row):
            return rows
    return rows


def _lay_slides(builder: Builder, table: Table, progress: Progress) -> None:
    header = table.head[0]
    body = _body(table, columns.Mapping({}, True, frozenset()))
    for number, slide in enumerate(timelinejs_table.slides(header, body)):
        if number % BATCH == 0:
            progress(min(1.0, number / table.size))
        if slide is None:
            continue
        if slide.kind == "title":
            timelinejs_entries.lay_title(builder, slide.event)
        elif slide.kind == "era":
            timelinejs_entries.lay_era(builder, slide.event)
        else:
            timelinejs_entries.lay_entry(builder, slide.event, slide.others)


def _tell_mapping(builder: Builder, mapping: Mapping, header: Sequence[str], named: frozenset[str]) -> None:
    """Note which column holds what; ``named`` are the fields told by the header."""
    remarks = builder.remarks
    if not mapping.has_dates:
        message = "No column of dates was found, so every entry stands without one."
        remarks.add("guessed", "no-date-column", message, remedy="Say which column holds the dates.")
    if named:
        told = ", ".join(
            f"“{braced(header[at].strip())}” for the {field}" for field, at in mapping.places.items() if field in named
        )
        remarks.add("info", "columns-named", f"Columns taken by their names: {told}.")
    for field, at in mapping.places.items():
        if field not in mapping.named:
            remarks.add("guessed", "column", f"Column {at + 1} was taken for the {field}, by what stands in it.")
    if mapping.has_header:
        names = [cell for cell in header if cell.strip()]
        builder.row(names)
        left = [at for at in range(len(header)) if at not in mapping.places.values() and header[at].strip()]
        if left:
            told = braced(", ".join(f"“{header[at].strip()}”" for at in left))
            remarks.add("info", "columns", f"Kept beside the words of each entry: the cells of {told}.")


def _order(table: Table, mapping: Mapping, options: Options) -> Order:
    """Return how numeric dates are meant: as a person says, or as the one that can be read in one way alone shows."""
    if options.is_day_first is not None or not mapping.has_dates:
        return Order(options.is_day_first)
    places = [mapping.places[field] for field in ("date", "end", "year") if field in mapping.places]
    return order.shown(table.head, table.rows(), places)


class _Rows:
    """Lays row after row."""

    def __init__(self, builder: Builder, mapping: Mapping, dates_in: Order, header: Sequence[str]) -> None:
        self._builder = builder
        self._mapping = mapping
        self._order = dates_in
        self._guarded = mapping.has_header and any(cell.strip().lower() == OWN_COLUMN for cell in header)
        places = mapping.places
        self._dates = RowDates(places, dates_in)
        self._topic = places.get("topic")
        self._words = [places[field] for field in ("title", "text") if field in places]
        self._taken = self._dates.places.union(places[field] for field in WORDS if field in places)
        self._width = len(header)
        self._has_more = len(self._taken) < len(header)

    def take(self, row: Row) -> None:
        """Lay one row; a blank one is none."""
        if self._guarded:
            row = [csv_cells.unguard(cell) for cell in row]
        beside: tuple[str, ...] = ()
        if self._has_more or len(row) > self._width:
            taken = self._taken
            beside = tuple([cell for at, cell in enumerate(row) if at not in taken and cell and not cell.isspace()])
        words = tuple([row[at] for at in self._words if at < len(row)])
        date, found, fault = self._dates.of(row)
        topic = cell(row, self._topic)
        if not (date or beside or topic.strip() or any(cell.strip() for cell in words)):
            return
        topics: tuple[str, ...] = ()
        if topic and not topic.isspace():
            parting = self._mapping.topics
            topics = (
                (topic,) if parting is None else tuple(part.strip() for part in parting.split(topic) if part.strip())
            )
        sure = None if found is None else self._sure(found)
        name = self._builder.entry(Entry(date, None if found is None else found.edtf, words, beside, topics, sure))
        if fault is not None:
            remedy = NO_ORDER if fault[0] == "other-way" else None
            self._builder.remarks.add("guessed", *fault, id=name, remedy=remedy)
        if found is not None:
            self._tell(found, name)

    def _sure(self, found: CellDate) -> tuple[float, str] | None:
        """Return how sure a date is and why, None where there is no doubt."""
        reason = self._order.reason if found.is_ordered else None
        if found.doubt is not None:
            return 0.5, found.doubt if reason is None else f"{found.doubt}; {reason}"
        return None if reason is None else (order.CONFIDENCE, reason)

    def _tell(self, found: CellDate, name: str) -> None:
        """Note what is guessed of a date."""
        remarks = self._builder.remarks
        if found.is_either_way:
            remarks.add("guessed", "either-way", EITHER_WAY, id=name, remedy=ORDER)
        elif found.doubt is not None:
            remarks.add("guessed", "doubt", DOUBT, id=name)
        if found.is_ordered and self._order.reason is not None:
            remarks.add("guessed", "order", ORDERED.format(reason=self._order.reason), id=name, remedy=ORDER)


def head_of(rows: Iterable[Row], count: int) -> list[Row]:
    """Return the first rows of a table that are not blank."""
    filled = (row for row in rows if any(cell.strip() for cell in row))
    return list(islice(filled, count))
