"""The export dialog, for the tests of what it shows and of what it saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from natopk_desktop.settings import Exported
from natopk_desktop.ui.keeper import Keeper
from natopk_desktop.ui.output.export_dialog import ExportDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def make(reading: Reading, theme: Theme, parent: QWidget, tmp_path: Path) -> Iterator[Callable[..., ExportDialog]]:
    """Opens the dialog with a format and a folder remembered."""
    opened: list[ExportDialog] = []

    def open_dialog(format_id: str = "md", reading: Reading = reading) -> ExportDialog:
        keeper = Keeper(None, parent)
        keeper.change(exported=Exported(format_id, str(tmp_path)))
        dialog = ExportDialog(reading, theme, keeper, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.open()
        opened.append(dialog)
        return dialog

    yield open_dialog
    for dialog in opened:
        dialog.close()
        dialog.deleteLater()
