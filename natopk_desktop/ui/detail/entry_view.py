"""The chosen milestone with its passages, figures and notes, in one scroll area."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QScrollArea, QWidget

from natopk_desktop.dossier.beside import beside
from natopk_desktop.ui.detail.figures import FiguresPart
from natopk_desktop.ui.detail.header import HeaderPart
from natopk_desktop.ui.detail.notes import NotesPart
from natopk_desktop.ui.detail.part import Part
from natopk_desktop.ui.detail.passages import PassagesPart
from natopk_desktop.ui.detail.stacking import Stack
from natopk_desktop.ui.detail.text_view import MARGIN as INSET
from natopk_desktop.ui.slim_bars import slim
from natopk_desktop.ui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from natopk_desktop.ui.detail.host import Host

MARGIN: Final = 10 * GRID
NARROW_MARGIN: Final = 4 * GRID
NARROW: Final = 480
"""Pixels below which the margin is the narrow one."""
MEASURE: Final = 752
"""Widest text in pixels at text size 100 %."""
REACH: Final = 6 * GRID
"""Pixels kept visible around what has the keyboard."""


def margin_at(width: int) -> int:
    """Return the pixels free at either side of a pane of a width in pixels."""
    return MARGIN if width >= NARROW else NARROW_MARGIN


class Content(QWidget):
    """The parts one under another, with hairlines between."""

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make the parts, empty."""
        super().__init__(parent)
        self._host = host
        self.header = HeaderPart(host, self)
        self.passages = PassagesPart(host, self)
        self.figures = FiguresPart(host, self)
        self.notes = NotesPart(host, self)
        self.none = self.header.ours()
        self.none.setParent(self)
        self.none.hide()
        self._lines: list[int] = []
        self._side = 0

    @property
    def parts(self) -> tuple[Part, ...]:
        """The four parts in order."""
        return self.header, self.passages, self.figures, self.notes

    def lay_out(self, width: int) -> int:
        """Lay all out for a width in pixels, and return the height."""
        margin = margin_at(width)
        self._side = margin
        measure = min(width - 2 * margin, round(MEASURE * self._host.theme.text_scale))
        stack = Stack(self, width, 6 * GRID if width >= NARROW else 3 * GRID)
        self._lines = []
        if not self.none.isHidden():
            stack.put(self.none, margin - INSET, measure + 2 * INSET)
            return stack.y + margin
        for part in self.parts:
            if self._lines or part is not self.header:
                stack.gap(6 * GRID)
                self._lines.append(stack.y)
                stack.gap(3 * GRID)
            stack.put(part, margin - INSET, measure + 2 * INSET)
        return stack.y + margin

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairlines."""
        painter = QPainter(self)
        painter.setPen(self._host.theme.colour(self._host.theme.colours.hairline))
        for y in self._lines:
            painter.drawLine(self._side, y, self.width() - self._side, y)
        painter.end()


class EntryView(QScrollArea):
    """Shows the chosen milestone; its parts are kept and filled anew."""

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make the view without a milestone."""
        super().__init__(parent)
        self._host = host
        self._tab_order: list[QWidget] = []
        self._has_size = False
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("The entry"))
        # A viewport of ours: asked for Qt's, PySide looks through every class of widget, once, before the first paint.
        viewport = QWidget(self)
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)
        self.content = Content(host, self)
        self.setWidget(self.content)
        self.content.setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(6 * GRID)
        slim(self, host.theme)

    def show_milestone(self, row: int | None) -> None:
        """Show the milestone in ``row`` of the dossier from its beginning, or that there is none."""
        content = self.content
        self.setUpdatesEnabled(False)
        for part in content.parts:
            part.setVisible(row is not None)
        content.none.setVisible(row is None)
        if row is None:
            content.none.show_words(self.tr("Ours: the page has no dated entries."))
        else:
            self._fill(row)
        if self._has_size:  # else it will be laid out as soon as it has
            self.lay_out()
        self.verticalScrollBar().setValue(0)
        self._set_tab_order()
        self.setUpdatesEnabled(True)

    def _fill(self, row: int) -> None:
        dossier, content = self._host.dossier, self.content
        milestone = dossier.milestones[row]
        content.header.show_milestone(row, milestone)
        content.passages.show_passages((*beside(dossier, milestone), *milestone.related))
        content.figures.show_figures(milestone)
        seen = [dossier.blocks.span(block) for block in dossier.milestones.blocks[row]]
        content.notes.show_notes(dossier.bearings.notes_on_milestone(row), seen)

    def lay_out(self) -> None:
        """Place everything for the present width; room is always kept for the scroll bar, lest it come and go."""
        width = self.room(self.width())
        self.content.resize(width, self.content.lay_out(width))

    def room(self, width: int) -> int:
        """Return how many of ``width`` pixels the scroll bar leaves."""
        bar = self.verticalScrollBar().sizeHint().width()  # quicker than QStyle, whose enums PySide would make
        return max(1, width - bar)

    def lay_out_again(self) -> None:
        """Place everything anew after a part opened or closed, in one repaint."""
        self.setUpdatesEnabled(False)
        self.lay_out()
        self._set_tab_order()
        self.setUpdatesEnabled(True)

    def mark(self) -> None:
        """Mark the search's matches anew."""
        for part in (self.content.header, self.content.passages, self.content.figures):
            part.mark()

    def restyle(self) -> None:
        """Take fonts and colours from the theme again."""
        self.setUpdatesEnabled(False)
        for widget in self.content.findChildren(QWidget):
            restyle = getattr(widget, "restyle", None)
            if restyle is not None:
                restyle()
        self.lay_out()
        self.setUpdatesEnabled(True)

    def part_heading(self, number: int) -> QWidget:
        """Return what takes the keyboard for part 1 (the entry) to 4 (the notes)."""
        content = self.content
        headings = (
            content.header.words,
            content.passages.heading.title,
            content.figures.heading.title,
            content.notes.heading.title,
        )
        return headings[number - 1]

    def part_words(self, number: int) -> str:
        """Return what is announced on going to a part."""
        content = self.content
        headings = (content.passages.heading, content.figures.heading, content.notes.heading)
        return content.header.words.accessibleName() if number == 1 else headings[number - 2].spoken

    def reveal(self, widget: QWidget, inside: QRect | None = None) -> None:
        """Scroll so that ``widget``, or a rectangle of it, is seen."""
        area = widget.rect() if inside is None else inside
        top_left = widget.mapTo(self.content, area.topLeft())
        bottom = top_left + QPoint(0, area.height())
        bar, tall = self.verticalScrollBar(), self.viewport().height()
        if top_left.y() - REACH < bar.value() or area.height() > tall:
            bar.setValue(top_left.y() - REACH)
        elif bottom.y() + REACH > bar.value() + tall:
            bar.setValue(bottom.y() + REACH - tall)

    def bring_up(self, widget: QWidget) -> None:
        """Scroll so that ``widget`` stands at the top, as far as what follows it allows."""
        self.verticalScrollBar().setValue(widget.mapTo(self.content, QPoint(0, 0)).y() - REACH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        self._has_size = True
        self.lay_out()

    def put_in_front(self, widget: QWidget) -> None:
        """Let Tab reach ``widget`` before all that is shown here."""
        if self._tab_order:
            QWidget.setTabOrder(self._tab_order[0], widget)
            QWidget.setTabOrder(widget, self._tab_order[0])

    def _set_tab_order(self) -> None:
        """Let Tab go through the pane as it is read; widgets made later stand last in Qt's order."""
        widgets = in_reading_order(self.content)
        if widgets != self._tab_order:
            self._tab_order = widgets
            for at in range(1, len(widgets)):
                QWidget.setTabOrder(widgets[at - 1], widgets[at])


def in_reading_order(content: QWidget) -> list[QWidget]:
    """Return all that is shown in ``content`` and can have the keyboard, from top to bottom."""
    found: list[tuple[int, int, QWidget]] = []
    _collect(content, 0, 0, found)
    mirrored = content.layoutDirection() == Qt.LayoutDirection.RightToLeft
    found.sort(key=lambda place: (place[0], -place[1] if mirrored else place[1]))
    return [widget for _y, _x, widget in found]


def _collect(parent: QWidget, x: int, y: int, found: list[tuple[int, int, QWidget]]) -> None:
    for child in parent.children():
        if not isinstance(child, QWidget) or child.isHidden():
            continue
        left, top = x + child.x(), y + child.y()
        if child.focusPolicy() != Qt.FocusPolicy.NoFocus:
            found.append((top, left, child))
        if isinstance(child, Part):
            _collect(child, left, top, found)
