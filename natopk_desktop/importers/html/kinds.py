"""What the elements of HTML are on the page: blocks, lines, headings, items.

After the HTML Standard's style sheet and its algorithm for the rendered text of an element (``innerText``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from natopk_desktop.importers.html.names import named

if TYPE_CHECKING:
    from natopk_desktop.importers.html.dom import Element

APART: Final = named(
    "p h1 h2 h3 h4 h5 h6 table ul ol dl menu dir blockquote figure pre listing xmp plaintext hr article "
    "section main header footer nav aside center fieldset form details body"
)
"""Blocks with an empty line before and after; all others have a line end."""

BLOCKS: Final = APART | named(
    "address caption dd dialog div dt figcaption frameset hgroup html legend li optgroup option search "
    "summary tbody tfoot thead tr"
)
CELLS: Final = frozenset({"td", "th"})
LISTS: Final = named("ul ol menu dir")
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
PRESERVED: Final = named("pre listing xmp plaintext textarea")

DISPLAY: Final = re.compile(r"(?:^|;)\s*display\s*:\s*([\w-]+)", re.IGNORECASE)
WHITE_SPACE: Final = re.compile(r"(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)


def display(element: Element) -> str:
    """Return the ``display`` that the element's own style gives it, in small letters; empty where it gives none."""
    found = DISPLAY.search(element.attributes.get("style", ""))
    return found[1].lower() if found else ""


def edge(element: Element) -> int:
    """Return how many line ends stand at least before and after the element; 0 for one within a line."""
    if element.tag in APART:
        return 2
    if element.tag in BLOCKS:
        return 1
    shown = display(element) if "style" in element.attributes else ""
    return 1 if shown in {"block", "list-item", "flex", "grid", "table", "table-row"} else 0


def is_preserved(element: Element) -> bool:
    """Tell whether white space in the element is shown as it is."""
    if element.tag in PRESERVED:
        return True
    return "style" in element.attributes and WHITE_SPACE.search(element.attributes["style"]) is not None


def heading_level(element: Element) -> int | None:
    """Return the level (1 to 6) of an element that is marked as a heading, None for others."""
    if element.tag in HEADINGS:
        return HEADINGS[element.tag]
    if element.attributes.get("role") == "heading":
        told = element.attributes.get("aria-level", "2")
        return min(6, max(1, int(told))) if told.isascii() and told.isdecimal() and len(told) < 4 else 2
    return None
