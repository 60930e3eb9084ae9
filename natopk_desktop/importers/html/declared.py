"""The character encoding that a page's own mark-up declares."""

from __future__ import annotations

import re
from typing import Final

HEAD: Final = 8192
"""Bytes looked at; browsers look at the first 1024, but saved pages carry long comments there."""

COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
XML: Final = re.compile(rb"""^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']""")
META: Final = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


def label(raw: bytes) -> str | None:
    """Return the encoding's name as the page's ``meta`` element, or its XML declaration, has it; None without one."""
    head = COMMENT.sub(b"", raw[:HEAD])
    found = XML.search(head) or META.search(head)
    return found[1].decode("ascii") if found else None
