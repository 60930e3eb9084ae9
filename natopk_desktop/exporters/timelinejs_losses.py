"""What a TimelineJS file does not hold of a dossier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from natopk_desktop.exporters import losses
from natopk_desktop.exporters.periods import hull_of
from natopk_desktop.formats import timelinejs, timelinejs_slides

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.exporters.entries import Entry
    from natopk_desktop.exporters.scope import Scope
    from natopk_desktop.exporters.timelinejs_kept import Back
    from natopk_desktop.report import Item

BARE: Final = re.compile(f"[{timelinejs.BARE_SIGNS}]")


def losses_of(scope: Scope, told: Sequence[Entry], unplaced: Sequence[Entry], back: Back) -> Iterator[Item]:
    """Yield what the file does not hold, or the program does not show."""
    yield from losses.of_events(scope, "TimelineJS", is_written_back=back.is_whole)
    yield from _date_losses([entry for entry in told if not back.has_date(entry)], unplaced)
    yield from _hidden(told, back)
    several = [entry.id for entry in told if len(entry.topics) > 1]
    yield from losses.lost("topics", several, "Grouped under the first of several topics: {n:entry|entries}.")
    if back.eras is None:
        yield from _period_losses(scope)
    message = "Written as U+FFFD, since no browser shows a NUL: {n:character|characters}."
    yield from losses.characters(scope, timelinejs.FORBIDDEN, message)


def _period_losses(scope: Scope) -> Iterator[Item]:
    eras = [period.id for period in scope.periods if timelinejs.era(hull_of(period))]
    left = [period.id for period in scope.periods if period.id not in eras]
    yield from losses.lost("periods", left, "Not in this file: {n:period|periods} without a first and a last day.")
    message = "Drawn from the first to the last possible day, its dates and entries not told apart: {n:period|periods}."
    yield from losses.lost("period-ends", eras, message)


def _hidden(told: Sequence[Entry], back: Back) -> Iterator[Item]:
    """Yield the slides written back as their file had them that the program does not show as they are."""
    faults = {entry.id: back.kept[entry.id].says.fault for entry in told if back.has_date(entry)}
    none = [name for name, fault in faults.items() if fault == timelinejs_slides.NO_DATE]
    message = "As their file had them, without a date, so that TimelineJS does not show them: {n:entry|entries}."
    yield from losses.lost("undated-kept", none, message)
    bad = [name for name, fault in faults.items() if fault not in {None, timelinejs_slides.NO_DATE}]
    message = "As their file had them, with dates that do not exist; TimelineJS shows others: {n:entry|entries}."
    yield from losses.lost("dates-kept", bad, message)


def _date_losses(told: Sequence[Entry], unplaced: Sequence[Entry]) -> Iterator[Item]:
    left = dict.fromkeys(entry.id for entry in unplaced)
    message = "Told on the title slide, since they have no first day that TimelineJS can show: {n:entry|entries}."
    yield from losses.lost("undated", left, message)
    dated = [entry for entry in told if entry.id not in left and entry.when is not None]
    vague = [entry.id for entry in dated if entry.when and not timelinejs.is_native(entry.when)]
    message = "Told in words alone: what EDTF says beyond years, months and days, of {n:entry|entries}."
    yield from losses.lost("precision", vague, message)
    ours = [entry.id for entry in dated if entry.date_is_ours]
    yield from losses.lost("inferred", ours, "Told in words alone: that the date is ours, of {n:entry|entries}.")
    signs = [entry.id for entry in told if not entry.date_is_ours and BARE.search(entry.date)]
    yield from losses.lost("date-signs", signs, "“<” and “>” stand as ‹ and › in the date of {n:entry|entries}.")
