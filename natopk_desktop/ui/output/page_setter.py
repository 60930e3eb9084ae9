"""Sets pages while the window stays alive: a few in a thread, many in a process of their own."""

from __future__ import annotations

import threading
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from natopk_desktop import log
from natopk_desktop.documents import chosen
from natopk_desktop.errors import UserError
from natopk_desktop.jobs.requests import Pages
from natopk_desktop.ui.job import Job

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier

LONG: Final = 500
"""Milestones from which on a document is set in a process of its own, which can be stopped."""

LONG_SHEETS: Final = 100
"""The same for milestone sheets, of which each fills a page and more."""

POLL: Final = 10
"""Milliseconds between two looks at what the thread has made."""

Made = tuple[bytes, ...] | str
"""Packed pages, or one sentence on why there are none."""


class PageSetter(QObject):
    """Sets one document after the other; a new wish takes the place of the one before.

    Signals:
        ready: the packed pages (``typesetting.packed``) of the last choice.
        failed: one sentence on why there are none.
    """

    ready = Signal(tuple)
    failed = Signal(str)

    def __init__(self, dossier: Dossier, parent: QObject | None = None) -> None:
        """Set documents of ``dossier``."""
        super().__init__(parent)
        self._dossier = dossier
        self._job: Job | None = None
        self._made: SimpleQueue[Made] = SimpleQueue()
        self._poll = QTimer(self, interval=POLL)
        self._poll.timeout.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Whether pages are being set."""
        return self._poll.isActive() or self._job is not None

    def start(self, choice: Choice) -> None:
        """Set the document that ``choice`` asks for."""
        self.stop()
        if self._is_long(choice):
            self._job = Job(Pages(choice), self._dossier, self)
            self._job.finished.connect(self._on_job)
            self._job.failed.connect(self._on_job_failed)
            self._job.start()
            return
        # A queue of its own for each wish: what an older thread still makes goes nowhere.
        self._made = SimpleQueue()
        threading.Thread(target=_set, args=(self._dossier, choice, self._made), daemon=True).start()
        self._poll.start()

    def stop(self) -> None:
        """Give up what is being set; nothing is signalled any more."""
        self._poll.stop()
        self._end_job()

    def _is_long(self, choice: Choice) -> bool:
        count = len(chosen.rows(self._dossier, choice))
        return count > (LONG_SHEETS if choice.document == "milestone" else LONG)

    def _look(self) -> None:
        if self._made.empty():
            return
        self._poll.stop()
        made = self._made.get()
        if isinstance(made, str):
            self.failed.emit(made)
        else:
            self.ready.emit(made)

    def _on_job(self) -> None:
        if self._job is not None:
            pages = tuple(self._job.files)
            self._end_job()
            self.ready.emit(pages)

    def _on_job_failed(self, sentence: str) -> None:
        self._end_job()
        self.failed.emit(sentence)

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.cancel()  # with all said, its process may still be about to end
            self._job.deleteLater()
            self._job = None


def _set(dossier: Dossier, choice: Choice, made: SimpleQueue[Made]) -> None:
    from natopk_desktop.typesetting import packed

    try:
        made.put(packed.pages(dossier, choice))
    except UserError as error:
        made.put(error.message)
    except Exception as error:  # noqa: BLE001 - nobody else hears of what goes wrong in a thread
        log.write(f"{log.versions()}\nsetting pages\n{log.describe(error)}")
        made.put("")
