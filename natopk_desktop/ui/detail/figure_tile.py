"""A figure as the source prints it, with the number we read, as one button that opens its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QPushButton

from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.detail.text_view import MARGIN, paint_focus_ring
from natopk_desktop.ui.detail.wrapped import WrappedText
from natopk_desktop.ui.painting import fill
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.dossier.model import Figure
    from natopk_desktop.ui.detail.host import Host

NARROWEST: Final = 132
"""Pixels at text size 100 %, so that figures stand in columns."""
WIDEST: Final = 260


class FigureTile(QPushButton):
    """Qualifier, value and unit letter for letter, one under another, and our reading of the number.

    Attributes:
        is_work: something done, told without a number.

    Signals:
        menu_requested: a context menu is wanted, at this global point.
        copy_requested: copy the figure's words.
    """

    menu_requested = Signal(object)
    copy_requested = Signal()

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make an empty tile."""
        super().__init__(parent)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._host = host
        self._span = Span(0, 0)
        self._lines: list[tuple[str, Role, str]] = []
        self._laid: list[WrappedText] | None = None
        self._is_found = False
        self.is_work = False

    @property
    def span(self) -> Span:
        """Where the figure stands."""
        return self._span

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands on the tile, line by line; ours says so."""
        return tuple(words for words, _role, _ink in self._lines)

    def show_figure(self, figure: Figure, *, in_line: bool) -> None:
        """Show ``figure``; one without a qualifier leaves the line free ``in_line`` with others that have one."""
        text = self._host.text
        self._span = figure.span
        is_work = self.is_work = figure.number is None
        lines = []
        if figure.qualifier is not None:
            lines.append((figure.qualifier.of(text), Role.LABEL, "soft_ink"))
        elif in_line and not is_work:
            lines.append(("", Role.LABEL, "soft_ink"))
        lines.append((figure.value.of(text), Role.READING if is_work else Role.VALUE, "ink"))
        if figure.unit is not None:
            lines.append((figure.unit.of(text), Role.LABEL, "ink"))
        reading = "" if figure.number is None else self.tr("Ours: {number}").format(number=number_words(figure.number))
        if reading:
            lines.append((reading, Role.SMALL, "soft_ink"))
        if lines != self._lines:
            self._lines = lines
            self._laid = None
            self.update()
        words = figure.span.of(text)
        self.setText(words.replace("&", "&&"))
        opens = self.tr("Figure: {words}. Opens its words in the page.").format(words=words)
        self.setAccessibleName(f"{opens} {reading}" if reading else opens)
        self.mark()

    def mark(self) -> None:
        """Mark the tile where the search finds something in it."""
        is_found = bool(self._host.matches_in(self._span))
        if is_found is not self._is_found:
            self._is_found = is_found
            self.update()

    def restyle(self) -> None:
        """Take fonts and colours from the theme again."""
        self._laid = None
        self.update()

    def natural_width(self) -> int:
        """Return the width of the longest line, within bounds that keep the tiles in columns."""
        scale = self._host.theme.text_scale
        widest = max((laid.natural_width() for laid in self._texts()), default=0) + 2 * MARGIN
        return min(round(WIDEST * scale), max(round(NARROWEST * scale), widest))

    def height_at(self, width: int) -> int:
        """Return the height in pixels at a width of ``width`` pixels."""
        return sum(laid.height_at(width - 2 * MARGIN) for laid in self._texts()) + 2 * MARGIN

    def sizeHint(self) -> QSize:
        """Return the size as it stands in a row."""
        width = self.natural_width()
        return QSize(width, self.height_at(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: the words wrap."""
        return QSize(0, 0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, under the tile where a key asks for it."""
        by_mouse = event.reason() == event.Reason.Mouse
        self.menu_requested.emit(event.globalPos() if by_mouse else self.mapToGlobal(self.rect().bottomLeft()))

    def event(self, event: QEvent) -> bool:
        """Keep the copying keys for the figure, whatever the window does with them."""
        if event.type() == event.Type.ShortcutOverride and _copies(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Return as with Space, copy with the copying keys, offer the menu for Shift+F10."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        elif _copies(event):
            self.copy_requested.emit()
        elif event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.menu_requested.emit(self.mapToGlobal(self.rect().bottomLeft()))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines; a ground under the mouse, a ring under the keyboard."""
        painter = QPainter(self)
        theme = self._host.theme
        if self._is_found or self.underMouse():
            ground = theme.colours.marked if self._is_found else theme.colours.panel
            fill(painter, self.rect(), theme.colour(ground))
        y = MARGIN
        for (_words, _role, ink), laid in zip(self._lines, self._texts(), strict=True):
            colour = "ink" if self._is_found else ink  # no soft ink on a marked ground
            painter.setPen(theme.colour(getattr(theme.colours, colour)))
            height = laid.height_at(self.width() - 2 * MARGIN)
            laid.draw(painter, MARGIN, y)
            y += height
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), theme)
        painter.end()

    def _texts(self) -> list[WrappedText]:
        if self._laid is None:
            self._laid = []
            for words, role, _ink in self._lines:
                laid = WrappedText()
                laid.set(words, self._host.theme.font(role))
                self._laid.append(laid)
        return self._laid


def number_words(number: float) -> str:
    """Return the number we read, in plain digits: nothing is grouped or rounded."""
    return str(int(number)) if float(number).is_integer() and abs(number) < 1e15 else repr(number)


def _copies(event: QEvent) -> bool:
    from PySide6.QtGui import QKeyEvent

    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)


COLUMN_GAP: Final = 6 * GRID - 2 * MARGIN
