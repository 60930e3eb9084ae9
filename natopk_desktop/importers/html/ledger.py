"""The account of an extraction: where each text, ``alt`` and ``title`` of a page went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from natopk_desktop.importers.html.dom import Element

if TYPE_CHECKING:
    from collections.abc import Iterable


What = Literal["text", "alt", "title"]
Reason = Literal[
    "script",
    "style",
    "noscript",
    "template",
    "frame",
    "fallback",
    "form",
    "label",
    "hidden",
    "menu",
    "breadcrumb",
    "edit-link",
    "skip-link",
    "cookie-notice",
    "share-bar",
    "calendar",
    "footer",
    "repeated-menu",
    "archive-bar",
    "window-title",
    "repeats",
    "link-tooltip",
    "attribute",
]


class Kept(NamedTuple):
    """Words that stand in the text.

    Attributes:
        what: a text of the page, or the value of an attribute.
        words: the words as the page has them.
        start: where they begin in the text.
        end: where they end; white space between is collapsed unless it is preserved on the page.
    """

    what: What
    words: str
    start: int
    end: int


class Left(NamedTuple):
    """Words that were left out.

    Attributes:
        what: a text of the page, or the value of an attribute.
        words: the words as the page has them.
        reason: why.
        place: the element that was left out, with all in it.
    """

    what: What
    words: str
    reason: Reason
    place: Element


class Ledger:
    """What was kept and what was left out, each in the order of the page."""

    def __init__(self) -> None:
        """Open an empty one."""
        self.kept: list[Kept] = []
        self.left: list[Left] = []

    def leave(self, element: Element, reason: Reason) -> None:
        """Enter all words of an element as left out."""
        stack: list[Element | str] = [element]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                if not is_blank(node):
                    self.left.append(Left("text", node, reason, element))
                continue
            self.leave_attributes(node, attributes(node), reason, element)
            stack.extend(reversed(node.children))

    def leave_attributes(
        self, element: Element, names: Iterable[What], reason: Reason, place: Element | None = None
    ) -> None:
        """Enter attributes of an element as left out."""
        for name in names:
            self.left.append(Left(name, element.attributes[name], reason, place or element))


def attributes(element: Element) -> list[What]:
    """Return which of the attributes that hold words an element has."""
    found: list[What] = []
    if element.attributes:
        if not is_blank(element.attributes.get("alt", "")):
            found.append("alt")
        if not is_blank(element.attributes.get("title", "")):
            found.append("title")
    return found


def is_blank(words: str) -> bool:
    """Tell whether there is nothing in it that a browser shows; a no-break space is something."""
    return not words or not words.strip(" \t\n\r\f")
