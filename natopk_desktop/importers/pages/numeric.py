"""Dates in numbers (03/04/2005): which number is the day, found out from the page and never in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier import dates
from natopk_desktop.importers.dating import numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.importers.dating.values import Value
    from natopk_desktop.importers.pages.entries import Entry

EITHER: Final = "either number may be the day, so only the year is taken"


def settle(text: str, entries: Sequence[Entry], *, is_day_first: bool | None) -> None:
    """Settle which number is the day in the dates of a list, or leave the year alone and say so in ``doubt``."""
    if is_day_first is not None:
        _tell_others(text, entries, is_day_first=is_day_first)
    numeric = [entry for entry in entries if entry.date is not None and entry.date.is_numeric]
    if not numeric:
        return
    way, reason = (is_day_first, "it was read as told") if is_day_first is not None else _shown(text, entries)
    if way is None:
        way, reason = _by_order(entries)
    for entry in numeric:
        settled = None if entry.date is None or way is None else entry.date.settled(is_day_first=way)
        if settled is None:
            entry.doubt = EITHER
            entry.confidence = min(entry.confidence, 0.6)
        else:
            entry.date, entry.doubt = (
                settled,
                f"the {'first' if way else 'second'} number was taken for the day: {reason}",
            )
            entry.confidence = min(entry.confidence, 0.8)


def _tell_others(text: str, entries: Sequence[Entry], *, is_day_first: bool) -> None:
    """Say in ``doubt`` which dates can only be read the other way than a person said."""
    asked, read = ("day", "month") if is_day_first else ("month", "day")
    for entry in entries:
        if entry.date is None or entry.date.is_numeric:
            continue
        if any(way != is_day_first for span in entry.printed for way, _ in numbers.ways(span.of(text))):
            entry.doubt = f"it cannot be read {asked} first, as was said, so it is read {read} first"
            entry.confidence = min(entry.confidence, 0.6)


def _shown(text: str, entries: Sequence[Entry]) -> tuple[bool | None, str]:
    """Return the order that other dates of the list show, where one of their numbers can only be the day."""
    ways: set[bool] = set()
    signs: set[str] = set()
    for span in (span for entry in entries for span in entry.printed):
        words = span.of(text)
        ways.update(way for way, _ in numbers.ways(words))
        signs.update(found[2] for found in numbers.NUMERIC.finditer(words))
    if len(ways) == 1:
        return ways.pop(), "other dates of the list can only be read so"
    if not ways and signs == {"."}:
        return True, "full stops stand between the numbers"
    return None, ""


def _by_order(entries: Sequence[Entry]) -> tuple[bool | None, str]:
    """Return the order that alone puts the list in sequence."""
    fits = [way for way in (True, False) if _in_sequence([_settled(entry.date, is_day_first=way) for entry in entries])]
    if len(fits) == 1 and len(entries) > 2:
        return fits[0], "only so do the dates follow each other in time"
    return None, ""


def _settled(date: Value | None, *, is_day_first: bool) -> int | None:
    settled = None if date is None else date.settled(is_day_first=is_day_first)
    edtf = None if settled is None else settled.edtf()
    return None if edtf is None else dates.bounds(edtf)[0]


def _in_sequence(days: Sequence[int | None]) -> bool:
    known = [day for day in days if day is not None]
    return known in (sorted(known), sorted(known, reverse=True)) and len(known) == len(days)
