"""What an export does not hold, told before it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPlainTextEdit

from natopk_desktop.plain import one_line
from natopk_desktop.ui.output.dressing import outline
from natopk_desktop.ui.slim_bars import slim
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from natopk_desktop.report import Item
    from natopk_desktop.ui.theme import Theme

MOST_IDS: Final = 12
"""Ids named of each kind of loss; the sentence has the number of all."""


class LossView(QPlainTextEdit):
    """One paragraph for each kind of loss: what, of what, and where it can be had; to be read and copied.

    Attributes:
        is_known: whether it tells of an export, and not that one is being made.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self.is_known = False
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("What the file does not hold"))
        slim(self, theme)
        theme.changed.connect(self._dress)
        self._dress()

    def show_losses(self, losses: Sequence[Item]) -> None:
        """Tell of these losses, or that there are none."""
        self.is_known = True
        remedies = dict.fromkeys(one_line(item.remedy) for item in losses if item.remedy)
        told = [*map(self._paragraph, losses), *remedies] or [self.tr("The file holds everything.")]
        self.setPlainText("\n".join(told))

    def clear_losses(self) -> None:
        """Tell nothing."""
        self.is_known = False
        self.clear()

    def sizeHint(self) -> QSize:
        """Ask for a column of usual width."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 44, metrics.lineSpacing() * 8)

    def minimumSizeHint(self) -> QSize:
        """Make do with three lines."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 16, metrics.lineSpacing() * 3 + 4 * GRID)

    def _paragraph(self, item: Item) -> str:
        told = one_line(item.message)
        ids = item.where.ids or ((item.where.id,) if item.where.id else ())
        if not ids:
            return f"• {told}"
        more = self.tr(" and {count} more").format(count=len(ids) - MOST_IDS) if len(ids) > MOST_IDS else ""
        return f"• {told} ({one_line(', '.join(ids[:MOST_IDS]))}{more})"

    def _dress(self) -> None:
        self.setFont(self._theme.font(Role.LABEL))
        self.setStyleSheet(outline(self._theme, "QPlainTextEdit"))
        self.document().setDocumentMargin(2 * GRID)
