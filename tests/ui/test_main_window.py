from __future__ import annotations

import gc
import weakref
from collections import Counter
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from natopk_desktop import settings
from natopk_desktop.dossier.location import Filter, Location
from natopk_desktop.settings import Place, Settings
from natopk_desktop.ui import dossier_view
from natopk_desktop.ui.keeper import Keeper
from natopk_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.theme import Theme

TAB_STOP = Qt.FocusPolicy.TabFocus


@pytest.fixture
def path(home: Path) -> Path:
    return home / "settings" / settings.FILE


@pytest.fixture
def reopen(qtbot: QtBot, dossier: Dossier, theme: Theme, path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Opens the window as a start does, with the settings at ``path``."""
    opened: list[MainWindow] = []

    def make(at: str | None = None) -> MainWindow:
        window = MainWindow(dossier, theme, Keeper(path), at)
        opened.append(window)
        window.show()
        qtbot.waitUntil(lambda: window.is_settled)
        return window

    yield make
    for window in opened:
        window.close()
        window.deleteLater()


# Keyboard


def tab_stops(window: QWidget) -> list[QWidget]:
    """Return every widget that Tab should reach."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & TAB_STOP
        and widget.isVisibleTo(window)
        and widget.isEnabled()
        and widget.focusProxy() is None
    ]


def walk(window: MainWindow, key: Qt.Key, most: int) -> list[QWidget]:
    """Press ``key`` from the first stop on until it comes round; return the stops."""
    first = window.focusWidget()
    seen = [first]
    for _ in range(most):
        QTest.keyClick(window.windowHandle(), key)
        now = window.focusWidget()
        if now is first:
            break
        seen.append(now)
    return seen


def test_tab_visits_each_stop_once_and_shift_tab_goes_back(window: MainWindow) -> None:
    window.activateWindow()
    window.timeline.setFocus()
    stops = tab_stops(window)

    forwards = walk(window, Qt.Key.Key_Tab, 3 * len(stops))
    backwards = walk(window, Qt.Key.Key_Backtab, 3 * len(stops))

    assert {str(stop) for stop in forwards} == {str(stop) for stop in stops}
    assert len(forwards) == len(stops)
    assert [forwards[0], *reversed(forwards[1:])] == backwards


def test_the_tab_order_is_the_reading_order(window: MainWindow) -> None:
    window.activateWindow()
    window.tools.page.setFocus()
    stops = walk(window, Qt.Key.Key_Tab, 200)
    areas = [window.tools, window.overview, window.timeline, window.detail, window.status]

    of = [next(at for at, area in enumerate(areas) if area is stop or area.isAncestorOf(stop)) for stop in stops]

    # from the last tool round to the first: each area in one piece, in this order
    pieces = [at for place, at in enumerate(of) if place == 0 or of[place - 1] != at]
    assert pieces in ([0, 1, 2, 3, 4, 0], [0, 1, 2, 3, 4])


@pytest.mark.parametrize("key", [Qt.Key.Key_F6])
def test_the_ring_of_areas_visits_all_and_returns(window: MainWindow, key: Qt.Key) -> None:
    window.activateWindow()
    window.timeline.setFocus()
    ring = [window.overview, window.timeline, window.detail, window.status]

    def area() -> int:
        focus = window.focusWidget()
        return next(at for at, part in enumerate(ring) if part is focus or part.isAncestorOf(focus))

    seen = []
    for _ in range(5):
        QTest.keyClick(window.windowHandle(), key)
        seen.append(area())
    assert seen == [2, 3, 0, 1, 2]
    for _ in range(4):
        QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ShiftModifier)
        seen.append(area())
    assert seen[5:] == [1, 0, 3, 2]


def test_every_stop_has_a_name_of_its_own(window: MainWindow) -> None:
    names = Counter(_spoken(stop) for stop in tab_stops(window))

    assert names[""] == 0, [str(stop) for stop in tab_stops(window) if not _spoken(stop)]
    assert [name for name, count in names.items() if count > 1] == []


def test_every_stop_of_the_whole_page_has_a_name_of_its_own(window: MainWindow) -> None:
    window.actions_by_id["page"].trigger()
    names = Counter(_spoken(stop) for stop in tab_stops(window))

    assert names[""] == 0, [str(stop) for stop in tab_stops(window) if not _spoken(stop)]
    assert [name for name, count in names.items() if count > 1] == []


def _spoken(widget: QWidget) -> str:
    return widget.accessibleName() or str(getattr(widget, "text", str)())


