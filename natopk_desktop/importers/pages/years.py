"""Years that a list's entries do not print, found from the entries around them or from the heading."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.importers.pages.entries import Entry

_YEAR: Final = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
HEADING: Final = "The year is not printed beside the date; the heading over the list names it."
NEIGHBOURS: Final = "The year is not printed; it is that of the entries around it, as the list runs in order of time."
UNCLEAR: Final = "The year is not printed, and the entries around it leave more than one open."


def fill(text: str, entries: Sequence[Entry], heading: Span | None) -> None:
    """Give entries without a year the one that the heading or their neighbours show; none where it is not clear."""
    missing = [entry for entry in entries if entry.date is not None and not entry.date.has_year]
    if not missing:
        return
    found = list(_YEAR.finditer(text, *heading)) if heading is not None else []
    is_falling = _is_falling(entries)
    if len(found) == 1 and not any(entry.date and entry.date.has_year for entry in entries):
        span = Span(*found[0].span())
        _from_heading(missing, int(found[0].group()), span)
        return
    after = _known_after(entries)
    before: Entry | None = None
    for entry, following in zip(entries, after, strict=True):
        if entry.date is not None and not entry.date.has_year:
            _from_neighbours(entry, *((following, before) if is_falling else (before, following)))
        if entry.date is not None and entry.date.start.year is not None:
            before = entry


def _from_heading(entries: Sequence[Entry], year: int, span: Span) -> None:
    for entry in entries:
        if entry.date is not None:
            entry.date = entry.date.with_year(year)
            entry.origin, entry.why = [span], HEADING
            entry.confidence = min(entry.confidence, 0.8)


def _known_after(entries: Sequence[Entry]) -> list[Entry | None]:
    """Return for each entry the next one whose year is printed."""
    found: list[Entry | None] = []
    nearest: Entry | None = None
    for entry in reversed(entries):
        found.append(nearest)
        if entry.date is not None and entry.date.start.year is not None:
            nearest = entry
    return found[::-1]


def _from_neighbours(entry: Entry, before: Entry | None, after: Entry | None) -> None:
    """Find the year between the entries before and after in time."""
    years = [year for year in _range(before, after) if _fits(entry, year, before, after)]
    entry.confidence = min(entry.confidence, 0.7)
    if years and (before is None or after is None):  # at an end of the list: the nearest year in order
        years = years[-1:] if before is None else years[:1]
        entry.confidence = min(entry.confidence, 0.6)
    neighbours = [near for near in (before, after) if near is not None]
    entry.origin = [near.printed[0] for near in neighbours if near.printed]
    if len(years) == 1 and entry.date is not None:
        entry.date, entry.why = entry.date.with_year(years[0]), NEIGHBOURS
    else:
        entry.why, entry.confidence = UNCLEAR, 0.5


def _range(before: Entry | None, after: Entry | None) -> range:
    first, last = _year(before), _year(after)
    if first is None and last is None:
        return range(0)
    if first is None:
        return range(last - 1, last + 1) if last is not None else range(0)
    return range(first, (first + 1 if last is None else last) + 1)


def _year(entry: Entry | None) -> int | None:
    return None if entry is None or entry.date is None else entry.date.points[-1].year


def _fits(entry: Entry, year: int, before: Entry | None, after: Entry | None) -> bool:
    """Tell whether an entry in a year stands in order between its neighbours; with one neighbour, in its year."""
    if entry.date is None:
        return False
    start = entry.date.with_year(year).start
    here = (start.year or 0, start.month or 0, start.day or 0)
    if before is not None and before.date is not None:
        low = before.date.start
        if here < (low.year or 0, low.month or 0, (low.day or 0) if start.day else 0):
            return False
    if after is not None and after.date is not None:
        high = after.date.points[-1]
        return here <= (high.year or 0, high.month or 12, high.day or 31)
    return True


def _is_falling(entries: Sequence[Entry]) -> bool:
    years = [e.date.start.year for e in entries if e.date is not None and e.date.start.year is not None]
    steps = [second - first for first, second in itertools.pairwise(years)]
    return sum(step < 0 for step in steps) > sum(step > 0 for step in steps)
