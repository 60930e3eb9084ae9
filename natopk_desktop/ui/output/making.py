"""Makes exports off the window's turn: one at a time, the newest asked for; an older one is dropped."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from natopk_desktop.documents.choice import Choice
from natopk_desktop.errors import UserError
from natopk_desktop.exporters.look import Look
from natopk_desktop.exporters.registry import Format
from natopk_desktop.exporters.written import Written

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier


class Wish(NamedTuple):
    """What is asked for."""

    format: Format
    choice: Choice


class Made(NamedTuple):
    """An export, ready to be saved, and a look at it."""

    wish: Wish
    written: Written
    look: Look


class Making(QObject):
    """Makes what is asked for last.

    Attributes:
        made: the export of the last wish, None until it is there.
        is_busy: whether it is being made.

    Signals:
        progressed: the share that is done, 0 to 1.
        done: ``made`` is there.
        failed: it could not be made; one sentence says why.
    """

    progressed = Signal(float)
    done = Signal()
    failed = Signal(str)
    _answered = Signal(int, object)

    def __init__(self, dossier: Dossier) -> None:
        """Make exports of ``dossier``."""
        super().__init__()  # without a parent: a thread may outlive the dialog, and must find this alive
        self._dossier = dossier
        self._number = 0
        self.made: Made | None = None
        self.is_busy = False
        self._answered.connect(self._take)

    def ask(self, wish: Wish) -> None:
        """Make this, and drop whatever is being made."""
        self.cancel()
        self.is_busy = True
        threading.Thread(target=self._run, args=(self._number, wish), name="export", daemon=True).start()

    def cancel(self) -> None:
        """Drop what is being made or has been."""
        self._number += 1
        self.made = None
        self.is_busy = False

    def _run(self, number: int, wish: Wish) -> None:
        from natopk_desktop.exporters import look

        answer: Made | str
        try:
            answer = Made(wish, *look.seen(self._dossier, wish.choice, wish.format))
        except UserError as error:
            answer = error.message
        self._answered.emit(number, answer)

    def _take(self, number: int, answer: Made | str) -> None:
        if number != self._number:
            return
        self.is_busy = False
        if isinstance(answer, str):
            self.failed.emit(answer)
        else:
            self.made = answer
            self.done.emit()
