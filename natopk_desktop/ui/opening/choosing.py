"""The dialog that asks which files to open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog

from natopk_desktop.importers.registry import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from natopk_desktop.ui.main_window import MainWindow


def ask(window: MainWindow, folder: Path | None = None) -> QFileDialog:
    """Ask which files to open in ``window``, and open them; the dialog deletes itself."""
    title = QCoreApplication.translate("Opening", "Open")
    dialog = QFileDialog(window, title, "" if folder is None else str(folder))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(name_filters())
    dialog.filesSelected.connect(partial(_open, window))
    dialog.open()
    return dialog


def name_filters() -> list[str]:
    """Return the choices of what the dialog lists: all that can be read, each format, everything."""
    tr = partial(QCoreApplication.translate, "Opening")
    endings = dict.fromkeys(suffix for known in FORMATS for suffix in known.suffixes)
    every = " ".join(f"*{ending}" for ending in endings)
    kinds = [f"{known.name} ({' '.join(f'*{ending}' for ending in known.suffixes)})" for known in FORMATS]
    return [tr("All that can be read ({endings})").format(endings=every), *kinds, tr("All files (*)")]


def _open(window: MainWindow, names: list[str]) -> None:
    for name in names:
        window.windows.opener.open(name, window)
