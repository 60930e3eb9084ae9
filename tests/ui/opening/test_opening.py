from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from natopk_desktop.ui.opening import choosing, drops, quick
from natopk_desktop.ui.opening.opening_page import OpeningPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.main_window import MainWindow

PATIENCE = 60_000


def names(window: MainWindow) -> list[str]:
    return [page.name for page in window.tabs.pages]


def opening(window: MainWindow) -> OpeningPage:
    page = window.tabs.current
    assert isinstance(page, OpeningPage)
    return page


# Ways in


def test_ctrl_o_asks_for_files_and_opens_them(window: MainWindow, small: Path) -> None:
    window.activateWindow()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.nameFilters()[0].startswith("All that can be read (*.dossier.json")
    dialog.filesSelected.emit([str(small)])
    dialog.reject()

    assert names(window) == ["NATO-Pakistan relations", "The Strait Council and its members"]
    assert window.reading.dossier.id == "generated"


def drag(window: MainWindow, data: QMimeData) -> bool:
    """Drag ``data`` over the window and let go; tell whether it is taken."""
    kinds = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), *kinds)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), *kinds))
    return enter.isAccepted()


def test_files_dropped_on_the_window_are_opened(window: MainWindow, small: Path, large: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (small, large)])

    assert drag(window, data)
    qtbot.waitUntil(lambda: len(window.tabs.pages) == 3 and window.has_view, timeout=PATIENCE)
    assert window.tabs.current is window.tabs.pages[2]


@pytest.mark.parametrize("kind", ["folder", "address", "text", "mixed", "nothing"])
def test_what_is_no_file_is_refused(window: MainWindow, small: Path, tmp_path: Path, kind: str) -> None:
    data = QMimeData()
    if kind == "folder":
        data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    elif kind == "address":
        data.setUrls([QUrl("https://example.org/page.html")])
    elif kind == "mixed":
        data.setUrls([QUrl.fromLocalFile(str(small)), QUrl("https://example.org/")])
    elif kind == "text":
        data.setText(str(small))

    assert drops.files(data) == []
    assert not drag(window, data)
    assert len(window.tabs.pages) == 1


# The way


def test_a_large_file_is_opened_behind_a_page_that_tells_so(window: MainWindow, large: Path, qtbot: QtBot) -> None:
    window.windows.open_files([large], "m7")
    page = opening(window)

    assert page.told.text() == "Opening large.dossier.json…"
    assert page.bar.isVisible()
    assert page.bar.accessibleName()
    assert window.windowTitle().startswith("large.dossier.json")
    assert QApplication.focusWidget() is page.cancel
    assert not window.actions_by_id["find"].isEnabled()
    assert window.actions_by_id["open"].isEnabled()
    qtbot.waitUntil(lambda: window.has_view, timeout=PATIENCE)
    assert window.reading.location.milestone == "m7"
    assert window.actions_by_id["find"].isEnabled()
    assert window.timeline.hasFocus()


def test_cancelling_leaves_the_built_in_dossier(window: MainWindow, large: Path) -> None:
    window.windows.open_files([large])
    page = opening(window)
    page.cancel.click()

    assert names(window) == ["NATO-Pakistan relations"]
    assert window.keeper.settings.recent == ()


def test_closing_the_last_file_brings_the_built_in_dossier_back(window: MainWindow, small: Path) -> None:
    window.windows.open_files([small])
    window.close_page(window.tabs.pages[0])
    assert names(window) == ["The Strait Council and its members"]

    window.actions_by_id["close"].trigger()

    assert window.isVisible()
    assert names(window) == ["NATO-Pakistan relations"]


def test_the_built_in_dossier_is_one_entry_away(window: MainWindow, small: Path) -> None:
    window.windows.open_files([small])
    window.close_page(window.tabs.pages[0])

    window.actions_by_id["built_in"].trigger()
    assert window.reading.dossier.title == "NATO-Pakistan relations"
    window.tabs.show_page(window.tabs.pages[0])
    window.actions_by_id["built_in"].trigger()
    assert window.reading.dossier.title == "NATO-Pakistan relations"
    assert len(window.tabs.pages) == 2


def test_a_file_opened_again_is_only_shown(window: MainWindow, small: Path, tmp_path: Path) -> None:
    window.windows.open_files([small])
    window.tabs.show_page(window.tabs.pages[0])
    link = tmp_path / "link.dossier.json"
    link.symlink_to(small)

    window.windows.open_files([small])
    window.windows.open_files([link])

    assert len(window.tabs.pages) == 2
    assert window.tabs.current is window.tabs.pages[1]


