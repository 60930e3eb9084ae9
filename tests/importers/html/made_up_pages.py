"""Web pages that Hypothesis makes, and an independent walk over what another parser sees in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import html5lib
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

WORDS = st.text(
    st.one_of(
        st.sampled_from(" \t\n\u00a0aeiou.,’–“2007é&<>\"'/="),
        st.sampled_from(["January", "2007", "Kabul", "cookie", "پاکستان", "\u202e", "\u200b"]).map(
            lambda word: word[0]
        ),
    ),
    max_size=30,
)
INLINE = ["b", "i", "span", "em", "strong", "font", "u", "abbr", "time", "a", "button", "svg"]
# "main" is not among them: html5lib does not know it for a block where it mends what is left open.
BLOCKS = ["div", "p", "section", "article", "header", "footer", "aside", "nav", "blockquote", "center", "pre"]
BLOCKS += ["h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "caption", "form", "figure"]
UNSEEN = ["script", "style", "noscript", "iframe", "textarea", "option", "details", "figcaption", "title"]
CLASSES = ["nav", "menu", "cookie-banner", "share", "breadcrumb", "footer", "content", "collapse", "x"]
STRAY = ["</div>", "</p>", "</a>", "</table>", "</ul>", "<!-- note -->", "</b>"]
STYLES = ["display:none", "white-space:pre", "visibility: hidden", "display:block", "color:red"]


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


@st.composite
def attributes(draw: st.DrawFn) -> str:
    """Draw the attributes of a tag."""
    told = ""
    for name, values in {
        "alt": WORDS,
        "title": WORDS,
        "class": st.sampled_from(CLASSES),
        "style": st.sampled_from(STYLES),
        "hidden": st.just(""),
        "href": st.sampled_from(["#x", "http://example.org/", "javascript:alert(1)"]),
        "role": st.sampled_from(["navigation", "main", "dialog", "presentation", "heading"]),
        "id": st.sampled_from(["cookie", "nav", "wm-ipp-base", "content"]),
    }.items():
        if draw(st.integers(0, 7)) == 0:
            told += f' {name}="{_escaped(draw(values))}"'
    return told


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Draw the mark-up of a page: tags in any order, some never closed, some closed without being open."""
    pieces = ["<!DOCTYPE html>"]
    opened: list[str] = []
    for _ in range(draw(st.integers(0, 40))):
        choice = draw(st.integers(0, 10))
        if choice < 4:
            pieces.append(_escaped(draw(WORDS)))
        elif choice < 8:
            tag = draw(st.sampled_from(INLINE + BLOCKS + UNSEEN))
            opened.append(tag)
            pieces.append(f"<{tag}{draw(attributes())}>")
        elif choice == 8 and opened:
            pieces.append(f"</{opened.pop()}>")
        elif choice == 9:
            tag = draw(st.sampled_from(["br", "img", "hr", "input"]))
            pieces.append(f"<{tag}{draw(attributes())}>")
        else:
            pieces.append(
                draw(st.sampled_from(["</div>", "</p>", "</a>", "</table>", "</ul>", "<!-- note -->", "</b>"]))
            )
    return "".join(pieces)


class Word(NamedTuple):
    """A text of a page or the value of an attribute, white space at its ends left off and collapsed within."""

    what: str
    words: str


def collapsed(words: str) -> str:
    """Return words with white space as HTML has it collapsed."""
    for char in "\t\n\r\f":
        words = words.replace(char, " ")
    return " ".join(part for part in words.split(" ") if part)


def walked(markup: str) -> list[Word]:
    """Return all texts, ``alt`` and ``title`` of a page in document order, as html5lib sees them."""
    root = html5lib.parse(markup, treebuilder="etree", namespaceHTMLElements=False)
    return [word for word in _walk(root) if word.words]


def _walk(element: ET.Element) -> Iterator[Word]:
    if isinstance(element.tag, str):
        for name in ("alt", "title"):
            yield Word(name, collapsed(element.get(name, "")))
        yield Word("text", collapsed(element.text or ""))
        for child in element:
            yield from _walk(child)
    if element.tail:
        yield Word("text", collapsed(element.tail))
