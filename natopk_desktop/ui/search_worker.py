"""The thread that owns the search index: builds it, and answers queries with it, the newest first."""

from __future__ import annotations

import threading
import time
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from natopk_desktop.dossier.search_query import Query
from natopk_desktop.dossier.searchable import KINDS

if TYPE_CHECKING:
    from array import array

    from natopk_desktop.dossier.search_index import SearchIndex
    from natopk_desktop.dossier.searchable import Kind, Searchable

    Rows = dict[Kind, array[int]]

SCREENFUL: Final = 40
"""Milestones found first; no list shows more rows at once."""

BREATH: Final = 0.001
"""Seconds the thread sleeps between two batches of its build, so that the window gets its turn at once."""

MOMENT: Final = 0.004
"""Seconds the window waits for first hits, a quarter of a frame at the most."""

A_PAINT: Final = 0.012
"""Seconds the thread leaves to the window for painting the first hits."""


class Job(NamedTuple):
    """A query to answer; ``number`` counts the queries, so that a late answer is known as such."""

    number: int
    query: Query


class SearchWorker(QObject):
    """One thread with one index. Make it, ``start`` it, ``ask`` it, and ``stop`` it.

    Signals (sent from the thread, received in the window's):
        built: the index is whole; queries may be asked.
        answered: number of the query, rows found by kind, and whether these are all.
    """

    built = Signal()
    answered = Signal(int, object, bool)

    def __init__(self, items: Searchable, parent: QObject | None = None) -> None:
        """Prepare to index ``items``; nothing runs yet."""
        super().__init__(parent)
        self._items = items
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._stopped = threading.Event()
        self._has_answered = threading.Event()
        # Of a program that ends without stopping it the thread must not keep the process alive.
        self._thread = threading.Thread(target=self._run, name="search", daemon=True)

    def start(self) -> None:
        """Begin to build the index."""
        self._thread.start()

    def ask(self, number: int, query: Query) -> None:
        """Have ``query`` answered, unless a newer one is asked before its turn comes.

        Gives the thread a moment for the first hits: it has them sooner than the window has painted what was typed,
        and so they are painted at once with it.
        """
        self._has_answered.clear()
        self._jobs.put(Job(number, query))
        self._has_answered.wait(MOMENT)

    def stop(self) -> None:
        """End the thread and wait for it: a batch of the build or one look-up at the most."""
        self._stopped.set()
        self._jobs.put(None)
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        # SQLite is loaded in here: a window in which nobody searches does without it.
        from natopk_desktop.dossier.search_index import SearchIndex

        index = SearchIndex(self._items)
        try:
            if index.build(self._rests):
                self.built.emit()
                while (job := self._newest()) is not None:
                    self._answer(index, job)
        finally:
            index.close()

    def _rests(self) -> bool:
        """Let the window have its turn; tell whether to give up."""
        time.sleep(BREATH)
        return self._stopped.is_set()

    def _newest(self) -> Job | None:
        """Wait for a query and return the newest, None when it is time to end."""
        job = self._jobs.get()
        while job is not None and not self._jobs.empty():
            job = self._jobs.get()
        return None if self._stopped.is_set() else job

    def _answer(self, index: SearchIndex, job: Job) -> None:
        first: Rows = {"milestone": index.rows(job.query, "milestone", SCREENFUL)}
        if len(first["milestone"]) == SCREENFUL:
            self._tell(job, first, is_complete=False)
            # Two threads of Python hinder each other: the window paints these first.
            self._stopped.wait(A_PAINT)
        if self._jobs.empty():
            found: Rows = {kind: index.rows(job.query, kind) for kind in KINDS}
            self._tell(job, found, is_complete=True)

    def _tell(self, job: Job, rows: Rows, *, is_complete: bool) -> None:
        self.answered.emit(job.number, rows, is_complete)
        self._has_answered.set()
