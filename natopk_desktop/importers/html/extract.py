"""The tree of a page -> its text with hints, and the account of every word in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from natopk_desktop.errors import InputError
from natopk_desktop.importers.dating.month_names import names_for
from natopk_desktop.importers.html import cards, chrome, headings, kinds
from natopk_desktop.importers.html.dom import Element
from natopk_desktop.importers.html.flow import SPACE, Flow, Setting
from natopk_desktop.importers.html.ledger import Ledger, attributes, is_blank
from natopk_desktop.importers.html.names import named
from natopk_desktop.importers.html.settings import Settings
from natopk_desktop.importers.pages.hints import Hint
from natopk_desktop.importers.pages.read_page import LONGEST, MOST_LINES

if TYPE_CHECKING:
    from natopk_desktop.importers.dating.month_names import Names
    from natopk_desktop.importers.html.ledger import Reason

SAMPLE = 20_000
"""Characters from which the scripts of a page are told."""

TOOLTIPS = named("a area button input link style script iframe select option object embed html body head")
"""Elements whose ``title`` says where a link leads or what a control does."""


class Extract(msgspec.Struct, frozen=True):
    """The words of a page.

    Attributes:
        text: its text.
        hints: the segments of the text that its mark-up tells of.
        ledger: where every text, ``alt`` and ``title`` went.
        folded: the elements that the page hides until a click, kept because they read like parts of the text.
        heading: the element that is the page's title, None where there is none.
    """

    text: str
    hints: tuple[Hint, ...]
    ledger: Ledger
    folded: tuple[Element, ...]
    heading: Element | None


class Inside(NamedTuple):
    """An element whose children are being set."""

    element: Element
    children: Iterator[Element | str]
    setting: Setting
    ends: int


def extract(root: Element, window_title: str, name: str) -> Extract:
    """Set the words of a page.

    Args:
        root: the outermost element.
        window_title: the text of the head's ``title``.
        name: the file's name, for the message.

    Raises:
        InputError: there are more words than are read as one page.
    """
    walk = None if root.size > LONGEST else _begun(root, window_title)
    if walk is None or not walk.run(root):
        message = (
            f"{name}: this page has more than the {MOST_LINES:,} lines or {LONGEST:,} characters that are read as a "
            "page; save a part of it."
        )
        raise InputError(message)
    return Extract(walk.flow.text(), tuple(walk.flow.hints), walk.ledger, tuple(walk.folded), walk.heading)


def _begun(root: Element, window_title: str) -> _Walk:
    names = names_for(window_title + root.beginning(SAMPLE), root.attributes.get("lang", "")[:2] or None)
    return _Walk(headings.main_heading(root, window_title), cards.cards(root, names), names)


class _Walk:
    def __init__(self, heading: Element | None, of_cards: set[int], names: Names) -> None:
        self.heading = heading
        self.ledger = Ledger()
        self.flow = Flow(self.ledger)
        self.furniture = chrome.Furniture()
        self.folded: list[Element] = []
        self.settings = Settings(heading, of_cards, self.furniture, names)
        self.menus: set[str] = set()

    def run(self, root: Element) -> bool:
        """Set everything in an element, without recursion; tell whether it was short enough."""
        first = self._enter(root, Setting())
        stack = [] if first is None else [first]
        while stack:
            inside = stack[-1]
            child = next(inside.children, None)
            if child is None:
                self._leave(stack.pop())
            elif isinstance(child, str):
                self._set(child, inside.setting)
            else:
                entered = self._enter(child, inside.setting)
                if entered is not None:
                    stack.append(entered)
                if self.flow.lines > MOST_LINES or self.flow.length > LONGEST:
                    return False
        return True

    def _set(self, text: str, setting: Setting) -> None:
        if not is_blank(text):
            self.flow.words("text", text, setting)
        elif setting.is_preserved:
            self.flow.space(text)
        elif text:
            self.flow.blank()

    def _enter(self, element: Element, around: Setting) -> Inside | None:
        if element.tag == "br":
            self._attributes(element, around)
            self.flow.line_end()
            return None
        # A list within an item goes on with its lines.
        ends = min(kinds.edge(element), 1) if around.kind == "list-item" else kinds.edge(element)
        reason = self._reason(element)
        if reason is not None:
            self.flow.edge(ends) if ends else self.flow.blank()
            self.ledger.leave(element, reason)
            return None
        if ends:
            self.flow.edge(ends)
        elif self.furniture.is_apart(element):
            self.flow.part()
        setting = self.settings.of(element, around)
        if element.attributes:
            self._attributes(element, around)
        return Inside(element, iter(element.children), setting, ends)

    def _leave(self, inside: Inside) -> None:
        if inside.element.tag in kinds.CELLS:
            if inside.setting.row is not None:
                self.flow.cell(is_row=inside.setting.kind == "list-item")
            else:
                self.flow.edge(1)
        elif inside.ends:
            self.flow.edge(inside.ends)
        elif self.furniture.is_apart(inside.element):
            self.flow.part()

    def _reason(self, element: Element) -> Reason | None:
        if element.tag == "title" and self.heading is not None:
            return "window-title" if element.parent is not None and element.parent.tag == "head" else "label"
        reason = chrome.never_shown(element)
        if reason == "hidden" and self.furniture.is_folded(element):
            self.folded.append(element)
            return None
        if reason is None:
            reason = self.furniture.reason(element)
        if reason is None and element.links >= 4 and element.tag in {"ul", "ol", "table", "div", "p"}:
            reason = self._repeated(element)
        return reason

    def _repeated(self, element: Element) -> Reason | None:
        if not self.furniture.is_link_list(element):
            return None
        words = element.words()
        if words in self.menus:
            return "repeated-menu"
        self.menus.add(words)
        return None

    def _attributes(self, element: Element, around: Setting) -> None:
        """Set the words of an element's attributes beside its line, or say why not."""
        alt = ""
        for name in attributes(element):
            words = element.attributes[name]
            reason = self._why_not(name, words, alt, element, around)
            if reason is not None:
                self.ledger.leave_attributes(element, [name], reason)
            elif around.kind == "residue" or (around.kind in {"title", "heading"} and _stands_for(element)):
                self.flow.beside(name, words, around)
            else:
                self.flow.beside(name, words)
            alt = words if name == "alt" else alt

    def _why_not(self, name: str, words: str, alt: str, element: Element, around: Setting) -> Reason | None:
        if name == "alt":
            return None if element.tag == "img" else "attribute"
        told = SPACE.sub(" ", words).strip().casefold()
        if told == SPACE.sub(" ", alt).strip().casefold():
            return "repeats"
        if element.size <= 4 * len(told) + 200 and told in element.words().casefold():
            return "repeats"
        return "link-tooltip" if element.tag in TOOLTIPS or around.is_linked else None


def _stands_for(picture: Element) -> bool:
    """Tell whether a picture stands for the words of what it is in, which has none."""
    return picture.tag == "img" and picture.parent is not None and picture.parent.size == 0
