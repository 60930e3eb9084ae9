"""The tab of a file that is being opened: how far it is and a way out; where it fails, one sentence and what next."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from natopk_desktop.jobs.requests import Open
from natopk_desktop.plain import one_line
from natopk_desktop.ui.announce import announce
from natopk_desktop.ui.job import Job
from natopk_desktop.ui.opening import quick
from natopk_desktop.ui.tabs.opened import Opened, stamp_of
from natopk_desktop.ui.tabs.page import Page
from natopk_desktop.ui.theme import GRID, Role
from natopk_desktop.ui.tool_row import button_style

if TYPE_CHECKING:
    from pathlib import Path

    from natopk_desktop.importers.imported import Options
    from natopk_desktop.ui.theme import Theme

NAME_LETTERS: Final = 80
WIDTH_LETTERS: Final = 70
WHOLE: Final = 1000


class OpeningPage(Page):
    """Opens a file in a process of its own.

    Attributes:
        path: the file.
        options: what a person said about it.
        at: the id of the milestone to start at, None for where it was left.
        sentence: why it could not be opened, empty while it may be.

    Signals:
        opened: the dossier (``Opened``) is there.
        failed: it could not be opened; one sentence.
        left: the reader has no more use for this page.
        choose_requested: the reader wants to choose another file.
    """

    opened = Signal(object)
    failed = Signal(str)
    left = Signal()
    choose_requested = Signal()

    def __init__(self, path: Path, options: Options, theme: Theme, at: str | None = None) -> None:
        """Prepare to open the file at ``path``; ``start`` starts it."""
        super().__init__()
        self.path = path
        self.options = options
        self.at = at
        self.sentence = ""
        self._theme = theme
        self._job: Job | None = None
        self._stamp = stamp_of(path)
        self.told = QLabel(self)
        self.bar = QProgressBar(self)
        self.cancel = QPushButton(self.tr("&Cancel"), self)
        self.again = QPushButton(self.tr("&Try again"), self)
        self.choose = QPushButton(self.tr("Choose &another file…"), self)
        self._arrange()
        self.cancel.clicked.connect(self.left)
        self.again.clicked.connect(self.start)
        self.choose.clicked.connect(self.choose_requested)
        theme.changed.connect(self._dress)
        self._show_going()
        self._dress()

    def _arrange(self) -> None:
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.bar.setTextVisible(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * GRID)
        for button in (self.again, self.choose, self.cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(4 * GRID)
        column.addStretch(2)
        column.addWidget(self.told)
        column.addWidget(self.bar)
        column.addLayout(buttons)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(6 * GRID, 4 * GRID, 6 * GRID, 4 * GRID)
        row.addStretch(1)
        row.addLayout(column, 8)
        row.addStretch(1)

    @property
    def name(self) -> str:
        """The name of the file."""
        return one_line(self.path.name, NAME_LETTERS)

    @property
    def hint(self) -> str:
        """The whole name of the file."""
        return one_line(str(self.path))

    @property
    def file(self) -> Path:
        """The file."""
        return self.path

    def take_focus(self) -> None:
        """Give the keyboard to what can be done."""
        (self.again if self.sentence else self.cancel).setFocus()

    def start(self) -> None:
        """Begin to open the file, or begin again."""
        self.end()
        self.sentence = ""
        self._stamp = stamp_of(self.path)
        self._job = Job(Open(os.fsencode(self.path), self.options), None, self)
        self._job.progressed.connect(self._on_progress)
        # In a turn of its own: to put a dossier together takes one, and to show it takes another.
        self._job.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._job.failed.connect(self.fail)
        self._show_going()
        self._job.start()

    def end(self) -> None:
        """End the process, if there is one."""
        if self._job is not None:
            self._job.cancel()
            self._job.deleteLater()
            self._job = None

    def fail(self, sentence: str) -> None:
        """Tell why the file is not open."""
        self.sentence = sentence
        had_focus = self.cancel.hasFocus()
        self.told.setText(sentence)
        self.told.setAccessibleName(sentence)
        self.cancel.setText(self.tr("&Close"))
        self.bar.hide()
        self.again.show()
        self.choose.show()
        if had_focus:
            self.again.setFocus()
        announce(self, sentence)
        self.described.emit()
        self.failed.emit(sentence)

    def _show_going(self) -> None:
        words = self.tr("Opening {name}…").format(name=self.name)
        self.told.setText(words)
        self.told.setAccessibleName(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, 0)  # until the first news: busy
        self.bar.show()
        self.cancel.setText(self.tr("&Cancel"))
        if self.again.hasFocus():
            self.cancel.setFocus()
        self.again.hide()
        self.choose.hide()

    def _on_progress(self, share: float) -> None:
        self.bar.setRange(0, WHOLE)
        self.bar.setValue(round(share * WHOLE))

    def _on_finished(self) -> None:
        job = self._job
        if job is None or job.dossier is None:
            return
        # A dossier read from its own file is saved there again; of any other file a dossier is yet to be saved.
        path = self.path if quick.is_dossier(self.path) else None
        answer = job.answer
        self.opened.emit(Opened(job.dossier, self.path, path, self._stamp, answer.items, answer.counts))

    def _dress(self) -> None:
        self.told.setFont(self._theme.font(Role.LABEL))
        self.told.setMaximumWidth(self.told.fontMetrics().averageCharWidth() * WIDTH_LETTERS)
        self.bar.setMaximumWidth(self.told.maximumWidth())
        self.bar.setFixedHeight(2 * GRID)
        colours = self._theme.colours
        self.bar.setStyleSheet(
            f"QProgressBar {{ background: {colours.hairline}; border: 0; border-radius: {GRID}px; }}"
            f"QProgressBar::chunk {{ background: {colours.accent}; border-radius: {GRID}px; }}"
        )
        for button in (self.again, self.choose, self.cancel):
            button.setStyleSheet(button_style(self._theme))
