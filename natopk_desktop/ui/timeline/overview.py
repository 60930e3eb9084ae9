"""The overview above the list: all milestones by date and to scale, whatever the order of the list."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from natopk_desktop.documents.axis import snap_step
from natopk_desktop.documents.calendar_steps import DAY, floor
from natopk_desktop.dossier import date_words
from natopk_desktop.ui.timeline import overview_words, period_choice
from natopk_desktop.ui.timeline.overview_chart import Chart
from natopk_desktop.ui.timeline.overview_geometry import Geometry, geometry
from natopk_desktop.ui.timeline.overview_keys import NOTCH, WHEEL_PAN, WHEEL_ZOOM, command_of
from natopk_desktop.ui.timeline.overview_mouse import Held, Pointer
from natopk_desktop.ui.timeline.overview_paint import OverviewPainter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from natopk_desktop.documents.calendar_steps import Step
    from natopk_desktop.documents.scale import Drawing
    from natopk_desktop.documents.view import View
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme
    from natopk_desktop.ui.timeline.period_choice import PeriodChoice


class Overview(QWidget):
    """Shows where milestones lie in time; goes to them, narrows the list to a period, zooms.

    Time runs from left to right in every language, as on the axes of charts; so the widget is not mirrored, and Left
    is earlier.

    Signals:
        announce_requested: words that a screen reader should say.
    """

    announce_requested = Signal(str)

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        """Show ``reading``; a large dossier's milestones appear right after the first paint."""
        super().__init__(parent)
        self._reading = reading
        self._theme = theme
        self._chart = Chart(reading)
        self._making: Iterator[None] | None = None if self._chart.subject else self._chart.making()
        self._is_making = False
        self._choice: PeriodChoice | None = None
        self._held: Held | None = None
        self._places: Geometry | None = None
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(overview_words.name(reading, self._chart))
        self.setAccessibleDescription(overview_words.description())
        reading.rows_changed.connect(self._on_rows)
        reading.location_changed.connect(self._on_location)
        theme.changed.connect(self._on_theme)

    # What is shown

    @property
    def chart(self) -> Chart:
        """What is known of the milestones in time."""
        return self._chart

    @property
    def choice(self) -> PeriodChoice | None:
        """The period that is being chosen and not yet applied."""
        return self._choice

    @property
    def places(self) -> Geometry:
        """Where things stand now."""
        if self._places is None or self._places.width != self.width():
            self._places = geometry(self._theme, self.width())
        return self._places

    @property
    def pointer(self) -> Pointer:
        """What lies under positions now."""
        return Pointer(self._reading, self._chart, self.places)

    def drawing(self) -> Drawing | None:
        """Return what is drawn now; None where nothing has a date, or it is not yet known."""
        return self._chart.drawing(self.places.measures)

    def text_alternative(self) -> list[str]:
        """Return what the overview shows, in sentences."""
        from natopk_desktop.documents.scale_words import sentences

        drawing = self.drawing()
        return [] if drawing is None or self._chart.subject is None else list(sentences(self._chart.subject, drawing))

    def sizeHint(self) -> QSize:
        """Return the height the font asks for, and a width at which months can be told apart."""
        return QSize(640, math.ceil(self.places.height))

    def minimumSizeHint(self) -> QSize:
        """Return the height the font asks for."""
        return QSize(120, math.ceil(self.places.height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in view; a large dossier's first frame has no milestones yet."""
        painter = QPainter(self)
        paint = OverviewPainter(painter, self.places, self._theme, self._reading.dossier)
        paint.ground()
        drawing = self.drawing()
        if drawing is not None:
            self._paint(paint, drawing)
        elif self._chart.subject is not None:
            paint.notice(self._nothing_words())
        if self.hasFocus():
            paint.focus()
        painter.end()
        if self._making is not None and not self._is_making:
            self._is_making = True
            QTimer.singleShot(0, self, self._make)

    def _paint(self, paint: OverviewPainter, drawing: Drawing) -> None:
        period, start, end = self._choice or self._filter_choice(), 0.0, 1.0
        if period is not None:
            start, end = (min(1.0, max(0.0, drawing.view.at(day))) for day in (period.first, period.end))
            paint.period(start, end, is_pending=self._choice is not None)
        remark = overview_words.undated(drawing.undated)
        paint.axis(drawing, paint.remark(remark) if remark else 0.0)
        row = self._reading.row
        days = None if row is None else self._chart.days(row)
        extent = None if days is None else (drawing.view.at(days.start), drawing.view.at(days.end))
        paint.contents(drawing, row, extent)
        if self._choice is not None:
            paint.words(self._choice.words, (start + end) / 2)

    def _nothing_words(self) -> str:
        count = len(self._reading.dossier.milestones)
        return overview_words.undated(count) if count else self.tr("No milestones")

    def _make(self) -> None:
        """Do one step of making the index, and come back for the next one."""
        if self._making is None:
            return
        if next(self._making, self) is not self:
            QTimer.singleShot(0, self, self._make)
            return
        self._making = None
        self.setAccessibleName(overview_words.name(self._reading, self._chart))
        self.update()

    # Following the reader

    def _on_rows(self) -> None:
        self._chart.forget_rows()
        self.setAccessibleName(overview_words.name(self._reading, self._chart))
        self.update()

    def _on_location(self) -> None:
        row = self._reading.row
        days = None if row is None else self._chart.days(row)
        if days is not None:
            self._chart.reveal(days)
        self.update()

    def _on_theme(self) -> None:
        self._places = None
        self.updateGeometry()
        self.update()

    # What can be done, by key or mouse

    def step(self, by: float) -> None:
        """Go to the milestone ``by`` entries further on by date."""
        row = self._chart.neighbour(int(by))
        if row is not None:
            self._go(row)

    def step_to_end(self, by: float) -> None:
        """Go to the last milestone by date, or with a negative ``by`` to the first."""
        if self._chart.walk:
            self._go(self._chart.walk[-1 if by > 0 else 0])

    def zoom(self, factor: float) -> None:
        """Show ``factor`` times as much time, around the chosen milestone if it is in view."""
        view = self._chart.view
        if view is None:
            return
        days = None if self._reading.row is None else self._chart.days(self._reading.row)
        at = 0.5 if days is None else view.at((days.start + days.end) / 2)
        self._chart.zoom(factor, at if 0 <= at <= 1 else 0.5)
        self._say_view()

    def pan(self, by: float) -> None:
        """Move the view by a fraction of the width; later is positive."""
        self._chart.pan(by)
        self._say_view()

    def reset_zoom(self) -> None:
        """Show the whole time."""
        self._chart.reset()
        self._say_view()

    def extend(self, by: float) -> None:
        """Move the end of the period that is being chosen by one unit; begin at the chosen milestone."""
        view = self._chart.view
        if view is None or self._chart.full is None:
            return
        if self._choice is None:
            self._choice = self._filter_choice() or period_choice.begun(self._first_day(view), self._snap_step())
        moved = self._choice.moved(int(by))
        if floor(math.floor(self._chart.full.first), moved.step) <= moved.head < self._chart.full.end:
            self._choice = moved
        self.announce_requested.emit(overview_words.pending(self._choice.words))
        self.update()

    def apply(self) -> None:
        """Narrow the list to the period that is being chosen."""
        choice, self._choice = self._choice, None
        if choice is not None:
            self._reading.set_filter(msgspec.structs.replace(self._reading.filter, period=choice.edtf))
            self.announce_requested.emit(overview_words.applied(choice.words, self._reading))
            self.update()

    def clear(self) -> None:
        """Let go of the period that is being chosen; where there is none, clear the one that narrows the list."""
        if self._choice is not None:
            self._choice = None
            self.update()
        elif self._reading.filter.period is not None:
            self._reading.set_filter(msgspec.structs.replace(self._reading.filter, period=None))
        else:
            return
        period = self._reading.filter.period
        self.announce_requested.emit(overview_words.applied(period and date_words.words(period), self._reading))

    def _go(self, row: int) -> None:
        self._reading.choose(row)
        self.announce_requested.emit(overview_words.arrived(self._reading, self._chart, row))

    def _say_view(self) -> None:
        self.announce_requested.emit(overview_words.in_view(self._chart))
        self.update()

    def _snap_step(self) -> Step:
        return DAY if self._chart.view is None else snap_step(self._chart.view, self.places.measures)

    def _first_day(self, view: View) -> int:
        """Return the day a new period begins at: the chosen milestone's first, or the middle of the view."""
        days = None if self._reading.row is None else self._chart.days(self._reading.row)
        return math.floor((view.first + view.end) / 2) if days is None else days.start

    def _filter_choice(self, *, moving_start: bool = False, step: Step = DAY) -> PeriodChoice | None:
        period = self._reading.filter.period
        if period is None or self._chart.full is None:
            return None
        return period_choice.of_filter(period, self._chart.full, step, moving_start=moving_start)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep the overview's keys from the window's shortcuts where they mean something here; show tooltips."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            command = command_of(event)
            if command is not None and (command.method != "clear" or self._choice is not None):
                event.accept()
                return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.pointer.tip_at(event.pos().toPointF()), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks for; what asks for nothing here goes to the window."""
        command = command_of(event)
        is_idle = self._choice is None and (
            command is not None
            and (command.method == "apply" or (command.method == "clear" and self._reading.filter.period is None))
        )
        if command is None or is_idle:
            super().keyPressEvent(event)
        else:
            getattr(self, command.method)(*command.arguments)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a period's edge or of the view, or begin what becomes a click or a period."""
        position = event.position()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._held = Held("pan", position, position)
        elif event.button() == Qt.MouseButton.LeftButton:
            edge = self.pointer.edge_at(position)
            self._held = Held("edge" if edge else "click", position, position, edge)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the period or the view along; without a button, show what can be taken hold of."""
        position, held = event.position(), self._held
        if held is None:
            self._show_cursor(position)
            return
        is_drawn = (
            self._chart.full is not None and abs(position.x() - held.start.x()) >= QApplication.startDragDistance()
        )
        if held.press == "pan":
            self._chart.pan((held.last.x() - position.x()) / self.places.plot)
        elif held.press in {"click", "edge"} and is_drawn:
            step = self._snap_step()
            begun = period_choice.begun(self.pointer.day_at(held.start), step)
            self._choice = self._filter_choice(moving_start=held.edge < 0, step=step) if held.edge else begun
            held = held._replace(press="period")
        if held.press == "period" and self._choice is not None:
            self._choice = self._choice.to(self.pointer.day_at(position))
        self._held = held._replace(last=position)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to what was clicked, or narrow the list to the period that was drawn."""
        held, self._held = self._held, None
        if held is None:
            return
        if held.press == "click":
            row = self.pointer.row_at(event.position())
            if row is not None:
                self._go(row)
        elif held.press == "period":
            self.apply()
        elif held.press == "pan":
            self._say_view()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole time again."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = None
            self.reset_zoom()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer; with Shift, or sideways, move the view. Ctrl and the wheel are the window's."""
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or self._chart.view is None:
            event.ignore()
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(turn.x()) > abs(turn.y()):
            self._chart.pan(-(turn.x() or turn.y()) / NOTCH * WHEEL_PAN)
        else:
            at = min(1.0, max(0.0, self.places.at(event.position().x())))
            self._chart.zoom(WHEEL_ZOOM ** (turn.y() / NOTCH), at)
        event.accept()
        self._say_view()

    def _show_cursor(self, position: QPointF) -> None:
        shape = Qt.CursorShape.SizeHorCursor if self.pointer.edge_at(position) else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Forget where things stood."""
        self._places = None
        super().resizeEvent(event)
