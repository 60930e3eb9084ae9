"""The tree of a page as a browser builds it, in values of our own.

The parsing is Lexbor's (https://lexbor.com), which implements the tree construction of the HTML Standard
(https://html.spec.whatwg.org/multipage/parsing.html), so broken mark-up comes out as in a browser. It has no means of
loading anything and no entities but the named characters of the standard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.importers.html.names import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

UNSEEN: Final = named(
    "area base datalist head link meta noembed noframes noscript param rp script style template title"
)
"""Elements whose text a browser does not show (the HTML Standard's style sheet has them as ``display: none``)."""

NESTED_TEMPLATES: Final = 20
"""How deep templates are looked into; what lies deeper is one text of mark-up."""


class Element:
    """An element.

    Attributes:
        tag: its name in small letters.
        attributes: its attributes; one without a value has the empty string.
        parent: the element around it, None for the outermost.
        children: elements and texts in order.
        size: characters of the visible text in it, less white space at the ends of each text.
        linked: how many of these stand in links.
        links: how many links there are in it.
        count: how many elements there are in it, with itself.
    """

    __slots__ = ("attributes", "children", "count", "linked", "links", "parent", "size", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], parent: Element | None) -> None:
        """Make an element without children."""
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[Element | str] = []
        self.size = self.linked = self.links = 0
        self.count = 1

    def elements(self) -> Iterator[Element]:
        """Yield this element and all in it, in document order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(child for child in reversed(element.children) if not isinstance(child, str))

    def find(self, *tags: str) -> Element | None:
        """Return the first element in this one, itself included, that has one of these names."""
        return next((element for element in self.elements() if element.tag in tags), None)

    def texts(self) -> Iterator[str]:
        """Yield the texts in this element in document order, without those of elements in it that show none."""
        stack: list[Element | str] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                yield node
            elif node is self or node.tag not in UNSEEN:
                stack.extend(reversed(node.children))

    def words(self) -> str:
        """Return the text in this element, white space collapsed."""
        return " ".join(" ".join(self.texts()).split())

    def beginning(self, length: int) -> str:
        """Return the first characters of the text in this element; each text's white space counts."""
        pieces: list[str] = []
        for text in self.texts():
            pieces.append(text[:length])
            length -= len(pieces[-1])
            if length <= 0:
                break
        return " ".join(pieces)

    def path(self) -> str:
        """Return where the element stands: the names of the innermost four, with their ids or first classes."""
        names: list[str] = []
        at: Element | None = self
        while at is not None and len(names) < 4:
            mark = at.attributes.get("id", "").split()[:1]
            group = at.attributes.get("class", "").split()[:1]
            names.append(at.tag + (f"#{mark[0]}" if mark else f".{group[0]}" if group else ""))
            at = at.parent
        return " > ".join(reversed(names))


def parse(text: str) -> Element:
    """Return the outermost element of the page whose mark-up is ``text``."""
    from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

    tree = LexborHTMLParser(text.encode(), options=LexborDocumentOptions.WO_EVENTS)
    root = tree.root
    return Element("html", {}, None) if root is None else _grown(root, NESTED_TEMPLATES)


def _grown(root: LexborNode, templates: int) -> Element:
    """Copy a tree of the parser, which is walked by its own links, without recursion."""
    top = element = _element(root, None)
    node = root.first_child
    stack: list[LexborNode] = []
    current = root
    while True:
        if node is None:
            _close(element, templates, current)
            if not stack:
                return top
            node, current = current.next, stack.pop()
            parent = element.parent
            if parent is None:
                return top
            element = parent
            continue
        if node.is_text_node:
            text = node.text_content or ""
            element.children.append(text)
            if element.tag not in UNSEEN:
                element.size += len(text.strip())
        elif node.is_element_node:
            child = _element(node, element)
            element.children.append(child)
            stack.append(current)
            element, current, node = child, node, node.first_child
            continue
        node = node.next


def _element(node: LexborNode, parent: Element | None) -> Element:
    attributes = {name: value or "" for name, value in node.attributes.items()}
    return Element((node.tag or "").lower(), attributes, parent)


def _close(element: Element, templates: int, node: LexborNode) -> None:
    """Add an element's sizes to those of the one around it."""
    if element.tag == "template":
        _fill(element, templates, node)
    if element.tag == "a" and "href" in element.attributes:
        element.linked, element.links = element.size, element.links + 1
    around = element.parent
    if around is not None:
        around.count += element.count
    if around is not None and element.tag not in UNSEEN:
        around.size += element.size
        around.linked += element.linked
        around.links += element.links


def _fill(template: Element, templates: int, node: LexborNode) -> None:
    """Put what a template holds, which is no part of the page's own tree, into the element."""
    for fragment in node.template_fragments()[:1]:
        if not templates:
            template.children.append(fragment.html or "")
            return
        inner = fragment.first_child
        while inner is not None:
            if inner.is_text_node:
                template.children.append(inner.text_content or "")
            elif inner.is_element_node:
                grown = _grown(inner, templates - 1)
                grown.parent = template
                template.children.append(grown)
            inner = inner.next
