"""How long the periods lasted that a source tells of: ours, reckoned from the dates it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.documents.parts import Reckoning
from natopk_desktop.documents.telling import ours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.documents.parts import Run
    from natopk_desktop.documents.telling import Teller
    from natopk_desktop.dossier.model import Period, PeriodEnd


def reckonings(teller: Teller, rows: set[int] | None) -> Iterator[Reckoning]:
    """Yield the lengths of periods, one for each pair of dates printed for start and end.

    Only periods that hold any milestone of ``rows``, or all for None.
    """
    milestones = teller.dossier.milestones
    for period in teller.dossier.head.periods:
        members = {milestones.row_of(name) for name in period.milestones}
        if rows is None or not members or not members.isdisjoint(rows):
            for start, end in _pairs(period):
                runs = _reckoning(teller, period.name, start, end)
                if runs is not None:
                    yield Reckoning(runs)


def _pairs(period: Period) -> list[tuple[PeriodEnd, PeriodEnd]]:
    """Pair each different start with each different end; the same date printed twice counts once."""
    starts = {start.edtf: start for start in reversed(period.start)}
    ends = {end.edtf: end for end in reversed(period.end)}
    return [(starts[start], ends[end]) for start in reversed(starts) for end in reversed(ends)]


def _reckoning(teller: Teller, name: str, start: PeriodEnd, end: PeriodEnd) -> tuple[Run, ...] | None:
    from natopk_desktop.dossier.reckoning import period_length

    try:
        length = period_length(start.edtf, end.edtf)
    except ValueError:  # an open end, or an end before the start: there is no length to tell
        return None
    return (
        ours(f"Length of the {name}, from “"),
        teller.whole(start.span),
        ours("” to “"),
        teller.whole(end.span),
        ours(f"”: {length.words()}. {length.reckoning()}"),
    )
