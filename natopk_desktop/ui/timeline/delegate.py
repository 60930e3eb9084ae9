"""Paints one row of the list, zone by zone; all it shows comes from the model, all colours from the theme."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from math import pi
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate

from natopk_desktop.ui.painting import fill
from natopk_desktop.ui.theme import GRID, Role
from natopk_desktop.ui.timeline import entries
from natopk_desktop.ui.timeline.metrics import Form, Metrics
from natopk_desktop.ui.timeline.row_layouts import RowLayout, RowLayouts, advance_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from natopk_desktop.ui.theme import Theme
    from natopk_desktop.ui.timeline.model import TimelineModel

DASHES = 8
"""Of a dashed ring, with as many gaps."""


Place = tuple[QPainter, QRect, Metrics]
"""A painter, the row's rectangle and the places in it."""


class Drawing(NamedTuple):
    """What a zone paints with: where the row is, how it is laid out, and its ground (another where it is chosen)."""

    painter: QPainter
    rect: QRect
    places: Metrics
    row: RowLayout
    ground: QColor
    is_chosen: bool


class TimelineDelegate(QStyledItemDelegate):
    """Paints the rows of a ``TimelineModel`` for ``view``."""

    def __init__(self, model: TimelineModel, theme: Theme, view: QAbstractItemView) -> None:
        """Paint for ``view``, which also is the parent."""
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._has_failed = False
        self.layouts = RowLayouts(model, theme)

    def places(self) -> Metrics:
        """Return where things stand in a row at the view's width."""
        is_mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.layouts.places(self._view.viewport().width(), is_mirrored=is_mirrored)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is as high as all others, and as wide as the view."""
        return QSize(1, self.places().height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row; where that fails the row says so, and the handler of unforeseen errors is told once."""
        try:
            self._paint_row(painter, option.rect, index.row())
        except Exception:  # noqa: BLE001  # raised through Qt it would be lost, and the row left blank
            self._paint_error(painter, option.rect)
            if not self._has_failed:
                self._has_failed = True
                sys.excepthook(*sys.exc_info())

    def paint_floating_year(self, painter: QPainter, year: str, pushed: int) -> None:
        """Paint the year of the topmost row at the view's top, ``pushed`` pixels up by the next year."""
        places = self.places()
        self._paint_year(painter, QRect(0, -pushed, places.width, places.height), places, year)

    def _paint_row(self, painter: QPainter, rect: QRect, position: int) -> None:
        # Asked of the view: ``option.state`` would have PySide make all enums of QStyle, 5 ms before a first paint.
        is_current = position == self._view.currentIndex().row()
        # Qt makes a row the current one as soon as the list has the keyboard, though none of them may be chosen.
        is_chosen = is_current and self._view.selectionModel().hasSelection()
        colours = self._theme.colours
        ground = QColor(colours.selection if is_chosen else colours.ground)
        places = self.places()
        drawing = Drawing(painter, rect, places, self.layouts.row(position, places), ground, is_chosen)
        fill(painter, rect, ground)
        for zone in (self._paint_spine, self._paint_date, self._paint_topics, self._paint_marks, self._paint_text):
            with _kept(painter):
                zone(drawing)
        entry = drawing.row.entry
        if entry.opens_year and rect.top() > 0:  # the year of the topmost row floats
            self._paint_year(painter, rect, places, entry.year)
        if is_current and self._view.hasFocus():
            self._paint_focus(painter, rect)

    def _paint_spine(self, drawing: Drawing) -> None:
        painter, rect, places, row, ground, is_chosen = drawing
        colours = self._theme.colours
        painter.setPen(QPen(QColor(colours.accent if is_chosen else colours.hairline), 1))
        x = _left(rect, places, places.spine_x, 0)
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom() + 1))
        topics = row.entry.topics
        colour = QColor(colours.topic(topics[0]) if topics else colours.soft_ink)
        centre = QPointF(x, rect.top() + places.date_baseline - places.ring * 0.7)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(centre, places.ring + 1, places.ring + 1)
        if row.entry.placed:
            _draw_dashed_ring(painter, centre, places.ring, colour, is_chosen=is_chosen)
        else:
            painter.setPen(_ring_pen(colour, places.ring))
            painter.setBrush(colour if is_chosen else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, places.ring, places.ring)

    def _paint_date(self, drawing: Drawing) -> None:
        painter, rect, places, row, _, _ = drawing
        painter.setPen(QColor(self._theme.colours.soft_ink))
        line = row.date.lineAt(0)
        if line.isValid():
            # The words begin at the column's leading edge, wherever they lie in their line.
            words = line.naturalTextRect()
            left = _left(rect, places, places.date_x, words.width()) - words.left()
            row.date.draw(painter, QPointF(left, rect.top() + places.date_baseline))

    def _paint_topics(self, drawing: Drawing) -> None:
        painter, rect, places, row, _, is_chosen = drawing
        if not row.topics:
            return
        colours = self._theme.colours
        # On the ground of the chosen row not every topic's colour reaches 4.5 : 1; its mark is enough there.
        painter.setPen(QColor(colours.ink if is_chosen else colours.topic(row.entry.topics[0])))
        x = places.date_x + (advance_of(row.date) + 2 * GRID if places.form is Form.STACKED else 0)
        self._draw_text((painter, rect, places), row.topics, Role.SMALL, QPointF(x, places.topic_baseline))

    def _paint_marks(self, drawing: Drawing) -> None:
        painter, rect, places, row, _, _ = drawing
        painter.setPen(QColor(self._theme.colours.note))
        baselines = (places.marks_baseline, places.text_baselines[1])
        for (text, width), baseline in zip(row.marks, baselines, strict=False):
            self._draw_text((painter, rect, places), text, Role.SMALL, QPointF(places.text_end - width, baseline))

    def _paint_text(self, drawing: Drawing) -> None:
        painter, rect, places, row, _, _ = drawing
        painter.setPen(QColor(self._theme.colours.ink))
        for (line, width), baseline in zip(row.text, places.text_baselines, strict=False):
            line.draw(painter, QPointF(_left(rect, places, places.text_x, width), rect.top() + baseline))

    def _paint_year(self, painter: QPainter, rect: QRect, places: Metrics, year: str) -> None:
        if not year or not places.year_width:
            return
        with _kept(painter):
            painter.setPen(QColor(self._theme.colours.soft_ink))
            fonts = QFontMetricsF(self._theme.font(Role.STRONG))
            shown = fonts.elidedText(year, Qt.TextElideMode.ElideRight, places.year_width + 1)
            self._draw_text((painter, rect, places), shown, Role.STRONG, QPointF(places.year_x, places.date_baseline))

    def _paint_focus(self, painter: QPainter, rect: QRect) -> None:
        with _kept(painter):
            painter.setPen(QPen(QColor(self._theme.colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_error(self, painter: QPainter, rect: QRect) -> None:
        with _kept(painter):
            fill(painter, rect, QColor(self._theme.colours.note_ground))
            painter.setPen(QColor(self._theme.colours.note))
            painter.setFont(self._theme.font(Role.LABEL))
            text = entries.tr("Ours: this row could not be drawn.")
            painter.drawText(rect.adjusted(4 * GRID, 0, -4 * GRID, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_text(self, drawing: Place, text: str, role: Role, at: QPointF) -> None:
        """Draw a text of ours, which fits, ``at`` the start of its baseline in a row that reads from left to right."""
        painter, rect, places = drawing
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        left = _left(rect, places, at.x(), QFontMetricsF(font).horizontalAdvance(text))
        painter.drawText(QPointF(left, rect.top() + at.y()), text)


@contextmanager
def _kept(painter: QPainter) -> Iterator[None]:
    """Give the painter back as it was, whatever happens."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def _left(rect: QRect, places: Metrics, x: float, width: float) -> float:
    """Return the left edge of something ``width`` wide that begins ``x`` from the row's leading edge."""
    return rect.left() + (rect.width() - x - width if places.is_mirrored else x)


def _ring_pen(colour: QColor, radius: float) -> QPen:
    return QPen(colour, max(2.0, radius / 3))


def _draw_dashed_ring(painter: QPainter, centre: QPointF, radius: float, colour: QColor, *, is_chosen: bool) -> None:
    """Draw the mark of a date that is ours; chosen, it has a dot within and stays dashed."""
    pen = _ring_pen(colour, radius)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    dash = pi * radius / DASHES / pen.widthF()
    pen.setDashPattern([dash, dash])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius, radius)
    if is_chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(centre, radius * 0.55, radius * 0.55)
