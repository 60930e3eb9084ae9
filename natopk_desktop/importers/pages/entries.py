"""Lists of dated units -> entries, with what belongs to each."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier.spans import Span
from natopk_desktop.importers.pages.heads import can_head
from natopk_desktop.importers.pages.runs import Run, between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.importers.dating.values import Value
    from natopk_desktop.importers.pages.leads import Lead
    from natopk_desktop.importers.pages.units import Unit

FEWEST: Final = 4
"""Dates of their own with one line under each that make another line an entry."""

ABOVE: Final = "The entry prints no date and stands directly under the entry that does."
GROUP: Final = "The entry prints no date of its own; it stands under this one."
NO_DAY: Final = "the day that it prints is none of the calendar, so none is taken"
UNDER_NO_DAY: Final = "the entry above prints a day that is none of the calendar, so none is taken from it"
YEAR_ABOVE: Final = "The year is not printed beside the date; it stands above."


@dataclass(slots=True)
class Entry:
    """A dated entry of a list.

    Attributes:
        units: numbers of its units.
        date: its date; None where it has none.
        printed: the spans that print it.
        text: the spans of its words.
        origin: the spans that a date not printed was taken from.
        why: the reason for such a date.
        doubt: a clause on another way to read the date.
        confidence: how sure it is that this is an entry with this date.
        reason: why it is taken for one.
    """

    units: list[int]
    date: Value | None
    printed: list[Span]
    text: list[Span]
    origin: list[Span] = field(default_factory=list)
    why: str = ""
    doubt: str | None = None
    confidence: float = 0.9
    reason: str = ""


def entries_of(units: Sequence[Unit], run: Run) -> list[Entry]:
    """Return the entries of a list in the page's order, and settle the kinds of their units."""
    plan = _Plan(units, run)
    found = _backwards(units, run) if plan.is_reversed else plan.walk()
    for entry in found:
        for number in entry.units:
            units[number].take("milestone", entry.confidence, entry.reason)
        first = units[entry.units[0]]
        if len(entry.units) > 1 and first.lead is not None and first.lead.is_alone and _is_headline(first):
            first.take("heading", entry.confidence, "It is a date of its own over the text that it dates.")
    return found


