"""Writes files off the window's turn, for a slow disk takes its time to be sure of them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from natopk_desktop import saving
from natopk_desktop.errors import OperationError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class FileWriter(QObject):
    """Writes all of some files, or none. Has no parent, since its thread may outlive the dialog.

    Signals:
        finished: empty where all are written, else one sentence on why they are not.
    """

    finished = Signal(str)

    def write(self, contents: Sequence[tuple[Path, bytes]]) -> None:
        """Begin to write; the program does not end before it is done."""
        threading.Thread(target=self._run, args=(contents,), name="saving").start()

    def _run(self, contents: Sequence[tuple[Path, bytes]]) -> None:
        try:
            saving.save_all(contents)
        except OperationError as error:
            self.finished.emit(error.message)
        else:
            self.finished.emit("")
