"""Which element of a page is its title, and which lines are headings without being marked so."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from natopk_desktop.importers.html import chrome
from natopk_desktop.importers.html.names import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.importers.html.dom import Element

BOLD = frozenset({"b", "strong"})
WRAPPERS = named("font span u i em a big center")
FURTHEST = 2000
"""Characters outside links after which no title comes any more."""
MOST = 200
"""Headings among which the title is looked for."""

LINES = named("p div td th center font b strong span big")
LONGEST = 100
"""Characters of a bold line above which it is a paragraph in bold."""


def main_heading(root: Element, window_title: str) -> Element | None:
    """Return the heading that is the page's title.

    It is the first heading of the first level in the article, or else of all. Where the window's title holds that one
    and a longer one of the second level too, the first is the institution's name, and the longer one is the title; so
    it is where there is none of the first level.
    """
    told = " ".join(window_title.split()).casefold()
    start = list(_start(root))
    found = [(one, one.words()) for one in islice((one for one in start if one.tag in {"h1", "h2"} and one.size), MOST)]
    first = [(element, words) for element, words in found if element.tag == "h1"]
    main = next((one for one in first if _is_in_article(one[0])), first[0] if first else None)
    if main is not None and main[1].casefold() not in told:
        return main[0]
    named = [(element, words) for element, words in found if words.casefold() in told and len(words) > 3]
    if named:
        return max(named, key=lambda one: (len(one[1]), one[0].tag == "h1"))[0]
    return main[0] if main is not None else _unmarked(start, told) or root.find("h1")


def _start(root: Element) -> Iterator[Element]:
    """Yield the elements shown at the page's start, in order, till a good many words outside links are read."""
    read = 0
    stack: list[tuple[Element | str, bool]] = [(root, False)]
    while stack and read < FURTHEST:
        node, is_linked = stack.pop()
        if isinstance(node, str):
            read += 0 if is_linked else len(node.strip())
        elif chrome.never_shown(node) is None:
            yield node
            is_linked = is_linked or (node.tag == "a" and "href" in node.attributes)
            stack.extend((child, is_linked) for child in reversed(node.children))


def _unmarked(start: list[Element], told: str) -> Element | None:
    """The first line that says what the window's title says, or the longer half of it."""
    for element in start:
        if len(told) <= 2 * element.size <= 2 * len(told) and element.tag in LINES:
            words = element.words().casefold()
            if len(words) > 7 and words in told:
                return element
    return None


def is_bold_line(element: Element) -> bool:
    """Tell whether a block holds one short line, all of it bold: a heading in all but its name."""
    if element.tag not in {"p", "div", "center"} or not 0 < element.size <= LONGEST:
        return False
    at = element
    for _ in range(5):
        inner = [child for child in at.children if not (isinstance(child, str) and not child.strip())]
        inner = [child for child in inner if isinstance(child, str) or child.tag != "br"]
        if len(inner) != 1 or isinstance(inner[0], str):
            return False
        at = inner[0]
        if at.tag in BOLD:
            return not element.words().endswith((".", ",", ";"))
        if at.tag not in WRAPPERS:
            return False
    return False


def _is_in_article(element: Element) -> bool:
    at = element.parent
    while at is not None:
        if at.tag in {"main", "article"} or at.attributes.get("role") == "main":
            return True
        at = at.parent
    return False
