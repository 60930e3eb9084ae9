"""The page's own "last updated" stamp."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier.model import Updated
from natopk_desktop.importers.dating.lines import at_start, dates_in
from natopk_desktop.importers.dating.tokens import tokens
from natopk_desktop.importers.pages.numeric import EITHER
from natopk_desktop.importers.pages.telling import DOUBT
from natopk_desktop.importers.pages.wording import LINK, stamp_at, stamp_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.importers.dating.lines import FoundDate
    from natopk_desktop.importers.dating.month_names import Names
    from natopk_desktop.importers.pages.units import Unit

LONGEST: Final = 120
REASON: Final = "It says when the page was last changed."


def find_stamp(text: str, units: Sequence[Unit], names: Names, *, is_day_first: bool | None) -> Updated | None:
    """Mark the stamps on a page and return the first that has a date, None where there is none."""
    found: Updated | None = None
    for number, unit in enumerate(units):
        if unit.kind is not None or len(unit.text) > LONGEST:
            continue
        if unit.hint != "stamp" and stamp_words(unit.folded) is None:
            continue
        after = units[number + 1] if number + 1 < len(units) else None
        updated = _read(text, unit, after, names, is_day_first=is_day_first)
        if updated is None and unit.hint != "stamp":
            continue
        found = found or updated
        for near in (*units[max(0, number - 2) : number], *units[number + 1 : number + 3]):
            if near.kind is None and near.bullet and near.lead is not None and near.lead.is_alone:
                near.take("stamp", 0.8, "It is a date of its own beside the update stamp.")
    return found


def _read(text: str, unit: Unit, after: Unit | None, names: Names, *, is_day_first: bool | None) -> Updated | None:
    dates = dates_in(text, unit.body, unit.span.end, names) or _year_alone(text, unit, names)
    if dates and _rest(text, unit, dates[0]) <= 12:
        unit.take("stamp", *_sure(dates[0], 0.95, is_day_first=is_day_first))
        return _updated(dates[0], is_day_first=is_day_first)
    if unit.hint == "stamp":
        unit.take("stamp", 1.0, "")
    is_label = stamp_words(unit.folded) == unit.folded
    if is_label and after is not None and after.lead is not None and after.lead.form == "alone" and after.kind is None:
        unit.take("stamp", 0.9, REASON)
        after.take("stamp", *_sure(after.lead.date, 0.9, is_day_first=is_day_first))
        return _updated(after.lead.date, is_day_first=is_day_first)
    return None


def _year_alone(text: str, unit: Unit, names: Names) -> list[FoundDate]:
    """Return the year that stands behind the words of a stamp and ends it; elsewhere four digits may be any number."""
    words = stamp_at(text, unit.body, unit.span.end)
    after = None if words is None else LINK.match(text, words.end, unit.span.end)
    date = None if after is None else at_start(tokens(text, after.end(), unit.span.end, names), may_lack_year=False)
    return [date] if date is not None and not _rest(text, unit, date) else []


def _rest(text: str, unit: Unit, date: FoundDate) -> int:
    """Count the letters of a stamp behind its date."""
    return sum(char.isalpha() for char in text[date.token_end : unit.span.end])


def _sure(date: FoundDate, confidence: float, *, is_day_first: bool | None) -> tuple[float, str]:
    """Return how sure a stamp is and why, with what its date leaves open."""
    if date.value.is_numeric and is_day_first is None:
        return min(confidence, 0.6), f"{REASON}{DOUBT}{EITHER}."
    return confidence, REASON


def _updated(date: FoundDate, *, is_day_first: bool | None) -> Updated:
    value = date.value
    if value.is_numeric and is_day_first is not None:
        value = value.settled(is_day_first=is_day_first) or value
    return Updated(date.printed, value.edtf())
