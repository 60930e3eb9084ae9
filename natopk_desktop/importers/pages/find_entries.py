"""All dated entries of a page, from finding its lists to the dates of each entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.importers.pages import numeric, years
from natopk_desktop.importers.pages.entries import Entry, entries_of
from natopk_desktop.importers.pages.heads import head_over
from natopk_desktop.importers.pages.loose import date_within, loose_lists
from natopk_desktop.importers.pages.runs import family, runs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.importers.dating.month_names import Names
    from natopk_desktop.importers.pages.units import Unit


def find_entries(text: str, units: Sequence[Unit], names: Names, *, is_day_first: bool | None) -> list[Entry]:
    """Find the entries of a page, settle the kinds of their units, and return them in the page's order."""
    found: list[Entry] = []
    for run in runs_of(units):
        entries = entries_of(units, run)
        if sum(family(units[number]) == "sentence" for number in run.dated) > len(run.dated) / 2:
            date_within(text, units, entries, names)
        numeric.settle(text, entries, is_day_first=is_day_first)
        head = head_over(units, run.dated[0], 3)
        years.fill(text, entries, units[head].span if head is not None else None)
        found += entries
    for entries in loose_lists(text, units, names):
        numeric.settle(text, entries, is_day_first=is_day_first)
        found += entries
    return sorted(found, key=lambda entry: units[entry.units[0]].span.start)
