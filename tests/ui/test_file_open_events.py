from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent

from natopk_desktop.one_process.request import Request
from natopk_desktop.ui.file_open_events import FileOpenEvents

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_a_file_that_the_system_hands_over_is_asked_for(qapp: QApplication) -> None:
    events = FileOpenEvents(qapp)
    asked: list[Request] = []
    events.asked.connect(asked.append)

    qapp.sendEvent(qapp, QFileOpenEvent("/tmp/a ü.dossier.json"))
    qapp.sendEvent(qapp, QEvent(QEvent.Type.User))

    assert asked == [Request(("/tmp/a ü.dossier.json",))]
    qapp.removeEventFilter(events)
    events.deleteLater()
