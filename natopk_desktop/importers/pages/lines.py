"""The lines of a text, without the white space around their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


class Line(NamedTuple):
    """A line with words.

    Attributes:
        start: its first character that is not white space.
        end: after its last one.
        indent: code points of white space before it.
        gap: blank lines before it.
    """

    start: int
    end: int
    indent: int
    gap: int


def lines_of(text: str, start: int, end: int) -> Iterator[Line]:
    """Yield the lines of ``text[start:end]`` that have words. Lines end at CR LF, CR or LF."""
    gap = 0
    at = start
    while at < end:
        match = _LINE.match(text, at, end)
        if match is None or match.end() == at:
            return
        words = match.group(1).strip()
        if words:
            indent = len(match.group(1)) - len(match.group(1).lstrip())
            yield Line(at + indent, at + indent + len(words), indent, gap)
            gap = 0
        else:
            gap += 1
        at = match.end()
