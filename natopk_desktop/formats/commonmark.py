"""CommonMark (https://spec.commonmark.org/0.31.2/): any text written so that it is read as those characters."""

from __future__ import annotations

import re
from typing import Final

INLINE: Final = re.compile(r"[\\`*_\[\]<>&#|~$]")
"""Signs that mean something anywhere in a line, in CommonMark or in a usual extension of it."""

LINE_START: Final = re.compile(r"[-+=:]|[0-9]{1,9}(?=[.)])")
"""What at the beginning of a line makes a list, a rule or an underlined heading of it."""

BLANKS: Final = "[\\s\ufeff]"
OUTER_BLANKS: Final = re.compile(f"^{BLANKS}+|{BLANKS}+$")
SAFE_ADDRESS: Final = re.compile(r"https?://[!#$&-;=?-Z_a-z~]+", re.IGNORECASE)
"""Addresses that every reader shows as they are written between < and >."""


def escaped(text: str, *, starts: bool = True, ends: bool = True, one_line: bool = False) -> str:
    """Return ``text`` as CommonMark that reads as those characters; a line end becomes a hard break.

    Args:
        text: the text, without control characters but tab and line feed.
        starts: whether it stands at the beginning of a line.
        ends: whether it stands at the end of a line.
        one_line: whether line ends are not possible where it goes, as in a heading.
    """
    inner = text.strip("\n")
    before = len(text) - len(text.lstrip("\n"))
    lines = [text] if one_line or not inner else inner.split("\n")
    last = len(lines) - 1
    told = [_line(line, starts=starts or at > 0 or before > 0, ends=ends or at < last) for at, line in enumerate(lines)]
    if one_line or not inner:
        return told[0].replace("\n", "&#10;")
    return "&#10;" * before + "\\\n".join(told) + "&#10;" * (len(text) - len(inner) - before)


def address(url: str) -> str:
    """Return an address as a link that shows it; where readers would show it otherwise, as mere text."""
    return f"<{url}>" if SAFE_ADDRESS.fullmatch(url) else escaped(url, starts=False, ends=False)


def _line(line: str, *, starts: bool, ends: bool) -> str:
    head = len(line) - len(line.lstrip("\ufeff \t" + _blanks(line))) if starts else 0
    tail = len(line.rstrip("\ufeff \t" + _blanks(line))) if ends else len(line)
    tail = max(tail, head)
    inner = INLINE.sub(r"\\\g<0>", line[head:tail])
    if starts and head == 0:
        inner = LINE_START.sub(_guarded, inner, count=1) if LINE_START.match(inner) else inner
    return _numbers(line[:head]) + inner + _numbers(line[tail:])


def _blanks(line: str) -> str:
    """Return the blanks of any kind that ``line`` begins or ends with, which readers take away."""
    return "".join(match[0] for match in OUTER_BLANKS.finditer(line))


def _guarded(match: re.Match[str]) -> str:
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"


def _numbers(blanks: str) -> str:
    return "".join(f"&#{ord(blank)};" for blank in blanks)
