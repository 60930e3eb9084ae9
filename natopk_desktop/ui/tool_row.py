"""The row of controls under the menus: back and forward, search, topics, whole page; two rows where one is too long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from natopk_desktop.ui.painting import fill
from natopk_desktop.ui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from natopk_desktop.ui.theme import Theme

SMALLEST_BUTTON: Final = 32
SEARCH_LETTERS: Final = 40


class ArrowButton(QToolButton):
    """A flat button with a painted arrow that points to the start or the end of a line."""

    def __init__(self, theme: Theme, *, to_end: bool, parent: QWidget) -> None:
        """Point to the end of a line, or to its start; right-to-left languages turn it round."""
        super().__init__(parent)
        self._theme = theme
        self._to_end = to_end
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        side = max(SMALLEST_BUTTON, self.fontMetrics().height() + 2 * GRID)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then two strokes on it."""
        super().paintEvent(event)
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour(colours.ink if self.isEnabled() else colours.outline), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        reach = self.height() / 8
        points_right = self._to_end == (self.layoutDirection() == Qt.LayoutDirection.LeftToRight)
        tip = reach / 2 if points_right else -reach / 2
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.drawPolyline([middle + QPointF(-tip, -reach), middle + QPointF(tip, 0), middle + QPointF(-tip, reach)])


class ToolRow(QWidget):
    """The controls above the overview.

    Attributes:
        back, forward: buttons; the window joins them to their actions.
        ends: the buttons at the end of the row, by the ids of the actions that the window joins them to.
        page: the one of them that is on or off.
        folds: what stands in a second row: nothing (0), the topics (1), or the topics and the buttons at the end (2);
            at 3, where these have no room either, the page's button alone is shown of them, for the menus have all.

    Signals:
        folds_changed: ``folds`` is another now, and with it the order of the controls.
    """

    folds_changed = Signal()

    def __init__(self, theme: Theme, search: QWidget, topics: QWidget, parent: QWidget | None = None) -> None:
        """Arrange the controls round ``search`` and ``topics``."""
        super().__init__(parent)
        self._theme = theme
        self._search = search
        self._topics = topics
        self.folds = 0
        self.setObjectName("tools")
        self.back = ArrowButton(theme, to_end=False, parent=self)
        self.back.setAccessibleName(self.tr("Back"))
        self.forward = ArrowButton(theme, to_end=True, parent=self)
        self.forward.setAccessibleName(self.tr("Forward"))
        words = {"page": self.tr("Whole page"), "print": self.tr("Print…"), "export": self.tr("Export…")}
        self.ends = {name: QPushButton(self) for name in words}
        for name, button in self.ends.items():
            button.setText(words[name])  # made with its words, PySide would make all enums of QIcon
            button.setObjectName(name)
        self.page = self.ends["page"]
        self.page.setCheckable(True)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(3 * GRID, 2 * GRID, 4 * GRID, 2 * GRID + 1)
        self._rows.setSpacing(2 * GRID)
        for row in (self._first, self._second):
            row.setSpacing(2 * GRID)
            self._rows.addLayout(row)
        self._arrange()
        theme.changed.connect(self._dress)
        self._dress()

    def in_tab_order(self) -> list[QWidget]:
        """Return the controls as one reads them."""
        first, second = self._in_rows()
        return first + second

    def minimumSizeHint(self) -> QSize:
        """Allow any width."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where the row has become too long for the width."""
        super().resizeEvent(event)
        self.fold()

    def fold(self) -> None:
        """Put as many controls into the second row as the first has no room for."""
        wanted = next((folds for folds in (0, 1, 2) if self._width_needed(folds) <= self.width()), 3)
        if wanted != self.folds:
            self.folds = wanted
            self._arrange()
            self.folds_changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and hairline."""
        painter = QPainter(self)
        colours = self._theme.colours
        fill(painter, self.rect(), self._theme.colour(colours.ground))
        painter.setPen(self._theme.colour(colours.hairline))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _in_rows(self) -> tuple[list[QWidget], list[QWidget]]:
        start = [self.back, self.forward, self._search]
        if self.folds == 0:
            return [*start, self._topics, *self.ends.values()], []
        if self.folds == 1:
            return [*start, *self.ends.values()], [self._topics]
        return start, [self._topics, *(self.ends.values() if self.folds == 2 else (self.page,))]

    def _arrange(self) -> None:
        for row, controls in zip((self._first, self._second), self._in_rows(), strict=True):
            while row.takeAt(0) is not None:
                pass
            for control in controls:
                if control is self.page:
                    row.addStretch(1)
                elif control is self._topics and self.folds == 0:
                    row.addSpacing(3 * GRID)
                row.addWidget(control)
                control.raise_()  # to be read in this order by a screen reader
        for control in self.ends.values():
            control.setVisible(self.folds < 3 or control is self.page)
        self._rows.invalidate()  # it would keep its old height until the next turn of the event loop
        self.updateGeometry()

    def _width_needed(self, folds: int) -> int:
        """Return the least width at which the controls look well with so many of them folded away."""
        ends = sum(button.sizeHint().width() for button in self.ends.values()) + 2 * GRID * len(self.ends)
        if folds == 2:
            return self._topics.minimumSizeHint().width() + ends + 8 * GRID
        topics = self._topics.sizeHint().width()
        search = (self._search.sizeHint().width() + self._search.minimumSizeHint().width()) // 2
        arrows = self.back.sizeHint().width() + self.forward.sizeHint().width()
        return arrows + search + ends + (topics if folds == 0 else 0) + 14 * GRID

    def _dress(self) -> None:
        self._search.setMaximumWidth(self.fontMetrics().averageCharWidth() * SEARCH_LETTERS)
        self._search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for button in self.ends.values():
            button.setStyleSheet(button_style(self._theme))
        self.fold()
        self.update()


def button_style(theme: Theme) -> str:
    """Return the style sheet of a button drawn as an outline, filled while it is on."""
    colours = theme.colours
    return f"""
    QPushButton {{
        background: {colours.ground}; color: {colours.ink}; border: 1px solid {colours.outline};
        border-radius: 6px; padding: 5px 12px; min-height: 16px;
    }}
    QPushButton:hover, QPushButton:checked {{ background: {colours.selection}; }}
    QPushButton:checked {{ border-color: {colours.accent}; }}
    QPushButton:focus {{ border: 2px solid {colours.accent}; padding: 4px 11px; }}
    """
