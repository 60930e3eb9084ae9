"""Text files read back by parsers that are not ours, all formatting stripped, to tell whose words are left."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

import docx
import html5lib
from docx.table import Table
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree import ElementTree as ET

    from docx.document import Document as Word

MARK: Final = "[Ours:"
BOX: Final = re.compile(r"\[Ours: U\+([0-9A-F]{4,6})\]")
BLOCKS: Final = frozenset(
    ("p", "li", "th", "td", "caption", "title", "desc", "text", "a", "h1", "h2", "h3", "h4", "h5")
)


class Line(NamedTuple):
    """A line without any formatting, and the head of the column it stands in (empty for none)."""

    text: str
    head: str = ""

    @property
    def is_ours(self) -> bool:
        """Whether the whole line is ours, by its own words or those of its column."""
        return self.text.startswith("Ours:") or self.head.startswith("Ours:")


def without_marks(text: str) -> str:
    """Return a line without what stands in ``[Ours: …]``, whose brackets pair."""
    kept, depth, at = "", 0, 0
    while at < len(text):
        if depth == 0 and text.startswith(MARK, at):
            depth, at = 1, at + 1
        elif depth:
            depth += (text[at] == "[") - (text[at] == "]")
            at += 1
        else:
            kept += text[at]
            at += 1
    assert depth == 0, f"a mark is not closed: {text!r}"
    return kept


def restored(text: str) -> str:
    """Return a line of the source's as the source has it: numbers are characters again, marks are gone."""
    return without_marks(BOX.sub(lambda match: chr(int(match[1], 16)), text))


def html_tree(content: bytes) -> ET.Element:
    """Return a web page as a tree; whatever is no valid HTML is an error."""
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
    tree: ET.Element = parser.parse(content.decode())
    return tree


def local(element: ET.Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def all_text(element: ET.Element) -> str:
    """Return the text of an element and of all within it."""
    return "".join(element.itertext())


def html(content: bytes) -> list[Line]:
    """Return the lines of a web page's body."""
    body = html_tree(content).find("body")
    assert body is not None
    return list(_html_lines(body, []))


def _html_lines(element: ET.Element, heads: list[str]) -> Iterator[Line]:
    if local(element) == "table":
        heads = [all_text(head) for head in element.iterfind("thead/tr/th")]
    for number, child in enumerate(element):
        name = local(child)
        if name == "tr" and not heads:  # a name of ours and what it names
            yield Line(" ".join(map(all_text, child)))
        elif name in {"th", "td"} and heads and local(element) == "tr":
            yield Line(all_text(child), heads[number] if all_text(child) != heads[number] else "")
        elif name == "svg":  # its title says in words that it is ours
            assert all_text(child[0]).startswith("Ours:")
            yield from (Line(all_text(one), "Ours:") for one in child.iter() if local(one) in {"title", "desc", "text"})
        elif name in BLOCKS and not any(local(one) in {"p", "ul", "li"} for one in child.iter() if one is not child):
            yield Line(all_text(child))
        elif name == "li":
            yield Line((child.text or "") + "".join(all_text(one) for one in child if local(one) != "ul"))
            yield from (line for one in child if local(one) == "ul" for line in _html_lines(one, heads))
        else:
            yield from _html_lines(child, heads)


def word(content: bytes) -> Word:
    """Return a Word document."""
    return docx.Document(BytesIO(content))


def docx_lines(content: bytes) -> list[Line]:
    """Return the lines of a Word document, those at the head and foot of its pages too."""
    document = word(content)
    section = document.sections[0]
    lines = [Line(paragraph.text) for paragraph in (*section.header.paragraphs, *section.footer.paragraphs)]
    for part in document.iter_inner_content():
        if not isinstance(part, Table):
            lines.append(Line(part.text))
            continue
        heads = [cell.text for cell in part.rows[0].cells] if part.rows[0].cells[0].text.startswith(MARK) else []
        for row in part.rows:
            texts = [cell.text for cell in row.cells]
            if not heads:  # a name of ours and what it names
                lines.append(Line(" ".join(texts)))
                continue
            lines += [Line(text, head if text != head else "") for text, head in zip(texts, heads, strict=True)]
    return [line for line in lines if line.text]


def markdown(content: bytes) -> list[Line]:
    """Return the lines of a CommonMark file."""
    tokens = MarkdownIt("commonmark").parse(content.decode())
    texts = []
    for token in tokens:
        assert token.type not in {"html_block", "code_block", "fence", "hr"}, token
        if token.type == "inline":
            kinds = {"hardbreak": "\n", "softbreak": "\n", "link_open": "", "link_close": ""}
            children = token.children or []
            assert {child.type for child in children} <= {"text", "text_special", *kinds}, children
            texts.append("".join(kinds.get(child.type, child.content) for child in children))
    return [Line(line) for text in texts for line in text.split("\n")]


def plain(content: bytes) -> list[Line]:
    """Return the lines of a plain text."""
    return [
        Line(line.removeprefix("    ") if line.startswith("    Ours:") else line)
        for line in content.decode().split("\n")
    ]


READERS: Final[dict[str, Callable[[bytes], list[Line]]]] = {
    "html": html,
    "docx": docx_lines,
    "md": markdown,
    "txt": plain,
}
"""What strips each format; one that is set as pages joins here with what its pages read as."""
