"""The pane by keyboard and for a screen reader: focus, order, names, selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from natopk_desktop.dossier.location import Location
from natopk_desktop.dossier.spans import Span

if TYPE_CHECKING:
    from natopk_desktop.ui.detail.pane import DetailPane
    from natopk_desktop.ui.reading import Reading


def test_links_open_the_page_at_their_place(pane: DetailPane, reading: Reading) -> None:
    reading.choose(3)
    content = pane.entry.content
    buttons: list[tuple[QPushButton, Span]] = [
        (passage.opener, passage.span) for passage in content.passages.passages.used
    ]
    buttons += [(tile, tile.span) for tile in content.figures.groups.used[0].tiles.used]
    places = reading.dossier.head.notes[3].spans
    buttons += list(zip(content.notes.cards.used[0].places.used, [places[0], *places[2:]], strict=True))
    for button, span in buttons:
        button.click()
        assert reading.location == Location("m04", span)
        assert pane.shows_page
        assert pane.page is not None
        assert pane.page.text.marks("passage") == (span,)
        reading.go_back()
        assert not pane.shows_page


def test_focus_goes_to_the_parts_and_is_announced(pane: DetailPane, reading: Reading) -> None:
    reading.choose(3)
    pane.activateWindow()
    said: list[str] = []
    pane.announce_requested.connect(said.append)
    content = pane.entry.content
    parts = (content.passages, content.figures, content.notes)
    expected = [content.header.words, *(part.heading.title for part in parts)]
    for number, widget in enumerate(expected, 1):
        pane.focus_part(number)
        assert QApplication.focusWidget() is widget
        top = widget.mapTo(pane.entry.viewport(), QPoint(0, 0)).y()
        bar = pane.entry.verticalScrollBar()
        assert 0 <= top < pane.entry.viewport().height() // 3 or bar.value() == bar.maximum()
    assert said == [
        "Entry 4 of 11, in the words of NATO",
        "In the page, 3 passages",
        "Relief statistics, Ours: the heading · each opens its words",
        "Ours: notes on the source, 8 notes",
    ]
    QTest.keyClick(content.notes.heading.title, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is content.notes.toggle


def test_a_part_can_be_reached_from_the_page(pane: DetailPane, reading: Reading) -> None:
    reading.open_page(Span(0, 5))
    pane.focus_part(4)
    assert not pane.shows_page
    assert QApplication.focusWidget() is pane.entry.content.notes.heading.title


def test_tab_goes_down_the_pane_in_reading_order(pane: DetailPane, reading: Reading) -> None:
    reading.choose(3)
    reading.choose(1)
    pane.activateWindow()
    pane.entry.content.header.date.setFocus()
    walked: list[QWidget] = []
    focus = QApplication.focusWidget()
    while focus is not None and focus not in walked and len(walked) < 200:
        walked.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
    expected = [
        widget
        for widget in pane.entry.content.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(walked) == len(expected)
    heights = [widget.mapTo(pane.entry.content, QPoint(0, 0)).y() for widget in walked]
    assert heights == sorted(heights)


def test_coming_back_from_the_page_keeps_the_place_and_the_keyboard(pane: DetailPane, reading: Reading) -> None:
    reading.choose(3)
    pane.activateWindow()
    tile = pane.entry.content.figures.groups.used[0].tiles.used[2]
    tile.setFocus()
    at = pane.entry.verticalScrollBar().value()
    tile.click()
    assert pane.page is not None
    assert QApplication.focusWidget() is pane.page.text
    pane.page.back.click()
    assert QApplication.focusWidget() is tile
    assert pane.entry.verticalScrollBar().value() == at


def test_only_one_text_has_a_selection(pane: DetailPane, reading: Reading) -> None:
    reading.choose(1)
    words = pane.entry.content.header.words
    passage = pane.entry.content.passages.passages.used[0].words
    words.selectAll()
    assert pane.selected_span() == reading.dossier.milestones.text.spans(1)[0]
    passage.selectAll()
    assert not words.textCursor().hasSelection()
    assert pane.selected_span() == Span(3374, 3683)
    passage.clear_selection()
    assert pane.selected_span() is None


def test_copy_with_citation_asks_for_the_selection_else_the_entry(pane: DetailPane, reading: Reading) -> None:
    reading.choose(1)
    asked: list[Span] = []
    pane.copy_citation_requested.connect(asked.append)
    pane.copy_with_citation()
    pane.entry.content.passages.passages.used[0].words.selectAll()
    pane.copy_with_citation()
    assert asked == [Span(4078, 4197), Span(3374, 3683)]


def accessible_names(pane: DetailPane) -> list[str]:
    return [
        QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        for widget in pane.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


@pytest.mark.parametrize("row", range(11))
def test_accessible_names_are_given_and_unique(pane: DetailPane, reading: Reading, row: int) -> None:
    reading.choose(row)
    if not pane.entry.content.notes.toggle.isHidden():
        pane.entry.content.notes.toggle.click()
    names = accessible_names(pane)
    assert all(names)
    assert sorted(names) == sorted(set(names))
