"""What a measured program does at its first paint: tell the time, keep a picture, later tell its memory, and stop."""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QTimer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

PICTURE = "NATOPK_BENCH_PICTURE"
REST = "NATOPK_BENCH_REST_MS"


class Moment:
    """The moment of the first paint in one process."""

    def take(self, window: QMainWindow, *, settled: bool) -> None:
        """Tell the clock, which all processes of this machine share, then keep what the screen shows."""
        print("painted", time.monotonic_ns(), flush=True)
        picture = os.environ.get(PICTURE)
        if picture:
            window.screen().grabWindow(window.winId()).save(picture)
        if settled:
            self.settle(window)

    def settle(self, window: QMainWindow) -> None:
        """Tell the memory after a rest, and stop."""
        QTimer.singleShot(int(os.environ.get(REST, "0")), window, self._finish)

    def _finish(self) -> None:
        print("settled", time.monotonic_ns())
        if sys.platform == "linux":
            print("peak", _kilobytes("/proc/self/status", "VmHWM:"))
            print("pss", _kilobytes("/proc/self/smaps_rollup", "Pss:"), flush=True)
        os._exit(0)  # the way down is not measured


def _kilobytes(file: str, name: str) -> int:
    with open(file, encoding="ascii") as lines:  # noqa: PTH123  # no more imported than Qt needs
        return next(int(line.split()[1]) for line in lines if line.startswith(name))
