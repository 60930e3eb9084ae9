"""Standard error, kept while the parts of the program are tried, since libraries write there on their own account."""

from __future__ import annotations

import faulthandler
import os
import sys
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Final, Self, cast

if TYPE_CHECKING:
    from types import TracebackType

DESCRIPTOR: Final = 2

LIMIT: Final = 120
"""Seconds after which the process ends itself and says on the true standard error where it stands."""


class StandardError:
    """While it is entered, what is written on standard error is kept, except what is said of a crash."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: list[str] = []
        self._file: IO[bytes] | None = None
        self._true: int | None = None

    def lines(self) -> list[str]:
        """Return what was written, line by line, each once, in the order of the first."""
        return list(dict.fromkeys(line for line in self._kept if line.strip()))

    def __enter__(self) -> Self:
        """Turn standard error aside; where that is impossible it stays as it is."""
        try:
            self._file = _nameless_file()
            self._true = os.dup(DESCRIPTOR)
            _flush()
            os.dup2(self._file.fileno(), DESCRIPTOR)
        except OSError:
            return self
        faulthandler.enable(self._true, all_threads=False)
        faulthandler.dump_traceback_later(LIMIT, exit=True, file=self._true)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Give standard error back and read what was kept."""
        if self._file is not None and self._true is not None:
            faulthandler.cancel_dump_traceback_later()
            faulthandler.disable()
            _flush()
            os.dup2(self._true, DESCRIPTOR)
            os.close(self._true)
            self._file.seek(0)
            self._kept = self._file.read().decode("utf-8", "replace").splitlines()
        if self._file is not None:
            self._file.close()


def _flush() -> None:
    if sys.stderr is not None:
        sys.stderr.flush()


def _nameless_file() -> IO[bytes]:
    if hasattr(os, "memfd_create"):  # needs no folder that can be written
        return os.fdopen(os.memfd_create("standard-error"), "w+b")
    return cast("IO[bytes]", TemporaryFile())
