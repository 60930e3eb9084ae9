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
INLINE = ["b", "i", "span", "em", "strong", "font", "u", "abbr", "time", "a", "button"]
# "main" and "svg" are not among them: html5lib mends what is left open in them by older rules than browsers do now.
BLOCKS = ["div", "p", "section", "article", "header", "footer", "aside", "nav", "blockquote", "center", "pre"]
BLOCKS += ["h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "caption", "form", "figure"]
UNSEEN = ["script", "style", "noscript", "iframe", "textarea", "option", "details", "figcaption", "title"]
CLASSES = ["nav", "menu", "cookie-banner", "share", "breadcrumb", "footer", "content", "collapse", "x"]
VOID = ["br", "img", "hr", "input", "img"]
STYLES = ["display:none", "white-space:pre", "visibility: hidden", "display:block", "color:red"]


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


ATTRIBUTE = st.one_of(
    st.tuples(st.sampled_from(["alt", "title"]), WORDS),
    st.tuples(st.just("class"), st.sampled_from(CLASSES)),
    st.tuples(st.just("style"), st.sampled_from(STYLES)),
    st.tuples(st.just("hidden"), st.just("")),
    st.tuples(st.just("href"), st.sampled_from(["#x", "http://example.org/", "javascript:alert(1)"])),
    st.tuples(st.just("role"), st.sampled_from(["navigation", "main", "dialog", "presentation", "heading"])),
    st.tuples(st.just("id"), st.sampled_from(["cookie", "nav", "wm-ipp-base", "content"])),
)
ATTRIBUTES = st.one_of(
    st.just(""),
    st.lists(ATTRIBUTE, max_size=4).map(
        lambda pairs: "".join(f' {name}="{_escaped(words)}"' for name, words in pairs),
    ),
)
TAGS = st.sampled_from([*INLINE, *BLOCKS, *UNSEEN, *VOID])
PIECES = st.one_of(
    WORDS.map(_escaped),
    st.builds("<{}{}>".format, TAGS, ATTRIBUTES),
    st.builds("<{}{}>".format, TAGS, ATTRIBUTES),
    st.sampled_from([*INLINE, *BLOCKS, *UNSEEN]).map("</{}>".format),
    st.just("<!-- note -->"),
)


def pages() -> st.SearchStrategy[str]:
    """Make the mark-up of pages: tags in any order, some never closed, some closed without being open."""
    return st.lists(PIECES, max_size=30).map(lambda pieces: "<!DOCTYPE html>" + "".join(pieces))


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
