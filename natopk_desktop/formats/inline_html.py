"""The words of a field in which a program reads HTML, as a reader of that program sees them.

Only marks that change how words look are taken away. Where a field holds anything else (a picture, a script, a frame),
nothing of it is read as HTML: all of it stands as the characters it is written in.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

INLINE: Final = frozenset((
    "a", "abbr", "acronym", "b", "big", "bdi", "bdo", "cite", "code", "dfn", "del", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
))  # fmt: skip
"""Elements that stand within a line."""
LINES: Final = frozenset((
    "blockquote", "br", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol",
    "p", "pre", "ul",
))  # fmt: skip
"""Elements that begin and end lines."""

TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*)?)/?>")
TAG_LIKE: Final = re.compile(r"<[a-zA-Z/!?]")
LIVE: Final = re.compile(
    r"\bon[a-z]+\s*=|\b(?:javascript|vbscript|data|file)\s*:|\bstyle\s*=[^>]*\burl\s*\(", re.IGNORECASE
)
"""What makes more of a harmless element than its look: such a field is shown as it is written."""
LONGEST_TAG: Final = 2_000
"""Characters of a tag that is looked through for what is live in it."""
TOO_LONG: Final = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{8,});?")
"""References to characters that cannot exist, which Python would reckon with digit for digit."""
MANY_LINES: Final = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")


def words(markup: str) -> str:
    """Return the words of ``markup``: marks of look gone, references such as ``&amp;`` as the characters they name."""
    if "<" not in markup:
        return _unescaped(markup) if "&" in markup else markup
    if markup.startswith("<p>") and markup.endswith("</p>"):
        inner = markup[3:-4]
        if "<" not in inner:  # the usual thing
            return (_unescaped(inner) if "&" in inner else inner).strip("\n")
    if TAG_LIKE.search(markup) is None:
        return _unescaped(markup)
    if not _is_harmless(markup):
        return markup
    bare = TAG.sub(lambda tag: "\n" if tag[2].lower() in LINES else "", markup)
    return MANY_LINES.sub("\n\n", _unescaped(bare)).strip("\n")


def _unescaped(text: str) -> str:
    """Return text with the characters that its references name; one that cannot be is U+FFFD, as in HTML."""
    return unescape(TOO_LONG.sub("\N{REPLACEMENT CHARACTER}", text))


def _is_harmless(markup: str) -> bool:
    """Tell whether every tag of ``markup`` is whole and one of look alone."""
    count = 0
    for tag in TAG.finditer(markup):
        name = tag[2].lower()
        if (name not in INLINE and name not in LINES) or len(tag[3]) > LONGEST_TAG or LIVE.search(tag[3]):
            return False
        count += 1
    return count == sum(1 for _ in TAG_LIKE.finditer(markup))
