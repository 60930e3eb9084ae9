"""Asking before files are replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

from natopk_desktop.plain import one_line
from natopk_desktop.ui.menu_bar import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

CONTEXT: Final = "Replacing"
ONE: Final = QT_TRANSLATE_NOOP("Replacing", "{name} is there already. Replace it?")
SEVERAL: Final = QT_TRANSLATE_NOOP("Replacing", "{name} and {count} more are there already. Replace them?")
NAME_LETTERS: Final = 80


def ask_to_replace(files: Sequence[Path], parent: QWidget) -> QMessageBox:
    """Ask whether ``files`` may be replaced; keeping them is the answer of one who just presses Return or Escape.

    Returns:
        The box that asks, which is already shown; ``is_agreed`` tells the answer when it is finished.
    """
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(_tr(QT_TRANSLATE_NOOP("Replacing", "Replace?")))
    text = _tr(ONE) if len(files) == 1 else _tr(SEVERAL)
    box.setText(text.format(name=one_line(files[0].name, NAME_LETTERS), count=len(files) - 1))
    box.addButton(_tr(QT_TRANSLATE_NOOP("Replacing", "&Replace")), QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton(_tr(QT_TRANSLATE_NOOP("Replacing", "&Keep")), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.open()
    return box


def is_agreed(box: QMessageBox) -> bool:
    """Tell whether the files may be replaced."""
    return box.buttonRole(box.clickedButton()) == QMessageBox.ButtonRole.AcceptRole


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
