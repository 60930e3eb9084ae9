"""Opens one file in a window with the built-in dossier and prints seconds, longest turn and peak memory as JSON."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from natopk_desktop.dossier import store
from natopk_desktop.ui.app import make_application
from natopk_desktop.ui.main_window import MainWindow
from natopk_desktop.ui.tabs.dossier_page import DossierPage
from natopk_desktop.ui.theme import Theme

PAGE = os.sysconf("SC_PAGE_SIZE")


class Watch:
    """Notices how long turns of the event loop take."""

    def __init__(self) -> None:
        """Look every millisecond."""
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_turn)
        self._timer.start(1)

    def _on_turn(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


class Memory(threading.Thread):
    """Samples the memory of this process and its children."""

    def __init__(self) -> None:
        """Wait to be started."""
        super().__init__(daemon=True)
        self.peak = 0.0

    def run(self) -> None:
        """Look until the process ends."""
        while True:
            self.peak = max(self.peak, sum(map(_resident, _family())))
            time.sleep(0.01)


def _family() -> list[int]:
    own = os.getpid()
    children = Path(f"/proc/{own}/task/{own}/children").read_text(encoding="ascii").split()
    return [own, *map(int, children)]


def _resident(process: int) -> float:
    try:
        return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * PAGE / 1e6
    except (FileNotFoundError, ProcessLookupError):
        return 0.0  # it has just ended


def main(path: str) -> None:
    """Open ``path``."""
    application = QApplication.instance()
    theme = Theme(application if isinstance(application, QApplication) else make_application(), "light")
    window = MainWindow(store.built_in(), theme)
    window.resize(1280, 800)
    window.show()
    while not window.is_settled:
        QApplication.processEvents()
    memory = Memory()
    memory.start()
    watch = Watch()
    before = time.perf_counter()
    window.windows.open_files([path])
    while not (isinstance(window.tabs.current, DossierPage) and window.tabs.current.file is not None):
        QApplication.processEvents()
        time.sleep(0.0005)
    QApplication.processEvents()  # paints it
    seconds = time.perf_counter() - before
    after = time.perf_counter() + 0.5
    while time.perf_counter() < after:
        QApplication.processEvents()
        time.sleep(0.0005)
    print(json.dumps([seconds, watch.longest, memory.peak]), flush=True)
    os._exit(0)


main(sys.argv[1])
