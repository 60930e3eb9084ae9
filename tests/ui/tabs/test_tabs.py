from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTabBar

from natopk_desktop.ui.tabs.tab_bar import SIDE, TabBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.main_window import MainWindow
    from natopk_desktop.ui.tabs.dossier_page import DossierPage


@pytest.fixture
def bar(window: MainWindow, other: DossierPage) -> TabBar:
    assert window.tabs.current is other
    assert window.tabs.bar is not None
    return window.tabs.bar


def test_the_built_in_dossier_alone_has_no_bar(window: MainWindow) -> None:
    assert window.tabs.bar is None


def test_each_tab_is_named_after_its_dossier_and_its_file(window: MainWindow, bar: TabBar) -> None:
    assert bar.isVisible()
    assert [bar.tabText(at) for at in range(bar.count())] == [
        "NATO-Pakistan relations",
        "The Strait Council and its members",
    ]
    assert "strait.dossier.json" in bar.tabToolTip(1).replace("\n", "")
    assert window.windowTitle().startswith("The Strait Council")


def test_the_bar_goes_when_the_built_in_dossier_is_alone_again(window: MainWindow, bar: TabBar) -> None:
    window.actions_by_id["close"].trigger()

    assert window.isVisible()
    assert not bar.isVisible()
    assert window.windowTitle().startswith("NATO-Pakistan")


@pytest.mark.usefixtures("bar")
@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Tab])
def test_a_key_goes_round_the_tabs_and_each_keeps_its_place(window: MainWindow, key: Qt.Key) -> None:
    window.activateWindow()
    window.reading.choose(7)

    QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)
    assert window.reading.dossier.title == "NATO-Pakistan relations"
    window.reading.choose(3)
    QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)

    assert window.reading.row == 7
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert window.reading.row == 3


def test_the_keyboard_stays_where_it_was_in_each_tab(window: MainWindow, bar: TabBar) -> None:
    window.activateWindow()
    window.search_bar.take_focus()
    bar.setCurrentIndex(0)
    bar.setCurrentIndex(1)

    assert QApplication.focusWidget() is window.search_bar.field


@pytest.mark.usefixtures("bar")
def test_actions_act_on_the_tab_at_hand(window: MainWindow) -> None:
    window.actions_by_id["last"].trigger()
    window.actions_by_id["copy"].trigger()

    assert "regular meetings" in QApplication.clipboard().text()
    window.tabs.show_page(window.tabs.pages[0])
    assert window.reading.row == 0
    assert not window.actions_by_id["back"].isEnabled()
    window.actions_by_id["copy"].trigger()
    assert QApplication.clipboard().text() == window.reading.dossier.words(window.reading.dossier.milestones[0].text)[0]


def test_a_tab_has_a_button_and_a_key_to_close_it(window: MainWindow, bar: TabBar) -> None:
    button = bar.tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert button.accessibleName() == "Close The Strait Council and its members"
    assert min(button.width(), button.height()) >= 24
    assert SIDE >= 24

    bar.setFocus()
    bar.setCurrentIndex(0)
    QTest.keyClick(bar, Qt.Key.Key_Delete)
    assert [page.name for page in window.tabs.pages] == ["The Strait Council and its members"]
    assert bar.isVisible()


def test_tabs_can_be_put_in_another_order(window: MainWindow, bar: TabBar) -> None:
    bar.moveTab(1, 0)

    assert next(page.name for page in window.tabs.pages) == "The Strait Council and its members"
    bar.setCurrentIndex(1)
    assert window.reading.dossier.title == "NATO-Pakistan relations"


def test_a_screen_reader_hears_a_list_of_tabs(bar: TabBar) -> None:
    told = QAccessible.queryAccessibleInterface(bar)

    assert told.role() == QAccessible.Role.PageTabList
    names = [told.child(at).text(QAccessible.Text.Name) for at in range(2)]
    assert names == ["NATO-Pakistan relations", "The Strait Council and its members"]


# Windows


@pytest.fixture
def apart(window: MainWindow, other: DossierPage, qtbot: QtBot) -> MainWindow:
    """The window that the second tab was moved to."""
    window.actions_by_id["move_to_new_window"].trigger()
    made = window.windows.windows[1]
    qtbot.waitUntil(lambda: made.is_settled)
    assert made.tabs.current is other
    return made


