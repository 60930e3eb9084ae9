"""What a reader has open and chosen: the one state that list, overview, pane and menus share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from natopk_desktop.dossier import selection
from natopk_desktop.dossier.location import Filter, Location

if TYPE_CHECKING:
    from array import array

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.location import Order
    from natopk_desktop.dossier.spans import Span


class Reading(QObject):
    """One open dossier with the reader's filter, order, place and way back.

    Attributes:
        dossier: what is read.
        filter: which milestones are wanted.
        order: as in the source, or by date.
        rows: rows of ``dossier.milestones`` that are shown, in the order shown.
        location: where the reader is.

    Signals:
        rows_changed: filter or order are others, and with them ``rows``.
        location_changed: the reader went somewhere.
    """

    rows_changed = Signal()
    location_changed = Signal()

    def __init__(self, dossier: Dossier, parent: QObject | None = None) -> None:
        """Open ``dossier`` at its first milestone, everything shown, in the source's order."""
        super().__init__(parent)
        self.dossier = dossier
        self.filter = Filter()
        self.order: Order = "source"
        self.rows: array[int] = selection.rows(dossier, self.filter, self.order)
        self.location = Location(milestone=dossier.milestones.ids[0] if len(dossier.milestones) else None)
        self._back: list[Location] = []
        self._forward: list[Location] = []

    def follow(self, before: Reading) -> None:
        """Take up filter, order, place and way back of ``before``, a reading of an earlier state of this dossier.

        Where the milestone chosen is none any more, the one in its row is chosen, or the last.
        """
        ids = self.dossier.milestones.ids
        self.filter, self.order = before.filter, before.order
        self.rows = selection.rows(self.dossier, self.filter, self.order)
        row = before.row
        chosen = before.location.milestone
        if chosen is not None and self.dossier.milestones.row_of(chosen) is None:
            chosen = ids[min(row or 0, len(ids) - 1)] if ids else None
        self.location = Location(milestone=chosen or (ids[0] if ids else None), page=before.location.page)
        self._back = [place for place in before.way_back() if self._is_there(place)]

    def way_back(self) -> list[Location]:
        """Return the places to go back to, the last one at the end."""
        return list(self._back)

    def _is_there(self, place: Location) -> bool:
        return place.milestone is None or self.dossier.milestones.row_of(place.milestone) is not None

    @property
    def row(self) -> int | None:
        """The row of the chosen milestone in ``dossier.milestones``, None where none is chosen."""
        chosen = self.location.milestone
        return None if chosen is None else self.dossier.milestones.row_of(chosen)

    @property
    def position(self) -> int | None:
        """Where the chosen milestone stands in ``rows``, None where it is not shown."""
        row = self.row
        if row is None:
            return None
        if len(self.rows) == len(self.dossier.milestones) and self.order == "source":
            return row
        try:
            return self.rows.index(row)
        except ValueError:
            return None

    def go(self, location: Location) -> None:
        """Go to ``location`` and remember where the reader was."""
        if location == self.location:
            return
        self._back.append(self.location)
        self._forward.clear()
        self._arrive(location)

    def choose(self, row: int) -> None:
        """Show the milestone in ``row`` of the dossier."""
        self.go(Location(milestone=self.dossier.milestones.ids[row]))

    def open_page(self, span: Span) -> None:
        """Show the whole page with ``span`` marked; the chosen milestone stays chosen."""
        self.go(Location(milestone=self.location.milestone, page=span))

    def close_page(self) -> None:
        """Show the chosen milestone again instead of the whole page."""
        self.go(Location(milestone=self.location.milestone))

    def step(self, by: int) -> None:
        """Choose the milestone ``by`` entries further on among those shown, stopping at either end."""
        if not self.rows:
            return
        at = self.position
        to = 0 if at is None else min(len(self.rows) - 1, max(0, at + by))
        self.choose(self.rows[to])

    def choose_first(self) -> None:
        """Choose the first milestone shown."""
        if self.rows:
            self.choose(self.rows[0])

    def choose_last(self) -> None:
        """Choose the last milestone shown."""
        if self.rows:
            self.choose(self.rows[-1])

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a place to go back to."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Tell whether there is a place to go forward to."""
        return bool(self._forward)

    def go_back(self) -> None:
        """Return to the place before."""
        if self._back:
            self._forward.append(self.location)
            self._arrive(self._back.pop())

    def go_forward(self) -> None:
        """Return to the place from which the reader went back."""
        if self._forward:
            self._back.append(self.location)
            self._arrive(self._forward.pop())

    def set_filter(self, chosen: Filter) -> None:
        """Show only the milestones that pass ``chosen``."""
        if chosen != self.filter:
            self.filter = chosen
            self._select_rows()

    def clear_filter(self) -> None:
        """Show every milestone."""
        self.set_filter(Filter())

    def set_order(self, order: Order) -> None:
        """Show the milestones as the source has them, or by date."""
        if order != self.order:
            self.order = order
            self._select_rows()

    def _select_rows(self) -> None:
        self.rows = selection.rows(self.dossier, self.filter, self.order)
        self.rows_changed.emit()

    def _arrive(self, location: Location) -> None:
        self.location = location
        self.location_changed.emit()
