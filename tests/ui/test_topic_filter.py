"""The filter can be seen, changed by mouse and keyboard, and cleared; what it hides is always said."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.location import Filter
from natopk_desktop.dossier.model import Topic
from natopk_desktop.ui.reading import Reading
from natopk_desktop.ui.topic_filter import MOST_CHIPS, TopicFilter

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.chips import TopicChip
    from natopk_desktop.ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(reading: Reading, theme: Theme, qtbot: QtBot) -> TopicFilter:
    return shown_bar(reading, theme, qtbot)


def shown_bar(reading: Reading, theme: Theme, qtbot: QtBot, width: int = 900) -> TopicFilter:
    made = TopicFilter(reading, theme)
    qtbot.addWidget(made)
    made.resize(width, 40)
    made.show()
    qtbot.waitExposed(made)
    return made


def chip(bar: TopicFilter, name: str) -> TopicChip:
    return next(chip for chip in bar.chips if chip.name == name)


def visible(bar: TopicFilter) -> list[str]:
    return [chip.name for chip in bar.chips if chip.isVisible()]


def many_topics(dossier: Dossier, count: int) -> Dossier:
    contents = dossier.contents()
    more = [Topic(f"t{number}", f"R&D <b>{number}</b>") for number in range(count - len(contents.topics))]
    return Dossier(msgspec.structs.replace(contents, topics=[*contents.topics, *more]))


def test_at_first_everything_is_shown_and_nothing_is_said(bar: TopicFilter) -> None:
    assert visible(bar) == ["Relief", "Visits", "Training", "Military", "Politics"]
    assert all(chip.isChecked() for chip in bar.chips)
    assert not bar.shown.isVisible()
    assert not bar.clear_button.isVisible()
    assert not bar.more.isVisible()


def test_unchecking_a_topic_hides_its_entries_and_says_so(bar: TopicFilter, reading: Reading) -> None:
    QTest.mouseClick(chip(bar, "Visits"), LEFT)
    assert reading.filter.topics == frozenset({"relief", "training", "military", "politics"})
    assert bar.shown.text() == f"{len(reading.rows)} of 11 shown"
    assert bar.shown.isVisible()


def test_the_keyboard_checks_it_again(bar: TopicFilter, reading: Reading) -> None:
    reading.set_filter(Filter(topics=frozenset({"relief", "training", "military", "politics"})))
    assert not chip(bar, "Visits").isChecked()
    QTest.keyClick(chip(bar, "Visits"), Qt.Key.Key_Space)
    assert reading.filter.topics is None
    assert not bar.shown.isVisible()


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier])
def test_one_topic_alone(modifier: Qt.KeyboardModifier, bar: TopicFilter, reading: Reading) -> None:
    QTest.mouseClick(chip(bar, "Relief"), LEFT, modifier)
    assert reading.filter.topics == frozenset({"relief"})
    assert [chip.isChecked() for chip in bar.chips] == [True, False, False, False, False]


def test_with_no_topic_checked_nothing_is_shown_and_that_is_said(bar: TopicFilter, reading: Reading) -> None:
    for one in bar.chips:
        QTest.mouseClick(one, LEFT)
    assert reading.filter.topics == frozenset()
    assert bar.shown.text() == "0 of 11 shown"
    assert bar.shown.isVisible()


def test_one_button_and_one_key_show_everything(bar: TopicFilter, reading: Reading) -> None:
    reading.set_filter(Filter(topics=frozenset({"relief"}), period="2005"))
    QTest.mouseClick(bar.clear_button, LEFT)
    assert reading.filter.is_open
    reading.set_filter(Filter(topics=frozenset({"relief"})))
    QTest.keyClick(chip(bar, "Relief"), Qt.Key.Key_Escape)
    assert reading.filter.is_open
    assert len(reading.rows) == 11


def test_the_keyboard_is_not_lost_with_the_button(bar: TopicFilter, reading: Reading, qtbot: QtBot) -> None:
    bar.activateWindow()
    reading.set_filter(Filter(topics=frozenset({"relief"})))
    bar.clear_button.setFocus()
    qtbot.waitUntil(bar.clear_button.hasFocus)
    QTest.keyClick(bar.clear_button, Qt.Key.Key_Space)
    assert bar.chips[0].hasFocus()


def test_a_period_is_told_in_words_and_goes_with_a_click(bar: TopicFilter, reading: Reading) -> None:
    reading.set_filter(Filter(topics=frozenset({"relief"}), period="2005-10/2006-02"))
    assert bar.period.isVisible()
    assert bar.period.name == "October 2005 to February 2006"
    assert bar.period.accessibleName() == "Remove the period October 2005 to February 2006"
    QTest.mouseClick(bar.period, LEFT)
    assert reading.filter == Filter(topics=frozenset({"relief"}))
    assert not bar.period.isVisible()


def test_the_menu_of_a_chip_shows_one_topic_or_all(bar: TopicFilter, reading: Reading, qtbot: QtBot) -> None:
    one = chip(bar, "Military")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), one.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(one, event)
    menu = next(menu for menu in bar.findChildren(QMenu) if menu.isVisible())
    only, everything = menu.actions()
    assert only.text() == "Only Military"
    only.trigger()
    assert reading.filter.topics == frozenset({"military"})
    everything.trigger()
    assert reading.filter.is_open
    menu.close()
    qtbot.wait(0)


def test_what_has_no_room_is_in_a_menu(reading: Reading, theme: Theme, qtbot: QtBot) -> None:
    bar = shown_bar(reading, theme, qtbot, width=250)
    left = visible(bar)
    assert len(left) < 5
    assert bar.more.text() == f"{5 - len(left)} more"
    bar._fill_more()
    actions = bar._more_menu.actions()
    assert [*left, *(action.text() for action in actions)] == [chip.name for chip in bar.chips]
    actions[-1].trigger()
    assert reading.filter.topics == frozenset({"relief", "visits", "training", "military"})
    bar.resize(bar.sizeHint())
    assert visible(bar) == [chip.name for chip in bar.chips]


def test_many_topics_are_shown_in_part_however_wide(dossier: Dossier, theme: Theme, qtbot: QtBot) -> None:
    reading = Reading(many_topics(dossier, 30))
    bar = shown_bar(reading, theme, qtbot, width=5000)
    assert len(visible(bar)) == MOST_CHIPS
    assert bar.more.text() == f"{30 - MOST_CHIPS} more"


def test_names_are_shown_as_they_are(dossier: Dossier, theme: Theme, qtbot: QtBot) -> None:
    reading = Reading(many_topics(dossier, 7))
    bar = shown_bar(reading, theme, qtbot, width=5000)
    odd = bar.chips[-1]
    assert odd.accessibleName() == "Topic R&D <b>1</b>"
    assert odd.text() == ""
    assert odd.shortcut().isEmpty()
    bar.resize(bar.minimumSizeHint())
    bar._fill_more()
    assert bar._more_menu.actions()[-1].text() == "R&&D <b>1</b>"


def test_a_dossier_without_topics_has_no_chips(generated: Callable[[int], Dossier], theme: Theme, qtbot: QtBot) -> None:
    contents = generated(3).contents()
    bare = [msgspec.structs.replace(milestone, topics=()) for milestone in contents.milestones]
    reading = Reading(Dossier(msgspec.structs.replace(contents, topics=[], milestones=bare)))
    bar = shown_bar(reading, theme, qtbot)
    assert bar.chips == []
    reading.set_filter(Filter(period="1800"))
    assert bar.shown.text() == "0 of 3 shown"
    bar.clear_button.click()
    assert reading.filter.is_open


def test_every_target_is_large_enough(bar: TopicFilter, reading: Reading) -> None:
    reading.set_filter(Filter(topics=frozenset({"relief"}), period="2005"))
    for widget in (*bar.chips, bar.period, bar.clear_button):
        assert widget.height() >= 24
        assert widget.width() >= 24


def test_nothing_overlaps_and_nothing_is_cut_at_any_width(bar: TopicFilter, reading: Reading) -> None:
    reading.set_filter(Filter(topics=frozenset({"relief"}), period="2005-10/2006-02"))
    for width in range(bar.minimumSizeHint().width(), 900, 37):
        bar.resize(width, 40)
        row = [
            widget for widget in (*bar.chips, bar.more, bar.period, bar.shown, bar.clear_button) if widget.isVisible()
        ]
        assert bar.shown in row
        assert bar.clear_button in row
        for before, after in pairwise(row):
            assert before.geometry().right() < after.geometry().left()
        assert row[-1].geometry().right() <= bar.width()
