from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.detail.labels import LinkButton
from tests import generator

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.detail.page_view import PageView
    from natopk_desktop.ui.detail.pane import DetailPane
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme


def opened(pane: DetailPane, span: Span) -> PageView:
    pane.host.reading.open_page(span)
    assert pane.page is not None
    QApplication.processEvents()
    return pane.page


def beside(page: PageView) -> list[str]:
    buttons = [button for button in page.text.findChildren(LinkButton) if button.isVisible()]
    return [button.words for button in sorted(buttons, key=lambda button: (button.y(), button.x()))]


def test_the_page_copies_whole_as_the_source(pane: DetailPane, reading: Reading) -> None:
    page = opened(pane, Span(3374, 3683))
    QTest.keyClick(page.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == reading.dossier.text
    assert page.text.selected_span() == Span(0, len(reading.dossier.text))


def test_the_place_is_marked_and_in_view_with_the_caret_before_it(pane: DetailPane) -> None:
    for span in (Span(4387, 4415), Span(0, 41), Span(5459, 5490), Span(3374, 3683)):
        page = opened(pane, span)
        marked = [selection.cursor.selectedText() for selection in page.text.extraSelections()]
        assert span.of(pane.host.text) in marked
        assert page.text.runs.offset_at(page.text.textCursor().position()) == span.start
        assert page.text.viewport().rect().contains(page.text.cursorRect().center())


def test_the_button_leads_back_to_the_entry(pane: DetailPane, reading: Reading) -> None:
    reading.choose(4)
    page = opened(pane, Span(0, 41))
    assert page.back.words == "‹\u00a0Back to the entry"
    page.back.click()
    assert not pane.shows_page
    assert reading.location.page is None
    assert reading.row == 4


def test_going_back_closes_the_page(pane: DetailPane, reading: Reading) -> None:
    opened(pane, Span(0, 41))
    reading.go_back()
    assert not pane.shows_page
    reading.go_forward()
    assert pane.shows_page


def test_buttons_stand_beside_what_is_seen(pane: DetailPane) -> None:
    page = opened(pane, Span(3941, 3955))
    words = beside(page)
    assert words[:5] == ["5 notes", "1 note", "Entry 1", "2 notes", "Entry 2"]


def test_an_entry_leads_to_its_milestone_by_button_and_by_return(pane: DetailPane, reading: Reading) -> None:
    page = opened(pane, Span(4312, 4324))
    next(b for b in page.text.findChildren(LinkButton) if b.isVisible() and b.words == "Entry 5").click()
    assert reading.location.milestone == "m05"
    assert not pane.shows_page
    page = opened(pane, Span(4312, 4324))
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    assert reading.location.milestone == "m04"


def test_the_notes_on_a_block_open_under_the_page_and_close_with_escape(pane: DetailPane, reading: Reading) -> None:
    pane.activateWindow()
    page = opened(pane, Span(68, 89))
    page.here.notes.click()
    shown = [card.message.text().partition(". ")[2] for card in page.notes.cards.used]
    block = reading.dossier.blocks.row_at(68)
    assert shown == [note.message for note in reading.dossier.bearings.notes_on_block(block)]
    assert page.notes_area.isVisible()
    assert QApplication.focusWidget() is page.notes.heading.title
    QTest.keyClick(page.notes.heading.title, Qt.Key.Key_Escape)
    assert page.notes_area.isHidden()
    assert QApplication.focusWidget() is page.text


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span(0, 4), "Ours: line 1, the banner over the page."),
        (Span(43, 66), "Ours: line 3, the title."),
        (Span(68, 70), "Ours: line 5, the caption of a picture."),
        (Span(4080, 4090), "Ours: line 39, a dated entry."),
        (Span(5459, 5490), "Ours: line 50, when the page was last updated."),
    ],
)
def test_what_stands_at_the_caret_is_named_in_our_words(pane: DetailPane, span: Span, words: str) -> None:
    assert opened(pane, span).here.place.text() == words


def test_walking_with_the_caret_tells_a_screen_reader_of_another_block(pane: DetailPane) -> None:
    pane.activateWindow()
    page = opened(pane, Span(3941, 3955))
    page.text.setFocus()
    said: list[str] = []
    pane.announce_requested.connect(said.append)
    QTest.keyClick(page.text, Qt.Key.Key_Down)
    assert said == ["Ours: line 38, a dated entry. 2 notes"]


