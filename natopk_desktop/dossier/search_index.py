"""The index of a dossier's words: SQLite's FTS5, in memory, built when first needed."""

from __future__ import annotations

from array import array
from itertools import islice
from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier.searchable import KINDS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from natopk_desktop.dossier.search_query import Query
    from natopk_desktop.dossier.searchable import Kind, Searchable

BATCH: Final = 200
"""Items taken in between two looks at whether to stop."""

CREATE: Final = "CREATE VIRTUAL TABLE words USING fts5(text, content = '', tokenize = 'ascii', prefix = '1')"
# One long text of numbers comes over from SQLite in a third of the time of as many rows.
FIND: Final = (
    "SELECT group_concat(rowid) FROM "
    "(SELECT rowid FROM words WHERE words MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid LIMIT ?)"
)
COUNT: Final = "SELECT count(*) FROM words WHERE words MATCH ? AND rowid >= ? AND rowid < ?"
NO_LIMIT: Final = -1


def match_expression(query: Query) -> str:
    """Return a query in FTS5's language: every word within quotes, so that none is taken for an operator."""
    return " AND ".join(f'"{" ".join(term.words)}"{" *" if term.prefix else ""}' for term in query.terms)


class SearchIndex:
    """Finds the items that a scan finds, faster.

    It belongs to the thread that makes it: all its methods are called there. Words go in as `Searchable.folded` lays
    them out, so that FTS5 folds and parts nothing by itself: its "ascii" tokenizer takes every character beyond ASCII
    for a part of a word, and of ASCII only letters and digits are left.
    """

    def __init__(self, items: Searchable) -> None:
        """Open an empty index for a dossier's items; `build` fills it."""
        # SQLite is loaded here, not with the module: a window in which nobody searches does without it.
        import sqlite3

        self._items = items
        self._database: sqlite3.Connection = sqlite3.connect(":memory:", isolation_level=None)
        self._database.execute(CREATE)
        # Each kind has a range of row ids of its own: the row, counted on from the kind's first.
        self._ranges: dict[Kind, range] = {}
        first = 1
        for kind in KINDS:
            self._ranges[kind] = range(first, first + max(items.rows(kind), default=-1) + 1)
            first = self._ranges[kind].stop

    def build(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Take in all items; asks `stopped` now and then, and gives up if it says so.

        Returns:
            Whether the index is whole.
        """
        pending = self._laid_out()
        self._database.execute("BEGIN")
        try:
            while batch := list(islice(pending, BATCH)):
                if stopped():
                    return False
                self._database.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", batch)
        finally:
            self._database.execute("COMMIT")
        return True

    def rows(self, query: Query, kind: Kind, limit: int | None = None) -> array[int]:
        """Return the rows of a kind that a query finds, in the list's order, at most `limit` of them."""
        if query.is_empty:
            return array("q")
        reach = self._ranges[kind]
        bounds = (match_expression(query), reach.start, reach.stop, NO_LIMIT if limit is None else limit)
        found = self._database.execute(FIND, bounds).fetchone()[0]
        return array("q", [int(number) - reach.start for number in found.split(",")] if found else ())

    def count(self, query: Query, kind: Kind) -> int:
        """Return how many items of a kind a query finds."""
        if query.is_empty:
            return 0
        reach = self._ranges[kind]
        found = self._database.execute(COUNT, (match_expression(query), reach.start, reach.stop)).fetchone()
        return int(found[0])

    def close(self) -> None:
        """Let go of the index's memory."""
        self._database.close()

    def _laid_out(self) -> Iterator[tuple[int, str]]:
        """Yield the row id and the laid out words of every item."""
        for kind in KINDS:
            first = self._ranges[kind].start
            for row in self._items.rows(kind):
                yield first + row, self._items.folded(kind, row)
