"""One line of a dialog: how far its work is, or what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from natopk_desktop.ui.output.dressing import Sentence
from natopk_desktop.ui.theme import GRID

if TYPE_CHECKING:
    from natopk_desktop.ui.theme import Theme

PATIENCE_MS: Final = 400
"""How long work may last before it is shown; what is done sooner would only flicker."""
WHOLE: Final = 1000
BAR_LETTERS: Final = 24


class ProgressLine(QWidget):
    """A bar while something is being made, a sentence when there is something to say, else nothing.

    Attributes:
        bar: how far it is; without end where that is not known.
        words: the sentence.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Show nothing, but keep the room."""
        super().__init__(parent)
        self._theme = theme
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.words = Sentence(self)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.bar, 1)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show_bar)
        theme.changed.connect(self._dress)
        self._dress()
        self.clear()

    def wait(self) -> None:
        """Show soon that something is being made."""
        self.clear()
        self.bar.setRange(0, 0)
        self._patience.start()

    def show_share(self, share: float) -> None:
        """Show how much is done, 0 to 1."""
        self.bar.setRange(0, WHOLE)
        self.bar.setValue(round(share * WHOLE))
        if self.bar.isVisible():
            self.words.setText(self.tr("Working… {percent} %").format(percent=round(100 * share)))

    def tell(self, sentence: str) -> None:
        """Show a sentence."""
        self.clear()
        self.words.setText(sentence)

    def clear(self) -> None:
        """Show nothing."""
        self._patience.stop()
        self.bar.hide()
        self.words.clear()

    def _show_bar(self) -> None:
        self.words.setText(self.tr("Working…"))
        self.bar.show()

    def _dress(self) -> None:
        colours = self._theme.colours
        self.words.setStyleSheet(f"color: {colours.ink};")
        letter = self.fontMetrics().averageCharWidth()
        self.bar.setMinimumWidth(letter)  # where space is short, the percentage says the same
        self.bar.setMaximumWidth(letter * BAR_LETTERS)
        self.bar.setFixedHeight(max(2 * GRID, self.fontMetrics().height() // 2))
        self.bar.setStyleSheet(
            f"QProgressBar {{ background: {colours.panel}; border: 1px solid {colours.outline}; border-radius: 3px; }}"
            f"QProgressBar::chunk {{ background: {colours.accent}; border-radius: 2px; }}"
        )
