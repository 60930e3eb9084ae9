"""Which column of a table holds what: by the names in its header, and by what its cells look like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.errors import InputError
from natopk_desktop.formats import tables
from natopk_desktop.importers.tables import cell_dates
from natopk_desktop.importers.tables.column_names import FIELDS, NAMES, SEVERAL

if TYPE_CHECKING:
    from collections.abc import Sequence

PARTS: Final = re.compile(r"[;,|\n]")
LINES: Final = re.compile(r"\n")
BARE_YEAR: Final = re.compile(r"\s*[0-9]{4}\s*")
SAMPLE: Final = 60
"""Rows that a guess looks at."""
MOST: Final = 0.6
"""The share of a column's cells that are dates, from which on it counts as one of dates."""


class Mapping(NamedTuple):
    """Which column (0-based) holds which of ``FIELDS``.

    Attributes:
        places: field to column.
        has_header: whether the first row names the columns.
        named: the fields that a header or a person named; the others were told by the cells.
        topics: what parts the topics in one cell, None where a cell holds one.
    """

    places: dict[str, int]
    has_header: bool
    named: frozenset[str]
    topics: re.Pattern[str] | None = None

    @property
    def has_dates(self) -> bool:
        """Whether any column holds dates."""
        return not self.places.keys().isdisjoint({"date", "year", "edtf"})


def chosen(columns: dict[str, int], rows: Sequence[Sequence[str]], name: str) -> Mapping:
    """Return the mapping that a person chose.

    Args:
        columns: field to column.
        rows: the first rows.
        name: what to call the file in a sentence.

    Raises:
        InputError: there is no such field or column.
    """
    width = max((len(row) for row in rows), default=0)
    for field, at in columns.items():
        if field not in FIELDS:
            message = f"{name}: a column holds no “{field[:40]}”; choose one of {', '.join(FIELDS)}."
            raise InputError(message)
        if not 0 <= at < width:
            message = f"{name}: there is no column {at + 1}; its rows have {width}."
            raise InputError(message)
    header = rows[0] if rows else ()
    has_header = _is_header(rows, columns.get("date", columns.get("year")))
    return Mapping(dict(columns), has_header, frozenset(columns), _parting(columns, header if has_header else ()))


def guessed(rows: Sequence[Sequence[str]]) -> Mapping:
    """Return which column most likely holds what, from the first rows of a table."""
    if not rows:
        return Mapping({}, False, frozenset())
    names = tables.names_of(rows[0])
    places = _by_name(names)
    has_header = bool(places) or _is_header(rows, None)
    body = rows[1:SAMPLE] if has_header else rows[:SAMPLE]
    if not has_header:
        places = {}
    _drop_unlikely(places, body)
    named = frozenset(places)
    taken = set(places.values())
    if "date" not in places and "year" not in places:
        best = _of_dates(body, taken)
        if best is not None:
            places["date"] = best
            taken.add(best)
    if "title" not in places and "text" not in places:
        for field, at in zip(("title", "text"), _of_words(body, taken), strict=False):
            places[field] = at
    return Mapping(places, has_header, named, _parting(places, rows[0] if has_header else ()))


def _by_name(names: list[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for field, known in NAMES.items():
        for name in known:
            if name in names and names.index(name) not in places.values():
                places[field] = names.index(name)
                break
    if "year" not in places:
        places.pop("month", None)
    if "month" not in places:
        places.pop("day", None)
    if "date" in places:
        for field in ("year", "month", "day"):
            places.pop(field, None)
    return places


def _drop_unlikely(places: dict[str, int], body: Sequence[Sequence[str]]) -> None:
    """Take back columns named like dates, such as "start" or "from", whose cells are none, where another has dates."""
    at = places.get("date")
    if at is not None and _share(body, at) == 0.0 and _of_dates(body, {at}) is not None:
        del places["date"]


def _is_header(rows: Sequence[Sequence[str]], dates: int | None) -> bool:
    """Tell whether the first row names columns: no cell of it is a date, or a number, and no name comes twice."""
    if not rows:
        return False
    first = [cell.strip() for cell in rows[0]]
    if dates is not None and dates < len(first):
        return cell_dates.read(first[dates], None) is None
    filled = [cell for cell in first if cell]
    if len(filled) < max(1, len(first) - 1) or len(set(filled)) < len(filled):
        return False
    return not any(cell_dates.read(cell, None) or cell.replace(".", "").isdigit() or len(cell) > 60 for cell in filled)


def _share(body: Sequence[Sequence[str]], at: int) -> float:
    """Return the share of the cells of a column that are dates; years alone count half, since any number may be one."""
    cells = [row[at] for row in body if at < len(row) and row[at].strip()]
    if not cells:
        return 0.0
    found = sum(
        (0.7 if BARE_YEAR.fullmatch(cell) else 1.0) for cell in cells if cell_dates.read(cell, None) is not None
    )
    return found / len(cells)


def _of_dates(body: Sequence[Sequence[str]], taken: set[int]) -> int | None:
    width = max((len(row) for row in body), default=0)
    shares = [(_share(body, at), -at) for at in range(width) if at not in taken]
    best = max(shares, default=(0.0, 0))
    return -best[1] if best[0] >= MOST else None


def _of_words(body: Sequence[Sequence[str]], taken: set[int]) -> list[int]:
    """Return the columns of words: the first of them, then the one of the longest cells."""
    width = max((len(row) for row in body), default=0)
    lengths = {}
    for at in range(width):
        cells = [row[at] for row in body if at < len(row) and row[at].strip()]
        letters = sum(any(map(str.isalpha, cell)) for cell in cells)
        if at not in taken and cells and letters > len(cells) / 2:
            lengths[at] = sum(map(len, cells)) / len(cells)
    if not lengths:
        return []
    first = min(lengths)
    longest = max(lengths, key=lambda at: (lengths[at], -at))
    return [first] if longest == first else [first, longest]


def _parting(places: dict[str, int], header: Sequence[str]) -> re.Pattern[str] | None:
    at = places.get("topic")
    if at is None or at >= len(header):
        return None
    name = tables.names_of([header[at]])[0]
    if name not in SEVERAL:
        return None
    return LINES if name == "topics (ours)" else PARTS
