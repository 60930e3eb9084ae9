"""Selection, scroll step and search keystroke, from event to end of paint, at growing numbers of milestones."""

from __future__ import annotations

import os
import statistics
import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from natopk_desktop.dossier import store
from natopk_desktop.ui.app import make_application
from natopk_desktop.ui.main_window import MainWindow
from natopk_desktop.ui.theme import Theme
from tests import generator

if TYPE_CHECKING:
    from collections.abc import Callable

    from natopk_desktop.dossier.dossier import Dossier

STEPS = 60
WORDS = ("visit", "pakistan", "relief", "nato")
NOTCH = 120


class Samples(NamedTuple):
    """Milliseconds of one window.

    Attributes:
        selections, scrolls: from a key or a turn of the wheel to the end of its paint.
        scanned: from a letter typed in the search field to the end of its paint, before all words are folded.
        paints, ends: the same once they are, and until all hits are counted and marked.
        folded_after: until they were, from the first search on.
    """

    selections: list[float]
    scrolls: list[float]
    scanned: list[float]
    paints: list[float]
    ends: list[float]
    folded_after: float


def table(counts: list[int]) -> str:
    """Return the table of the 95th percentiles."""
    application = QApplication.instance()
    theme = Theme(application if isinstance(application, QApplication) else make_application(), "light")
    heads = ("selection", "scroll step", "search, unfolded", "search: paint", "search: all")
    lines = [
        "In process, ms, 95th percentile (median); goals: one frame (16.7) each, 100 for the full count and marks",
        f"  {'milestones':>10}  " + "  ".join(f"{head:>16}" for head in heads) + "  folded after",
    ]
    for count in counts:
        samples = measured(store.built_in() if count == 11 else generator.generated(count), theme)
        cells = "  ".join(f"{_cell(column):>16}" for column in samples[:-1])
        lines.append(f"  {count:>10}  {cells}  {samples.folded_after / 1000:8.1f} s")
    return "\n".join(lines)


def measured(dossier: Dossier, theme: Theme) -> Samples:
    """Measure a window with ``dossier``."""
    window = MainWindow(dossier, theme)
    window.resize(1280, 800)
    window.show()
    _until(lambda: window.is_settled)
    _settle()
    selections = []
    for step in range(STEPS):
        key = Qt.Key.Key_Up if step // (len(dossier.milestones) - 1) % 2 else Qt.Key.Key_Down
        selections.append(_timed(partial(QTest.keyClick, window.timeline, key)))
    window.timeline.jump(0)
    _settle()
    scrolls = [_timed(partial(_turn, window)) for _ in range(STEPS)]
    folded = _Folding(window)
    scanned, _ = _search(window)
    _until(lambda: window.search.is_prepared)
    paints, ends = _search(window)
    window.close()
    window.deleteLater()
    _settle()
    return Samples(selections, scrolls, scanned, paints, ends, folded.milliseconds)


class _Folding:
    """Notices how long a window's words take to be folded while it is searched."""

    def __init__(self, window: MainWindow) -> None:
        self.milliseconds = 0.0
        self._before = time.perf_counter()
        window.search.prepare()
        if window.search.is_prepared:
            self._stop()
        elif (job := window.search._folding) is not None:
            job.finished.connect(self._stop)

    def _stop(self) -> None:
        self.milliseconds = 1000 * (time.perf_counter() - self._before)


def _search(window: MainWindow) -> tuple[list[float], list[float]]:
    """Type each word letter by letter, and time each letter."""
    paints, ends = [], []
    for word in WORDS:
        window.commands.find()
        field = QApplication.focusWidget()
        assert field is not None
        for letter in word:
            before = time.perf_counter()
            QTest.keyClicks(field, letter)
            QApplication.processEvents()
            paints.append(1000 * (time.perf_counter() - before))
            _until(lambda: window.search.is_complete)
            QApplication.processEvents()
            ends.append(1000 * (time.perf_counter() - before))
        window.commands.clear_filters()
        _settle()
    return paints, ends


def _turn(window: MainWindow) -> None:
    """Turn the wheel one notch over the list."""
    viewport = window.timeline.viewport()
    at = QPointF(viewport.rect().center())
    event = QWheelEvent(
        at,
        viewport.mapToGlobal(at),
        QPoint(),
        QPoint(0, -NOTCH),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def _timed(event: Callable[[], None]) -> float:
    before = time.perf_counter()
    event()
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - before)


def _until(condition: Callable[[], bool]) -> None:
    while not condition():
        QApplication.processEvents()


def _settle() -> None:
    for _ in range(20):
        QApplication.processEvents()
        time.sleep(0.005)


def _cell(samples: list[float]) -> str:
    return f"{statistics.quantiles(samples, n=20)[-1]:.1f} ({statistics.median(samples):.1f})"
