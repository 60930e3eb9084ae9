"""Entries that a page sets as cards: boxes alike, each with a date on a line of its own and a heading.

Read line by line, a card's date would stand before a heading and belong to nothing; so a card is read as a row of a
table is, its lines as the cells.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from natopk_desktop.importers.dating.lines import at_start
from natopk_desktop.importers.dating.tokens import tokens
from natopk_desktop.importers.html import kinds
from natopk_desktop.importers.html.chrome import never_shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.importers.dating.month_names import Names
    from natopk_desktop.importers.html.dom import Element

FEWEST: Final = 3
LARGEST: Final = 3000
"""Characters of a card above which it is a chapter."""
LONGEST_DATE: Final = 48
FIRST: Final = 2
"""Among so many lines at its beginning a card has its date."""


def cards(root: Element, names: Names) -> set[int]:
    """Return which elements of a page are such cards, by ``id``."""
    found: set[int] = set()
    for element in root.elements():
        if len(element.children) >= FEWEST:
            found.update(_cards_in(element, names))
    return found


def _cards_in(parent: Element, names: Names) -> Iterator[int]:
    alike: dict[str, list[Element]] = {}
    for child in parent.children:
        if not isinstance(child, str) and 0 < child.size <= LARGEST and child.tag not in kinds.CELLS:
            alike.setdefault(child.tag, []).append(child)
    for group in alike.values():
        if len(group) >= FEWEST and group[0].tag not in {"tr", "p", "a"}:
            dated = [child for child in group if _has_heading(child) and _is_dated(child, names)]
            if len(dated) >= FEWEST and 2 * len(dated) >= len(group):
                yield from map(id, dated)


def _has_heading(card: Element) -> bool:
    return any(kinds.heading_level(inner) is not None for inner in islice(card.elements(), 1, 40))


def _is_dated(card: Element, names: Names) -> bool:
    return any(is_date(line, names) for line in islice(_first_texts(card), FIRST))


def is_date(words: str, names: Names, *, may_lack_year: bool = False) -> bool:
    """Tell whether words are a date and nothing else."""
    line = " ".join(words.split()).strip(" :.,–—-|")
    if not 2 < len(line) <= LONGEST_DATE:
        return False
    found = at_start(tokens(line, 0, len(line), names), may_lack_year=may_lack_year)
    return found is not None and found.printed.end >= len(line)


def _first_texts(card: Element) -> Iterator[str]:
    """Yield the first texts of an element, as far as its first forty elements hold them."""
    stack: list[Element | str] = [card]
    for _ in range(80):
        if not stack:
            return
        node = stack.pop()
        if isinstance(node, str):
            if node.strip():
                yield node
        elif never_shown(node) is None:
            stack.extend(reversed(node.children[:40]))
