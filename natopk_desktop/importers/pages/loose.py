"""Lists under a heading that announces dates whose items do not begin with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier.spans import Span
from natopk_desktop.importers.dating.lines import dates_in
from natopk_desktop.importers.pages.entries import GROUP, YEAR_ABOVE, Entry
from natopk_desktop.importers.pages.heads import can_head
from natopk_desktop.importers.pages.wording import names_list, names_news

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.importers.dating.month_names import Names
    from natopk_desktop.importers.pages.units import Unit

FEWEST: Final = 3
WITHIN: Final = "It stands under a heading that announces dates, and its sentence names one."
AMONG: Final = "It stands in a list whose sentences name their dates; this is the first date in it."
LOST: Final = "It stands under a heading that announces dates, but no date is printed with it."


def loose_lists(text: str, units: Sequence[Unit], names: Names) -> Iterator[list[Entry]]:
    """Yield the entries of each such list, and settle the kinds of their units."""
    for number, unit in enumerate(units):
        is_head = unit.kind in (None, "title") and can_head(unit) and not (unit.bullet and unit.hint is None)
        if is_head and names_list(unit.folded) and not names_news(unit.folded):
            items = _items(units, number)
            if len(items) >= FEWEST:
                yield [_entry(text, units, item, names) for item in items]


def date_within(text: str, units: Sequence[Unit], entries: Sequence[Entry], names: Names) -> None:
    """Date the undated entries of a list whose sentences name their dates by the first date of their own sentence."""
    for entry in entries:
        if entry.printed or len(entry.units) > 1:
            continue
        unit = units[entry.units[0]]
        dates = dates_in(text, unit.body, unit.span.end, names, may_lack_year=entry.why == GROUP)
        if not dates:
            continue
        year = entry.date.start.year if entry.date is not None else None
        if dates[0].value.has_year:
            entry.date, entry.origin, entry.why = dates[0].value, [], ""
        elif year is not None:
            entry.date, entry.why = dates[0].value.with_year(year), YEAR_ABOVE
        entry.printed, entry.doubt = [dates[0].printed], dates[0].doubt
        entry.confidence, entry.reason = 0.6, AMONG


def _items(units: Sequence[Unit], head: int) -> list[int]:
    """Return the items under a heading: bullets, or lines without blank ones between."""
    found: list[int] = []
    for number in range(head + 1, len(units)):
        unit = units[number]
        if unit.kind == "residue":
            continue
        is_item = (
            bool(unit.bullet) or unit.hint == "cell" or (unit.hint is None and unit.gap == 0 and not can_head(unit))
        )
        if unit.kind is not None or not is_item or unit.words > 80:
            break
        found.append(number)
    return found


def _entry(text: str, units: Sequence[Unit], number: int, names: Names) -> Entry:
    unit = units[number]
    dates = dates_in(text, unit.body, unit.span.end, names)
    words = [Span(unit.body, unit.span.end)]
    if len(dates) == 1:
        entry = Entry([number], dates[0].value, [dates[0].printed], words, doubt=dates[0].doubt)
        entry.confidence, entry.reason = 0.6, WITHIN
    else:
        entry = Entry([number], None, [], words)
        entry.confidence, entry.reason = 0.5, LOST
    unit.take("milestone", entry.confidence, entry.reason)
    return entry
