from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.detail.figure_tile import number_words
from tests import generator

if TYPE_CHECKING:
    from collections.abc import Callable

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.detail.figure_tile import FigureTile
    from natopk_desktop.ui.detail.pane import DetailPane
    from natopk_desktop.ui.reading import Reading


def tiles(pane: DetailPane) -> list[FigureTile]:
    return [tile for group in pane.entry.content.figures.groups.used for tile in group.tiles.used]


def test_figures_are_shown_letter_for_letter_with_our_reading(pane: DetailPane, reading: Reading) -> None:
    reading.choose(3)
    assert [tile.lines for tile in tiles(pane)] == [
        ("Almost", "3500", "tons of relief supplies", "Ours: 3500"),
        ("over", "7600", "people moved", "Ours: 7600"),
        ("more than", "8000", "patients treated", "Ours: 8000"),
        ("roads cleared",),
        ("schools",),
        ("shelters built",),
        ("two", "air bridges, from Germany and Turkey", "Ours: 2"),
    ]
    group = pane.entry.content.figures.groups.used[0]
    assert group.heading.title.text() == "Relief statistics"
    assert group.rest.text() == "Ours: told in other entries:"


def test_a_milestones_own_figures_come_first(pane: DetailPane, reading: Reading) -> None:
    reading.choose(1)
    assert tiles(pane)[0].span == Span(4156, 4196)
    assert tiles(pane)[0].y() < tiles(pane)[1].y()


def test_figures_without_a_group_stand_under_figures(make_pane: Callable[[Dossier], DetailPane]) -> None:
    pane = make_pane(generator.generated(8))
    pane.host.reading.choose(3)
    group = pane.entry.content.figures.groups.used[0]
    assert group.heading.title.text() == "Figures"
    assert group.heading.aside.text() == "each opens its words"
    assert len(group.tiles.used) == 1


def test_a_figure_is_copied_and_cited_as_its_span(pane: DetailPane, reading: Reading) -> None:
    reading.choose(3)
    tile = tiles(pane)[0]
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Almost 3500 tons of relief supplies"
    asked: list[Span] = []
    pane.copy_citation_requested.connect(asked.append)
    tile.menu_requested.emit(tile.mapToGlobal(QPoint(0, 0)))
    menu = next(menu for menu in pane.findChildren(QMenu) if menu.isVisible())
    {action.text(): action for action in menu.actions()}["Copy with c&itation"].trigger()
    menu.close()
    assert asked == [tile.span]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter])
def test_a_figure_opens_its_words_by_key(pane: DetailPane, reading: Reading, key: Qt.Key) -> None:
    reading.choose(3)
    tile = tiles(pane)[1]
    QTest.keyClick(tile, key)
    assert reading.location.page == Span(4417, 4439)


def test_a_figure_tells_a_screen_reader_all_of_it(pane: DetailPane, reading: Reading) -> None:
    reading.choose(3)
    names = [tile.accessibleName() for tile in tiles(pane)]
    assert names[0] == "Figure: Almost 3500 tons of relief supplies. Opens its words in the page. Ours: 3500"
    assert names[3] == "Figure: roads cleared. Opens its words in the page."


@pytest.mark.parametrize(("number", "words"), [(2, "2"), (3500, "3500"), (2.5, "2.5"), (3.0, "3"), (1e20, "1e+20")])
def test_a_number_is_neither_grouped_nor_rounded(number: float, words: str) -> None:
    assert number_words(number) == words


def test_the_length_of_the_operation_is_told_with_its_reckoning(pane: DetailPane, reading: Reading) -> None:
    reading.choose(2)
    assert [label.text() for label in pane.entry.content.figures.lengths.used] == [
        (
            "Ours: the relief operation lasted 62 to 122 days, from “October 2005” (under “Key milestones”) to "
            "“January 2006” (under “Key milestones”). At the shortest, 62 days from 31 October 2005 to 1 January 2006; "
            "at the longest, 122 days from 1 October 2005 to 31 January 2006."
        ),
        (
            "Ours: the relief operation lasted 93 to 150 days, from “October 2005” (under “Key milestones”) to "
            "“February 2006” (under “How did relations with Pakistan evolve?”). At the shortest, 93 days from "
            "31 October 2005 to 1 February 2006; at the longest, 150 days from 1 October 2005 to 28 February 2006."
        ),
    ]
    reading.choose(4)
    assert not pane.entry.content.figures.lengths.used
