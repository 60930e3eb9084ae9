"""Where a text too long for its share ends: after a whole sentence, else after a word, else anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

Reach = Callable[[str, float], int]
"""How many of a text's first code points take up a share of so many characters' width."""

SENTENCE_END: Final = re.compile(r"[.!?…。！？؟۔]+[\"'’”»)\]]*(?=\s)")
WORD_END: Final = re.compile(r"(?<=\S)(?=\s)")


def plain_reach(text: str, share: float) -> int:
    """Count every code point as one character wide."""
    return min(len(text), int(share))


def kept(text: str, share: float, reach: Reach = plain_reach) -> int:
    """Return how many of the first code points of ``text`` are kept: all where it is within its share.

    Args:
        text: the text.
        share: the room it may take, in widths of a usual character.
        reach: how far a share reaches.
    """
    limit = reach(text, share)
    if limit >= len(text):
        return len(text)
    for end in (SENTENCE_END, WORD_END):
        ends = [match.end() for match in end.finditer(text, 0, limit + 1) if match.end() <= limit]
        if ends:
            return ends[-1]
    return limit


def remark(count: int) -> str:
    """Return our remark on ``count`` characters left out: "[… 1 more character, ours]"."""
    return f"[… {count} more {'character' if count == 1 else 'characters'}, ours]"
