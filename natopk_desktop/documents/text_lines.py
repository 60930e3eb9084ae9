"""How many lines a text takes in a column, reckoned from the widths of letters without setting it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

SERIF: Final = (
    233, 289, 356, 526, 500, 880, 720, 183, 339, 339, 439, 530, 300, 312, 300, 330, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 300, 300, 530, 530, 530, 416, 835, 664, 629, 631, 710, 603, 579, 682, 788, 371, 374, 667, 596, 902,
    735, 707, 589, 707, 651, 512, 604, 727, 674, 962, 648, 633, 551, 320, 330, 320, 531, 512, 400, 509, 577, 488, 567,
    510, 354, 518, 601, 298, 277, 547, 298, 901, 606, 549, 583, 557, 423, 434, 325, 583, 505, 764, 526, 512, 456, 344,
    291, 344, 530,
)  # fmt: skip
"""Widths of the letters from the blank to the tilde in Source Serif 4, in thousandths of their size."""

SANS: Final = (
    281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610, 618, 646, 593, 620,
    566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269, 571, 672, 565, 903,
    753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612,
    583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426,
    333, 426, 662,
)  # fmt: skip
"""The same in Inter."""

KERNED: Final = 1.012
"""By how much more fits a line than the widths of its letters say, since some pairs of letters stand closer."""

OTHERS: Final = 520
"""Width of a letter that is not in the tables."""

QUOTES: Final = {"’": 215, "‘": 215}
"""Widths of the letters beyond the tables that matter most."""

UNBROKEN: Final = re.compile(r"[^\s-]+-*\s*|-+\s*|\s+")
"""What stands on one line: a word with the blanks behind it, or a part of one up to a hyphen."""


class _Widths(dict[str, int]):
    """Letter to width in thousandths of its size."""

    def __missing__(self, letter: str) -> int:
        return OTHERS


def _widths(table: tuple[int, ...]) -> _Widths:
    return _Widths(zip(map(chr, range(32, 127)), table, strict=True), **QUOTES)


WIDTHS: Final = {False: _widths(SERIF), True: _widths(SANS)}
"""The widths by whether the letters are those of Inter."""


def width(text: str, *, sans: bool = False) -> int:
    """Return the width of a text in thousandths of its size."""
    return sum(map(WIDTHS[sans].__getitem__, text))


@lru_cache(maxsize=512)
def lines(text: str, size: float, column: float, *, sans: bool = False) -> int:
    """Return how many lines a text takes.

    Args:
        text: the text.
        size: of its letters, in points.
        column: the width of its column, in points.
        sans: whether it is set in Inter.
    """
    room = column * 1000 / size * KERNED
    count, at = 1, 0
    for word in UNBROKEN.findall(text):
        letters = word.rstrip()
        wide = width(letters, sans=sans)
        if at and at + wide > room:
            count, at = count + 1, 0
        while wide > room:
            count, wide = count + 1, wide - int(room)
        at += wide + width(word[len(letters) :], sans=sans)
    return count
