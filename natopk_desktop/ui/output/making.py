"""Makes exports in processes of their own: one at a time, the one asked for last; an older one is ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from natopk_desktop.documents.choice import Choice
from natopk_desktop.exporters.look import Look
from natopk_desktop.exporters.registry import Format
from natopk_desktop.exporters.written import Written
from natopk_desktop.jobs.requests import Export
from natopk_desktop.ui.job import Job

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

    Signals:
        progressed: the share that is done, 0 to 1.
        done: ``made`` is there.
        failed: it could not be made; one sentence says why.
    """

    progressed = Signal(float)
    done = Signal()
    failed = Signal(str)

    def __init__(self, dossier: Dossier, parent: QObject) -> None:
        """Make exports of ``dossier``."""
        super().__init__(parent)
        self._dossier = dossier
        self._job: Job | None = None
        self._wish: Wish | None = None
        self.made: Made | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return self._job is not None

    def ask(self, wish: Wish) -> None:
        """Make this, and end whatever is being made."""
        self.cancel()
        self._wish = wish
        self._job = Job(Export(wish.format.id, wish.choice, with_look=True), self._dossier, self)
        self._job.progressed.connect(self.progressed)
        self._job.finished.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.start()

    def cancel(self) -> None:
        """End what is being made, and drop what has been."""
        self.made = None
        if self._job is not None:
            self._job.cancel()
        self._forget()

    def _take(self) -> None:
        job, wish = self._job, self._wish
        if job is None or wish is None or job.answer.look is None:
            return
        self.made = Made(wish, Written(tuple(job.files), job.answer.items), job.answer.look)
        self._forget()
        self.done.emit()

    def _fail(self, sentence: str) -> None:
        self._forget()
        self.failed.emit(sentence)

    def _forget(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
