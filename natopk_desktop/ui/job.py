"""Long work in a process of its own, seen from the window: start it, follow it, end it."""

from __future__ import annotations

from collections import deque
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from natopk_desktop import log, processes
from natopk_desktop.dossier import packing, search_text
from natopk_desktop.jobs import frames
from natopk_desktop.jobs.frames import Kind
from natopk_desktop.jobs.requests import Answer, Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.search_text import SearchText
    from natopk_desktop.jobs.frames import Frame
    from natopk_desktop.jobs.requests import Request

TURN: Final = 0.012
"""Seconds a turn of the event loop may be spent on what has come."""

AHEAD: Final = 1 << 20
"""Bytes handed to the process before it has taken those before."""


class Job(QObject):
    """One request in one process.

    Attributes:
        dossier: what was opened, once ``finished``; None for other requests.
        files: what was made, once ``finished``.
        words: the folded words, once ``finished``; None for other requests.
        answer: what else the job says, once ``finished``.

    Signals:
        progressed: the share that is done, 0 to 1.
        finished: it is done; comes once, or ``failed`` does, or neither after ``cancel``.
        failed: one sentence on why it is not done.
    """

    progressed = Signal(float)
    finished = Signal()
    failed = Signal(str)

    def __init__(self, request: Request, dossier: Dossier | None = None, parent: QObject | None = None) -> None:
        """Prepare ``request``, which is about ``dossier`` where it needs one; ``start`` starts it."""
        super().__init__(parent)
        self.dossier: Dossier | None = None
        self.files: list[bytes] = []
        self.words: SearchText | None = None
        self.answer = Answer()
        self._outgoing = _outgoing(request, dossier)
        self._waiting: deque[Frame] = deque()
        self._parser = frames.Parser()
        self._unpacker = packing.Unpacker()
        self._collector = search_text.Collector()
        self._has_pieces = False
        self._has_words = False
        self._is_over = False
        self._process = QProcess(self)
        # Whoever forgets to cancel a job must not leave a process that speaks to what is gone.
        self.destroyed.connect(partial(_end, self._process))
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.bytesWritten.connect(self._send)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_end)
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._take_waiting)

    def start(self) -> None:
        """Start the process; signals tell the rest."""
        program, *words = processes.command_line_program()
        environment = QProcessEnvironment()
        for name, value in processes.environment().items():
            environment.insert(name, value)
        self._process.setProcessEnvironment(environment)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.start(program, [*words, processes.JOB])
        self._send()

    def cancel(self) -> None:
        """End it at once; nothing is signalled any more and nothing is left."""
        self._is_over = True
        self._waiting.clear()
        self._turn.stop()
        _end(self._process)

    @property
    def is_over(self) -> bool:
        """Whether it is finished, failed or cancelled."""
        return self._is_over

    def _send(self) -> None:
        """Hand over as much as the process has room for."""
        while not self._is_over and self._process.bytesToWrite() < AHEAD:
            piece = next(self._outgoing, None)
            if piece is None:
                return
            self._process.write(piece)

    def _on_output(self) -> None:
        data = bytes(self._process.readAllStandardOutput().data())
        self._waiting.extend(self._parser.feed(data))
        if not self._turn.isActive():
            self._turn.start(0)

    def _take_waiting(self) -> None:
        end = monotonic() + TURN
        while self._waiting and not self._is_over:
            self._take(*self._waiting.popleft())
            if monotonic() > end:
                self._turn.start(0)
                return
        if not self._is_over and self._process.state() == QProcess.ProcessState.NotRunning:
            self._fail(self.tr("The work ended without a result; nothing was changed. Try again."))

    def _take(self, kind: Kind, content: bytes) -> None:
        if kind is Kind.PIECE:
            self._has_pieces = True
            self._unpacker.take(content)
        elif kind is Kind.WORDS:
            self._has_words = True
            self._collector.take(content)
        elif kind is Kind.FILE:
            self.files.append(content)
        elif kind is Kind.PROGRESS:
            self.progressed.emit(float(content))
        elif kind is Kind.ANSWER:
            self._finish(msgspec.msgpack.decode(content, type=Answer))
        elif kind is Kind.FAILURE:
            self._fail(self._sentence(msgspec.msgpack.decode(content, type=Failure)))

    def _finish(self, answer: Answer) -> None:
        self.answer = answer
        if self._has_pieces:
            self.dossier = self._unpacker.dossier()
        if self._has_words:
            self.words = self._collector.text()
        self._is_over = True
        self.finished.emit()

    def _sentence(self, failure: Failure) -> str:
        if not failure.details:
            return failure.message
        log.write(f"{log.versions()}\nin a process of its own\n{failure.details}")
        told = self.tr(
            "Something went wrong that nobody foresaw ({name}); nothing was changed. The log has the details."
        )
        return told.format(name=failure.message)

    def _fail(self, sentence: str) -> None:
        self._is_over = True
        self.failed.emit(sentence)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and not self._is_over:
            self._fail(self.tr("The work could not be started, as if this installation were damaged; install it anew."))

    def _on_end(self) -> None:
        self._on_output()


def _end(process: QProcess) -> None:
    """Kill a process, and wait the moment until it is gone."""
    if process.state() != QProcess.ProcessState.NotRunning:
        process.kill()
        process.waitForFinished()


def _outgoing(request: Request, dossier: Dossier | None) -> Iterator[bytes]:
    """Yield the frames of a request."""
    yield frames.encoded(Kind.REQUEST, msgspec.msgpack.encode(request))
    pieces: Iterable[bytes] = () if dossier is None else packing.pack(dossier)
    for piece in pieces:
        yield frames.encoded(Kind.PIECE, piece)
    yield frames.encoded(Kind.START, b"")