class _Plan:
    """How one list is laid out, found out from all of its units."""

    def __init__(self, units: Sequence[Unit], run: Run) -> None:
        self.units = units
        self.run = run
        self.dated = set(run.dated)
        self.place = {number: place for place, number in enumerate(run.dated)}
        self.rows = [n for n in range(run.dated[0], run.dated[-1] + 1) if units[n].kind is None]
        self.groups = {number for number in run.dated if self._is_group(number)}
        heads = [n for n in run.dated if n not in self.groups]
        follow = [self._following(n) for n in heads[:-1]] or [0]
        self.usual = round(median([count for count in follow if count] or [0]))
        inline = [self._following(n) for n in heads[:-1] if not self._lead(n).is_alone]
        many = sum(count > 0 for count in inline) >= max(2, 0.4 * len(inline))
        alone = sum(self._lead(n).is_alone for n in heads) > len(heads) / 2
        self.has_bodies = many or alone
        self.has_one_line = alone and len(follow) >= FEWEST and sum(count == 1 for count in follow) >= 0.8 * len(follow)
        if alone:
            self.usual = max(1, self.usual)
        shown = heads or [n for n in self.rows if n not in self.dated]
        self.items = sum(bool(units[n].bullet) for n in shown) > len(shown) / 2
        self.gap = round(median([units[n].gap for n in heads[1:]] or [0]))
        self.is_reversed = alone and not self.groups and _is_reversed(units, run)

    def walk(self) -> list[Entry]:
        """Return the entries, each date before its words."""
        found: list[Entry] = []
        group: Lead | None = None
        is_new = False
        for number in [*self.rows, *self._trailing()]:
            unit = self.units[number]
            if number in self.groups:
                group, is_new = self._lead(number), True
                _head(unit)
                continue
            if number in self.dated:
                found.append(self._dated(number, group))
            elif unit.has_no_day:
                found.append(_without_day(number, unit))
            elif is_new or not found:
                self._under_group(number, group, found)
            else:
                self._undated(number, group, found)
            is_new = False
        return [entry for entry in found if entry.text]

    def _lead(self, number: int) -> Lead:
        lead = self.units[number].lead
        if lead is None:
            raise ValueError(f"Unit {number} has no date.")
        return lead

    def _is_group(self, number: int) -> bool:
        """Tell whether a dated unit only heads others: a year over months and days, or a date over several items."""
        lead = self._lead(number)
        unit = self.units[number]
        start = lead.date.value.start
        after = self._next_open(number)
        if lead.is_partial or not after:
            return False
        following = self.units[after[0]]
        if start.month is None and (lead.is_alone or (not unit.is_stopped and unit.words <= 10 and not unit.bullet)):
            partial = next((n for n in after[:3] if n in self.dated and self._lead(n).is_partial), None)
            if partial is not None and not any(n in self.dated for n in after[: after.index(partial)]):
                return True
        if not lead.is_alone:
            return False
        if after[0] in self.dated:
            return True
        bullets = [n for n in after[:2] if n not in self.dated and self.units[n].bullet]
        return len(bullets) == 2 and not unit.bullet and following.indent == self.units[after[1]].indent

    def _next_open(self, number: int) -> list[int]:
        """Return the numbers of up to three units after one, as far as the last one of the list and what follows it."""
        found: list[int] = []
        for place in range(number + 1, min(len(self.units), number + 12)):
            if self.units[place].kind is not None and self.units[place].kind != "residue":
                break
            if self.units[place].kind is None:
                found.append(place)
            if len(found) == 3:
                break
        return found

    def _following(self, number: int) -> int:
        """Count the undated units after a dated one, as far as one that begins with a day that does not exist."""
        place = self.place[number]
        if place + 1 == len(self.run.dated):
            return 0
        after = between(self.units, number, self.run.dated[place + 1])
        return next((count for count, near in enumerate(after) if self.units[near].has_no_day), len(after))

    def _trailing(self) -> list[int]:
        """Return the undated units after the last dated one that still belong to the list."""
        found: list[int] = []
        last = self.units[self.run.dated[-1]]
        for number in range(self.run.dated[-1] + 1, len(self.units)):
            unit = self.units[number]
            if unit.kind is not None:
                break
            if unit.lead is not None and not unit.lead.is_partial and unit.lead.form != "sentence":
                break
            if not self._is_trailing(unit, last, number, len(found)):
                break
            found.append(number)
        return found

    def _is_trailing(self, unit: Unit, last: Unit, number: int, count: int) -> bool:
        if unit.hint in ("heading", "title", "caption", "residue", "stamp"):
            return False
        if unit.has_no_day:
            return bool(unit.bullet) == bool(last.bullet) and unit.gap <= max(self.gap, 0)
        is_inner = unit.indent > last.indent and bool(last.bullet)
        if is_inner:
            return True
        if self.run.dated[-1] in self.groups:
            return bool(unit.bullet)
        if count == 0 and last.lead is not None and last.lead.is_alone:
            return True
        if self.has_bodies and unit.lead is not None and last.lead is not None and last.lead.is_alone:
            return True
        if self.has_bodies:
            return count < self.usual and not (count and self._heads_prose(number))
        if self.items:
            return bool(unit.bullet) and unit.gap <= max(self.gap, 0) and unit.indent == last.indent
        return unit.gap == 0 and self.gap == 0 and not self._heads_prose(number) and len(unit.text) > 30

    def _heads_prose(self, number: int) -> bool:
        unit = self.units[number]
        after = self.units[number + 1] if number + 1 < len(self.units) else None
        return can_head(unit) and after is not None and after.words > 25

    def _dated(self, number: int, group: Lead | None) -> Entry:
        lead = self._lead(number)
        named = self.run.is_named
        reason = "It begins with a date under a heading that announces dates." if named else ROW
        entry = Entry([number], lead.date.value, [lead.date.printed], list(lead.text), doubt=lead.date.doubt)
        entry.reason, entry.confidence = reason, 0.95 if named else 0.85
        if lead.form == "sentence":
            entry.confidence -= 0.1
        year = group.date.value.start.year if group is not None else None
        if lead.is_partial and group is not None and year is not None:
            entry.date = lead.date.value.with_year(year)
            entry.origin, entry.why = [group.date.printed], YEAR_ABOVE
        return entry

    def _undated(self, number: int, group: Lead | None, found: list[Entry]) -> None:
        unit = self.units[number]
        if not found[-1].text:  # its date stands alone
            found[-1].units.append(number)
            found[-1].text.append(Span(unit.body, unit.span.end))
            return
        last = self.units[found[-1].units[0]]
        is_inner = (bool(last.bullet) and unit.indent > last.indent) or unit.text[:1].islower()
        if unit.hint == "heading" and not self.has_bodies:
            return
        if self.has_one_line and len(found[-1].units) > 1 and not is_inner and self._is_another_line(unit, found[-1]):
            found.append(_placed_under(found[-1], number, unit))
        elif is_inner or (self.has_bodies and not self._is_item_of_group(unit, group)):
            found[-1].units.append(number)
            found[-1].text.append(Span(unit.body, unit.span.end))
        elif self._is_like_others(unit, last):
            if group is not None and found[-1].why in (YEAR_ABOVE, GROUP):
                self._under_group(number, group, found)
            else:
                found.append(_placed_under(found[-1], number, unit))
        elif self._is_divider(unit):
            _head(unit)

    def _is_another_line(self, unit: Unit, entry: Entry) -> bool:
        """Tell whether a line is an entry of its own where every date has one line under it."""
        above = self.units[entry.units[-1]]
        return unit.gap == 0 and unit.is_stopped and above.is_stopped and not unit.cells and unit.hint == above.hint

    def _is_item_of_group(self, unit: Unit, group: Lead | None) -> bool:
        return group is not None and bool(unit.bullet) and self.items

    def _is_like_others(self, unit: Unit, last: Unit) -> bool:
        if bool(unit.bullet) != bool(last.bullet) or unit.hint != last.hint or bool(unit.cells) != bool(last.cells):
            return False
        if unit.gap > self.gap:
            return False
        return not self._is_divider(unit)

    def _is_divider(self, unit: Unit) -> bool:
        """Tell whether an undated short line parts a list into periods."""
        if unit.bullet or unit.cells or not can_head(unit) or unit.words > 8:
            return False
        stopped = sum(self.units[n].is_stopped for n in self.run.dated)
        return unit.gap > self.gap or unit.hint == "heading" or stopped > 0.6 * len(self.run.dated)

    def _under_group(self, number: int, group: Lead | None, found: list[Entry]) -> None:
        unit = self.units[number]
        if group is None or unit.hint == "heading":
            return
        entry = Entry([number], group.date.value, [], [Span(unit.body, unit.span.end)])
        entry.origin, entry.why, entry.confidence, entry.reason = [group.date.printed], GROUP, 0.8, GROUP
        found.append(entry)


