"""The bar of tabs: names cut short, a button to close each, and dragging a tab out of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPen
from PySide6.QtWidgets import QTabBar, QToolButton

from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.ui.theme import Theme

MOST_LETTERS: Final = 32
LEAST_LETTERS: Final = 10
SIDE: Final = 24
"""Pixels of a close button's side."""
FAR: Final = 40
"""Pixels above or below the bar from which on a tab let go is a window's, not the bar's."""


class CloseButton(QToolButton):
    """A flat button with a painted cross."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Close nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W and Delete do the same from the keyboard
        self.setFixedSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then two strokes on it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(self._theme.colours.soft_ink), 1.4))
        middle, reach = self.rect().center(), SIDE // 6
        for direction in (1, -1):
            stroke = QPoint(reach, direction * reach)
            painter.drawLine(middle - stroke, middle + stroke)


class TabBar(QTabBar):
    """Names the pages of a window; the window's ``Tabs`` keep it in line with them.

    Signals:
        close_requested: the reader wants the tab at this index closed.
        left: the tab at this index was dragged out of the bar and let go at this place on the screen.
        menu_requested: a menu is wanted for the tab at this index, at this place on the screen.
    """

    close_requested = Signal(int)
    left = Signal(int, QPoint)
    menu_requested = Signal(int, QPoint)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Name nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._is_outside = False
        self.setAccessibleName(self.tr("Open dossiers"))
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        theme.changed.connect(self._dress)
        self._dress()

    def describe(self, index: int, name: str, spoken: str, hint: str) -> None:
        """Give the tab at ``index`` its words; without a button to close it so far, it gets one."""
        self.setTabText(index, name.replace("&", "&&"))
        self.setTabToolTip(index, hint)
        self.setAccessibleTabName(index, spoken)
        button = self.tabButton(index, QTabBar.ButtonPosition.RightSide)
        if not isinstance(button, CloseButton):
            button = CloseButton(self._theme, self)
            button.clicked.connect(self._on_close)
            self.setTabButton(index, QTabBar.ButtonPosition.RightSide, button)
        button.setAccessibleName(self.tr("Close {name}").format(name=spoken))
        button.setToolTip(self.tr("Close this tab"))

    def tabSizeHint(self, index: int) -> QSize:
        """Bound the width, so that a long title leaves room for others."""
        wanted = super().tabSizeHint(index)
        most = MOST_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(min(wanted.width(), most), max(wanted.height(), SIDE + 2 * GRID))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Keep some letters of each name before the bar begins to scroll."""
        least = LEAST_LETTERS * self.fontMetrics().averageCharWidth() + SIDE
        return QSize(min(least, self.tabSizeHint(index).width()), self.tabSizeHint(index).height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Delete."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex() >= 0:
            self.close_requested.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the tab under the mouse, or of the current one."""
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.tabAt(event.pos()) if is_mouse else self.currentIndex()
        if index >= 0:
            at = event.globalPos() if is_mouse else self.mapToGlobal(self.tabRect(index).bottomLeft())
            self.menu_requested.emit(index, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a tab held outside the bar will become a window's."""
        super().mouseMoveEvent(event)
        is_held = bool(event.buttons() & Qt.MouseButton.LeftButton) and self.currentIndex() >= 0
        self._set_outside(is_held and self._is_far(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a tab go outside the bar, or close it with the middle button."""
        place, index = event.position().toPoint(), self.currentIndex()
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.MiddleButton and self.tabAt(place) >= 0:
            self.close_requested.emit(self.tabAt(place))
        elif event.button() == Qt.MouseButton.LeftButton and self._is_outside:
            self._set_outside(False)
            at = event.globalPosition().toPoint()
            # In a turn of its own: the bar is still about to put the tab back into its row.
            QTimer.singleShot(0, self, lambda: self.left.emit(index, at))

    def _is_far(self, place: QPoint) -> bool:
        return not -FAR <= place.y() <= self.height() + FAR

    def _set_outside(self, value: bool) -> None:  # noqa: FBT001
        if value != self._is_outside:
            self._is_outside = value
            if value:
                self.setCursor(Qt.CursorShape.DragMoveCursor)
            else:
                self.unsetCursor()

    def _on_close(self) -> None:
        index = next((at for at in range(self.count()) if self._button_of(at) is self.sender()), None)
        if index is not None:
            self.close_requested.emit(index)

    def _button_of(self, index: int) -> QWidget | None:
        return self.tabButton(index, QTabBar.ButtonPosition.RightSide)

    def _dress(self) -> None:
        colours = self._theme.colours
        self.setFont(self._theme.font(Role.LABEL))
        self.setStyleSheet(f"""
        QTabBar {{ background: {colours.panel}; border-bottom: 1px solid {colours.hairline}; }}
        QTabBar::tab {{
            background: transparent; color: {colours.soft_ink}; padding: {GRID}px {2 * GRID}px {GRID}px {3 * GRID}px;
            border: 0; border-bottom: 2px solid transparent; border-right: 1px solid {colours.hairline};
        }}
        QTabBar::tab:selected {{
            background: {colours.ground}; color: {colours.ink}; border-bottom-color: {colours.accent};
        }}
        QTabBar::tab:hover:!selected {{ background: {colours.selection}; }}
        """)
