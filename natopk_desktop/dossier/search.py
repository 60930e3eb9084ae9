"""Search by going through the text: what serves until the index is ready, and says what a hit is."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from natopk_desktop.dossier.search_query import Query, match_spans, parse_query
from natopk_desktop.dossier.searchable import KINDS, Kind, Match, Reading, Searchable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "KINDS",
    "Hit",
    "Kind",
    "Match",
    "Query",
    "Reading",
    "Searchable",
    "match_spans",
    "parse_query",
    "scan",
    "scan_rows",
]


class Hit(NamedTuple):
    """An item that a query finds; `Searchable.match` says where its words stand and why."""

    kind: Kind
    row: int


def scan(items: Searchable, query: Query, kinds: Iterable[Kind] = KINDS) -> Iterator[Hit]:
    """Yield the hits of a query, kind by kind, each in the list's order."""
    for kind in kinds:
        for row in items.rows(kind):
            if _finds(items, query, kind, row):
                yield Hit(kind, row)


def scan_rows(items: Searchable, query: Query, kind: Kind, rows: Iterable[int]) -> array[int]:
    """Return which of some rows a query finds, in the order given: a scan in parts, for who must not be kept long."""
    return array("q", [row for row in rows if _finds(items, query, kind, row)])


def _finds(items: Searchable, query: Query, kind: Kind, row: int) -> bool:
    """Tell whether a query finds an item."""
    if query.is_empty:
        return False
    laid_out = items.folded(kind, row)
    return all(needle in laid_out for needle in query.needles)
