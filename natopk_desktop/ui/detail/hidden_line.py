"""The line over the chosen entry while the filter hides it from the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter

from natopk_desktop.ui.detail.labels import LinkButton
from natopk_desktop.ui.detail.part import Part
from natopk_desktop.ui.detail.stacking import Stack, show_only_if
from natopk_desktop.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.dossier.selection import Bar
    from natopk_desktop.ui.detail.host import Host


class HiddenLine(Part):
    """Says that the entry shown is not in the list, and why, and offers to show all.

    Attributes:
        side: pixels free at either side, so that its words stand above those of the entry.

    Signals:
        all_requested: the reader wants to see all entries.
    """

    all_requested = Signal()

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make the line, without words yet."""
        super().__init__(host, parent)
        self.side = 0
        self.told = self.ours()
        self.show_all = LinkButton(host.theme, self)
        words = self.tr("Show all entries")
        self.show_all.show_words(words, words)
        self.show_all.clicked.connect(self.all_requested)

    def show_bars(self, bars: Collection[Bar]) -> None:
        """Say what of the filter hides the entry, at least one."""
        if len(bars) > 1:
            words = self.tr("Ours: not in the list; hidden by topics and period.")
        elif "period" in bars:
            words = self.tr("Ours: not in the list; hidden by the period.")
        else:
            words = self.tr("Ours: not in the list; hidden by the choice of topics.")
        self.told.show_words(words)
        self.show_all.setAccessibleDescription(words)

    def fit(self, width: int, most: int) -> int:
        """Lay the line out for a width in pixels, and return its height.

        Where that is more than ``most`` pixels the button is left out: Esc and the filter's own button do the same.
        """
        show_only_if(self.show_all, needed=True)
        height = self.height_at(width)
        if height > most:
            self.show_all.hide()
            height = self.height_at(width)
        return height

    def height_at(self, width: int) -> int:
        """Lay the line out for a width in pixels, and return its height."""
        stack = Stack(self, width - 2 * self.side, 2 * GRID, self.side)
        self.lay_out(stack)
        return stack.y + GRID + 1

    def lay_out(self, stack: Stack) -> None:
        """Place the button after the words, or under them."""
        stack.flow([self.told] if self.show_all.isHidden() else [self.told, self.show_all], 2 * GRID, level=True)

    def restyle(self) -> None:
        """Take fonts and colours from the theme again."""
        self.told.restyle()
        self.show_all.restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the hairline below."""
        painter = QPainter(self)
        colours = self.host.theme.colours
        painter.fillRect(self.rect(), self.host.theme.colour(colours.ground))
        painter.setPen(self.host.theme.colour(colours.hairline))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()
