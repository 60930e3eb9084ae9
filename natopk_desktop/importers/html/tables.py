"""Which tables hold data, cell by cell, and which only lay out the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from natopk_desktop.importers.html.dom import Element

LONGEST_CELL: Final = 2000
LONGEST_OVER: Final = 60
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


def is_grouped(table: Element) -> bool:
    """Tell whether some of a table's cells are headings of the rows that follow."""
    return table.tag == "table" and any(cell.tag in {"td", "th"} and is_over_rows(cell) for cell in table.elements())


def is_over_rows(cell: Element) -> bool:
    """Tell whether a cell is a heading of rows: the first of its row with several rows beside it, or all of the row."""
    spans = cell.attributes
    if cell.parent is None or not 0 < cell.size <= LONGEST_OVER or not ("colspan" in spans or "rowspan" in spans):
        return False
    row = [child for child in cell.parent.children[:3] if not isinstance(child, str)]
    if row == [cell] and len(cell.parent.children) <= 3:
        return spans.get("colspan", "1") != "1"
    return row[:1] == [cell] and spans.get("rowspan", "1") != "1"
