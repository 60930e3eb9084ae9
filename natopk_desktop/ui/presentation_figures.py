"""The figures of an entry, large, side by side and in as many rows as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from natopk_desktop.plain import one_line
from natopk_desktop.ui.theme import OUR_FAMILY, SOURCE_FAMILY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Figure
    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.ui.theme import Theme

COLUMNS: Final = 4
MOST: Final = 8
VALUE: Final = 34
WORDS: Final = 17
GAP: Final = 20


class FigureRow(QWidget):
    """Shows figures: qualifier, value and unit, each as the source has it."""

    def __init__(self, dossier: Dossier, theme: Theme, parent: QWidget) -> None:
        """Show figures of ``dossier``; none yet."""
        super().__init__(parent)
        self._dossier = dossier
        self._theme = theme
        self._unit = 1.0
        self._figures: Sequence[Figure] = ()
        self._grid = QGridLayout(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show ``figures``; beyond eight, say how many more there are."""
        self._figures = figures
        self._build()

    def set_unit(self, unit: float) -> None:
        """Make everything ``unit`` times as large as on the screen it is designed for."""
        self._unit = unit
        self._build()

    def height_for(self, width: int) -> int:
        """Return the height needed at ``width``."""
        return self._grid.totalHeightForWidth(width) if self._figures else 0

    def _build(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.setVisible(bool(self._figures))
        gap = round(GAP * self._unit)
        self._grid.setContentsMargins(0, round(1.6 * gap) if self._figures else 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * gap)
        self._grid.setVerticalSpacing(gap)
        shown = self._figures[:MOST]
        columns = COLUMNS if len(shown) % 3 else 3
        for number, figure in enumerate(shown):
            self._grid.addWidget(self._tile(figure), number // columns, number % columns, Qt.AlignmentFlag.AlignTop)
        if len(self._figures) > MOST:
            more = self.tr("and {count} more figures").format(count=len(self._figures) - MOST)
            self._grid.addWidget(self._label(more, OUR_FAMILY, WORDS), MOST // columns + 1, 0, 1, columns)
        for at in range(self._grid.count()):
            # Now, not in the next turn of the event loop: what is hidden counts for nothing in a layout's height.
            if (item := self._grid.itemAt(at)) is not None and (widget := item.widget()) is not None:
                widget.show()

    def _tile(self, figure: Figure) -> QWidget:
        tile = QWidget(self)
        tile.setAccessibleName(one_line(figure.span.of(self._dossier.text)))
        layout = QVBoxLayout(tile)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if figure.qualifier is not None:
            layout.addWidget(self._label(self._words(figure.qualifier), OUR_FAMILY, WORDS))
        else:
            # So that the values stand side by side, with and without a qualifier above them.
            layout.addSpacing(QFontMetrics(self._font(OUR_FAMILY, WORDS)).height())
        layout.addWidget(self._label(self._words(figure.value), SOURCE_FAMILY, VALUE, QFont.Weight.DemiBold))
        if figure.unit is not None:
            layout.addWidget(self._label(self._words(figure.unit), OUR_FAMILY, WORDS))
        return tile

    def _words(self, span: Span) -> str:
        return one_line(span.of(self._dossier.text))

    def _font(self, family: str, pixels: float) -> QFont:
        font = QFont(family)
        font.setPixelSize(max(1, round(pixels * self._unit)))
        return font

    def _label(self, text: str, family: str, pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(text)
        label.setWordWrap(True)
        font = self._font(family, pixels)
        font.setWeight(weight)
        label.setFont(font)
        return label
