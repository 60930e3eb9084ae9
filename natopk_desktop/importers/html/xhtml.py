"""XHTML made readable by the rules of HTML, which know neither empty elements nor marked sections."""

from __future__ import annotations

import re
from html import escape
from typing import Final

BEGINNING: Final = 600
"""Characters at the start in which a page says that it is XHTML."""

IS_XHTML: Final = re.compile(r"\s*<\?xml\b|.{0,500}<!DOCTYPE[^>]*\bXHTML\b", re.IGNORECASE | re.DOTALL)
IS_XML: Final = re.compile(r"\s*<\?xml\b")
# An HTML parser takes these for opened: a script would swallow the page, a mark for a jump make a link of the rest.
TAG: Final = re.compile(r"<(script|style|title|textarea|iframe|noscript|a)(?:\s[^<>]*+)?+/?>", re.IGNORECASE)
SECTION: Final = re.compile(
    r"(<(script|style)\b(?:[^<]++|<(?!/\2))*)|<!\[CDATA\[((?:[^\]]++|\](?!\]>))*)(?:\]\]>)?", re.IGNORECASE
)


def as_html(markup: str) -> str:
    """Return mark-up with the empty elements that matter closed, and the text of marked sections as text.

    Anything but XHTML comes back as it is.
    """
    if not IS_XHTML.match(markup[:BEGINNING]):
        return markup
    closed = TAG.sub(_closed, markup)
    if "<![CDATA[" not in closed or not IS_XML.match(closed):
        return closed
    return SECTION.sub(lambda found: found[1] or escape(found[3] or "", quote=False), closed)


def _closed(tag: re.Match[str]) -> str:
    return f"{tag[0][:-2]}></{tag[1]}>" if tag[0].endswith("/>") else tag[0]
