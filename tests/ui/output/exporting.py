"""What tests of the export dialog do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.output.export_dialog import ExportDialog


def wait_for_look(qtbot: QtBot, dialog: ExportDialog) -> None:
    qtbot.waitUntil(lambda: dialog.made is not None and dialog.made.wish == dialog.wish, timeout=20_000)


def box_of(qtbot: QtBot, dialog: ExportDialog) -> QMessageBox:
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QMessageBox)))
    return dialog.findChildren(QMessageBox)[0]


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())