def test_no_two_shortcuts_of_the_window_are_the_same(window: MainWindow) -> None:
    keys = Counter(sequence.toString() for action in window.findChildren(QAction) for sequence in action.shortcuts())
    keys.update(shortcut.key().toString() for shortcut in window.findChildren(QShortcut))

    assert [key for key, count in keys.items() if count > 1] == []


def test_buttons_are_large_enough_to_hit(window: MainWindow) -> None:
    small = [str(stop) for stop in tab_stops(window) if stop.height() < 24]

    assert small == []


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_ctrl_and_a_number_lead_to_the_parts_of_the_pane(window: MainWindow, number: int) -> None:
    window.activateWindow()
    window.timeline.setFocus()
    key = [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4][number - 1]
    QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)

    assert window.detail.isAncestorOf(window.focusWidget())


# Size


@pytest.mark.parametrize(
    ("width", "height", "scale", "is_narrow"),
    [
        (1280, 800, 1.0, False),
        (1024, 600, 1.0, False),
        (799, 600, 1.0, True),
        (600, 400, 1.0, True),
        (3840, 2160, 1.0, False),
        (1280, 800, 2.0, False),
        (1280, 800, 3.0, True),
        (600, 400, 3.0, True),
        (3840, 2160, 3.0, False),
    ],
)
def test_the_window_fits_its_place(window: MainWindow, width: int, height: int, scale: float, is_narrow: bool) -> None:
    window.theme.set_text_scale(scale)
    window.resize(width, height)
    QApplication.processEvents()

    assert (window.width(), window.height()) == (width, height)
    vertical = window.splitter.orientation() == Qt.Orientation.Vertical
    assert vertical is is_narrow
    if vertical:
        assert window.detail.y() > window.timeline.y()
    for part in (window.timeline, window.detail):
        assert part.width() >= 100
        assert part.height() >= 40, (part, part.height())
    assert window.tools.width() == width
    for tool in window.tools.in_tab_order():
        assert tool.geometry().right() < width


def test_the_list_keeps_its_share_as_it_was_pulled(reopen: Callable[..., MainWindow], path: Path) -> None:
    window = reopen()
    window.resize(1280, 800)
    window.splitter.moveSplitter(500, 1)
    window.resize(700, 800)
    QApplication.processEvents()
    window.resize(1280, 800)
    QApplication.processEvents()
    assert window.timeline.width() == 500
    window.close()

    assert settings.load(path).settings.list_width == 500
    again = reopen()
    again.resize(1280, 800)
    QApplication.processEvents()
    assert again.timeline.width() == 500


@pytest.mark.parametrize("area", ["tools", "overview", "timeline", "detail", "status"])
@pytest.mark.parametrize("is_page", [False, True])
def test_ctrl_and_the_wheel_change_the_text_size_anywhere(window: MainWindow, area: str, is_page: bool) -> None:
    if is_page:
        window.actions_by_id["page"].trigger()
    part: QWidget = getattr(window, area)
    turn(window, part, 120)
    turn(window, part, 120)
    assert window.theme.text_scale == pytest.approx(1.2)
    turn(window, part, -240)
    assert window.theme.text_scale == pytest.approx(1.0)


