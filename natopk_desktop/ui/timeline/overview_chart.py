"""What the overview knows: milestones by date, the time in view, which of them the reader's filter shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.documents import scale
from natopk_desktop.documents.day_index import Days, Tally, days_of, indexing
from natopk_desktop.documents.view import Measures, View
from natopk_desktop.dossier import selection

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

    from natopk_desktop.documents.scale import Drawing, Subject
    from natopk_desktop.ui.reading import Reading

SMALL: Final = 2_000
"""Up to as many milestones the index is made before the first paint; it takes about a millisecond a thousand."""

SHORTEST_VIEW: Final = 7.0
"""Days that the closest zoom shows."""

FINEST: Final = 1e-12
"""The closest zoom as a share of the day number, so that years in the billions stay within a float's precision."""


class Chart:
    """A reading's milestones in time; knows nothing of pixels.

    Attributes:
        subject: what is drawn, None until it is made.
        full: the view of everything; None where nothing has a date.
        view: the time in view.
    """

    def __init__(self, reading: Reading) -> None:
        """Prepare for ``reading``; a small dossier is ready at once, for a large one ``making`` must be run."""
        self._reading = reading
        self.subject: Subject | None = None
        self.full: View | None = None
        self.view: View | None = None
        self._shown: bytearray | None = None
        self._tally: Tally | None = None
        self._walk: array[int] | None = None
        self._has_rows = False
        self._drawn: tuple[View, Measures, Drawing] | None = None
        if len(reading.dossier.milestones) <= SMALL:
            for _ in self.making():
                pass

    def making(self) -> Iterator[None]:
        """Make the index, in steps short enough to be taken between two frames."""
        index = yield from indexing(self._reading.dossier)
        self.subject = scale.subject(self._reading.dossier, index=index)
        self.full = self.view = self.subject.full_view()

    def drawing(self, measures: Measures) -> Drawing | None:
        """Return what is in view, laid out; the same object until the view, the sizes or the filter change."""
        if self.subject is None or self.view is None:
            return None
        self._take_rows()
        if self._drawn is None or self._drawn[:2] != (self.view, measures):
            drawn = scale.draw(self.subject, self.view, measures, shown=self._shown, tally=self._tally)
            self._drawn = (self.view, measures, drawn)
        return self._drawn[2]

    # Filter and order

    def forget_rows(self) -> None:
        """Note that the reading shows other rows now; they are looked at when next needed."""
        self._has_rows = False
        self._walk = None
        self._drawn = None

    def _take_rows(self) -> None:
        if self._has_rows or self.subject is None:
            return
        self._has_rows = True
        self._shown = self._tally = None
        count, rows = len(self._reading.dossier.milestones), self._reading.rows
        if len(rows) < count:
            self._shown = bytearray(count)
            for row in rows:
                self._shown[row] = 1
            self._tally = self.subject.index.tally_of(self._shown)

    def is_shown(self, row: int) -> bool:
        """Tell whether a milestone passes the reader's filter."""
        self._take_rows()
        return self._shown is None or bool(self._shown[row])

    @property
    def walk(self) -> array[int]:
        """The rows shown, by date, whatever the order of the list."""
        if self._walk is None:
            reading = self._reading
            self._walk = reading.rows
            if reading.order != "date":
                self._walk = selection.rows(reading.dossier, reading.filter, "date")
        return self._walk

    def neighbour(self, by: int) -> int | None:
        """Return the row ``by`` entries from the chosen one by date, or the last on the way; None if none is shown."""
        if not self.walk:
            return None
        try:
            at = self.walk.index(-1 if self._reading.row is None else self._reading.row)
        except ValueError:
            return self.walk[0]
        return self.walk[min(len(self.walk) - 1, max(0, at + by))]

    # Places in time

    def days(self, row: int) -> Days | None:
        """Return the days a milestone's date may mean; None where it has none or they are open at both ends."""
        edtf = self._reading.dossier.milestones.edtf[row]
        return None if edtf is None else days_of(edtf).closed()

    def nearest(self, day: float, within: float) -> int | None:
        """Return the row shown whose date is nearest to a time: one that holds it, the narrower first.

        Args:
            day: the time.
            within: how many days around it to look at first.
        """
        if self.subject is None or self.full is None:
            return None
        self._take_rows()
        tally = self._tally or self.subject.index.tally
        reach = within
        while not tally.touching(day - reach, day + reach):
            if reach > 2 * self.full.days + abs(day - self.full.first):
                return None
            reach *= 2
        best: tuple[float, int, int] | None = None
        for days, rows in self.subject.index.touching(day - reach, day + reach):
            row = next((row for row in rows if self.is_shown(row)), None)
            away = max(0.0, days.start - day, day - days.end)
            if row is not None and (best is None or (away, days.end - days.start) < best[:2]):
                best = away, days.end - days.start, row
        return None if best is None else best[2]

    # The time in view

    @property
    def is_zoomed(self) -> bool:
        """Whether only a part of the whole time is in view."""
        return self.view != self.full

    def zoom(self, factor: float, around: float) -> None:
        """Show ``factor`` times as much time, what is at the fraction ``around`` of the width staying there."""
        if self.view is None or self.full is None:
            return
        shortest = min(self.full.days, max(SHORTEST_VIEW, abs(self.view.first) * FINEST))
        days = min(self.full.days, max(shortest, self.view.days * factor))
        fixed = self.view.day(around)
        self._look(fixed - around * days, days)

    def pan(self, by: float) -> None:
        """Move the view by a fraction of the width; later is positive."""
        if self.view is not None:
            self._look(self.view.first + by * self.view.days, self.view.days)

    def reveal(self, days: Days) -> None:
        """Move the view, if it must be moved, so that its middle shows the beginning of ``days``."""
        if self.view is not None and not (days.start < self.view.end and days.end > self.view.first):
            self._look((days.start + days.end) / 2 - self.view.days / 2, self.view.days)

    def reset(self) -> None:
        """Show the whole time."""
        self.view = self.full

    def _look(self, first: float, days: float) -> None:
        if self.full is None:
            return
        if days >= self.full.days:
            self.view = self.full
            return
        first = min(self.full.end - days, max(self.full.first, first))
        self.view = View(first, first + days)
