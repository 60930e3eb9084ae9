"""The process that speaks with the printers, seen from the window: which there are, and a job on one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTemporaryDir, QTimer, Signal

from natopk_desktop import processes
from natopk_desktop.ui.output.print_request import packed
from natopk_desktop.ui.output.print_service import FOLDER, LIST, PRINT, Line

if TYPE_CHECKING:
    from natopk_desktop.ui.output.print_request import PrintRequest

PATIENCE: Final = 1800
"""Milliseconds after which it is said that no printer has been found, so that it is said within two seconds."""

LONGEST: Final = 60_000
"""Milliseconds after which nobody waits for printers any more."""


class PrintingProcess(QObject):
    """One question to the print service. Its files go with it, however it ends.

    Signals:
        said: a line came.
        ended: nothing more will come.
    """

    said = Signal(Line)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Prepare; nothing is started."""
        super().__init__(parent)
        self._folder: QTemporaryDir | None = None
        self._rest = b""
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._on_error)

    def ask(self, question: str, content: bytes = b"") -> None:
        """Start the process with a question and what belongs to it."""
        program, *words = processes.command_line_program()
        environment = QProcessEnvironment()
        for name, value in processes.environment().items():
            environment.insert(name, value)
        if question == PRINT:
            # The spool file of a job that is cut off would be left in the system's own folder.
            self._folder = QTemporaryDir()
            for name in ("TMPDIR", FOLDER):
                environment.insert(name, self._folder.path())
        self._process.setProcessEnvironment(environment)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.start(program, [*words, processes.PRINTING, question])
        self._process.write(content)
        self._process.closeWriteChannel()

    def stop(self) -> None:
        """End it at once; nothing is signalled any more."""
        self.blockSignals(True)
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished()
        self._folder = None

    def _read(self) -> None:
        *lines, self._rest = (self._rest + bytes(self._process.readAllStandardOutput().data())).split(b"\n")
        for line in lines:
            self.said.emit(msgspec.json.decode(line, type=Line))

    def _end(self) -> None:
        self._read()
        self._folder = None
        self.ended.emit()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.ended.emit()


class PrinterSearch(QObject):
    """Looks for printers, and says so in time where they do not answer.

    Signals:
        found: the names of the printers, the usual one first; none where there are none.
        delayed: the printing system has not answered so far; ``found`` may still come.
        gave_up: it has not answered, and will not be waited for any more.
    """

    found = Signal(tuple)
    delayed = Signal()
    gave_up = Signal()

    def __init__(self, parent: QObject | None = None, patience: int = PATIENCE, longest: int = LONGEST) -> None:
        """Prepare to be ``delayed`` after ``patience`` milliseconds, and to give up after ``longest``."""
        super().__init__(parent)
        self._process = PrintingProcess(self)
        self._process.said.connect(self._on_line)
        self._process.ended.connect(self._give_up)
        self._delay = QTimer(self, singleShot=True, interval=patience)
        self._delay.timeout.connect(self.delayed)
        self._end = QTimer(self, singleShot=True, interval=longest)
        self._end.timeout.connect(self._give_up)

    def start(self) -> None:
        """Begin."""
        self._process.ask(LIST)
        self._delay.start()
        self._end.start()

    def stop(self) -> None:
        """Look no longer; nothing is signalled any more."""
        self._delay.stop()
        self._end.stop()
        self._process.stop()

    def _on_line(self, line: Line) -> None:
        self.stop()
        self.found.emit(line.printers or ())

    def _give_up(self) -> None:
        self.stop()
        self.gave_up.emit()


class PrintRun(QObject):
    """Sends pages to a printer.

    Signals:
        progressed: how many pages are painted.
        finished: all are handed over; comes once, or ``failed`` does, or neither after ``cancel``.
        failed: one sentence on why not; empty where nobody knows.
    """

    progressed = Signal(int)
    finished = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Prepare; nothing is printed."""
        super().__init__(parent)
        self._process = PrintingProcess(self)
        self._process.said.connect(self._on_line)
        self._process.ended.connect(self._on_end)

    def start(self, request: PrintRequest, pages: list[bytes]) -> None:
        """Print packed pages as ``request`` says."""
        self._process.ask(PRINT, packed(request, pages))

    def cancel(self) -> None:
        """End it at once; what has not reached the printer does not any more."""
        self._process.stop()

    def _on_line(self, line: Line) -> None:
        if line.page is not None:
            self.progressed.emit(line.page)
            return
        self._process.stop()
        if line.done:
            self.finished.emit()
        else:
            self.failed.emit(line.failed or "")

    def _on_end(self) -> None:
        self.failed.emit("")
