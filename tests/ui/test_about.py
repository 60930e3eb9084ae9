"""About says what this is, whose words it shows, and under which licences everything is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

import natopk_desktop
from natopk_desktop.licences import LICENCES
from natopk_desktop.ui.about import AboutDialog, versions
from natopk_desktop.ui.hand_over import HandOver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.theme import Theme


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> Iterator[AboutDialog]:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = AboutDialog(theme, owner)
    made.open()
    yield made
    owner.close()


def words(dialog: AboutDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_says_what_it_is_and_what_it_is_not(dialog: AboutDialog) -> None:
    said = words(dialog)
    assert natopk_desktop.__version__ in said
    assert "Not affiliated with NATO" in said
    assert "never uses the network" in said


def test_it_names_the_source_with_its_whole_address(dialog: AboutDialog, dossier: Dossier) -> None:
    source = dossier.head.source
    assert source.url is not None
    assert f"“{source.title}”, {source.publisher}" in words(dialog)
    assert dialog.address.toPlainText() == source.url
    dialog.copy_address.click()
    assert QGuiApplication.clipboard().text() == source.url


def test_the_address_is_opened_only_when_asked_for(dialog: AboutDialog) -> None:
    dialog.open_address.click()
    asking = dialog.findChild(HandOver)
    assert asking is not None
    assert asking.isVisible()
    asking.close()


def test_each_licence_can_be_read_whole(dialog: AboutDialog) -> None:
    assert dialog.components.count() == len(LICENCES)
    for row, licence in enumerate(LICENCES):
        dialog.components.setCurrentRow(row)
        assert dialog.text.toPlainText().rstrip("\n") == licence.text().rstrip("\n").replace("\f", "\u2029").replace(
            "\u2029", "\n"
        )
        assert licence.component in dialog.text.accessibleName()


def test_a_licence_that_is_missing_is_said_to_be(dialog: AboutDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = LICENCES[1].path.with_name("gone.txt")
    monkeypatch.setattr(type(LICENCES[1]), "path", property(lambda _self: gone))
    dialog.components.setCurrentRow(1)
    assert "missing" in dialog.text.toPlainText()


def test_versions_are_copied(dialog: AboutDialog) -> None:
    dialog.copy_versions.click()
    assert QGuiApplication.clipboard().text() == versions()
    assert natopk_desktop.__version__ in versions()
    assert "PySide6 " in versions()


def test_it_is_left_with_escape(dialog: AboutDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_all_that_takes_the_keyboard_has_a_name_of_its_own(dialog: AboutDialog) -> None:
    names = []
    for widget in dialog.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(dialog):
            spoken = QAccessible.queryAccessibleInterface(widget)
            if spoken.role() != QAccessible.Role.PageTabList:
                names.append(spoken.text(QAccessible.Text.Name))
    assert all(names)
    assert len(set(names)) == len(names)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel) if label.text())