def turn(window: MainWindow, part: QWidget, eighths: int) -> None:
    """Turn the wheel with Ctrl held over the middle of ``part``, as the system tells the window."""
    at = QPointF(part.mapTo(window, part.rect().center()))
    event = QWheelEvent(
        at,
        QPointF(window.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, eighths),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(window.windowHandle(), event)
    QApplication.processEvents()


# Remembering


def test_it_opens_where_it_was_left(reopen: Callable[..., MainWindow]) -> None:
    window = reopen()
    window.resize(700, 500)
    window.reading.set_filter(Filter(topics=frozenset({"visits", "relief"}), period="2005/2006"))
    window.reading.set_order("date")
    window.reading.choose(3)
    window.close()

    again = reopen()

    assert (again.width(), again.height()) == (700, 500)
    assert again.reading.location == Location(milestone="m04")
    assert again.reading.filter == Filter(topics=frozenset({"visits", "relief"}), period="2005/2006")
    assert again.reading.order == "date"
    assert again.timeline.currentIndex().row() == again.reading.position


def test_at_a_milestone_nothing_is_hidden(reopen: Callable[..., MainWindow]) -> None:
    window = reopen()
    window.reading.set_filter(Filter(topics=frozenset({"relief"})))
    window.close()

    again = reopen("m11")

    assert again.reading.location.milestone == "m11"
    assert again.reading.filter.is_open


@pytest.mark.parametrize(
    "place",
    [
        Place("gone", ("gone",), "no date"),
        Place(None, (), ""),
        Place("m02", None, "2005-13"),
    ],
)
def test_what_the_dossier_no_longer_has_is_passed_over(
    reopen: Callable[..., MainWindow], path: Path, dossier: Dossier, place: Place
) -> None:
    settings.save(Settings().with_place(dossier.id, place), path)

    window = reopen()

    assert window.reading.filter.is_open
    assert window.reading.location.milestone in dossier.milestones.ids


def test_text_size_and_colours_are_kept(reopen: Callable[..., MainWindow], path: Path) -> None:
    window = reopen()
    window.actions_by_id["text_larger"].trigger()
    window.actions_by_id["scheme_dark"].trigger()
    window.close()

    kept = settings.load(path).settings
    assert (kept.text_scale, kept.scheme) == (1.1, "dark")


def test_where_nothing_can_be_kept_one_quiet_line_says_so(reopen: Callable[..., MainWindow], path: Path) -> None:
    path.parent.write_text("in the way of the folder")
    window = reopen()
    window.actions_by_id["scheme_dark"].trigger()
    window.keeper.flush()

    assert "cannot be saved" in window.status.notice.text()
    assert window.status.notice.isVisible()


# State shown


def test_what_cannot_be_done_is_not_offered(window: MainWindow) -> None:
    assert not window.actions_by_id["back"].isEnabled()
    assert not window.tools.back.isEnabled()
    assert not window.actions_by_id["clear"].isEnabled()
    window.reading.choose(3)
    assert window.actions_by_id["back"].isEnabled()
    window.reading.go_back()
    assert not window.tools.back.isEnabled()
    assert window.tools.forward.isEnabled()


def test_the_title_names_the_source_on_one_line(window: MainWindow) -> None:
    assert window.windowTitle().startswith("NATO-Pakistan relations")


def test_a_menu_stands_on_each_entry(window: MainWindow) -> None:
    window.timeline.context_menu_requested.emit(1, window.mapToGlobal(window.rect().center()))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    texts = [action.text() for action in menu.actions() if action.isVisible() and not action.isSeparator()]
    assert texts == ["&Copy", "Copy with &date", "Copy with c&itation", "Show in the &whole page"]
    menu.actions()[-1].trigger()
    assert window.reading.location.page is not None
    menu.close()


def test_a_link_of_the_pane_is_asked_about(window: MainWindow) -> None:
    from natopk_desktop.ui.hand_over import HandOver

    window.detail.link_requested.emit("https://example.org/")
    dialog = window.findChild(HandOver)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


# Leaving


def test_a_closed_window_leaves_nothing_behind(qtbot: QtBot, dossier: Dossier, theme: Theme) -> None:
    window = MainWindow(dossier, theme)
    window.show()
    with qtbot.waitSignal(window.settled):
        pass
    window.actions_by_id["page"].trigger()
    parts = [weakref.ref(part) for part in (window, window.timeline, window.detail, window.reading, window.commands)]
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert not shiboken6.isValid(window)
    del window
    gc.collect()
    assert [ref() for ref in parts if ref() is not None] == []
    theme.set_text_scale(1.5)  # and nothing listens any more
    theme.set_scheme("dark")


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("cite_entry_apa", "[Ours: entry 2 of 11, “October 2005”; "),
        ("cite_entry_mla", "section “Key milestones,” http"),
        ("cite_page_apa", "NATO. (2010, October 27). NATO-Pakistan relations. http"),
        ("cite_page_chicago", "“NATO-Pakistan relations,” NATO, last modified October 27, 2010, http"),
        ("cite_page_mla", "“NATO-Pakistan relations.” NATO, 27 Oct. 2010, http"),
    ],
)
def test_a_citation_is_copied(window: MainWindow, action: str, expected: str) -> None:
    window.reading.choose(1)
    window.actions_by_id[action].trigger()
    copied = QGuiApplication.clipboard().text()
    assert expected in copied
    assert ("entry 2 of 11" in copied) is ("entry" in action)


@pytest.mark.parametrize(
    ("action", "told"),
    [("copy", "Copied"), ("copy_citation", "Copied with citation"), ("cite_page_apa", "Citation copied")],
)
def test_a_copy_is_told_in_passing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, action: str, told: str
) -> None:
    monkeypatch.setattr(dossier_view, "BRIEF_MS", 50)
    window.reading.choose(1)
    window.actions_by_id[action].trigger()
    assert window.status.notice.text() == told
    assert not window.status.notice.isHidden()
    qtbot.waitUntil(window.status.notice.isHidden)


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


def test_without_a_chosen_entry_only_the_page_is_cited(window: MainWindow) -> None:
    window.reading.go(Location())
    assert not window.actions_by_id["cite_entry_apa"].isEnabled()
    assert window.actions_by_id["cite_page_apa"].isEnabled()
