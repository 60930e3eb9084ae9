"""Dossiers with any dates, for tests of what is drawn to scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.model import Inferred, Milestone, Period, PeriodEnd, PrintedDate
from natopk_desktop.dossier.spans import Span
from tests import generator

if TYPE_CHECKING:
    from collections.abc import Sequence


def dated(dates: Sequence[str | None], under: dict[int, int] | None = None, periods: Sequence[Period] = ()) -> Dossier:
    """Return a dossier with one milestone a date.

    Args:
        dates: EDTF, or None for a milestone without a date.
        under: row to the row it is placed under by inference.
        periods: the periods.
    """
    contents = generator.contents(len(dates))
    blocks = {block.id: block.span for block in contents.blocks}

    def redated(row: int, milestone: Milestone) -> Milestone:
        anchor = (under or {}).get(row)
        inferred = None
        if anchor is not None:
            inferred = Inferred((blocks[contents.milestones[anchor].blocks[0]],), "made up")
        printed = milestone.date.printed if dates[row] and inferred is None else ()
        return msgspec.structs.replace(milestone, date=PrintedDate(dates[row], printed, inferred))

    milestones = [redated(row, milestone) for row, milestone in enumerate(contents.milestones)]
    return Dossier(msgspec.structs.replace(contents, milestones=milestones, periods=list(periods)))


def period(starts: Sequence[str], ends: Sequence[str], milestones: tuple[str, ...] = ()) -> Period:
    """Return a period with the dates for its start and its end."""

    def printed(dates: Sequence[str]) -> tuple[PeriodEnd, ...]:
        return tuple(PeriodEnd(date, Span(number, number + 3)) for number, date in enumerate(dates))

    return Period("p", "the long talks", printed(starts), printed(ends), milestones)
