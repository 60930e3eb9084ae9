"""The binding keeps its counts of ``None``, ``True`` and ``False``: a lost one aborts the app after some thousands."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QObject, Signal

from natopk_desktop.ui.timeline.model import TimelineModel, TimelineRole

if TYPE_CHECKING:
    from collections.abc import Callable

    from natopk_desktop.ui.reading import Reading

pytestmark = pytest.mark.skipif(sys.version_info >= (3, 12), reason="they are immortal, whatever a count says")
CALLS = 1000
SLACK = 50
"""Far fewer than calls; what Python itself keeps or drops meanwhile."""


class Sender(QObject):
    """Sends a signal with each kind of argument."""

    plain = Signal()
    truth = Signal(bool)
    thing = Signal(object)


def drift(work: Callable[[], object]) -> dict[str, int]:
    """Return by how much the counts changed over a thousand calls of ``work``."""
    work()
    kept = (None, True, False)
    before = [sys.getrefcount(one) for one in kept]
    for _ in range(CALLS):
        work()
    after = [sys.getrefcount(one) for one in kept]
    return {str(one): new - old for one, new, old in zip(kept, after, before, strict=True) if abs(new - old) > SLACK}


@pytest.fixture
def model(reading: Reading) -> TimelineModel:
    return TimelineModel(reading, reading)


def test_asking_a_model(model: TimelineModel) -> None:
    index = model.index(3, 0)
    assert drift(lambda: index.data(TimelineRole.OPENS_YEAR)) == {}
    assert drift(lambda: index.data(TimelineRole.TEXT)) == {}
    assert drift(lambda: index.data(-1)) == {}
    assert drift(lambda: model.index(3, 0)) == {}
    assert drift(lambda: model.parent(index)) == {}
    assert drift(index.parent) == {}
    assert drift(lambda: model.rowCount(QModelIndex())) == {}
    assert drift(lambda: model.flags(index)) == {}


def test_calls_without_a_result() -> None:
    thing = QObject()
    assert drift(lambda: thing.setObjectName("a")) == {}
    assert drift(lambda: thing.blockSignals(False)) == {}


def test_signals() -> None:
    sender = Sender()
    heard: list[object] = []
    for signal in (sender.plain, sender.truth, sender.thing):
        signal.connect(lambda *_: heard.clear())
    assert drift(sender.plain.emit) == {}
    assert drift(lambda: sender.truth.emit(True)) == {}
    assert drift(lambda: sender.truth.emit(False)) == {}
    assert drift(lambda: sender.thing.emit(None)) == {}
