"""A page's text, cut into units: by its lines, or by the segments that its mark-up names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier.spans import Span
from natopk_desktop.importers.dating.lines import begins_with_no_day
from natopk_desktop.importers.pages.leads import FURTHEST, lead_of
from natopk_desktop.importers.pages.lines import Line, lines_of
from natopk_desktop.importers.pages.units import Unit, body_of
from natopk_desktop.importers.pages.wrapping import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.importers.dating.month_names import Names
    from natopk_desktop.importers.pages.hints import Hint
    from natopk_desktop.importers.pages.leads import Lead

_CELL: Final = re.compile(r"[^\t|]+")
_PARTED: Final = re.compile(r"\t|\s\||\|\s")
_NUMBER: Final = re.compile(r"\d{1,2}\.")
MOST_CELLS: Final = 60


def units_of(text: str, hints: Sequence[Hint], names: Names) -> list[Unit]:
    """Return the units of a text in order; all between them is white space."""
    found: list[Unit] = []
    at = 0
    for hint in hints:
        found += _plain(text, at, hint.span.start, names)
        _add_hinted(text, hint, found)
        at = hint.span.end
    found += _plain(text, at, len(text), names)
    for unit in found:
        if not unit.is_read:
            _read_lead(text, unit, names)
        unit.has_no_day = unit.lead is None and _has_no_day(text, unit, names)
    return found


def _plain(text: str, start: int, end: int, names: Names) -> Iterator[Unit]:
    rows = list(lines_of(text, start, end))
    leads: dict[int, Lead | None] = {}
    dated: dict[int, bool] = {}

    def is_dated(line: Line) -> bool:
        if line.start not in dated:
            unit = _unit(text, Span(line.start, line.end))
            lead = leads[line.start] = _read_lead(text, unit, names)
            is_bare = lead is not None and lead.is_partial and lead.form == "bare"
            dated[line.start] = _has_no_day(text, unit, names) if lead is None else not is_bare
        return dated[line.start]

    for group in joined(text, rows, is_dated):
        first = group[0]
        unit = _unit(text, Span(first.start, group[-1].end))
        unit.gap, unit.indent = first.gap, first.indent
        if len(group) == 1:
            unit.cells = _cells(text, unit)
            if not unit.cells and not unit.bullet and first.start in leads:
                unit.lead, unit.is_read = leads[first.start], True
        yield unit


def _read_lead(text: str, unit: Unit, names: Names) -> Lead | None:
    """Look for the date a unit begins with; a number with a full stop may be its day and no bullet."""
    if _NUMBER.fullmatch(unit.bullet) and not unit.cells:
        whole = Unit(unit.span, unit.span.start, "")
        unit.lead = lead_of(text, whole, names)
        if unit.lead is not None and unit.lead.date.printed.start < unit.body < unit.lead.date.printed.end:
            unit.body, unit.bullet, unit.text = unit.span.start, "", text[unit.span.start : unit.span.end]
            return unit.lead
    unit.lead = lead_of(text, unit, names)
    return unit.lead


def _has_no_day(text: str, unit: Unit, names: Names) -> bool:
    start, end = unit.cells[0] if unit.cells else (unit.body, unit.span.end)
    return begins_with_no_day(text, start, min(end, start + FURTHEST), names)


def _unit(text: str, span: Span) -> Unit:
    body, bullet = body_of(text, *span)
    return Unit(span, body, text[body : span.end], bullet=bullet)


def _cells(text: str, unit: Unit) -> list[Span]:
    """Return the cells of a line that tabs or upright strokes part."""
    if not _PARTED.search(text, *unit.span):
        return []
    found = []
    for match in _CELL.finditer(text, unit.body, unit.span.end):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words)
            found.append(Span(start, start + len(words)))
        if len(found) > MOST_CELLS:
            return []
    return found if len(found) > 1 else []


def _add_hinted(text: str, hint: Hint, found: list[Unit]) -> None:
    """Add the units of a segment: one for each of its lines, or one more cell of the row before."""
    for line in lines_of(text, *hint.span):
        unit = _unit(text, Span(line.start, line.end))
        unit.hint, unit.level = hint.kind, hint.level
        unit.gap = 0 if hint.kind in ("list-item", "cell") else 1
        if hint.kind == "list-item":
            unit.bullet = unit.bullet or "*"
            unit.indent = 4 * ((hint.level or 1) - 1)
        if hint.kind == "cell" and hint.row is not None:
            last = found[-1] if found else None
            if last is not None and last.hint == "cell" and last.level == hint.row:
                last.cells.append(unit.span)
                last.span = Span(last.span.start, unit.span.end)
                last.text = text[last.body : last.span.end]
                continue
            unit.cells, unit.level = [unit.span], hint.row
            unit.body, unit.bullet = unit.span.start, ""
            unit.text = text[unit.body : unit.span.end]
        found.append(unit)
