"""The words of the rows in sight, laid out once and kept while fonts, width, rows and matches stay."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QTextCharFormat, QTextLayout

from natopk_desktop.ui.theme import GRID, Role
from natopk_desktop.ui.timeline import entries, metrics
from natopk_desktop.ui.timeline.entries import Entry
from natopk_desktop.ui.timeline.matches import in_units
from natopk_desktop.ui.timeline.metrics import Form
from natopk_desktop.ui.timeline.text_lines import Marked, one_line, two_lines

if TYPE_CHECKING:
    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.ui.theme import Theme
    from natopk_desktop.ui.timeline.metrics import Metrics, Sizes
    from natopk_desktop.ui.timeline.model import TimelineModel

KEPT_ROWS: Final = 256
"""Several screenfuls."""
SAMPLE: Final = 64
"""Rows whose dates decide the width of the date column."""

Marks = tuple[tuple[str, float], ...]
"""Texts of marks with their widths."""


class RowLayout(NamedTuple):
    """A row's words laid out: its entry, printed date, topics' names, marks, and the lines of its text with widths."""

    entry: Entry
    date: QTextLayout
    topics: str
    marks: Marks
    text: tuple[tuple[QTextLayout, float], ...]


class RowLayouts:
    """Lays out rows of ``model`` for one width and keeps the last few hundred."""

    def __init__(self, model: TimelineModel, theme: Theme) -> None:
        """Lay out nothing yet."""
        self._model = model
        self._theme = theme
        self._sizes: Sizes | None = None
        self._places: Metrics | None = None
        self._kept: OrderedDict[int, RowLayout] = OrderedDict()

    def forget_fonts(self) -> None:
        """Measure and lay out anew: fonts or colours are others."""
        self._sizes = self._places = None
        self._kept.clear()

    def forget_rows(self) -> None:
        """Lay out anew: rows or their matches are others."""
        self._kept.clear()

    def places(self, width: int) -> Metrics:
        """Return where things stand in a row ``width`` pixels wide; rows are laid out for it from now on."""
        if self._places is None or self._places.width != width:
            if self._sizes is None:
                self._sizes = self._measure_samples()
            self._places = metrics.measure(self._sizes, width)
            self._kept.clear()
        return self._places

    def row(self, position: int, places: Metrics) -> RowLayout:
        """Return the row at ``position`` laid out, from what is kept where it can."""
        kept = self._kept.get(position)
        if kept is None:
            kept = self._kept[position] = self._lay_out(position, places)
            if len(self._kept) > KEPT_ROWS:
                self._kept.popitem(last=False)
        return kept

    def _measure_samples(self) -> Sizes:
        dossier = self._model.reading.dossier
        shown, years = [entries.tr("no date")], []
        for row in range(min(SAMPLE, len(dossier.milestones))):
            entry = entries.make(dossier, row, None)
            shown.append(entry.shown_date)
            years.append(entry.year)
        return metrics.sizes(self._theme, shown, [topic.name for topic in dossier.head.topics], years)

    def _lay_out(self, position: int, places: Metrics) -> RowLayout:
        entry = self._model.entry(position)
        hits = self._model.matches(entry.row)
        marks = self._marks(entry, places)
        date = self._date(entry, places, marks, hits)
        return RowLayout(
            entry, date, self._topics(entry, places, marks, date), marks, self._text(entry, places, marks, hits)
        )

    def _marks(self, entry: Entry, places: Metrics) -> Marks:
        """Return the marks: one in each line beside the text, or all in one line above it."""
        texts = entries.marks(entry)
        if places.form is not Form.WIDE and texts:
            texts = (" · ".join(texts),)
        advance = QFontMetricsF(self._theme.font(Role.SMALL)).horizontalAdvance
        return tuple((text, advance(text)) for text in texts)

    def _date(self, entry: Entry, places: Metrics, marks: Marks, hits: list[Span]) -> QTextLayout:
        if not entry.printed:
            ours = Marked(entries.tr("no date"), (), QTextCharFormat())
            return one_line(ours, self._theme.font(Role.UNDATED), places.date_width)
        words = entry.printed if places.form is Form.COMPACT else entry.shown_date
        pieces = self._model.reading.dossier.milestones.printed.spans(entry.row)
        width = places.date_width - (_taken(marks) if places.form is Form.STACKED else 0)
        return one_line(self._marked(words, pieces, hits), self._theme.font(Role.LABEL), max(0.0, width))

    def _topics(self, entry: Entry, places: Metrics, marks: Marks, date: QTextLayout) -> str:
        width = places.date_width
        if places.form is not Form.WIDE:
            width -= _taken(marks)
        if places.form is Form.STACKED:
            width -= advance_of(date) + 2 * GRID
        names = entries.topic_names(self._model.reading.dossier, entry)
        fonts = QFontMetricsF(self._theme.font(Role.SMALL))
        return fonts.elidedText(names, Qt.TextElideMode.ElideRight, max(0.0, width))

    def _text(
        self, entry: Entry, places: Metrics, marks: Marks, hits: list[Span]
    ) -> tuple[tuple[QTextLayout, float], ...]:
        pieces = self._model.reading.dossier.milestones.text.spans(entry.row)
        widths = _text_widths(places, marks)
        lines = two_lines(self._marked(entry.text, pieces, hits), self._theme.font(Role.ENTRY), widths)
        return tuple(zip(lines, widths, strict=False))

    def _marked(self, words: str, pieces: tuple[Span, ...], hits: list[Span]) -> Marked:
        style = QTextCharFormat()
        style.setBackground(QColor(self._theme.colours.marked))
        style.setForeground(QColor(self._theme.colours.ink))
        return Marked(words, in_units(words, pieces, hits) if hits else (), style)


def advance_of(layout: QTextLayout) -> float:
    """Return how wide the words of a line are."""
    line = layout.lineAt(0)
    return line.naturalTextWidth() if line.isValid() else 0.0


def _taken(marks: Marks) -> float:
    """Return what marks take of the line they share with others, the gap before them included."""
    return marks[0][1] + 2 * GRID if marks else 0.0


def _text_widths(places: Metrics, marks: Marks) -> tuple[float, float]:
    """Return the widths of the text's two lines, each beside the mark in it."""
    width = places.text_end - places.text_x
    beside = [mark[1] + 3 * GRID for mark in marks] if places.form is Form.WIDE else []
    first, second, *_ = (*beside, 0.0, 0.0)
    return max(1.0, width - first), max(1.0, width - second)
