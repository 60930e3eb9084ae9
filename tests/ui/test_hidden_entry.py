"""What the window says of an entry that the filter hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from natopk_desktop.dossier.location import Filter, Location

if TYPE_CHECKING:
    from natopk_desktop.ui.main_window import MainWindow


def test_a_chosen_entry_that_the_filter_hides_is_told_of(window: MainWindow) -> None:
    reading = window.reading
    topics = reading.dossier.milestones.topics
    row = next(row for row in range(len(topics)) if topics[row])
    reading.choose(row)
    assert window.status.notice.isHidden()
    others = {topic.id for at, topic in enumerate(reading.dossier.head.topics) if at not in topics[row]}
    reading.set_filter(Filter(topics=frozenset(others)))
    assert reading.position is None
    assert window.status.notice.text() == "The filter hides the entry shown from the list"
    reading.choose_first()
    assert window.status.notice.isHidden()
    reading.choose(row)
    reading.clear_filter()
    assert window.status.notice.isHidden()


PERIOD, ALL_BUT_RELIEF = "2007/2010", frozenset({"visits", "training", "military", "politics"})


def over_the_entry(window: MainWindow) -> str:
    """What the pane says over the entry of its not being in the list, empty where it says nothing."""
    line = window.detail.hidden
    if line is None or not line.isVisible():
        return ""
    assert window.detail.entry.geometry().top() == line.geometry().bottom() + 1
    return line.told.text()


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        (Filter(period=PERIOD), "Ours: not in the list; hidden by the period."),
        (Filter(topics=ALL_BUT_RELIEF), "Ours: not in the list; hidden by the choice of topics."),
        (Filter(topics=ALL_BUT_RELIEF, period=PERIOD), "Ours: not in the list; hidden by topics and period."),
        (Filter(topics=frozenset({"relief"}), period=PERIOD), "Ours: not in the list; hidden by the period."),
        (Filter(topics=frozenset({"relief"}), period="2005"), ""),
    ],
)
def test_the_pane_says_over_the_entry_that_it_is_hidden_and_by_what(
    window: MainWindow, chosen: Filter, told: str
) -> None:
    window.reading.go(Location(milestone="m02"))  # relief, October 2005
    assert over_the_entry(window) == ""
    window.reading.set_filter(chosen)
    assert over_the_entry(window) == told
    assert (window.reading.position is None) is bool(told)

    window.reading.choose(len(window.reading.dossier.milestones) - 1)
    window.reading.set_filter(Filter())
    assert over_the_entry(window) == ""
    assert window.detail.entry.geometry() == window.detail.rect()


def test_the_line_over_a_hidden_entry_is_left_by_esc_and_not_shown_over_the_page(window: MainWindow) -> None:
    window.reading.go(Location(milestone="m02"))
    window.reading.set_filter(Filter(period=PERIOD))
    window.actions_by_id["page"].trigger()
    assert over_the_entry(window) == ""
    window.actions_by_id["page"].trigger()
    assert over_the_entry(window)

    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)

    assert over_the_entry(window) == ""
    assert window.reading.position == 1


def test_the_keyboard_reaches_the_way_to_show_a_hidden_entry_and_stays_in_the_pane(window: MainWindow) -> None:
    window.activateWindow()
    window.reading.go(Location(milestone="m02"))
    window.reading.set_filter(Filter(period=PERIOD))
    line = window.detail.hidden
    assert line is not None
    window.timeline.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert window.focusWidget() is line.show_all
    assert line.show_all.accessibleName() == "Show all entries"
    assert line.show_all.accessibleDescription() == line.told.text() == line.told.accessibleName()
    assert line.show_all.height() >= 24
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert window.focusWidget() is window.detail.entry.content.header.date
    line.show_all.setFocus()

    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)

    assert window.reading.filter == Filter()
    focus = window.focusWidget()
    assert focus is not None
    assert window.detail.entry.content.isAncestorOf(focus)


def test_the_line_leaves_room_for_the_entry_in_a_low_pane_with_large_text(window: MainWindow) -> None:
    window.reading.go(Location(milestone="m02"))
    window.reading.set_filter(Filter(period=PERIOD))
    window.resize(1024, 600)
    window.theme.set_text_scale(3)
    QApplication.processEvents()

    line = window.detail.hidden
    assert line is not None
    assert over_the_entry(window)
    assert window.detail.entry.height() > line.height()


def test_an_entry_that_is_not_chosen_does_not_look_so_and_keys_begin_there(window: MainWindow) -> None:
    window.activateWindow()
    window.reading.go(Location(milestone="m02"))
    window.reading.set_filter(Filter(period=PERIOD))
    window.overview.setFocus()
    window.timeline.setFocus()
    ground = window.timeline.viewport().grab().toImage().pixelColor(4, 30)
    assert ground == window.theme.colour(window.theme.colours.ground)

    QTest.keyClick(window.timeline, Qt.Key.Key_Down)

    assert window.reading.position == 0
    ground = window.timeline.viewport().grab().toImage().pixelColor(4, 30)
    assert ground == window.theme.colour(window.theme.colours.selection)
