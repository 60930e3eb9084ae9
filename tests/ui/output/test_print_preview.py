from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from natopk_desktop.documents.choice import Choice
from natopk_desktop.typesetting import packed
from natopk_desktop.ui.output.print_preview import Preview

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.theme import Theme


@pytest.fixture(scope="module")
def pages() -> tuple[bytes, ...]:
    from natopk_desktop.dossier import store

    return packed.pages(store.built_in(), Choice(document="briefing"))


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme, pages: tuple[bytes, ...]) -> Preview:
    made = Preview(theme)
    qtbot.addWidget(made)
    made.resize(600, 700)
    made.show()
    made.show_pages(pages, "Briefing", "a4")
    return made


def wheel(preview: Preview, notches: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    place = QPointF(100, 100)
    event = QWheelEvent(
        place, place, QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, modifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(preview.sheet.viewport(), event)


def test_it_says_which_page_of_how_many_on_which_paper(preview: Preview, pages: tuple[bytes, ...]) -> None:
    assert preview.number.value() == 1
    assert preview.total.text() == f"of {len(pages)}"
    assert preview.paper.text() == "A4, 210 × 297 mm"
    assert preview.sheet.paper.accessibleName() == f"Page 1 of {len(pages)}, Briefing"
    assert not preview.back.isEnabled()
    assert preview.forward.isEnabled()


def test_buttons_keys_and_wheel_turn_the_pages(preview: Preview, pages: tuple[bytes, ...]) -> None:
    count = len(pages)
    preview.forward.click()
    assert preview.number.value() == 2
    QTest.keyClick(preview.sheet.paper, Qt.Key.Key_PageDown)
    QTest.keyClick(preview.sheet.paper, Qt.Key.Key_Space)
    assert preview.number.value() == 4
    QTest.keyClick(preview.sheet.paper, Qt.Key.Key_PageUp)
    preview.back.click()
    wheel(preview, -1)
    assert preview.number.value() == 3
    wheel(preview, 1)
    assert preview.number.value() == 2
    QTest.keyClick(preview.sheet.paper, Qt.Key.Key_End)
    assert preview.number.value() == count
    assert not preview.forward.isEnabled()
    QTest.keyClick(preview.sheet.paper, Qt.Key.Key_PageDown)
    assert preview.sheet.paper.accessibleName() == f"Page {count} of {count}, Briefing"
    QTest.keyClick(preview.sheet.paper, Qt.Key.Key_Home)
    assert preview.number.value() == 1


def test_a_page_is_gone_to_by_its_number_and_return_is_the_fields_own(preview: Preview) -> None:
    preview.number.selectAll()
    QTest.keyClicks(preview.number, "5")
    QTest.keyClick(preview.number, Qt.Key.Key_Return)
    assert preview.sheet.paper.accessibleName().startswith("Page 5 of ")


def test_a_larger_page_is_scrolled_before_it_is_turned(preview: Preview) -> None:
    whole = preview.sheet.scale()
    for _ in range(8):
        QTest.keyClick(preview.sheet.paper, Qt.Key.Key_Plus)
    assert preview.sheet.scale() > whole
    assert preview.whole.text() == f"{round(preview.sheet.scale() * 100)} %"
    bar = preview.sheet.verticalScrollBar()
    assert bar.maximum() > 0
    QTest.keyClick(preview.sheet.paper, Qt.Key.Key_Space)
    wheel(preview, -1)
    assert (preview.number.value(), bar.value() > 0) == (1, True)
    bar.setValue(bar.maximum())
    wheel(preview, -1)
    assert (preview.number.value(), bar.value()) == (2, 0)
    QTest.keyClick(preview.sheet.paper, Qt.Key.Key_0)
    assert preview.sheet.scale() == pytest.approx(whole)


def test_ctrl_and_the_wheel_change_the_size(preview: Preview) -> None:
    preview.sheet.set_zoom(1.0)
    wheel(preview, 1, Qt.KeyboardModifier.ControlModifier)
    assert preview.sheet.scale() == 1.25
    wheel(preview, -2, Qt.KeyboardModifier.ControlModifier)
    preview.smaller.click()
    assert preview.sheet.scale() < 1
    preview.larger.click()
    preview.whole.click()
    assert preview.sheet.zoom is None


def test_the_size_has_a_least_and_a_most(preview: Preview) -> None:
    for _ in range(20):
        preview.larger.click()
    assert preview.sheet.scale() == 3
    for _ in range(20):
        preview.smaller.click()
    assert preview.sheet.scale() == 0.25


def test_shades_of_grey_are_shown_as_such(preview: Preview) -> None:
    def has_colour() -> bool:
        image = preview.sheet.viewport().grab().toImage()
        middle = image.height() // 2
        colours = (image.pixelColor(x, y) for x in range(100, 500, 2) for y in range(40, middle, 2))
        return any(
            max(one.red(), one.green(), one.blue()) - min(one.red(), one.green(), one.blue()) > 60 for one in colours
        )

    preview.show_pages(packed.pages(_built_in(), Choice()), "Summary", "a4")
    assert has_colour()
    preview.sheet.set_grey(True)
    assert not has_colour()


def _built_in() -> Dossier:
    from natopk_desktop.dossier import store

    return store.built_in()


def test_other_pages_begin_at_the_first_and_the_same_number_of_pages_stays(
    preview: Preview, pages: tuple[bytes, ...]
) -> None:
    preview.turn(2)
    preview.show_pages(pages, "Briefing", "letter")
    assert preview.number.value() == 3
    assert preview.paper.text() == "Letter, 8.5 × 11 inches"
    preview.show_pages(pages[:4], "Briefing", "a4")
    assert preview.number.value() == 1


def test_a_message_stands_in_the_place_of_pages(preview: Preview) -> None:
    preview.show_message("Setting the pages…")
    assert not preview.has_pages
    assert preview.message.isVisible()
    assert not preview.sheet.isVisible()
    assert not preview.forward.isEnabled()


def test_its_buttons_are_large_enough_and_have_names(preview: Preview) -> None:
    for button in preview.findChildren(QToolButton):
        assert min(button.width(), button.height()) >= 24
        assert button.accessibleName()
