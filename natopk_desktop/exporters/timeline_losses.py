"""What a ``.timeline`` file does not hold of a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.exporters import losses
from natopk_desktop.exporters.periods import hull_of
from natopk_desktop.formats import moments, timeline_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.exporters.entries import Entry
    from natopk_desktop.exporters.scope import Scope
    from natopk_desktop.exporters.timeline_kept import Back
    from natopk_desktop.report import Item


def losses_of(scope: Scope, told: Sequence[Entry], back: Back) -> Iterator[Item]:
    """Yield what the file does not hold, or the program does not show."""
    fresh = [entry for entry in told if entry.id not in back.kept]
    yield from losses.of_events(scope, "The Timeline Project", is_written_back=back.is_whole)
    yield from _date_losses([entry for entry in told if not back.has_date(entry)])
    several = [entry.id for entry in fresh if len(entry.topics) > 1]
    yield from losses.lost("topics", several, "In the category of the first of several topics: {n:entry|entries}.")
    if back.eras is None:
        yield from _period_losses(scope)
    blanks = [entry.id for entry in fresh if timeline_xml.loses_blank(entry.text)]
    yield from losses.lost("blanks", blanks, "Without the blank before its first bracket: {n:entry|entries}.")
    message = "Written as U+FFFD, since XML cannot hold them: {n:character|characters}."
    yield from losses.characters(scope, timeline_xml.FORBIDDEN, message)


def _period_losses(scope: Scope) -> Iterator[Item]:
    drawn = [period.id for period in scope.periods if timeline_xml.known(hull_of(period))]
    left = [period.id for period in scope.periods if not timeline_xml.known(hull_of(period))]
    yield from losses.lost("periods", left, "Not in this file: {n:period|periods} without a first and a last day.")
    message = "Drawn from the first to the last possible day, its dates and entries not told apart: {n:period|periods}."
    yield from losses.lost("period-ends", drawn, message)


def _date_losses(told: Sequence[Entry]) -> Iterator[Item]:
    left = [entry.id for entry in told if timeline_xml.days(entry.when) is None]
    message = "Not in this file, which holds nothing without a day from 4714 BC to 9989: {n:entry|entries}."
    yield from losses.lost("undated", left, message, losses.IN_FULL)
    dated = [entry for entry in told if entry.when is not None and timeline_xml.days(entry.when)]
    wide = [entry.id for entry in dated if entry.when and not moments.is_day(entry.when)]
    message = "Drawn over all the days that the date may mean, and told so in words: {n:entry|entries}."
    yield from losses.lost("precision", wide, message)
    ours = [entry.id for entry in dated if entry.date_is_ours]
    yield from losses.lost("inferred", ours, "Told in words alone: that the date is ours, of {n:entry|entries}.")
    ends = [entry.id for entry in dated if entry.when and moments.has_open_end(entry.when)]
    yield from losses.lost("open-ends", ends, "Drawn at the start alone, since the end is open: {n:entry|entries}.")
