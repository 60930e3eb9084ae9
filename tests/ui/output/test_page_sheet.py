from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.typesetting import fit
from natopk_desktop.ui.output import page_painter, page_sheet
from natopk_desktop.ui.output.page_sheet import PageSheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.theme import Theme


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme) -> PageSheet:
    made = PageSheet(theme)
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show()
    (svg,) = fit.fitted(store.built_in(), Choice()).svg()
    made.show_page(page_painter.renderer(svg))
    return made


def test_the_whole_page_is_shown_with_ground_round_it(sheet: PageSheet) -> None:
    for size in ((400, 500), (300, 300), (900, 400)):
        sheet.resize(*size)
        paper, room = sheet.paper.size(), sheet.viewport().size()
        assert paper.width() <= room.width() - page_sheet.ROUND
        assert paper.height() <= room.height() - page_sheet.ROUND
        assert paper.height() / paper.width() == pytest.approx(842 / 595, abs=0.01)


def test_a_page_at_100_percent_is_as_large_as_the_paper(sheet: PageSheet) -> None:
    sheet.set_zoom(1.0)
    assert sheet.paper.height() == round(841.89 * sheet.logicalDpiY() / 72)


def test_the_largest_page_keeps_a_picture_of_bounded_size(sheet: PageSheet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_sheet, "MOST_PIXELS", 100_000)
    sheet.set_zoom(3.0)
    image = sheet.paper.grab().toImage()  # painted at the paper's size from the coarser picture
    assert image.width() == sheet.paper.width()
    assert len({image.pixel(x, 300) for x in range(0, image.width(), 3)}) > 1


def test_what_has_the_keyboard_is_seen(sheet: PageSheet, theme: Theme, qtbot: QtBot) -> None:
    sheet.activateWindow()
    sheet.paper.setFocus()
    qtbot.waitUntil(sheet.paper.hasFocus)
    assert sheet.paper.grab().toImage().pixelColor(0, 50).name() == theme.colours.accent
    sheet.paper.clearFocus()
    assert sheet.paper.grab().toImage().pixelColor(0, 50).name() == theme.colours.outline


def test_without_a_page_there_is_no_paper(sheet: PageSheet) -> None:
    sheet.show_page(None)
    assert not sheet.paper.isVisible()
    assert sheet.scale() == 1.0
