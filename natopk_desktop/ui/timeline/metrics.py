"""Where things stand in a row, reckoned from the fonts at the reader's text size and the width of the list."""

from __future__ import annotations

from enum import Enum
from math import ceil
from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtGui import QFontInfo, QFontMetricsF

from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from natopk_desktop.ui.theme import Theme

LINE: Final = 1.25
"""Distance of two baselines of the source's words, in sizes of their font."""
SIDE: Final = 4 * GRID
PAD: Final = 2 * GRID
WIDE_TEXT: Final = 11.0
STACKED_TEXT: Final = 8.5
"""Least widths of the text, in sizes of its font, that each form needs."""


class Form(Enum):
    """How a row is laid out: date beside the text; date above it; or date, then topic above it, and no year column."""

    WIDE = 0
    STACKED = 1
    COMPACT = 2


class Metrics(msgspec.Struct, frozen=True):
    """The places of a row's zones, in pixels from the row's leading top corner.

    Attributes:
        form: how the row is laid out.
        width: of the whole row.
        height: of the row.
        year_x, year_width: the year column; without width in the compact form.
        spine_x: the middle of the spine.
        ring: radius of the mark.
        date_x, date_width: the printed date.
        date_baseline, topic_baseline: of the date and of the topic's name.
        marks_baseline: of the first mark.
        text_x, text_end: where the source's words begin and must end.
        text_baselines: of their two lines.
    """

    form: Form
    width: int
    height: int
    year_x: float
    year_width: float
    spine_x: float
    ring: float
    date_x: float
    date_width: float
    date_baseline: float
    topic_baseline: float
    marks_baseline: float
    text_x: float
    text_end: float
    text_baselines: tuple[float, float]


class Sizes(msgspec.Struct, frozen=True):
    """What the fonts say: the widest year, date and topic, and the sizes of the source's words and of ours."""

    year: float
    date: float
    entry: float
    label: float

    @property
    def line(self) -> float:
        """The distance of two lines of the source's words."""
        return round(self.entry * LINE)

    @property
    def caption(self) -> float:
        """The distance of two lines of ours."""
        return round(self.label * 1.5)

    @property
    def ring(self) -> float:
        """The radius of a mark."""
        return max(4.0, round(self.label) / 2)


def sizes(theme: Theme, shown_dates: Iterable[str], topics: Iterable[str], years: Iterable[str]) -> Sizes:
    """Measure samples of what the columns hold; a year takes up to 5 sizes of its font, a date 4 to 9."""
    label = theme.font(Role.LABEL)
    label_metrics = QFontMetricsF(label)
    small = QFontMetricsF(theme.font(Role.SMALL))
    strong = QFontMetricsF(theme.font(Role.STRONG))
    size = float(QFontInfo(label).pixelSize())
    widest = max(
        max((label_metrics.horizontalAdvance(text) for text in shown_dates), default=0.0),
        max((small.horizontalAdvance(text) for text in topics), default=0.0),
    )
    widest_year = max(strong.horizontalAdvance(text) for text in ("2005", *years))
    return Sizes(
        ceil(min(widest_year, 5 * size)),
        ceil(min(max(widest, 4 * size), 9 * size)),
        float(QFontInfo(theme.font(Role.ENTRY)).pixelSize()),
        size,
    )


def measure(size: Sizes, width: int) -> Metrics:
    """Return the widest form's places in which the text has room at ``width``."""
    beside = _wide(size, width)
    if beside.text_end - beside.text_x >= WIDE_TEXT * size.entry:
        return beside
    above = _stacked(size, width)
    return above if above.text_end - above.text_x >= STACKED_TEXT * size.entry else _compact(size, width)


def _wide(size: Sizes, width: int) -> Metrics:
    spine = SIDE + size.year + 3.5 * GRID + size.ring
    date_x = spine + size.ring + 4 * GRID
    first = PAD + 0.8 * size.line
    return _place(
        Form.WIDE, size, width, spine, PAD + 2 * size.line,
        date=(date_x, size.date, first), topic=first + size.line,
        text=(date_x + size.date + 4 * GRID, first),
    )  # fmt: skip


def _stacked(size: Sizes, width: int) -> Metrics:
    spine = SIDE + size.year + 2 * GRID + size.ring
    date_x = spine + size.ring + 3 * GRID
    first = PAD + 0.8 * size.caption
    return _place(
        Form.STACKED, size, width, spine, PAD + size.caption + 2 * size.line,
        date=(date_x, width - SIDE - date_x, first), topic=first,
        text=(date_x, PAD + size.caption + 0.8 * size.line),
    )  # fmt: skip


def _compact(size: Sizes, width: int) -> Metrics:
    spine = PAD + size.ring
    date_x = spine + size.ring + 2 * GRID
    first = PAD + 0.8 * size.caption
    return _place(
        Form.COMPACT, size, width, spine, PAD + 2 * size.caption + 2 * size.line,
        date=(date_x, width - PAD - date_x, first), topic=first + size.caption,
        text=(date_x, PAD + 2 * size.caption + 0.8 * size.line),
    )  # fmt: skip


def _place(
    form: Form,
    size: Sizes,
    width: int,
    spine: float,
    bottom: float,
    *,
    date: tuple[float, float, float],
    topic: float,
    text: tuple[float, float],
) -> Metrics:
    """Put the places together; ``date`` is x, width and baseline, ``text`` x and first baseline."""
    return Metrics(
        form=form,
        width=width,
        height=ceil((bottom + PAD) / GRID) * GRID,
        year_x=SIDE,
        year_width=0.0 if form is Form.COMPACT else size.year,
        spine_x=spine,
        ring=size.ring,
        date_x=date[0],
        date_width=max(0.0, date[1]),
        date_baseline=date[2],
        topic_baseline=topic,
        marks_baseline=topic if form is Form.COMPACT else date[2],
        text_x=text[0],
        text_end=width - (PAD if form is Form.COMPACT else SIDE),
        text_baselines=(text[1], text[1] + size.line),
    )