def test_a_file_opened_again_is_shown_at_the_place_asked_for(window: MainWindow, small: Path) -> None:
    window.windows.open_files([small], "m3")
    window.tabs.show_page(window.tabs.pages[0])

    window.windows.open_files([small], "m7")
    assert window.tabs.current is window.tabs.pages[1]
    assert window.reading.location.milestone == "m7"

    window.windows.open_files([small], "nowhere")
    assert window.reading.location.milestone == "m7"
    assert window.status.notice.text() == "There is no milestone “nowhere” in this file."


def test_a_large_file_asked_for_again_while_it_opens_opens_at_the_last_place(
    window: MainWindow, large: Path, qtbot: QtBot
) -> None:
    window.windows.open_files([large], "m3")
    window.windows.open_files([large], "m7")

    qtbot.waitUntil(lambda: window.has_view, timeout=PATIENCE)
    assert window.reading.location.milestone == "m7"


def test_the_built_in_dossier_is_found_in_another_window_and_goes_to_the_place_asked_for(
    window: MainWindow, small: Path
) -> None:
    window.windows.open_files([small])
    window.actions_by_id["move_to_new_window"].trigger()
    other = next(each for each in window.windows.windows if each is not window)

    page = window.windows.opener.open_built_in(other, "m07")

    assert window.windows.window_of(page) is window
    assert window.reading.location.milestone == "m07"
    assert [len(each.tabs.pages) for each in window.windows.windows] == [1, 1]


def test_two_windows_show_two_dossiers_and_a_file_open_in_one_is_found_from_the_other(
    window: MainWindow, small: Path
) -> None:
    window.windows.open_files([small])
    window.actions_by_id["move_to_new_window"].trigger()
    window.windows.opener.open(small, window)

    assert [len(each.tabs.pages) for each in window.windows.windows] == [1, 1]


# Where it fails


def test_a_file_that_is_not_there_is_one_sentence_and_can_be_tried_again(
    window: MainWindow, tmp_path: Path, small: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "later.dossier.json"
    window.windows.open_files([path])
    page = opening(window)
    assert page.told.text() == f"{path}: there is no such file; check the name."
    assert page.again.isVisible()
    assert not page.bar.isVisible()
    path.write_bytes(small.read_bytes())

    page.again.click()

    qtbot.waitUntil(lambda: window.has_view, timeout=PATIENCE)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b'{"format": "natopk-dossier", "version": 9}'])
def test_a_bad_file_is_one_sentence(window: MainWindow, tmp_path: Path, content: bytes, qtbot: QtBot) -> None:
    path = tmp_path / "bad.dossier.json"
    path.write_bytes(content)

    window.windows.open_files([path])
    page = opening(window)
    qtbot.waitUntil(lambda: bool(page.sentence), timeout=PATIENCE)

    assert "bad.dossier.json" in page.told.text()
    assert "\n" not in page.told.text()
    page.choose.click()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    page.cancel.click()
    assert names(window) == ["NATO-Pakistan relations"]


def test_a_folder_is_refused_in_one_sentence(window: MainWindow, tmp_path: Path) -> None:
    window.windows.open_files([tmp_path])

    assert "this is a folder" in opening(window).sentence


def test_a_name_that_reorders_a_line_is_shown_without_its_controls(window: MainWindow, tmp_path: Path) -> None:
    window.windows.open_files([tmp_path / "inv\u202efdp.exe & co"])

    assert window.tabs.bar is not None
    assert window.tabs.bar.tabText(1) == "inv\ufffdfdp.exe && co"
    assert "\u202e" not in window.windowTitle()


# Small and large


def test_only_small_dossiers_are_read_at_once(small: Path, large: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"events": []}')

    assert quick.opened(small) is not None
    assert quick.opened(large) is None
    assert quick.opened(other) is None
    assert quick.opened(tmp_path / "missing") is None
    assert quick.is_dossier(large)
    assert not quick.is_dossier(other)


def test_every_format_has_its_entry_in_the_dialog() -> None:
    filters = choosing.name_filters()

    endings = filters[0].partition("(")[2].removesuffix(")").split()
    assert len(endings) == len(set(endings))
    assert {"*.html", "*.csv", "*.ics"} <= set(endings)
    assert filters[-1] == "All files (*)"
    assert len(filters) >= 4
