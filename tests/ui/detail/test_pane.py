"""The pane's contents for all milestones, whose words are whose, and that refilling keeps its widgets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from natopk_desktop.ui.detail.labels import LinkButton
from natopk_desktop.ui.detail.text_view import TextView
from tests import generator

if TYPE_CHECKING:
    from collections.abc import Callable

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.detail.pane import DetailPane
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme


Seen = list[tuple[str, str]]


INTERFACE = re.compile(r"In the page|Figures|\d+ (passages?|notes?)|each opens its words|(Open|Close) all \d+ sources")


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


def test_a_very_long_entry_is_cut_and_says_so(make_pane: Callable[[Dossier], DetailPane]) -> None:
    sentence = "The delegation went on to the next of the northern provinces. "
    pane = make_pane(generator.generated(1, (sentence * 20_000,)))
    header = pane.entry.content.header
    assert header.words.toPlainText().endswith("provinces. [Ours: …]")
    assert len(header.words.words) < 2_000
    header.whole.click()
    assert pane.shows_page
    assert pane.host.reading.location.page == pane.host.dossier.milestones.text.spans(0)[0]
