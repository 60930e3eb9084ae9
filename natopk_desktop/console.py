"""Sentences on standard error: for people, so that a closed or full one changes nothing of what was done."""

from __future__ import annotations

import sys
from contextlib import suppress


def say(words: str) -> None:
    """Write lines to standard error, as safe as a terminal needs them; where nobody can read them, do nothing.

    Characters that a terminal would obey, or that reorder a line, are replaced.
    """
    if sys.stderr is None:
        return
    from natopk_desktop.plain import one_line  # late: most starts have nothing to say

    with suppress(OSError, ValueError):
        sys.stderr.write("".join(f"{_indent(line)}{one_line(line.lstrip())}\n" for line in words.split("\n")))
        sys.stderr.flush()


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]
