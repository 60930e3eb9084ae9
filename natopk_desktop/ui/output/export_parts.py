"""The parts of the export dialog that tell what is exported: formats, options, preview, losses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from natopk_desktop.ui.output import words
from natopk_desktop.ui.output.dressing import Sentence
from natopk_desktop.ui.output.format_list import FormatList
from natopk_desktop.ui.output.loss_view import LossView
from natopk_desktop.ui.output.options import Options
from natopk_desktop.ui.output.preview import Preview
from natopk_desktop.ui.slim_bars import slim
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from natopk_desktop.documents.choice import Paper
    from natopk_desktop.exporters.look import Look
    from natopk_desktop.ui.output.making import Made
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme

NARROW_LETTERS: Final = 95
"""Below as many letters' width, the parts stand one under the other."""

STACKED_LINES: Final = 16
"""Lines of a preview that stands under the rest, where all scroll together."""
LEAST_LETTERS: Final = 40
"""Below as many, the names of the options stand above their lists."""


class ExportParts(QScrollArea):
    """Formats at one side, and what becomes of the one chosen at the other; one under the other where it is narrow.

    Attributes:
        formats, options, preview, losses: the parts.

    Signals:
        changed: another format or option is chosen.
    """

    changed = Signal()

    def __init__(self, reading: Reading, theme: Theme, paper: Paper, parent: QWidget) -> None:
        """Offer what ``reading`` has."""
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        slim(self, theme)
        body = QWidget(self)
        self.formats = FormatList(theme, body)
        self.purpose = Sentence(body)
        self.options = Options(reading, paper, body)
        self.loss_title = Sentence(body)
        self.losses = LossView(theme, body)
        self.preview_title = Sentence(body)
        self.preview = Preview(theme, body)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._arrange()
        self.setWidget(body)
        self.formats.format_changed.connect(self._on_format)
        self.options.changed.connect(self.changed)
        theme.changed.connect(self._dress)
        self._dress()
        self._use_format()

    def wait(self) -> None:
        """Leave the old preview standing, but tell no losses that are not those of what is asked for."""
        self.loss_title.setText(self.tr("What the file does not hold"))
        self.losses.clear_losses()

    def clear(self) -> None:
        """Show no export."""
        self.wait()
        self.preview.clear()
        self.preview_title.setText(self.tr("Preview"))

    def show_made(self, made: Made) -> None:
        """Show a look at an export, and what it does not hold."""
        title = self._title(made.look)
        self.preview_title.setText(title)
        self.preview.show_look(made.look, title)
        losses = made.written.losses
        if losses:
            self.loss_title.setText(self.tr("What the file does not hold ({count})").format(count=len(losses)))
        else:
            self.loss_title.setText(self.tr("What the file does not hold: nothing"))
        self.losses.show_losses(losses)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts one under the other where they have no room side by side."""
        super().resizeEvent(event)
        self._turn()

    def _arrange(self) -> None:
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(5 * GRID)
        told = QVBoxLayout()
        told.setSpacing(2 * GRID)
        for part in (self.purpose, self.options):
            told.addWidget(part)
        told.addSpacing(GRID)
        told.addWidget(self.loss_title)
        told.addWidget(self.losses, 1)
        shown = QVBoxLayout()
        shown.setSpacing(2 * GRID)
        shown.addWidget(self.preview_title)
        shown.addWidget(self.preview, 1)
        self._layout.addWidget(self.formats)
        self._layout.addLayout(told, 5)
        self._layout.addLayout(shown, 5)

    def _turn(self) -> None:
        is_narrow = self.viewport().width() < self.fontMetrics().averageCharWidth() * NARROW_LETTERS
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        self.formats.fit(is_alone=is_narrow)
        lines = self.fontMetrics().lineSpacing()
        self.preview.setMinimumHeight(STACKED_LINES * lines if is_narrow else 0)
        self.losses.setMinimumHeight(STACKED_LINES * lines // 2 if is_narrow else 0)
        letters = self.viewport().width() / self.fontMetrics().averageCharWidth()
        self.options.fit(is_narrow=letters < LEAST_LETTERS)

    def _on_format(self) -> None:
        self._use_format()
        self.changed.emit()

    def _use_format(self) -> None:
        wanted = self.formats.format
        self.purpose.setText(words.translated(words.FORMATS[wanted.id].purpose))
        self.options.use(wanted)

    def _title(self, look: Look) -> str:
        if look.kind == "text":
            return self.tr("Its words, without their form") if look.is_other else self.tr("First lines")
        if not look.content:
            return self.tr("{count} pages, too many for a preview").format(count=look.pages)
        return self.tr("Page 1 of {count}").format(count=look.pages)

    def _dress(self) -> None:
        self.purpose.setFont(self._theme.font(Role.CONTROL))
        for label in (self.preview_title, self.loss_title):
            label.setFont(self._theme.font(Role.STRONG))
        self._turn()
