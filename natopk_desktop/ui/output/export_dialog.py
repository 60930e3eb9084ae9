"""The export dialog: which format, of what, what it will look like, what it cannot hold, and where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout

from natopk_desktop.exporters import places
from natopk_desktop.plain import one_line
from natopk_desktop.settings import Exported
from natopk_desktop.ui.announce import announce
from natopk_desktop.ui.output import choosing, words
from natopk_desktop.ui.output.export_parts import ExportParts
from natopk_desktop.ui.output.making import Making, Wish
from natopk_desktop.ui.output.progress_line import ProgressLine
from natopk_desktop.ui.output.replacing import ask_to_replace, is_agreed
from natopk_desktop.ui.output.target import Target
from natopk_desktop.ui.output.writing_files import FileWriter
from natopk_desktop.ui.theme import GRID

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from natopk_desktop.ui.keeper import Keeper
    from natopk_desktop.ui.output.making import Made
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme

REST_MS: Final = 60
"""How long a choice must rest before it is looked at: one who runs through a list with the arrow keys is left alone."""

WIDTH_LETTERS: Final = 130
LINES: Final = 38


class ExportDialog(QDialog):
    """Exports what a reader has open. Deletes itself when closed.

    Attributes:
        parts: format, options, preview and losses.
        target: where it is saved.
        line: progress, and what went wrong.

    Signals:
        saved: the files are written; the paths of all of them.
    """

    saved = Signal(list)

    def __init__(self, reading: Reading, theme: Theme, keeper: Keeper, parent: QWidget) -> None:
        """Offer exports of ``reading``, beginning with the format of the last time."""
        super().__init__(parent)
        self._dossier = reading.dossier
        self._keeper = keeper
        self._is_wanted = False
        self._is_asking = False
        self._agreed: set[Path] = set()
        self._files: list[Path] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export"))
        before = keeper.settings.exported
        self.parts = ExportParts(reading, theme, choosing.usual_paper(), self)
        self.target = Target(before.folder, theme, self)
        self.line = ProgressLine(theme, self)
        self._making = Making(reading.dossier, self)
        self._writer = FileWriter()
        self._add_buttons()
        self._arrange()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._connect_signals()
        self.parts.formats.choose(before.format)
        self._on_choice()
        self.parts.formats.setFocus()

    @property
    def wish(self) -> Wish:
        """What is asked for as the dialog stands."""
        return Wish(self.parts.formats.format, self.parts.options.choice())

    @property
    def made(self) -> Made | None:
        """The export that is previewed, None while it is being made."""
        return self._making.made

    # Making

    def _add_buttons(self) -> None:
        self.buttons = QDialogButtonBox(self)
        roles = QDialogButtonBox.ButtonRole
        self.save_button = self.buttons.addButton(self.tr("&Save"), roles.AcceptRole)
        self.save_button.setDefault(True)
        self.stop_button = self.buttons.addButton(self.tr("S&top"), roles.ActionRole)
        self.stop_button.hide()
        self.cancel_button = self.buttons.addButton(self.tr("&Cancel"), roles.RejectRole)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 3 * GRID)
        layout.setSpacing(3 * GRID)
        layout.addWidget(self.parts, 1)
        layout.addWidget(self.target)
        foot = QHBoxLayout()
        foot.setSpacing(4 * GRID)
        foot.addWidget(self.line, 1)
        foot.addWidget(self.buttons)
        layout.addLayout(foot)
        room = self.screen().availableSize()
        metrics = self.fontMetrics()
        width = min(metrics.averageCharWidth() * WIDTH_LETTERS, room.width() - 10 * GRID)
        self.resize(width, min(metrics.lineSpacing() * LINES, room.height() - 16 * GRID))

    def _connect_signals(self) -> None:
        self.parts.changed.connect(self._on_choice)
        self._rest.timeout.connect(self._make)
        self._making.progressed.connect(self.line.show_share)
        self._making.done.connect(self._on_made)
        self._making.failed.connect(self._on_failure)
        self._writer.finished.connect(self._on_written)
        self.target.changed.connect(self._on_target)
        self.buttons.accepted.connect(self.save)
        self.buttons.rejected.connect(self.reject)
        self.stop_button.clicked.connect(self.stop)

    # Following the choice

    def _on_choice(self) -> None:
        wish = self.wish
        self.target.suggest(places.suggested(self._dossier, wish.choice, wish.format), wish.format)
        self._making.cancel()
        self.parts.wait()
        self.line.clear()
        self._rest.start()

    def _on_target(self) -> None:
        self._agreed.clear()
        if not self._making.is_busy:
            self.line.clear()

    def _make(self) -> None:
        self.line.wait()
        self._making.ask(self.wish)

    def _on_made(self) -> None:
        self.line.clear()
        if self.made is not None:
            self.parts.show_made(self.made)
        if self._is_wanted:
            self._go_on()

    def _on_failure(self, sentence: str) -> None:
        self._want(on=False)
        self.parts.clear()
        self._tell(sentence)

    # Saving

    def save(self) -> None:
        """Save what is previewed, as soon as it is there; where that replaces a file, only after asking."""
        fault = self._fault_of_name()
        if fault:
            self._tell(fault)
            self.target.field.setFocus()
            return
        if self._rest.isActive() or (self.made is None and not self._making.is_busy):
            self._rest.stop()
            self._make()
        self._want(on=True)
        self._go_on()

    def _fault_of_name(self) -> str:
        """Return what is wrong with the name of the file, as a sentence; nothing where it will do."""
        path, wanted = self.target.path(), self.wish.format
        if not path:
            return self.tr("Name the file to save.")
        other = places.promised(path, wanted)
        if other is None:
            return ""
        names = [words.translated(words.FORMATS[one.id].name) for one in (other, wanted)]
        told = self.tr("By its ending this file would pass for {other}, but it is {format}: change either of them.")
        return told.format(other=names[0], format=names[1])

    def stop(self) -> None:
        """Give up making what was to be saved; nothing is left of it."""
        self._making.cancel()
        self._want(on=False)
        self.parts.clear()
        self._tell(self.tr("Stopped; nothing was saved."))

    def reject(self) -> None:
        """Close without saving; what is being made is dropped. What is being written is waited for."""
        if self._files:
            return
        if self._is_wanted:
            self.stop()
            return
        self._making.cancel()
        super().reject()

    def _go_on(self) -> None:
        """Take the next step: ask about what would be replaced, wait for what is being made, write it."""
        made = self.made
        if self._is_asking or (made is None and self.wish.format.may_be_several):
            return
        count = 1 if made is None else len(made.written.files)
        files = places.paths(self.target.path(), self.wish.format, count)
        standing = [file for file in files if file not in self._agreed and _stands(file)]
        if standing:
            self._is_asking = True
            box = ask_to_replace(standing, self)
            box.finished.connect(lambda: self._on_answer(standing, is_agreed=is_agreed(box)))
        elif made is not None:
            self._files = files
            self.buttons.setEnabled(False)
            self._writer.write(list(zip(files, made.written.files, strict=True)))

    def _on_answer(self, standing: list[Path], *, is_agreed: bool) -> None:
        self._is_asking = False
        if not is_agreed:
            self._want(on=False)
            self.target.field.setFocus()
        else:
            self._agreed.update(standing)
            self._go_on()

    def _on_written(self, sentence: str) -> None:
        files, self._files = self._files, []
        self.buttons.setEnabled(True)
        self._want(on=False)
        if sentence:
            self._tell(sentence)
            return
        wanted = self.wish.format.id
        self._keeper.change(exported=Exported(wanted, str(files[0].parent)))
        self.saved.emit([str(file) for file in files])
        self.accept()

    def _want(self, *, on: bool) -> None:
        """Show that the reader waits for a file, or does not."""
        self._is_wanted = on
        for widget in (self.parts.formats, self.parts.options, self.target, self.save_button):
            widget.setEnabled(not on)
        self.stop_button.setVisible(on)
        self.cancel_button.setVisible(not on)
        if on:
            self.stop_button.setFocus()
        elif self.focusWidget() is None or not self.focusWidget().isEnabled():
            self.save_button.setFocus()

    def _tell(self, sentence: str) -> None:
        self.line.tell(one_line(sentence))
        announce(self.line, sentence)


def _stands(file: Path) -> bool:
    try:
        return file.exists()
    except (OSError, ValueError):  # saving tells what is wrong with it
        return False
