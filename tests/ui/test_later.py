from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

from natopk_desktop.ui.later import Later

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_steps_run_in_order_one_a_turn(qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    later = Later([lambda: done.append("first"), lambda: done.append("second")], owner)

    assert done == []
    with qtbot.waitSignal(later.done):
        later.start()

    assert done == ["first", "second"]


def test_nothing_runs_once_the_owner_is_gone(qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    Later([lambda: done.append("first")], owner).start()
    shiboken6.delete(owner)
    qtbot.wait(20)

    assert done == []
