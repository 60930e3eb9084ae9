"""Where things stand in a row, reckoned from the fonts at the reader's text size and the width of the list."""

from __future__ import annotations

from enum import Enum
from math import ceil, sqrt
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
WIDE_TEXT: Final = 12.0
STACKED_TEXT: Final = 8.5
"""Least widths of the text, in sizes of its font, beside the date and below it."""


class Form(Enum):
    """How a row is laid out.

    WIDE: date and, under it, topic beside the text. STACKED: date, topic and marks in a line above the text.
    TALL: the date in a line of its own above that of topic and marks; the narrowest have no year column either.
    """

    WIDE = 0
    STACKED = 1
    TALL = 2


class Metrics(msgspec.Struct, frozen=True):
    """The places of a row's zones, in pixels from the row's leading top corner.

    Attributes:
        form: how the row is laid out.
        is_mirrored: whether rows read from right to left.
        width: of the whole row.
        height: of the row.
        year_x, year_width: the year column, 0 wide where there is none; the date then stands with its year.
        spine_x: the middle of the spine.
        ring: radius of the mark.
        date_x, date_width: the printed date.
        date_baseline, topic_baseline: of the date and of the topic's name.
        marks_baseline: of the first mark.
        text_x, text_end: where the source's words begin and must end.
        text_baselines: of their two lines.
    """

    form: Form
    is_mirrored: bool
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
    """What the fonts say, in pixels.

    Attributes:
        year: the widest year.
        date: the widest of dates and topics, within bounds.
        caption: the widest of date, topics and marks in one line.
        entry: size of the font of the source's words.
        label: size of the font of ours.
    """

    year: float
    date: float
    caption: float
    entry: float
    label: float

    @property
    def line(self) -> float:
        """The distance of two lines of the source's words."""
        return round(self.entry * LINE)

    @property
    def caption_line(self) -> float:
        """The distance of two lines of ours."""
        return round(self.label * 1.5)

    @property
    def ring(self) -> float:
        """The radius of a mark, which grows less than the text."""
        return max(4.0, round(3.6 * sqrt(self.label)) / 2)


def sizes(theme: Theme, years: Iterable[str], captions: Iterable[tuple[str, str, str]]) -> Sizes:
    """Measure samples of what the columns hold; a year takes up to 5 sizes of its font, a date 4 to 9.

    Args:
        theme: whose fonts are used.
        years: what stands in the year column.
        captions: date, topics and marks of some rows.
    """
    label = theme.font(Role.LABEL)
    of_date = QFontMetricsF(label).horizontalAdvance
    of_small = QFontMetricsF(theme.font(Role.SMALL)).horizontalAdvance
    of_year = QFontMetricsF(theme.font(Role.STRONG)).horizontalAdvance
    size = float(QFontInfo(label).pixelSize())
    widths = [(min(of_date(date), 9 * size), of_small(topics), of_small(marks)) for date, topics, marks in captions]
    date = max((max(width[:2]) for width in widths), default=0.0)
    return Sizes(
        year=ceil(min(max(map(of_year, ("2005", *years))), 5 * size)),
        date=ceil(min(max(date, 4 * size), 9 * size)),
        caption=max(map(sum, widths), default=0.0) + 2 * PAD,
        entry=float(QFontInfo(theme.font(Role.ENTRY)).pixelSize()),
        label=size,
    )


def measure(size: Sizes, width: int, *, is_mirrored: bool) -> Metrics:
    """Return the places of the first form in which text and caption have room at ``width``."""
    least = STACKED_TEXT * size.entry
    beside = _beside(size, width, is_mirrored=is_mirrored)
    if beside.text_end - beside.text_x >= WIDE_TEXT * size.entry:
        return beside
    below = _below(size, width, is_mirrored=is_mirrored)
    return below if below.date_width >= least else _narrow(size, width, is_mirrored=is_mirrored)


def _beside(size: Sizes, width: int, *, is_mirrored: bool) -> Metrics:
    """Place the text beside the date, on the same baselines as date and topic."""
    spine = SIDE + size.year + 3.5 * GRID + size.ring
    date_x = spine + size.ring + 4 * GRID
    first = PAD + 0.8 * size.line
    return Metrics(
        form=Form.WIDE,
        is_mirrored=is_mirrored,
        width=width,
        height=_on_grid(2 * PAD + 2 * size.line),
        year_x=SIDE,
        year_width=size.year,
        spine_x=spine,
        ring=size.ring,
        date_x=date_x,
        date_width=size.date,
        date_baseline=first,
        topic_baseline=first + size.line,
        marks_baseline=first,
        text_x=date_x + size.date + 4 * GRID,
        text_end=width - SIDE,
        text_baselines=(first, first + size.line),
    )


def _below(size: Sizes, width: int, *, is_mirrored: bool) -> Metrics:
    """Place the text below date, topic and marks: these in one line where they fit, else in two."""
    spine = SIDE + size.year + 2 * GRID + size.ring
    date_x = spine + size.ring + 3 * GRID
    date_width = max(0.0, width - SIDE - date_x)
    first = PAD + 0.8 * size.caption_line
    is_one_line = date_width >= size.caption
    topic = first if is_one_line else first + size.caption_line
    text = topic + 0.2 * size.caption_line + 0.8 * size.line
    return Metrics(
        form=Form.STACKED if is_one_line else Form.TALL,
        is_mirrored=is_mirrored,
        width=width,
        height=_on_grid(text + 1.2 * size.line + PAD),
        year_x=SIDE,
        year_width=size.year,
        spine_x=spine,
        ring=size.ring,
        date_x=date_x,
        date_width=date_width,
        date_baseline=first,
        topic_baseline=topic,
        marks_baseline=topic,
        text_x=date_x,
        text_end=width - SIDE,
        text_baselines=(text, text + size.line),
    )


def _narrow(size: Sizes, width: int, *, is_mirrored: bool) -> Metrics:
    """Place the text below two lines of ours, without a year column."""
    below = _below(size, 0, is_mirrored=is_mirrored)
    spine = PAD + size.ring
    date_x = spine + size.ring + PAD
    return msgspec.structs.replace(
        below,
        width=width,
        year_width=0.0,
        spine_x=spine,
        date_x=date_x,
        date_width=max(0.0, width - PAD - date_x),
        text_x=date_x,
        text_end=width - PAD,
    )


def _on_grid(height: float) -> int:
    return ceil(height / GRID) * GRID
