"""The words of the rows in sight, laid out once and kept while fonts, width, rows and matches stay."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QTextCharFormat, QTextLayout

from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.theme import GRID, Role
from natopk_desktop.ui.timeline import entries, metrics
from natopk_desktop.ui.timeline.entries import Entry
from natopk_desktop.ui.timeline.matches import in_units
from natopk_desktop.ui.timeline.metrics import Form
from natopk_desktop.ui.timeline.text_lines import Marked, one_line, runs_right_to_left, two_lines

if TYPE_CHECKING:
    from natopk_desktop.ui.theme import Theme
    from natopk_desktop.ui.timeline.metrics import Metrics, Sizes
    from natopk_desktop.ui.timeline.model import TimelineModel

KEPT_ROWS: Final = 256
"""Several screenfuls."""
SAMPLE: Final = 64
"""Rows, about, whose dates decide the width of the date column."""

BETWEEN: Final = " · "
"""Stands between two marks in a line."""

Marks = tuple[tuple[str, float], ...]
"""Texts of marks with their widths."""


class RowLayout(NamedTuple):
    """A row's words laid out: its entry, printed date, topics' names, marks, and the lines of its text with widths.

    ``hits`` are the matches that are marked in it.
    """

    hits: list[Span]
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
        self._unchecked: set[int] = set()

    def __len__(self) -> int:
        """Return how many rows are kept laid out."""
        return len(self._kept)

    def forget_fonts(self) -> None:
        """Measure and lay out anew: fonts or colours are others."""
        self._sizes = self._places = None
        self._kept.clear()

    def forget_rows(self) -> None:
        """Lay out anew: rows are others."""
        self._kept.clear()

    def check_matches(self) -> None:
        """Lay out anew where matches are others: most rows have none, before and after."""
        self._unchecked = set(self._kept)

    def places(self, width: int, *, is_mirrored: bool) -> Metrics:
        """Return where things stand in a row ``width`` pixels wide; rows are laid out for it from now on."""
        places = self._places
        if places is None or places.width != width or places.is_mirrored != is_mirrored:
            if self._sizes is None:
                self._sizes = self._measure_samples()
            places = self._places = metrics.measure(self._sizes, width, is_mirrored=is_mirrored)
            self._kept.clear()
        return places

    def row(self, position: int, places: Metrics) -> RowLayout:
        """Return the row at ``position`` laid out, from what is kept where it can."""
        kept = self._kept.get(position)
        if kept is not None and position in self._unchecked:
            self._unchecked.discard(position)
            if kept.hits != self._model.matches(kept.entry.row):
                kept = None
        if kept is None:
            kept = self._kept[position] = self._lay_out(position, places)
            if len(self._kept) > KEPT_ROWS:
                self._kept.popitem(last=False)
        return kept

    def _measure_samples(self) -> Sizes:
        """Measure what stands in the columns of a few rows from all parts of the dossier."""
        dossier = self._model.reading.dossier
        count = len(dossier.milestones)
        sample = [entries.make(dossier, row, None) for row in range(0, count, max(1, count // SAMPLE))]
        return metrics.sizes(
            self._theme,
            [entry.year for entry in sample],
            [
                (
                    entries.date_beside(entry),
                    entries.topic_names(dossier, entry),
                    BETWEEN.join(entries.marks(entry)),
                )
                for entry in sample
            ],
        )

    def _lay_out(self, position: int, places: Metrics) -> RowLayout:
        entry = self._model.entry(position)
        hits = self._model.matches(entry.row)
        marks = self._marks(entry, places)
        date = self._date(entry, places, marks, hits)
        topics, text = self._topics(entry, places, marks, date), self._text(entry, places, marks, hits)
        return RowLayout(hits, entry, date, topics, marks, text)

    def _marks(self, entry: Entry, places: Metrics) -> Marks:
        """Return the marks: one in each line beside the text, else in one line, where notes go before figures."""
        advance = QFontMetricsF(self._theme.font(Role.SMALL)).horizontalAdvance
        texts = entries.marks(entry)
        if places.form is not Form.WIDE and len(texts) > 1:
            joined = BETWEEN.join(texts)
            room = places.date_width - advance(entries.topic_names(self._model.reading.dossier, entry)) - 2 * GRID
            if places.form is Form.STACKED:
                shown = entries.date_beside(entry)
                room -= QFontMetricsF(self._theme.font(Role.LABEL)).horizontalAdvance(shown) + 2 * GRID
            texts = (joined if advance(joined) <= room else texts[-1],)
        return tuple((text, advance(text)) for text in texts)

    def _date(self, entry: Entry, places: Metrics, marks: Marks, hits: list[Span]) -> QTextLayout:
        if not entry.printed:
            ours = Marked(entries.tr("no date"), (), QTextCharFormat())
            return one_line(ours, self._theme.font(Role.UNDATED), places.date_width)
        words = entry.shown_date if places.year_width else entry.printed
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
        if runs_right_to_left(entry.text) != places.is_mirrored:
            # Its lines begin at the side of the marks, so they must begin at the same place.
            widths = (min(widths), min(widths))
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
