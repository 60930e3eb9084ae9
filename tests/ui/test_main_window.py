from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from natopk_desktop.dossier.location import Location
from natopk_desktop.ui import dossier_view
from natopk_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.theme import Theme


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


def test_without_a_chosen_entry_only_the_page_is_cited(window: MainWindow) -> None:
    window.reading.go(Location())
    assert not window.actions_by_id["cite_entry_apa"].isEnabled()
    assert window.actions_by_id["cite_page_apa"].isEnabled()
