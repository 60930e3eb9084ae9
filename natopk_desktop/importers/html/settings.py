"""How the words of each element are set: as a heading, an item, a cell, a caption, or as something beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.importers.html import headings, kinds, tables

if TYPE_CHECKING:
    from natopk_desktop.importers.dating.month_names import Names
    from natopk_desktop.importers.html.chrome import Furniture
    from natopk_desktop.importers.html.dom import Element
    from natopk_desktop.importers.html.flow import Setting

MENUS = frozenset({"ul", "ol", "table", "div", "p", "td"})
ROW_PARTS = frozenset({"tr", "tbody", "thead", "tfoot", "div"})


class Settings:
    """Decides for the elements of a page, asked in their order."""

    def __init__(self, heading: Element | None, cards: set[int], furniture: Furniture, names: Names) -> None:
        """Begin with a page.

        Args:
            heading: the element that is its title.
            cards: the ``id`` of each element that is read like a row of a table.
            furniture: what tells the parts beside the article.
            names: of months in the page's languages.
        """
        self._heading = heading
        self._cards = cards
        self._furniture = furniture
        self._names = names
        self._row = 0
        self._level = 1
        self._part = ""
        self._data: set[int] = set()
        self._grouped: set[int] = set()

    def of(self, element: Element, around: Setting) -> Setting:
        """Return how words in an element are set; ``around`` is how words around it are."""
        tag = element.tag
        if not around.is_preserved and kinds.is_preserved(element):
            # Old pages set whole chronologies so, to be read as plain lines; a program's text is no such thing.
            is_plain = tag in kinds.PRESERVED and element.find("code") is None
            around = around._replace(is_preserved=True, kind=None if is_plain else around.kind)
        if tag == "a" and "href" in element.attributes:
            return around._replace(is_linked=True)
        if element is self._heading or (tag == "title" and element.parent is not None and element.parent.tag == "head"):
            return around._replace(kind="title", level=None, row=None)
        if around.is_card or around.kind in {"title", "stamp"}:
            return around
        if around.kind == "residue":
            is_stamp = kinds.edge(element) > 0 and self._furniture.is_stamp(element)
            return around._replace(kind="stamp") if is_stamp else around
        if id(element) in self._cards:
            self._row += 1
            return around._replace(kind="cell", level=None, row=self._row, is_card=True)
        level = self._heading_level(element, around)
        if level is not None:
            return around._replace(kind="heading", level=level, row=None)
        return self._block(element, around)

    def _heading_level(self, element: Element, around: Setting) -> int | None:
        level = kinds.heading_level(element)
        if level is not None:
            self._level = level
        elif around.kind == "paragraph" and headings.is_bold_line(element):
            level = min(6, self._level + 1)
        return level

    def _block(self, element: Element, around: Setting) -> Setting:
        tag = element.tag
        if self._furniture.is_margin(element) or self._is_menu(element):
            return around._replace(kind="residue", level=None, row=None)
        if tag in tables.PARTS:
            self._learn(element)
            return around._replace(kind="paragraph", level=None, row=None)
        # A second description of one term is a row of its own.
        if tag in {"tr", "dt"} or (tag == "dd" and self._part == "dd"):
            self._row += 1
        self._part = tag if tag in {"dt", "dd"} else self._part
        if tag in {"td", "th", "dt", "dd"}:
            table = _table_of(element)
            if table is not None and id(table) in self._data:
                return self._cell(element, table, around)
        if tag in {"caption", "figcaption"} or self._furniture.is_caption(element):
            return around._replace(kind="caption", level=None, row=None)
        if around.row is not None:
            return around
        if tag in kinds.LISTS:
            return around._replace(depth=around.depth + 1)
        return around._replace(kind="list-item", level=max(1, around.depth)) if tag == "li" else around

    def _cell(self, cell: Element, table: Element, around: Setting) -> Setting:
        if cell.tag in {"td", "th"} and tables.is_over_rows(cell):
            return around._replace(kind="heading", level=min(6, self._level + 1), row=None)
        if id(table) in self._grouped:
            # The date of a heading bears on lines, as it does in a list.
            return around._replace(kind="list-item", level=1, row=self._row)
        return around._replace(kind="cell", level=None, row=self._row)

    def _learn(self, table: Element) -> None:
        if self._furniture.may_look(table) and tables.is_data(table):
            self._data.add(id(table))
            if tables.is_grouped(table, self._names):
                self._grouped.add(id(table))

    def _is_menu(self, element: Element) -> bool:
        return element.links >= 4 and element.tag in MENUS and self._furniture.is_link_list(element)


def _table_of(cell: Element) -> Element | None:
    at = cell.parent
    while at is not None and at.tag in ROW_PARTS:
        at = at.parent
    return at
