from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from natopk_desktop.documents.choice import Choice
from natopk_desktop.exporters import look, registry
from natopk_desktop.exporters.look import Look
from natopk_desktop.ui.output.dressing import Sentence
from natopk_desktop.ui.output.preview import Preview

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.theme import Theme


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme) -> Iterator[Preview]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = Preview(theme, parent)
    made.resize(300, 400)
    parent.resize(300, 400)
    parent.show()
    yield made
    parent.close()


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_page_keeps_its_proportions(preview: Preview, dossier: Dossier, paper: str) -> None:
    choice = Choice(paper=paper)  # type: ignore[arg-type]
    _, seen = look.seen(dossier, choice, registry.by_id("svg"))
    preview.show_look(seen, "Page 1 of 1")
    expected = {"a4": 297 / 210, "letter": 11 / 8.5}[paper]
    for size in ((300, 400), (100, 400), (600, 200)):
        preview.resize(*size)
        page = preview.page.paper()
        assert page.height() / page.width() == pytest.approx(expected, rel=0.01)
        assert QRectF(preview.page.rect()).contains(page)
    assert preview.page.accessibleName() == "Page 1 of 1"


def test_pages_that_could_not_be_drawn_are_an_empty_sheet(preview: Preview) -> None:
    preview.show_look(Look("svg", b"", 1000), "1000 pages, too many for a preview")
    assert preview.currentWidget() is preview.page
    assert not preview.page.grab().isNull()


def test_lines_are_plain_text_and_are_read_as_such(preview: Preview) -> None:
    preview.show_look(Look("text", "<b>é</b>\n&amp;".encode()), "First lines")
    assert preview.lines.toPlainText() == "<b>é</b>\n&amp;"
    assert preview.lines.isReadOnly()
    preview.clear()
    assert preview.lines.toPlainText() == ""


def test_a_sentence_is_as_high_as_its_lines_and_no_higher(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    sentence = Sentence(parent)
    sentence.setText("many words " * 10)
    parent.show()
    sentence.resize(100, 20)
    high = sentence.minimumHeight()
    sentence.resize(2000, high)
    assert sentence.minimumHeight() < high / 3
    sentence.setText("")
    assert sentence.minimumHeight() >= sentence.fontMetrics().lineSpacing()