ROW: Final = "It begins with a date, as its neighbours do."


def _head(unit: Unit) -> None:
    """Make a unit a heading within its list."""
    unit.take("heading", 0.8, "It stands over dated entries.")


def _is_headline(unit: Unit) -> bool:
    """Tell whether a date of its own is a heading of the page: marked up as one, or a decade."""
    decade = unit.lead is not None and unit.lead.date.value.start.is_decade
    return unit.hint == "heading" or (decade and unit.hint is None)


def _without_day(number: int, unit: Unit) -> Entry:
    """Return an entry whose date no calendar has; it stays as printed, among its words."""
    entry = Entry([number], None, [], list(unit.cells) or [Span(unit.body, unit.span.end)], doubt=NO_DAY)
    entry.confidence, entry.reason = 0.7, "It begins as the dated entries around it do."
    return entry


def _placed_under(above: Entry, number: int, unit: Unit) -> Entry:
    """Return an entry without a date of its own, dated by the one above."""
    entry = Entry([number], above.date, [], list(unit.cells) or [Span(unit.body, unit.span.end)])
    entry.origin = list(above.printed) or list(above.origin)
    entry.confidence = 0.7
    if entry.origin:
        entry.why = ABOVE
    else:
        entry.doubt = UNDER_NO_DAY
    entry.reason = "It stands in a list of dated entries and looks like them, but has no date."
    return entry


def _is_reversed(units: Sequence[Unit], run: Run) -> bool:
    """Tell whether dates stand under their words: words come before the first date, none after the last."""
    first, last = run.dated[0], run.dated[-1]
    before = units[first - 1] if first else None
    after = units[last + 1] if last + 1 < len(units) else None
    has_before = before is not None and before.kind is None and before.lead is None and not run.is_named
    ends = after is None or after.kind is not None or after.gap > units[first].gap + 1
    return bool(has_before and ends and len(run.dated) > 1)


def _backwards(units: Sequence[Unit], run: Run) -> list[Entry]:
    """Return the entries of a list whose dates stand under their words."""
    counts = [len(between(units, first, second)) for first, second in zip(run.dated, run.dated[1:], strict=False)]
    found: list[Entry] = []
    at = run.dated[0] - max(1, round(median(counts)))
    for number in run.dated:
        lead = units[number].lead
        words = [n for n in range(max(0, at), number) if units[n].kind is None]
        if lead is not None and words:
            text = [Span(units[n].body, units[n].span.end) for n in words]
            entry = Entry(
                [*words, number], lead.date.value, [lead.date.printed], [*text, *lead.text], doubt=lead.date.doubt
            )
            entry.confidence, entry.reason = 0.75, "A date stands under it, as under its neighbours."
            found.append(entry)
        at = number + 1
    return found
