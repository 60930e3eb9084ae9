"""A period while the reader is choosing it: whole units of the calendar from one end to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from natopk_desktop.documents.calendar_steps import DAY, Step, edtf, floor, following
from natopk_desktop.dossier import date_words, dates

if TYPE_CHECKING:
    from natopk_desktop.documents.view import View


class PeriodChoice(NamedTuple):
    """A period with one end that stays and one that moves; either may be the earlier.

    Attributes:
        anchor: first day of the unit that stays.
        head: first day of the unit at the moving end.
        step: the unit.
    """

    anchor: int
    head: int
    step: Step

    @property
    def first(self) -> int:
        """The first day of the period."""
        return min(self.anchor, self.head)

    @property
    def end(self) -> int:
        """The day after its last."""
        return following(max(self.anchor, self.head), self.step)

    @property
    def edtf(self) -> str:
        """The period as EDTF: ``2005-10/2006-02``, ``2005-10`` for a single month."""
        return edtf(self.first, self.end, self.step)

    @property
    def words(self) -> str:
        """The period in words: "October 2005 to February 2006"."""
        return date_words.words(self.edtf)

    def to(self, day: int) -> PeriodChoice:
        """Return the period with its moving end in the unit that holds ``day``."""
        return self._replace(head=floor(day, self.step))

    def moved(self, by: int) -> PeriodChoice:
        """Return the period with its moving end one unit later (``by`` 1) or earlier (-1)."""
        return self.to(following(self.head, self.step) if by > 0 else self.head - 1)


def begun(day: int, step: Step) -> PeriodChoice:
    """Return the period of the one unit that holds ``day``."""
    return PeriodChoice(floor(day, step), floor(day, step), step)


def of_filter(period: str, full: View, step: Step = DAY, *, moving_start: bool = False) -> PeriodChoice:
    """Return a filter's EDTF period as a choice, open ends cut to all there is.

    Args:
        period: the filter's period.
        full: all there is.
        step: the unit to go on with.
        moving_start: whether the start is the end that moves.
    """
    first, last = dates.bounds(period)
    start = floor(int(full.first) if first is None else first, step)
    end = floor(int(full.end) - 1 if last is None else last, step)
    return PeriodChoice(end, start, step) if moving_start else PeriodChoice(start, end, step)
