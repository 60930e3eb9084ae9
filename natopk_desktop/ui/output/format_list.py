"""The list of formats, in groups: pages, texts, data, references."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QSizePolicy

from natopk_desktop.exporters import registry
from natopk_desktop.ui.output import words
from natopk_desktop.ui.output.dressing import outline
from natopk_desktop.ui.slim_bars import slim
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.exporters.registry import Format
    from natopk_desktop.ui.theme import Theme

FORMAT: Final = Qt.ItemDataRole.UserRole
SMALLEST_ROW: Final = 24
SCROLL_BAR: Final = 12
FEWEST_LETTERS: Final = 14


class FormatList(QListWidget):
    """One row a format under the name of its group; a group's name cannot be chosen.

    Signals:
        format_changed: another format is chosen.
    """

    format_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """List every format of the registry; the first is chosen."""
        super().__init__(parent)
        self._theme = theme
        self._is_alone = False
        self.setAccessibleName(self.tr("Format"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        slim(self, theme)
        for kind, group in words.KINDS.items():
            self._add_group(words.translated(group))
            for known in registry.FORMATS:
                if known.kind == kind:
                    self._add_format(known, words.translated(group))
        self.choose(registry.FORMATS[0].id)
        self.currentItemChanged.connect(self._on_current)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def format(self) -> Format:
        """The format chosen."""
        item = self.currentItem()
        return registry.by_id(item.data(FORMAT)) if item is not None else registry.FORMATS[0]

    def choose(self, format_id: str) -> None:
        """Choose the format of this id; nothing changes where there is none."""
        for item in self._items():
            if item.data(FORMAT) == format_id:
                self.setCurrentItem(item)

    def fit(self, *, is_alone: bool) -> None:
        """Stand beside others as high as there is room, or above them with a few rows."""
        policy = QSizePolicy.Policy
        self.setSizePolicy(
            policy.Expanding if is_alone else policy.Fixed, policy.Fixed if is_alone else policy.Expanding
        )
        self._is_alone = is_alone
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the width of the longest name, and for all rows."""
        if self._is_alone:
            return self.minimumSizeHint()
        rows = sum(item.sizeHint().height() for item in self._items())
        return QSize(self._width(), rows + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Make do with a few rows."""
        width = FEWEST_LETTERS * self.fontMetrics().averageCharWidth() if self._is_alone else self._width()
        return QSize(width, 6 * self.item(1).sizeHint().height())

    def _width(self) -> int:
        names = (QFontMetrics(item.font()).horizontalAdvance(item.text()) for item in self._items())
        return max(names) + 2 * self.frameWidth() + SCROLL_BAR + 6 * GRID

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _add_group(self, name: str) -> None:
        item = QListWidgetItem(name, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _add_format(self, known: Format, group: str) -> None:
        told = words.FORMATS[known.id]
        item = QListWidgetItem(words.translated(told.name), self)
        item.setData(FORMAT, known.id)
        purpose = words.translated(told.purpose)
        item.setToolTip(purpose)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {group}")
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, purpose)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(FORMAT) is not None:
            self.scrollToItem(item)
            self.format_changed.emit()

    def _dress(self) -> None:
        self.setStyleSheet(f"{outline(self._theme, 'QListWidget')} QListWidget::item {{ padding: 0 {2 * GRID}px; }}")
        height = max(SMALLEST_ROW, self.fontMetrics().height() + 2 * GRID)
        for row, item in enumerate(self._items()):
            is_group = item.data(FORMAT) is None
            item.setFont(self._theme.font(Role.STRONG if is_group else Role.CONTROL))
            colours = self._theme.colours
            item.setForeground(self._theme.colour(colours.accent if is_group else colours.ink))
            item.setSizeHint(QSize(0, height + (2 * GRID if is_group and row else 0)))
            if is_group:
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom)
        self.updateGeometry()