def test_the_outline_lists_the_headings_and_goes_there(pane: DetailPane) -> None:
    page = opened(pane, Span(5459, 5490))
    model = page.outline.model()
    spoken = [model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert spoken[0] == "NATO-Pakistan relations, level 1"
    assert spoken[-1] == "Key milestones, level 3"
    assert len(spoken) == 6
    page.outline.setCurrentIndex(model.index(1, 0))
    QTest.keyClick(page.outline, Qt.Key.Key_Return)
    assert page.text.runs.offset_at(page.text.textCursor().position()) == 761
    assert page.text.viewport().rect().contains(page.text.cursorRect().center())


def test_the_outline_hides_where_it_is_narrow_and_comes_when_asked(pane: DetailPane) -> None:
    page = opened(pane, Span(0, 4))
    assert page.outline.isVisible()
    pane.resize(320, 640)
    assert page.outline.isHidden()
    page.toggle.click()
    assert page.outline.isVisible()
    assert page.outline.height() < page.height() // 2


@pytest.mark.parametrize(("width", "scale"), [(320, 1.0), (320, 3.0), (700, 2.0)])
def test_the_page_has_no_horizontal_scrolling(pane: DetailPane, theme: Theme, width: int, scale: float) -> None:
    page = opened(pane, Span(3374, 3683))
    pane.resize(width, 700)
    theme.set_text_scale(scale)
    QApplication.processEvents()
    assert page.text.document().idealWidth() <= page.text.viewport().width()
    assert page.text.horizontalScrollBar().maximum() == 0
    assert page.text.viewport().width() > width // 2
    for widget in (page.back, page.toggle, page.here, page.text):
        assert widget.geometry().right() <= width


def test_a_menu_in_the_page_is_about_the_block_at_the_caret(pane: DetailPane) -> None:
    page = opened(pane, Span(3380, 3390))
    asked: list[Span] = []
    pane.copy_citation_requested.connect(asked.append)
    page.text.menu_requested.emit(page.text.caret_point())
    menu = next(menu for menu in pane.findChildren(QMenu) if menu.isVisible())
    actions = {action.text(): action for action in menu.actions()}
    assert not actions["&Open in the page"].isVisible()
    actions["Copy with c&itation"].trigger()
    actions["&Copy"].trigger()
    menu.close()
    assert asked == [Span(3374, 3683)]
    assert QGuiApplication.clipboard().text() == Span(3374, 3683).of(pane.host.text)


def test_a_theme_changed_meanwhile_is_worn_when_the_page_opens_again(pane: DetailPane, theme: Theme) -> None:
    page = opened(pane, Span(0, 4))
    pane.host.reading.close_page()
    theme.set_scheme("dark")
    page = opened(pane, Span(3374, 3683))
    cursor = page.text.textCursor()
    cursor.movePosition(cursor.MoveOperation.Right)
    assert cursor.charFormat().foreground().color().name() == theme.colours.ink


def test_a_theme_changed_while_open_keeps_the_place(pane: DetailPane, theme: Theme) -> None:
    page = opened(pane, Span(3374, 3683))
    theme.set_text_scale(1.5)
    assert page.text.runs.offset_at(page.text.textCursor().position()) == 3374
    assert page.text.marks("passage") == (Span(3374, 3683),)
    assert page.text.viewport().rect().contains(page.text.cursorRect().center())


def test_a_long_page_shows_the_place_at_once_and_fills_up(
    make_pane: Callable[[Dossier], DetailPane], qtbot: QtBot
) -> None:
    dossier = generator.generated(4_000)
    pane = make_pane(dossier)
    span = dossier.milestones.text.spans(2_000)[0]
    pane.host.reading.open_page(span)
    page = pane.page
    assert page is not None
    assert not page.text.is_filled
    assert page.text.viewport().rect().contains(page.text.cursorRect().center())
    top = page.text.cursorRect().top()
    qtbot.waitUntil(lambda: page.text.is_filled, timeout=20_000)
    assert abs(page.text.cursorRect().top() - top) <= 2
    assert page.text.runs.offset_at(page.text.textCursor().position()) == span.start
    page.text.selectAll()
    assert page.text.selected_words() == dossier.text


def test_all_of_a_long_page_is_in_before_a_key_selects_it(make_pane: Callable[[Dossier], DetailPane]) -> None:
    dossier = generator.generated(2_000)
    pane = make_pane(dossier)
    pane.host.reading.open_page(dossier.milestones.text.spans(1_000)[0])
    assert pane.page is not None
    QTest.keyClick(pane.page.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert pane.page.text.selected_words() == dossier.text


def test_accessible_names_on_the_page_are_unique(pane: DetailPane) -> None:
    page = opened(pane, Span(3941, 3955))
    page.here.notes.click()
    page.notes.toggle.click()
    QApplication.processEvents()
    names = [
        widget.accessibleName()
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert all(names)
    assert sorted(names) == sorted(set(names))