def test_a_tab_moved_to_a_window_of_its_own_stands_beside_the_other(window: MainWindow, apart: MainWindow) -> None:
    assert window.isVisible()
    assert apart.isVisible()
    assert window.tabs.bar is not None
    assert not window.tabs.bar.isVisible()
    assert apart.tabs.bar is not None
    assert apart.tabs.bar.isVisible()
    apart.actions_by_id["last"].trigger()
    assert (window.reading.row, apart.reading.row) == (0, 29)


def test_searching_works_in_the_window_moved_to(window: MainWindow, apart: MainWindow, qtbot: QtBot) -> None:
    apart.activateWindow()
    apart.commands.find()
    QTest.keyClicks(apart.search_bar.field, "harbour")
    qtbot.waitUntil(lambda: apart.search.is_complete and apart.search.count > 0)
    popup = apart.search_bar.popup
    assert popup is not None
    assert popup.window() is apart
    apart.actions_by_id["move_to_other_window"].trigger()
    assert popup.window() is window


def test_a_tab_moved_back_leaves_no_empty_window(window: MainWindow, apart: MainWindow) -> None:
    page = apart.tabs.current
    apart.actions_by_id["move_to_other_window"].trigger()

    assert window.windows.windows == [window]
    assert window.tabs.current is page
    assert len(window.tabs.pages) == 2
    window.actions_by_id["first"].trigger()
    assert window.reading.row == 0


def test_closing_one_window_leaves_the_other(window: MainWindow, apart: MainWindow) -> None:
    apart.actions_by_id["close"].trigger()

    assert window.windows.windows == [window]
    assert window.isVisible()


def drag_out(bar: TabBar, index: int, to: QPoint) -> None:
    start = bar.tabRect(index).center()
    for kind, place, button, buttons in (
        (QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseMove, start + QPoint(0, 200), Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseMove, to, Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, to, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton),
    ):
        event = QMouseEvent(
            kind, QPointF(place), QPointF(bar.mapToGlobal(place)), button, buttons, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(bar, event)
    QApplication.processEvents()


def test_a_tab_dragged_out_becomes_a_window(window: MainWindow, bar: TabBar, other: DossierPage) -> None:
    drag_out(bar, 1, QPoint(300, 400))

    assert len(window.windows.windows) == 2
    assert window.windows.windows[1].tabs.current is other


def test_a_tab_let_go_over_another_window_joins_it(window: MainWindow, apart: MainWindow, other: DossierPage) -> None:
    window.move(0, 0)
    window.resize(400, 300)
    apart.move(420, 320)
    apart.resize(360, 270)
    QApplication.processEvents()
    bar = apart.tabs.bar
    assert bar is not None
    assert apart.windows.window_at(window.geometry().center()) is window
    drag_out(bar, 0, bar.mapFromGlobal(window.geometry().center()))

    assert window.windows.windows == [window]
    assert window.tabs.current is other


def test_a_tab_let_go_within_the_bar_stays(window: MainWindow, bar: TabBar) -> None:
    drag_out(bar, 1, bar.tabRect(1).center() + QPoint(3, 4))

    assert len(window.windows.windows) == 1


def test_the_menu_on_a_tab_moves_it(window: MainWindow, bar: TabBar) -> None:
    bar.setFocus()
    bar.menu_requested.emit(0, window.mapToGlobal(QPoint(20, 20)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [entry.text() for entry in menu.actions()] == ["&Close", "Move to &new window"]
    menu.actions()[1].trigger()
    menu.close()

    assert [each.tabs.current.name for each in window.windows.windows if each.tabs.current is not None] == [
        "The Strait Council and its members",
        "NATO-Pakistan relations",
    ]


def test_the_next_start_opens_where_the_first_window_stood(window: MainWindow, apart: MainWindow) -> None:
    window.resize(777, 555)
    apart.resize(500, 400)
    window.actions_by_id["quit"].trigger()

    box = window.keeper.settings.window
    assert box is not None
    assert (box.width, box.height) == (777, 555)
