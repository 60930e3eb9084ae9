"""The whole page in order, with its headings, its way back to the milestones, and the notes on each place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QApplication, QScrollArea, QStyle, QWidget

from natopk_desktop.ui.detail.labels import LinkButton, OurLabel
from natopk_desktop.ui.detail.notes import NotesPart
from natopk_desktop.ui.detail.page_here import PageHere
from natopk_desktop.ui.detail.page_margin import PageMargin
from natopk_desktop.ui.detail.page_outline import PageOutline
from natopk_desktop.ui.detail.page_text import PageText
from natopk_desktop.ui.detail.stacking import Stack
from natopk_desktop.ui.slim_bars import slim
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.ui.detail.host import Host

MARGIN: Final = 10 * GRID
NARROW_MARGIN: Final = 3 * GRID
OUTLINE: Final = 208
"""Width of the outline in pixels at text size 100 %."""
WITH_OUTLINE: Final = 720
"""Pixels at text size 100 % from which the outline stands beside the page unasked."""


class PageView(QWidget):
    """The page with what belongs to it: a line above, an outline, the text, a line below, notes when asked for."""

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make the view; `open_at` fills it."""
        super().__init__(parent)
        self._host = host
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAccessibleName(self.tr("The whole page"))
        self.back = LinkButton(host.theme, self)
        self.back.clicked.connect(host.reading.close_page)
        self.toggle = LinkButton(host.theme, self)
        self.toggle.clicked.connect(self._toggle_outline)
        self.about = OurLabel(host.theme, Role.SMALL, self)
        self.outline = PageOutline(host, self)
        self.text = PageText(host, self)
        self.margin = PageMargin(host, self.text)
        self.here = PageHere(host, self)
        self.close_notes = LinkButton(host.theme, self)
        self.close_notes.clicked.connect(self.hide_notes)
        self.notes_area = QScrollArea(self)
        self.notes_area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.notes_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.notes_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.notes_area.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.notes = NotesPart(host, self)
        self.notes_area.setWidget(self.notes)
        self.notes.setAutoFillBackground(False)
        self.notes_area.hide()
        for area in (self.text, self.outline, self.notes_area):
            slim(area, host.theme)
        self.close_notes.hide()
        self._wants_outline: bool | None = None
        self._is_stale = False
        self._lines: list[int] = []
        self._connect_signals()
        self._name()

    def _connect_signals(self) -> None:
        self.outline.heading_chosen.connect(self._go_to_heading)
        self.text.cursorPositionChanged.connect(self._on_caret)
        self.text.seen_changed.connect(self.mark)
        self.text.menu_requested.connect(self._show_menu)
        self.margin.notes_requested.connect(self.show_notes)
        self.here.notes_requested.connect(self.show_notes)
        self._host.height_changed.connect(self._lay_out)

    def _name(self) -> None:
        owner = self._host.owner_name
        back = self.tr("Back to the entry") if len(self._host.dossier.milestones) else self.tr("Close the page")
        self.back.show_words(f"‹\u00a0{back}", back)
        self.about.show_words(self.tr("Ours: the whole page of {owner}, letter for letter.").format(owner=owner))
        self.text.setAccessibleName(self.tr("The whole page, in the words of {owner}").format(owner=owner))
        close = self.tr("Close the notes")
        self.close_notes.show_words(close, close)

    def open_at(self, span: Span) -> None:
        """Show the page with ``span`` marked and in view."""
        self.hide_notes()
        if self._is_stale:
            self._restyle_all()
        self._lay_out()
        self.text.open_at(span)
        self._on_caret()

    def show_notes(self, row: int) -> None:
        """Show the notes on the block in ``row`` below the page."""
        dossier = self._host.dossier
        self.notes.show_notes(dossier.bearings.notes_on_block(row), [dossier.blocks.span(row)])
        self.notes_area.show()
        self.close_notes.show()
        self._lay_out()
        self.notes_area.verticalScrollBar().setValue(0)
        self.notes.heading.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._host.announce_requested.emit(self.notes.heading.spoken)

    def hide_notes(self) -> None:
        """Close the notes."""
        if self.notes_area.isHidden():
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and (focus is self.close_notes or self.notes_area.isAncestorOf(focus))
        self.notes_area.hide()
        self.close_notes.hide()
        self._lay_out()
        if had_focus:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self) -> None:
        """Mark slips and matches in what is seen."""
        seen = self.text.seen()
        self.text.set_marks("slip", self._host.slips_in(seen))
        self.text.set_marks("match", self._host.matches_in(seen))

    def restyle(self) -> None:
        """Take fonts and colours from the theme again; a hidden page waits with it until it is opened."""
        self._is_stale = self.isHidden()
        if not self._is_stale:
            self._restyle_all()
            self._lay_out()

    def _restyle_all(self) -> None:
        self._is_stale = False
        for widget in self.findChildren(QWidget):
            restyle = getattr(widget, "restyle", None)
            if restyle is not None:
                restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the notes with Escape; show the entry under the caret with Return."""
        if event.key() == Qt.Key.Key_Escape and not self.notes_area.isHidden():
            self.hide_notes()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text.hasFocus():
            self.here.choose()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairlines over and under the text."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._host.theme.colour(self._host.theme.colours.hairline))
        for y in self._lines:
            painter.drawLine(0, y, self.width(), y)
        painter.end()

    # Inside

    @property
    def shows_outline(self) -> bool:
        """Whether the headings are shown: as the reader asked, else where there is room."""
        if self._wants_outline is not None:
            return self._wants_outline
        return self.width() >= WITH_OUTLINE * self._host.theme.text_scale

    def _lay_out(self) -> None:
        if self.width() < 2 * NARROW_MARGIN or self.height() < GRID:
            return
        is_wide = self.width() >= WITH_OUTLINE * self._host.theme.text_scale
        side = MARGIN if is_wide else NARROW_MARGIN
        words = self.tr("Hide the headings") if self.shows_outline else self.tr("Show the headings")
        self.toggle.show_words(words, words)
        top = self._stack_top(side)
        below = self._height_below(side)
        self._lines = [top, self.height() - below]
        self._place_middle(side, top + 1, self.height() - below, is_wide=is_wide)
        self._stack_below(side, self.height() - below)
        self.update()

    def _stack_top(self, side: int) -> int:
        inner = Stack(self, self.width() - 2 * side, 3 * GRID, side)
        inner.flow([self.back, self.toggle, self.about], 4 * GRID, level=True)
        return inner.y + 2 * GRID

    def _height_below(self, side: int) -> int:
        width = self.width() - 2 * side
        height = self.here.height_at(width) + 4 * GRID
        if not self.notes_area.isHidden():
            height += self._notes_height(width) + self.close_notes.height_at(width) + 2 * GRID
        return height

    def _notes_height(self, width: int) -> int:
        return min(self.notes.height_at(self._notes_width(width)), self.height() * 2 // 5)

    def _notes_width(self, width: int) -> int:
        return width - self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)

    def _stack_below(self, side: int, top: int) -> None:
        inner = Stack(self, self.width() - 2 * side, top + 2 * GRID, side)
        inner.put(self.here)
        if self.notes_area.isHidden():
            return
        inner.put_link(self.close_notes)
        inner.gap(2 * GRID)
        width = inner.width
        wide = self._notes_width(width)
        self.notes.resize(wide, self.notes.height_at(wide))
        self.notes_area.setGeometry(side, inner.y, width, self._notes_height(width))

    def _place_middle(self, side: int, top: int, bottom: int, *, is_wide: bool) -> None:
        shows = self.shows_outline
        self.outline.setVisible(shows)
        left, width, height = side, self.width() - side, bottom - top
        if shows and is_wide:
            taken = round(OUTLINE * self._host.theme.text_scale)
            self._set(self.outline, side - GRID, top + 2 * GRID, taken, height - 4 * GRID)
            left += taken + 4 * GRID
            width -= taken + 4 * GRID
        elif shows:
            taken = min(height // 3, self.outline.sizeHintForRow(0) * 6)
            self._set(self.outline, side, top, width - side, taken)
            top, height = top + taken, height - taken
        self._set(self.text, left, top, width, max(GRID, height))
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        self.margin.fit(width - bar)

    def _set(self, widget: QWidget, x: int, y: int, width: int, height: int) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        widget.setGeometry(self.width() - x - width if mirrored else x, y, width, height)

    def _toggle_outline(self) -> None:
        self._wants_outline = not self.shows_outline
        self._lay_out()
        if self.shows_outline:
            self.outline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_heading(self, offset: int) -> None:
        self.text.go_to(offset)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_caret(self) -> None:
        if self.here.show_block(self.text.caret_row()):
            self._lay_out_below_only()
            if self.text.hasFocus():
                self._host.announce_requested.emit(self.here.spoken)

    def _lay_out_below_only(self) -> None:
        """Lay all out only where the line below has become taller or less tall."""
        before = self.here.height()
        if self.here.height_at(self.here.width()) != before:
            self._lay_out()

    def _show_menu(self, at: QPoint) -> None:
        cursor = self.text.cursorForPosition(self.text.viewport().mapFromGlobal(at))
        position = (self.text.textCursor() if at == self.text.caret_point() else cursor).position()
        row = self.text.row_at(position)
        if row is None:
            return
        menu = self._host.show_menu(at, self._host.dossier.blocks.span(row), self.text)
        menu.opens.setVisible(False)
