"""One page as it will be printed: white paper on the window's ground, as large as it fits or as the reader wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea

from natopk_desktop.ui.output import page_painter
from natopk_desktop.ui.slim_bars import slim
from natopk_desktop.ui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtSvg import QSvgRenderer
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.ui.theme import Theme

ZOOMS: Final = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Sizes to step through; 1 is the size of the paper, so far as the screen tells its own size truly."""

ROUND: Final = 4 * GRID
"""Pixels of ground round a page."""

MOST_PIXELS: Final = 24_000_000
"""Pixels that are kept of a page; a larger one is painted coarser."""

NOTCH: Final = 120


class _Paper(QLabel):
    """The page itself, painted once for each size. A label with a picture, which is what a screen reader calls it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: QSvgRenderer | None = None
        self._picture = QPixmap()
        self.is_grey = False
        self.setPixmap(QPixmap(1, 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_page(self, page: QSvgRenderer | None) -> None:
        """Show a page, or an empty place."""
        self._page = page
        self.forget()

    def forget(self) -> None:
        """Paint anew what was painted."""
        self._picture = QPixmap()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper, page and a hairline round them."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._page is not None:
            if self._picture.isNull() or self._picture.deviceIndependentSize().toSize() != self.size():
                self._picture = self._painted(self._page)
            painter.drawPixmap(self.rect(), self._picture)
        colours = self._theme.colours
        painter.setPen(self._theme.colour(colours.accent if self.hasFocus() else colours.outline))
        for inset in range(2 if self.hasFocus() else 1):
            painter.drawRect(self.rect().adjusted(inset, inset, -1 - inset, -1 - inset))

    def _painted(self, page: QSvgRenderer) -> QPixmap:
        pixels = self.width() * self.height() * self.devicePixelRatioF() ** 2
        ratio = self.devicePixelRatioF() * min(1.0, (MOST_PIXELS / max(1.0, pixels)) ** 0.5)
        image = page_painter.image(page, self.size() * ratio)
        if self.is_grey:
            image = image.convertToFormat(QImage.Format.Format_Grayscale8)
        made = QPixmap.fromImage(image)
        made.setDevicePixelRatio(made.width() / max(1, self.width()))
        return made


class PageSheet(QScrollArea):
    """Shows a page; turns pages with the keys and the wheel where there is no more to scroll.

    Attributes:
        zoom: 1 for the paper's own size; None where the whole page is shown.
        paper: the page, which has the keyboard.

    Signals:
        turned: the reader wants the page so many on, or back.
        sent: the reader wants the first page (False) or the last (True).
        zoomed: the page is shown in another size.
    """

    turned = Signal(int)
    sent = Signal(bool)
    zoomed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no page yet."""
        super().__init__(parent)
        self.zoom: float | None = None
        self._points: QSizeF | None = None
        self._wheel = 0
        self.paper = _Paper(theme, self)
        self.paper.hide()
        self.setWidget(self.paper)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumSize(120, 120)
        slim(self, theme)

    def show_page(self, page: QSvgRenderer | None) -> None:
        """Show a page from its top, or none."""
        self._points = None if page is None else page.viewBoxF().size()
        self.paper.show_page(page)
        self.paper.setVisible(page is not None)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def set_grey(self, grey: bool) -> None:  # noqa: FBT001 - as Qt gives it
        """Show shades of grey, or colours."""
        self.paper.is_grey = grey
        self.paper.forget()

    def set_zoom(self, zoom: float | None) -> None:
        """Show the page in a size of its own; None for the whole page."""
        self.zoom = zoom
        self._fit()
        self.zoomed.emit()

    def step_zoom(self, by: int) -> None:
        """Show the page in the next larger or smaller size."""
        now = self.scale()
        larger = [zoom for zoom in ZOOMS if zoom > now * 1.01]
        smaller = [zoom for zoom in ZOOMS if zoom < now * 0.99]
        self.set_zoom((larger[0] if larger else ZOOMS[-1]) if by > 0 else (smaller[-1] if smaller else ZOOMS[0]))

    def scale(self) -> float:
        """Return how large the page is shown; 1 is the size of the paper."""
        if self.zoom is not None or self._points is None:
            return self.zoom or 1.0
        room = self.viewport().size()
        ratio = self._dots_per_point()
        fit = min(
            (room.width() - 2 * ROUND) / self._points.width(), (room.height() - 2 * ROUND) / self._points.height()
        )
        return max(0.05, fit / ratio)

    def _dots_per_point(self) -> float:
        return self.logicalDpiY() / page_painter.POINTS_PER_INCH

    def _fit(self) -> None:
        if self._points is not None:
            factor = self.scale() * self._dots_per_point()
            self.paper.resize(QSize(round(self._points.width() * factor), round(self._points.height() * factor)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole page in view, where that is wanted."""
        super().resizeEvent(event)
        self._fit()
        if self.zoom is None:
            self.zoomed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; turn the page at its end; with Ctrl, change its size."""
        delta = event.angleDelta().y()
        bar = self.verticalScrollBar()
        ends = bar.value() == (bar.minimum() if delta > 0 else bar.maximum())
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier and not ends:
            self._wheel = 0
            super().wheelEvent(event)
            return
        event.accept()
        self._wheel += delta
        notches = int(self._wheel / NOTCH)
        self._wheel -= notches * NOTCH
        if notches and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(notches)
        elif notches:
            self.turned.emit(-1 if notches > 0 else 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll within the page, turn pages, change the size."""
        key = event.key()
        bar = self.verticalScrollBar()
        if key in {Qt.Key.Key_PageDown, Qt.Key.Key_Space} and bar.value() == bar.maximum():
            self.turned.emit(1)
        elif key == Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self.turned.emit(-1)
        elif key == Qt.Key.Key_Space:
            bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.sent.emit(key == Qt.Key.Key_End)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self.step_zoom(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_0:
            self.set_zoom(None)
        else:
            super().keyPressEvent(event)
