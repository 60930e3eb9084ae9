"""The source's words laid out in a line or two, elided at the end, with matches marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from natopk_desktop.ui.timeline.matches import code_points, units

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

ELLIPSIS: Final = "…"
LEAST_KEPT: Final = 400
"""Characters that are laid out at least; of a longer text only as many as could stand in the lines."""

AS_BLANK: Final = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"), " ")
"""Characters that would break the line or leave a box are drawn as a blank, one for one; copies keep them."""

FIRST_RTL: Final = "\u0590"
"""Characters before this one run from left to right, or have no direction."""


class Marked(NamedTuple):
    """A text with the places to mark in it, as start and length in UTF-16 units, and how."""

    text: str
    places: Sequence[tuple[int, int]]
    style: QTextCharFormat


def runs_right_to_left(text: str) -> bool:
    """Tell whether a paragraph of ``text`` runs from right to left, by its first letter with a direction."""
    if text.isascii() or max(text) < FIRST_RTL:
        return False
    # Only for texts of which some letters may run so: the table is big.
    from unicodedata import bidirectional

    kind = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return kind != "L"


def one_line(marked: Marked, font: QFont, width: float) -> QTextLayout:
    """Lay out ``marked`` in a line of ``width``, elided at its end; (0, 0) is the start of its baseline."""
    text, is_rtl = marked.text.translate(AS_BLANK), runs_right_to_left(marked.text)
    return _line(Marked(_elided(text, font, width), marked.places, marked.style), font, width, is_rtl=is_rtl)


def two_lines(marked: Marked, font: QFont, widths: tuple[float, float]) -> list[QTextLayout]:
    """Lay out ``marked`` in at most two lines of ``widths``, the second elided at its end.

    Lines break where Qt may break a paragraph, never at a no-break space. (0, 0) of each is the start of its
    baseline; a text that runs from right to left ends at the line's right.
    """
    kept = max(LEAST_KEPT, int(sum(widths)))
    text = marked.text[:kept].translate(AS_BLANK)
    is_cut = kept < len(marked.text)
    is_rtl = runs_right_to_left(text)
    at = _break(text, font, widths[0])
    first = _line(Marked(text[:at].rstrip(" "), marked.places, marked.style), font, widths[0], is_rtl=is_rtl)
    rest = text[at:]
    if not rest:
        return [first]
    start = units(text, at)
    places = [(begin - start, length) for begin, length in marked.places]
    shown = _elided(rest + (ELLIPSIS if is_cut else ""), font, widths[1])
    return [first, _line(Marked(shown, places, marked.style), font, widths[1], is_rtl=is_rtl)]


def _break(text: str, font: QFont, width: float) -> int:
    """Return how many characters of ``text`` stand in a first line of ``width``."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    if not line.isValid():
        return len(text)
    line.setLineWidth(width)
    taken = line.textLength()
    layout.endLayout()
    return max(1, code_points(text, taken))


def _elided(text: str, font: QFont, width: float) -> str:
    """Return ``text`` cut so that it fits with an ellipsis, which directly follows a word."""
    fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
    return fitting if fitting == text else fitting.removesuffix(ELLIPSIS).rstrip(" ") + ELLIPSIS


def _line(marked: Marked, font: QFont, width: float, *, is_rtl: bool) -> QTextLayout:
    """Lay out what fits already; places to mark are cut to the text, the ellipsis left out."""
    layout = QTextLayout(marked.text, font)
    layout.setCacheEnabled(True)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft)
    option.setAlignment(option.alignment() | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.setFormats(_formats(marked))
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, -line.ascent()))
    layout.endLayout()
    return layout


def _formats(marked: Marked) -> list[QTextLayout.FormatRange]:
    if not marked.places:
        return []
    end = units(marked.text, len(marked.text)) - marked.text.endswith(ELLIPSIS)
    result = []
    for begin, length in marked.places:
        start, stop = max(0, begin), min(end, begin + length)
        if start < stop:
            place = QTextLayout.FormatRange()
            place.start, place.length, place.format = start, stop - start, marked.style
            result.append(place)
    return result
