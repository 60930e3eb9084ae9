"""Words of a dossier that look like mark-up, addresses or commands are shown, and do nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.model import Note, Witness
from natopk_desktop.dossier.spans import Span
from tests import generator

if TYPE_CHECKING:
    from collections.abc import Callable

    from natopk_desktop.ui.detail.pane import DetailPane


Seen = list[tuple[str, str]]
HOSTILE = "<img src=file:///x> &amp; &Copy <b>bold</b>"


def hostile() -> Dossier:
    contents = generator.contents(6, (HOSTILE,))
    span = contents.milestones[0].text[0]
    witness = Witness(HOSTILE, "javascript:alert(1)", None, "no", "low", HOSTILE)
    note = Note("h1", "slip", (span, Span(0, 10)), HOSTILE, HOSTILE, (witness, witness))
    return Dossier(msgspec.structs.replace(contents, notes=[note]))


def test_mark_up_in_a_dossier_shows_as_its_characters(
    make_pane: Callable[[Dossier], DetailPane], seen: Callable[[QWidget], Seen]
) -> None:
    pane = make_pane(hostile())
    pane.entry.content.notes.toggle.click()
    words = [words for _kind, words in seen(pane)]
    assert HOSTILE in words
    assert f"Slip. {HOSTILE}" in words
    assert f"Ours: to be read as “{HOSTILE}”." in words
    assert f"{HOSTILE}: contradicts the page" in words
    for label in pane.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    for button in pane.findChildren(QPushButton):
        assert button.shortcut().isEmpty()
        assert "&" not in button.text().replace("&&", "")
        assert button.toolTip() == ""
    card = pane.entry.content.notes.cards.used[0]
    name = QAccessible.queryAccessibleInterface(card.message).text(QAccessible.Text.Name)
    assert name == f"Slip. {HOSTILE}"
    assert HOSTILE in QAccessible.queryAccessibleInterface(card.witnesses.used[0].opener).text(QAccessible.Text.Name)


def test_only_addresses_of_the_web_can_be_opened(make_pane: Callable[[Dossier], DetailPane]) -> None:
    pane = make_pane(hostile())
    asked: list[str] = []
    pane.link_requested.connect(asked.append)
    pane.entry.content.notes.toggle.click()
    line = pane.entry.content.notes.cards.used[0].witnesses.used[0]
    assert line.browse is not None
    assert line.address is not None
    assert line.browse.isHidden()
    assert line.address.toPlainText() == "javascript:alert(1)"
    pane.host.open_link("javascript:alert(1)")
    pane.host.open_link("file:///etc/passwd")
    pane.host.open_link("https://www.nato.int/\nx")
    assert asked == []
    pane.host.open_link("https://www.nato.int/x")
    assert asked == ["https://www.nato.int/x"]


def test_no_word_of_a_dossier_stands_in_a_menu(make_pane: Callable[[Dossier], DetailPane]) -> None:
    pane = make_pane(hostile())
    pane.entry.content.header.words.menu_requested.emit(QPoint(10, 10))
    menu = next(menu for menu in pane.findChildren(QMenu) if menu.isVisible())
    assert [action.text() for action in menu.actions() if action.text()] == [
        "&Copy", "Copy with c&itation", "&Open in the page",
    ]  # fmt: skip
    menu.close()
