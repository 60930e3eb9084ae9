"""The pane's contents for all milestones, whose words are whose, and that refilling keeps its widgets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget

from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.location import Location
from natopk_desktop.dossier.model import Note, Witness
from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.detail.labels import LinkButton
from natopk_desktop.ui.detail.text_view import TextView
from tests import generator

if TYPE_CHECKING:
    from collections.abc import Callable

    from natopk_desktop.ui.detail.pane import DetailPane
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme

Seen = list[tuple[str, str]]
INTERFACE = re.compile(r"In the page|Figures|\d+ (passages?|notes?)|each opens its words|(Open|Close) all \d+ sources")
"""Names of the pane's own parts and commands; they say nothing about the page."""
GROUP_NAMES = {"Relief statistics"}
NOTES = "Ours: notes on the source"


def owners_of(seen: Seen, text: str) -> list[tuple[str, str]]:
    """Tell from the words alone, in reading order, whose each piece is: ``source``, ``ours`` or ``interface``."""
    found: list[tuple[str, str]] = []
    in_notes = False
    for at, (_kind, words) in enumerate(seen):
        in_notes = in_notes or words == NOTES
        following = seen[at + 1][1] if at + 1 < len(seen) else ""
        bare = words.removeprefix("[Ours: …] ").removesuffix(" [Ours: …]")
        if in_notes or words.startswith("Ours:") or words.endswith(" by us") or " by us\nOurs: " in words:
            owner = "ours"
        elif INTERFACE.fullmatch(words):
            owner = "interface"
        elif bare.replace("\n", " ") in text.replace("\u00a0", " "):
            owner = "source"
        elif words in GROUP_NAMES and following.startswith("Ours: the heading"):
            owner = "ours"
        else:
            owner = f"nobody: {words!r}"
        found.append((owner, words))
    return found


@pytest.mark.parametrize("row", range(11))
def test_every_word_is_the_sources_or_marked_as_ours(
    pane: DetailPane, reading: Reading, seen: Callable[[QWidget], Seen], row: int
) -> None:
    reading.choose(row)
    for toggle in (pane.entry.content.notes.toggle,):
        if not toggle.isHidden():
            toggle.click()
    told = owners_of(seen(pane), reading.dossier.text)
    assert {owner for owner, _words in told} <= {"source", "ours", "interface"}
    assert any(owner == "source" for owner, _words in told)


@pytest.mark.parametrize("row", range(11))
def test_a_milestone_is_shown_with_all_that_bears_on_it(
    pane: DetailPane, reading: Reading, seen: Callable[[QWidget], Seen], row: int
) -> None:
    reading.choose(row)
    dossier, content = reading.dossier, pane.entry.content
    milestone = dossier.milestones[row]
    assert content.header.words.words == "".join(dossier.words(milestone.text))
    assert content.header.date.isHidden() is not bool(milestone.date.printed)
    assert "".join(dossier.words(milestone.date.printed)) in content.header.date.words or not milestone.date.printed
    assert [passage.span for passage in content.passages.passages.used] == [one.span for one in milestone.related]
    for passage, one in zip(content.passages.passages.used, milestone.related, strict=True):
        assert one.span.of(dossier.text) in passage.words.words
        assert passage.words.marks("passage") == (one.span,)
        assert one.reason in passage.reason.text()
        heading = dossier.blocks.span(dossier.blocks.row_of(one.section) or 0).of(dossier.text)
        assert passage.opener.words == heading
    tiles = [tile.span for group in content.figures.groups.used for tile in group.tiles.used]
    assert tiles == [figure.span for figure in dossier.figures_beside(milestone)]
    notes = dossier.bearings.notes_on_milestone(row)
    cards = content.notes.cards.used
    assert [card.message.text().partition(". ")[2] for card in cards] == [note.message for note in notes]
    assert [len(card.witnesses.used) for card in cards] == [len(note.witnesses) for note in notes]
    words = [words for _kind, words in seen(pane)]
    assert f"Ours: entry {row + 1} of 11 under “Key milestones” · the words above are those of NATO." in words


def test_an_undated_entry_says_that_its_date_is_ours(pane: DetailPane, reading: Reading) -> None:
    reading.choose(8)
    header = pane.entry.content.header
    assert header.date.isHidden()
    assert header.no_date.text().startswith("no date; placed under January 2007 by us\nOurs: ")
    assert "1 January" not in header.no_date.text()
    assert header.no_date.accessibleName() == header.no_date.text()


