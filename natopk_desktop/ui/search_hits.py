"""What a search has found so far, in the order of the list, and where a hit leads."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from natopk_desktop.dossier import selection
from natopk_desktop.dossier.search import Hit
from natopk_desktop.dossier.searchable import KINDS
from natopk_desktop.dossier.spans import Span, hull

if TYPE_CHECKING:
    from collections.abc import Iterable

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.location import Order
    from natopk_desktop.dossier.search import Kind, Searchable
    from natopk_desktop.dossier.search_query import Query


class Hits:
    """Rows found by kind: milestones first, then passages, figures and notes; never changed once made.

    Attributes:
        rows: the rows of each kind in the order of the list.
    """

    __slots__ = ("_ends", "rows")

    def __init__(self, rows: dict[Kind, array[int]] | None = None) -> None:
        """Take rows by kind; a kind may be missing."""
        self.rows: dict[Kind, array[int]] = {kind: (rows or {}).get(kind, array("q")) for kind in KINDS}
        self._ends = list(accumulate(len(found) for found in self.rows.values()))

    def __len__(self) -> int:
        """Return how many hits there are."""
        return self._ends[-1]

    def __getitem__(self, at: int) -> Hit:
        """Return a hit by its place, counted from 0."""
        if not 0 <= at < len(self):
            raise IndexError(at)
        kind = bisect_right(self._ends, at)
        return Hit(KINDS[kind], self.rows[KINDS[kind]][at - (self._ends[kind - 1] if kind else 0)])

    def place_of(self, hit: Hit) -> int | None:
        """Return the place of ``hit``, None where it is not among these."""
        kind = KINDS.index(hit.kind)
        try:
            at = self.rows[hit.kind].index(hit.row)
        except ValueError:
            return None
        return at + (self._ends[kind - 1] if kind else 0)


class ListOrder:
    """Puts milestones into the order of the list, and remembers that order until it changes."""

    def __init__(self, dossier: Dossier) -> None:
        """Order milestones of ``dossier``."""
        self._dossier = dossier
        self._ranks: array[int] | None = None
        self._order = array("q")

    def sorted(self, rows: array[int], order: Order) -> array[int]:
        """Return ``rows``, given in the source's order, in ``order``."""
        if order == "source":
            return rows
        if self._ranks is None:
            self._ranks = array("q", bytes(8 * len(self._dossier.milestones)))
            self._order = selection.in_order(self._dossier, order)
            for rank, row in enumerate(self._order):
                self._ranks[row] = rank
        ranks = array("q", sorted(map(self._ranks.__getitem__, rows)))
        return array("q", map(self._order.__getitem__, ranks))


class Target(NamedTuple):
    """Where a hit is to be seen: in the milestone of a row, or else at a span of the whole page."""

    milestone: int | None
    span: Span | None


def target(items: Searchable, hit: Hit, query: Query) -> Target:
    """Return where ``hit`` of ``query`` leads.

    A figure is seen in its milestone, a note in the first milestone it stands on; without one, on the page.
    """
    dossier = items.dossier
    match hit.kind:
        case "milestone":
            return Target(hit.row, None)
        case "passage":
            spans = items.match(hit.kind, hit.row, query).spans
            return Target(None, spans[0] if spans else dossier.blocks.span(hit.row))
        case "figure":
            figure = dossier.head.figures[hit.row]
            row = None if figure.milestone is None else dossier.milestones.row_of(figure.milestone)
            return Target(row, figure.span)
        case "note":
            spans = dossier.head.notes[hit.row].spans
            return Target(_first_milestone(dossier, spans), hull(spans[:1]) if spans else None)


def _first_milestone(dossier: Dossier, spans: Iterable[Span]) -> int | None:
    bearings = dossier.bearings
    owners = (bearings.milestone_of_block(block) for span in spans for block in bearings.blocks_touched(span))
    return next((owner for owner in owners if owner is not None), None)
