from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.ui.source_dialog import SourceDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def words(dialog: SourceDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def button(dialog: SourceDialog, text: str) -> QPushButton:
    return next(found for found in dialog.findChildren(QPushButton) if found.text().replace("&", "") == text)


def test_it_tells_all_that_is_known(dossier: Dossier, parent: QWidget) -> None:
    dialog = SourceDialog(dossier, parent)

    told = words(dialog)

    assert "NATO-Pakistan relations" in told
    assert "27-Oct-2010 17:39" in told
    assert "5490 characters" in told
    assert dossier.head.source.sha256 in told
    assert dialog.address.toPlainText() == dossier.head.source.url


def test_its_words_are_plain_text_and_selectable(dossier: Dossier, parent: QWidget) -> None:
    contents = dossier.contents()
    source = msgspec.structs.replace(contents.source, title="<img src='file:///CANARY'>")
    dialog = SourceDialog(Dossier(msgspec.structs.replace(contents, source=source)), parent)

    label = next(found for found in dialog.findChildren(QLabel) if "CANARY" in found.text())

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_the_address_is_copied_and_asked_for(dossier: Dossier, parent: QWidget, qtbot: QtBot) -> None:
    dialog = SourceDialog(dossier, parent)

    button(dialog, "Copy address").click()
    assert QGuiApplication.clipboard().text() == dossier.head.source.url
    with qtbot.waitSignal(dialog.link_requested) as asked:
        button(dialog, "Open in browser…").click()
    assert asked.args == [dossier.head.source.url]


def test_without_an_address_none_is_offered(dossier: Dossier, parent: QWidget) -> None:
    contents = dossier.contents()
    source = msgspec.structs.replace(contents.source, url=None, url_note=None)
    dialog = SourceDialog(Dossier(msgspec.structs.replace(contents, source=source)), parent)

    assert [found.text() for found in dialog.findChildren(QPushButton)] == ["&Close"]
