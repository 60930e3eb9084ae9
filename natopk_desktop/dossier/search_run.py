"""A search under way: goes on where it stopped, so that whoever looks on is never kept waiting."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING, Final, Protocol

from natopk_desktop.dossier.search import KINDS, scan_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.dossier.search import Kind, Query, Searchable
    from natopk_desktop.dossier.search_text import Column, SearchText

STEP: Final = 20
"""Items folded between two looks at the clock."""

CHUNK: Final = 1 << 20
"""Code points looked through between two looks at the clock: about a millisecond."""

HITS: Final = 500
"""Hits taken between two looks at the clock."""


class Run(Protocol):
    """A search for one query.

    Attributes:
        found: the rows found so far, by kind, in the source's order.
    """

    found: dict[Kind, array[int]]

    def go_on(self, seconds: float) -> bool:
        """Search for about so long, and at least one step; tell whether all is found."""


class ItemRun:
    """Folds one item after the other: for as long as there is no `SearchText`."""

    def __init__(self, items: Searchable, query: Query) -> None:
        """Begin at the first item."""
        self.found: dict[Kind, array[int]] = {kind: array("q") for kind in KINDS}
        self._items = items
        self._query = query
        self._pending: Iterator[tuple[Kind, int]] = ((kind, row) for kind in KINDS for row in items.rows(kind))

    def go_on(self, seconds: float) -> bool:
        """Search for about so long, and at least one step; tell whether all is found."""
        end = perf_counter() + seconds
        while step := list(islice(self._pending, STEP)):
            for kind, row in step:
                self.found[kind].extend(scan_rows(self._items, self._query, kind, (row,)))
            if perf_counter() >= end:
                return False
        return True


class TextRun:
    """Looks for the longest needle in the whole text, and for the others around it."""

    def __init__(self, text: SearchText, query: Query) -> None:
        """Begin at the first word."""
        self.found: dict[Kind, array[int]] = {kind: array("q") for kind in KINDS}
        needles = sorted(query.needles, key=len, reverse=True)
        self._needle, self._others = needles[0], needles[1:]
        self._columns = list(text.columns.items())
        self._at = 0

    def go_on(self, seconds: float) -> bool:
        """Search for about so long, and at least one step; tell whether all is found."""
        end = perf_counter() + seconds
        while self._columns:
            kind, column = self._columns[0]
            self._at = self._step(column, self.found[kind])
            if self._at >= len(column.words):
                self._columns.pop(0)
                self._at = 0
            if perf_counter() >= end:
                break
        return not self._columns

    def _step(self, column: Column, found: array[int]) -> int:
        """Look through a chunk, or up to so many hits; return where to go on."""
        words, starts, rows = column.words, column.starts, column.rows
        at, end = self._at, self._at + CHUNK
        reach = end + len(self._needle) - 1
        for _ in range(HITS):
            place = words.find(self._needle, at, reach)
            if place < 0:
                return max(at, end)
            item = bisect_right(starts, place) - 1
            first, at = starts[item], column.end(item)
            if all(words.find(other, first, at) >= 0 for other in self._others):
                found.append(rows[item])
        return at
