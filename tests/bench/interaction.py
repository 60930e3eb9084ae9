"""Selection, scroll step and search keystroke, from event to end of paint, at growing numbers of milestones."""

from __future__ import annotations

import os
import statistics
import time
from typing import TYPE_CHECKING

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


def table(counts: list[int]) -> str:
    """Return the table of the 95th percentiles."""
    application = QApplication.instance()
    theme = Theme(application if isinstance(application, QApplication) else make_application(), "light")
    lines = [
        "In process, ms, 95th percentile (median); goals: one frame (16.7) each, 100 for the full count and marks",
        f"  {'milestones':>10}  {'selection':>15}  {'scroll step':>15}  {'search: paint':>15}  {'search: all':>15}",
    ]
    for count in counts:
        dossier = store.built_in() if count == 11 else generator.generated(count)
        cells = (_cell(samples) for samples in measured(dossier, theme))
        lines.append(f"  {count:>10}  " + "  ".join(f"{cell:>15}" for cell in cells))
    return "\n".join(lines)


def measured(dossier: Dossier, theme: Theme) -> tuple[list[float], list[float], list[float], list[float]]:
    """Return the samples of selection, scroll step, first screenful of a search and its end."""
    window = MainWindow(dossier, theme)
    window.resize(1280, 800)
    window.show()
    _until(lambda: window.is_settled)
    _settle()
    selections = [_timed(lambda: QTest.keyClick(window.timeline, Qt.Key.Key_Down)) for _ in range(STEPS)]
    window.timeline.jump(0)
    _settle()
    scrolls = [_timed(lambda: _turn(window)) for _ in range(STEPS)]
    paints, ends = _search(window)
    window.close()
    window.deleteLater()
    _settle()
    return selections, scrolls, paints, ends


def _search(window: MainWindow) -> tuple[list[float], list[float]]:
    """Type each word letter by letter, and time each letter."""
    window.commands.find()
    field = QApplication.focusWidget()
    assert field is not None
    paints, ends = [], []
    for word in WORDS:
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
        window.commands.find()
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