def test_a_part_without_content_says_so_in_one_line(pane: DetailPane, reading: Reading) -> None:
    reading.choose(0)
    figures = pane.entry.content.figures.groups.used[0]
    assert figures.heading.title.text() == "Figures"
    assert figures.none.text() == "Ours: this entry gives no figures."
    assert figures.none.isVisible()


def test_an_entry_with_nothing_beside_it_says_so_everywhere(make_pane: Callable[[Dossier], DetailPane]) -> None:
    pane = make_pane(generator.generated(12))
    pane.host.reading.choose(1)
    content = pane.entry.content
    assert content.passages.none.text() == "Ours: no other passage of the page bears on this entry."
    assert content.notes.none.text() == "Ours: nothing to remark."
    assert content.passages.heading.aside.text() == ""


def test_a_page_without_entries_says_so(
    make_pane: Callable[[Dossier], DetailPane], seen: Callable[[QWidget], Seen]
) -> None:
    pane = make_pane(generator.generated(0))
    assert seen(pane) == [("label", "Ours: the page has no dated entries.")]
    pane.focus_part(2)
    pane.copy_with_citation()


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


def test_refilling_leaks_no_widgets(pane: DetailPane, reading: Reading) -> None:
    for row in range(11):
        reading.choose(row)
    before = len(pane.findChildren(QObject))
    for turn in range(200):
        reading.choose(turn % 11)
    QApplication.processEvents()
    assert len(pane.findChildren(QObject)) == before


def test_another_milestone_is_shown_from_its_beginning(pane: DetailPane, reading: Reading) -> None:
    reading.choose(3)
    pane.entry.verticalScrollBar().setValue(400)
    reading.choose(1)
    assert pane.entry.verticalScrollBar().value() == 0


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


@pytest.mark.parametrize(("width", "scale"), [(320, 1.0), (320, 3.0), (500, 2.0), (1600, 1.0)])
def test_nothing_is_wider_than_the_pane(
    pane: DetailPane, reading: Reading, theme: Theme, width: int, scale: float
) -> None:
    theme.set_text_scale(scale)
    reading.choose(3)
    pane.resize(width, 640)
    pane.entry.content.notes.toggle.click()
    QApplication.processEvents()
    content = pane.entry.content
    assert pane.entry.horizontalScrollBar().maximum() == 0
    for widget in content.findChildren(QWidget):
        if widget.isVisible():
            left = widget.mapTo(pane, QPoint(0, 0)).x()
            assert left >= 0
            assert left + widget.width() <= width
            if isinstance(widget, TextView):
                assert widget.document().idealWidth() <= widget.width()
                assert widget.document().size().height() <= widget.height() + 1
    for button in content.findChildren(LinkButton):
        if button.isVisible():
            assert button.height() >= 24


def test_the_theme_is_followed_while_shown(pane: DetailPane, theme: Theme) -> None:
    before = pane.entry.content.height()
    theme.set_text_scale(2.0)
    assert pane.entry.content.height() > before * 1.5
    theme.set_text_scale(1.0)
    assert pane.entry.content.height() == before
    theme.set_scheme("dark")
    ground = pane.grab().toImage().pixelColor(4, pane.height() // 2)
    assert ground.name() == theme.colours.ground


def test_the_topics_dots_follow_the_theme(pane: DetailPane, reading: Reading, theme: Theme) -> None:
    row = next(row for row in range(11) if reading.dossier.milestones.topics[row])
    reading.choose(row)
    topics = pane.entry.content.header.topics

    def shows(colour: str) -> bool:
        image = topics.grab().toImage()
        points = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return any(image.pixelColor(x, y).name() == colour for x, y in points)

    topic = reading.dossier.milestones.topics[row][0]
    light = theme.colours.topic(topic)
    assert shows(light)
    theme.set_scheme("dark")
    assert theme.colours.topic(topic) != light
    assert shows(theme.colours.topic(topic))
    assert not shows(light)


def test_right_to_left_puts_the_heading_on_the_right(pane: DetailPane, reading: Reading) -> None:
    reading.choose(1)
    heading = pane.entry.content.passages.heading
    assert heading.title.x() < heading.aside.x()
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert heading.title.x() > heading.aside.x()


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


def test_a_very_long_entry_is_cut_and_says_so(make_pane: Callable[[Dossier], DetailPane]) -> None:
    sentence = "The delegation went on to the next of the northern provinces. "
    pane = make_pane(generator.generated(1, (sentence * 20_000,)))
    header = pane.entry.content.header
    assert header.words.toPlainText().endswith("provinces. [Ours: …]")
    assert len(header.words.words) < 2_000
    header.whole.click()
    assert pane.shows_page
    assert pane.host.reading.location.page == pane.host.dossier.milestones.text.spans(0)[0]
