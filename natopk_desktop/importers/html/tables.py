"""Which tables hold data, cell by cell, and which only lay out the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.importers.html.cards import is_date

if TYPE_CHECKING:
    from natopk_desktop.importers.dating.month_names import Names
    from natopk_desktop.importers.html.dom import Element

LONGEST_CELL: Final = 2000
LONGEST_OVER: Final = 60
LOOKED: Final = 40
"""Cells at the beginnings of rows that are looked at for dates."""

PARTS: Final = {"table": ("tr", frozenset({"td", "th"})), "dl": ("dt", frozenset({"dt", "dd"}))}
"""What begins a row and what is a cell, in a table and in a list of terms, which reads like one of two columns."""


def is_data(element: Element) -> bool:
    """Tell whether a table or a list of terms is one to be read row by row."""
    if element.attributes.get("role", "").lower() in {"presentation", "none"}:
        return False
    start, cells = PARTS[element.tag]
    rows = filled = 0
    for inner in element.elements():
        if inner is element:
            continue
        if inner.tag in {"table", "h1", "h2", "h3", "form", "main", "article"}:
            return False
        if inner.tag in cells:
            filled += inner.size > 0
            if inner.size > LONGEST_CELL:
                return False
        rows += inner.tag == start
    return rows > 0 and filled > rows


def is_grouped(table: Element, names: Names) -> bool:
    """Tell whether rows of a table take their year from a heading: in one of its cells, or before it."""
    if table.tag != "table":
        return False
    without_year = looked = 0
    for cell in table.elements():
        if cell.tag not in {"td", "th"} or cell.parent is None:
            continue
        if is_over_rows(cell):
            return True
        if cell.parent.children[:1] == [cell] or cell.parent.children[1:2] == [cell]:
            looked += 1
            words = cell.words() if cell.size <= LONGEST_OVER and looked <= LOOKED else ""
            without_year += is_date(words, names, may_lack_year=True) and not is_date(words, names)
    return without_year >= 2


def is_over_rows(cell: Element) -> bool:
    """Tell whether a cell is a heading of rows: the first of its row with several rows beside it, or all of the row."""
    spans = cell.attributes
    if cell.parent is None or not 0 < cell.size <= LONGEST_OVER or not ("colspan" in spans or "rowspan" in spans):
        return False
    row = [child for child in cell.parent.children[:3] if not isinstance(child, str)]
    if row == [cell] and len(cell.parent.children) <= 3:
        return spans.get("colspan", "1") != "1"
    return row[:1] == [cell] and spans.get("rowspan", "1") != "1"
