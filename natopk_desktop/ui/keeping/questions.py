"""What is asked and told when something is kept: message boxes with plain words that do not hold up anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

from natopk_desktop.plain import one_line
from natopk_desktop.ui.menu_bar import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from natopk_desktop.ui.tabs.page import Page

CONTEXT: Final = "Keeping"
NAME_LETTERS: Final = 80


def unsaved(window: QWidget, page: Page) -> QMessageBox:
    """Ask whether to save a page's changes; the box is shown already, and its ``clickedButton`` is the answer."""
    words = QT_TRANSLATE_NOOP("Keeping", "“{name}” has changes that are not saved. Save them?")
    box = _box(window, QMessageBox.Icon.Question, _tr(words).format(name=one_line(page.name, NAME_LETTERS)))
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    box.setDefaultButton(buttons.Save)
    box.open()
    return box


def changed_elsewhere(window: QWidget, path: Path) -> QMessageBox:
    """Ask whether to save over what another program wrote; the box is shown, and accepted only for "yes"."""
    words = QT_TRANSLATE_NOOP(
        "Keeping", "{name} was changed on the disk by another program since it was opened. Replace what that wrote?"
    )
    box = _box(window, QMessageBox.Icon.Warning, _tr(words).format(name=one_line(path.name, NAME_LETTERS)))
    box.addButton(_tr(QT_TRANSLATE_NOOP("Keeping", "&Replace")), QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton(_tr(QT_TRANSLATE_NOOP("Keeping", "&Keep that")), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.open()
    return box


def tell(window: QWidget, sentence: str) -> QMessageBox:
    """Tell why something could not be kept; the box is shown already."""
    box = _box(window, QMessageBox.Icon.Warning, sentence)
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.open()
    return box


def _box(window: QWidget, icon: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(icon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
