"""The list is gone through by keys and mouse, follows the reading both ways, and arrives wherever it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from natopk_desktop.dossier.location import Filter, Location
from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.reading import Reading
from natopk_desktop.ui.timeline.view import TimelineView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.theme import Theme

MANY = 100_000


@pytest.fixture
def view(reading: Reading, theme: Theme, qtbot: QtBot) -> TimelineView:
    return shown(reading, theme, qtbot)


@pytest.fixture
def many(generated: Callable[[int], Dossier], theme: Theme, qtbot: QtBot) -> Iterator[TimelineView]:
    """A list of 100 000 rows, of which only the first batch is laid out."""
    reading = Reading(generated(MANY))
    view = shown(reading, theme, qtbot)
    qtbot.waitUntil(lambda: is_laid_out(view, MANY - 1))
    reading.set_order("date")
    assert not is_laid_out(view, MANY - 1)
    yield view
    reading.deleteLater()


def shown(reading: Reading, theme: Theme, qtbot: QtBot) -> TimelineView:
    view = TimelineView(reading, theme)
    qtbot.addWidget(view)
    view.resize(447, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


def chosen(view: TimelineView) -> list[int]:
    return [index.row() for index in view.selectionModel().selectedIndexes()]


def is_laid_out(view: TimelineView, position: int) -> bool:
    return not view.visualRect(view.model().index(position, 0)).isEmpty()


def is_in_view(view: TimelineView, position: int) -> bool:
    rect = view.visualRect(view.model().index(position, 0))
    return not rect.isEmpty() and view.viewport().rect().contains(rect.center())


# Going about


def test_keys_go_from_row_to_row(view: TimelineView, reading: Reading) -> None:
    assert chosen(view) == [0]
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert (reading.row, chosen(view)) == (2, [2])
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert (reading.row, chosen(view)) == (1, [1])
    QTest.keyClick(view, Qt.Key.Key_End)
    assert (reading.row, chosen(view)) == (10, [10])
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert reading.row == 10
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert reading.row == 0


def test_sideways_keys_and_letters_leave_the_place(view: TimelineView, reading: Reading) -> None:
    QTest.keyClick(view, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_G, Qt.Key.Key_Space):
        QTest.keyClick(view, key)
        assert (reading.row, chosen(view)) == (1, [1])


def test_pages_end_at_the_ends(view: TimelineView, reading: Reading) -> None:
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert reading.row == 0
    for _ in range(9):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert reading.row == 10
    assert is_in_view(view, 10)


def test_end_arrives_at_a_row_not_laid_out_yet(many: TimelineView) -> None:
    QTest.keyClick(many, Qt.Key.Key_End)
    assert chosen(many) == [MANY - 1]
    assert is_in_view(many, MANY - 1)


def test_end_arrives_without_a_chosen_row(many: TimelineView) -> None:
    many.selectionModel().clear()
    QTest.keyClick(many, Qt.Key.Key_End)
    assert is_in_view(many, MANY - 1)


@pytest.mark.parametrize("position", [MANY - 1, MANY // 2, 3000, 0])
def test_jump_arrives(many: TimelineView, position: int) -> None:
    before = chosen(many)
    many.jump(position)
    assert is_in_view(many, position)
    assert chosen(many) == before


@pytest.mark.parametrize("position", [MANY - 1, 3000, 1500])
def test_jump_arrives_while_batches_are_laid_out(many: TimelineView, qtbot: QtBot, position: int) -> None:
    reading = many.model().reading
    reading.set_filter(Filter(topics=frozenset()))
    reading.clear_filter()
    qtbot.waitUntil(lambda: is_laid_out(many, 4000))
    many.jump(position)
    assert is_in_view(many, position)


def test_jump_arrives_in_a_list_not_shown_yet(generated: Callable[[int], Dossier], theme: Theme, qtbot: QtBot) -> None:
    reading = Reading(generated(MANY))
    reading.choose(70_000)
    view = shown(reading, theme, qtbot)
    assert chosen(view) == [70_000]
    assert is_in_view(view, 70_000)
    reading.deleteLater()


def test_pages_go_on_from_the_middle(many: TimelineView) -> None:
    many.jump(MANY // 2)
    many.setCurrentIndex(many.model().index(MANY // 2, 0))
    QTest.keyClick(many, Qt.Key.Key_PageDown)
    [there] = chosen(many)
    assert MANY // 2 < there <= MANY // 2 + 400 // 56
    assert is_in_view(many, there)
    QTest.keyClick(many, Qt.Key.Key_PageUp)
    assert chosen(many) == [MANY // 2]
    QTest.keyClick(many, Qt.Key.Key_Home)
    assert chosen(many) == [0]
    assert is_in_view(many, 0)


def test_jumps_to_rows_that_are_not_there_do_nothing(view: TimelineView) -> None:
    view.jump(5)
    before = view.verticalScrollBar().value()
    view.jump(-1)
    view.jump(11)
    assert view.verticalScrollBar().value() == before


def test_all_rows_are_laid_out_in_the_end(many: TimelineView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: is_laid_out(many, MANY - 1))
    assert many.verticalScrollBar().maximum() == MANY * 56 - many.viewport().height()


def test_the_wheel_scrolls_by_pixels(view: TimelineView) -> None:
    at = QPointF(100, 100)
    turned = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(0, -7), QPoint(0, -20), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turned)
    assert 0 < view.verticalScrollBar().value() < 56


# The reading and the list


def test_the_list_follows_the_reading(view: TimelineView, reading: Reading) -> None:
    reading.choose(9)
    assert chosen(view) == [9]
    assert is_in_view(view, 9)
    reading.go_back()
    assert chosen(view) == [0]


def test_each_move_is_one_step_of_the_history(view: TimelineView, reading: Reading) -> None:
    moved = QSignalSpy(reading.location_changed)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert moved.count() == 3
    reading.go_back()
    assert (reading.row, chosen(view)) == (2, [2])
    assert moved.count() == 4
    assert reading.can_go_forward


def test_a_click_chooses(view: TimelineView, reading: Reading) -> None:
    click(view, 3)
    assert (reading.row, chosen(view)) == (3, [3])


def click(view: TimelineView, position: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    centre = view.visualRect(view.model().index(position, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, centre)


def test_what_is_chosen_stays_so(view: TimelineView, reading: Reading) -> None:
    click(view, 3)
    click(view, 3, Qt.KeyboardModifier.ControlModifier)
    assert (reading.row, chosen(view)) == (3, [3])


def test_dragging_over_rows_chooses_none_of_them(view: TimelineView, reading: Reading) -> None:
    start, end = (view.visualRect(view.model().index(row, 0)).center() for row in (1, 4))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 11):
        QTest.mouseMove(view.viewport(), start + (end - start) * (step / 10))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert (reading.row, chosen(view)) == (1, [1])


def test_an_open_page_stays_open_while_the_list_follows(view: TimelineView, reading: Reading) -> None:
    page = Location(milestone=reading.dossier.milestones.ids[5], page=Span(0, 4))
    reading.go(page)
    assert chosen(view) == [5]
    assert reading.location == page
    reading.set_order("date")
    assert reading.location == page


def test_a_click_on_the_chosen_row_leaves_the_open_page(view: TimelineView, reading: Reading) -> None:
    reading.open_page(Span(0, 4))
    click(view, 0)
    assert reading.location == Location(milestone=reading.dossier.milestones.ids[0])


def test_a_milestone_filtered_away_is_not_chosen_in_the_list(view: TimelineView, reading: Reading) -> None:
    reading.choose(3)
    reading.set_filter(Filter(topics=frozenset({"training"})))
    assert chosen(view) == []
    assert reading.row == 3
    reading.clear_filter()
    assert chosen(view) == [3]
    assert is_in_view(view, 3)


def test_the_chosen_milestone_stays_chosen_at_its_new_place(view: TimelineView, reading: Reading) -> None:
    reading.choose(5)
    reading.set_filter(Filter(topics=frozenset({"training", "politics"})))
    assert chosen(view) == [0]
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert reading.row == 8


def test_coming_to_the_list_by_keyboard_chooses_nothing(view: TimelineView, reading: Reading) -> None:
    reading.choose(3)
    view.clearFocus()
    reading.set_filter(Filter(topics=frozenset({"training"})))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert reading.row == 3
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert reading.row == 5


def test_a_far_milestone_is_followed_to(many: TimelineView, generated: Callable[[int], Dossier]) -> None:
    reading = many.model().reading
    reading.choose(77_777)
    assert is_in_view(many, 77_777)
    reading.set_filter(Filter(topics=frozenset({generated(MANY).head.topics[77_777 % 5].id})))
    [position] = chosen(many)
    assert reading.rows[position] == 77_777
    assert is_in_view(many, position)


def test_larger_text_keeps_the_chosen_row_in_view(view: TimelineView, reading: Reading, theme: Theme) -> None:
    reading.choose(10)
    before = view.visualRect(view.model().index(0, 0)).height()
    theme.set_text_scale(2.0)
    assert view.visualRect(view.model().index(0, 0)).height() > before
    assert is_in_view(view, 10)


def test_another_width_keeps_the_chosen_row_in_view(view: TimelineView, reading: Reading, qtbot: QtBot) -> None:
    reading.choose(10)
    for width, height in ((300, 400), (300, 200), (700, 300)):
        view.resize(width, height)
        qtbot.waitUntil(lambda: is_in_view(view, 10))
        assert view.visualRect(view.model().index(0, 0)).height() == view.delegate.places().height


def test_an_empty_list_says_why(view: TimelineView, reading: Reading) -> None:
    reading.set_filter(Filter(topics=frozenset()))
    assert view.accessibleDescription() == "0 of 11 shown, in the order of the source"
    assert view.emptiness() == "No milestone passes the filter."
    view.grab()
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert reading.row == 0


# Menus, activation and copies


def test_enter_reads_on(view: TimelineView, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(view.activated_requested):
            QTest.keyClick(view, key)


def ask_for_menu(view: TimelineView, reason: QContextMenuEvent.Reason, at: QPoint) -> list[tuple[int, QPoint]]:
    asked: list[tuple[int, QPoint]] = []
    view.context_menu_requested.connect(lambda row, where: asked.append((row, where)))
    target = view if reason is QContextMenuEvent.Reason.Keyboard else view.viewport()
    QApplication.sendEvent(target, QContextMenuEvent(reason, at, target.mapToGlobal(at)))
    return asked


def test_the_menu_key_asks_for_the_chosen_rows_menu(view: TimelineView, reading: Reading) -> None:
    reading.set_filter(Filter(topics=frozenset({"relief"})))
    reading.choose(3)
    [(row, where)] = ask_for_menu(view, QContextMenuEvent.Reason.Keyboard, QPoint(0, 0))
    assert row == 3
    at = view.viewport().mapFromGlobal(where)
    assert view.visualRect(view.model().index(1, 0)).contains(at)


def test_a_right_click_asks_for_the_menu_of_its_row(view: TimelineView) -> None:
    at = view.visualRect(view.model().index(2, 0)).center()
    [(row, where)] = ask_for_menu(view, QContextMenuEvent.Reason.Mouse, at)
    assert (row, view.viewport().mapFromGlobal(where)) == (2, at)


def test_there_is_no_menu_where_there_is_no_row(view: TimelineView, reading: Reading) -> None:
    reading.set_filter(Filter(topics=frozenset({"training"})))
    assert ask_for_menu(view, QContextMenuEvent.Reason.Mouse, QPoint(100, 300)) == []
    view.selectionModel().clear()
    assert ask_for_menu(view, QContextMenuEvent.Reason.Keyboard, QPoint(0, 0)) == []


def test_a_copy_has_the_sources_exact_characters(view: TimelineView, reading: Reading) -> None:
    reading.choose(7)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("January 2007 Opening of Joint Intelligence")
    assert "HQ.\u00a0 The" in copied
    assert copied in reading.dossier.text


# What a screen reader is told


def test_the_list_is_a_list_of_named_rows(view: TimelineView) -> None:
    spoken = QAccessible.queryAccessibleInterface(view)
    assert spoken.role() == QAccessible.Role.List
    assert spoken.text(QAccessible.Text.Name) == "Milestones"
    assert spoken.childCount() == 11
    assert spoken.child(2).text(QAccessible.Text.Name).startswith("December 2005, Visits: General Ahsan")
    assert spoken.child(8).text(QAccessible.Text.Description).startswith("Ours: ")
    assert not spoken.child(2).state().editable


def test_the_list_says_its_order(view: TimelineView, reading: Reading) -> None:
    assert view.accessibleDescription() == "11 of 11 shown, in the order of the source"
    reading.set_order("date")
    assert view.accessibleDescription() == "11 of 11 shown, by date"
