from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from natopk_desktop.dossier import corrections, store
from natopk_desktop.ui.keeping.saver import suggested
from natopk_desktop.ui.main_window import MainWindow
from natopk_desktop.ui.tabs.dossier_page import DossierPage
from natopk_desktop.ui.tabs.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier

PATIENCE = 60_000


@pytest.fixture
def file(tmp_path: Path, generated: Callable[[int], Dossier]) -> Path:
    path = tmp_path / "strait.dossier.json"
    store.save(generated(30), path)
    return path


@pytest.fixture
def page(window: MainWindow, file: Path) -> Iterator[DossierPage]:
    """A dossier opened from a file."""
    (opened,) = window.windows.open_files([file])
    assert isinstance(opened, DossierPage)
    yield opened
    for each, known in list(window.windows.pages()):
        if isinstance(known, DossierPage):
            known.discard()
        assert each.isVisible() or each.tabs.pages
    for each in list(window.windows.windows):
        each.close()


def correct(page: DossierPage, edtf: str = "1950", milestone: str = "m3") -> None:
    page.change(corrections.set_date(page.opened.dossier, milestone, edtf), "Date of an entry")


def question(window: MainWindow) -> QMessageBox:
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    assert box.textFormat() == Qt.TextFormat.PlainText
    return box


def date_on_disk(path: Path, milestone: int = 2) -> str | None:
    return store.load(path).milestones[milestone].date.edtf


# What is changed


def test_a_change_is_marked_in_tab_and_title_and_can_be_undone(window: MainWindow, page: DossierPage) -> None:
    window.activateWindow()
    assert not window.isWindowModified()
    assert not window.actions_by_id["save"].isEnabled()
    correct(page)

    assert window.isWindowModified()
    assert window.tabs.bar is not None
    assert window.tabs.bar.tabText(1).startswith("• ")
    assert window.tabs.bar.accessibleTabName(1).endswith(", changed")
    assert window.reading.dossier.milestones[2].date.edtf == "1950"
    assert window.actions_by_id["save"].isEnabled()

    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.reading.dossier.milestones[2].date.edtf == "1901-03"
    assert not window.isWindowModified()
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, shift)
    assert window.reading.dossier.milestones[2].date.edtf == "1950"
    assert not window.actions_by_id["redo"].isEnabled()


def test_a_change_leaves_the_reader_where_they_are(window: MainWindow, page: DossierPage, qtbot: QtBot) -> None:
    window.reading.choose(20)
    window.reading.set_order("date")
    window.commands.find()
    QTest.keyClicks(window.search_bar.field, "harbour")
    qtbot.waitUntil(lambda: window.search.is_complete)
    found = window.search.count

    correct(page)
    qtbot.waitUntil(lambda: window.search.is_complete)

    assert window.reading.row == 20
    assert window.reading.order == "date"
    assert window.search_bar.field.text() == "harbour"
    assert window.search.count == found
    assert window.timeline.currentIndex().row() == window.reading.position
    window.actions_by_id["next"].trigger()


def test_where_the_chosen_milestone_goes_the_next_is_chosen(window: MainWindow, page: DossierPage) -> None:
    window.reading.choose(4)
    page.change(corrections.not_milestone(page.opened.dossier, "m5"), "No entry")
    assert window.reading.location.milestone == "m6"
    window.reading.choose_last()
    page.change(corrections.not_milestone(page.opened.dossier, "m30"), "No entry")
    assert window.reading.location.milestone == "m29"


# Saving


def test_ctrl_s_saves(window: MainWindow, page: DossierPage, file: Path, qtbot: QtBot) -> None:
    window.activateWindow()
    correct(page)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: not page.is_changed)
    assert date_on_disk(file) == "1950"
    assert not window.isWindowModified()
    window.actions_by_id["undo"].trigger()
    assert page.is_changed
    assert window.isWindowModified()


def test_save_as_goes_on_under_the_new_name(window: MainWindow, page: DossierPage, file: Path, qtbot: QtBot) -> None:
    correct(page)
    window.actions_by_id["save_as"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    other = file.with_name("other.dossier.json")
    dialog.fileSelected.emit(str(other))
    dialog.reject()

    qtbot.waitUntil(lambda: not page.is_changed)
    assert (date_on_disk(other), date_on_disk(file)) == ("1950", "1901-03")
    assert page.file == other
    assert window.status.notice.text() == "Saved as other.dossier.json"
    assert window.keeper.settings.recent[0] == str(other)
    correct(page, "1960")
    window.actions_by_id["save"].trigger()
    qtbot.waitUntil(lambda: not page.is_changed)
    assert date_on_disk(other) == "1960"


def test_of_the_built_in_dossier_a_copy_is_saved(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    assert not window.actions_by_id["save"].isEnabled()
    window.actions_by_id["save_as"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    copy = tmp_path / "copy.dossier.json"
    dialog.fileSelected.emit(str(copy))
    dialog.reject()

    qtbot.waitUntil(lambda: "copy.dossier.json" in window.status.notice.text())
    assert store.dumps(store.load(copy)) == store.dumps(store.built_in())
    assert window.page.is_home


def test_a_page_that_was_read_is_saved_beside_its_file(
    window: MainWindow, page: DossierPage, tmp_path: Path, generated: Callable[[int], Dossier]
) -> None:
    read = DossierPage(Opened(generated(11), tmp_path / "a page.html"), window.theme, window.keeper)
    window.add(read)

    assert suggested(read) == tmp_path / "a page.dossier.json"
    assert suggested(page) == page.file
    assert window.actions_by_id["save"].isEnabled()
    assert not read.is_changed
    window.actions_by_id["save"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()


def test_a_large_dossier_is_saved_by_a_process(
    window: MainWindow, tmp_path: Path, generated: Callable[[int], Dossier], qtbot: QtBot
) -> None:
    path = tmp_path / "large.dossier.json"
    large = DossierPage(Opened(generated(2000), path, path), window.theme, window.keeper)
    window.add(large)
    correct(large)

    window.actions_by_id["save"].trigger()

    qtbot.waitUntil(lambda: not large.is_changed, timeout=PATIENCE)
    assert store.dumps(store.load(path)) == store.dumps(large.opened.dossier)


@pytest.mark.parametrize("replace", [True, False])
def test_what_another_program_wrote_is_not_replaced_unasked(
    window: MainWindow, page: DossierPage, file: Path, qtbot: QtBot, replace: bool
) -> None:
    file.write_text("something else")
    os.utime(file, ns=(1, 1))
    correct(page)
    window.actions_by_id["save"].trigger()

    box = question(window)
    assert "another program" in box.text()
    assert file.read_text() == "something else"
    button = next(button for button in box.buttons() if (button.text() == "&Replace") is replace)
    button.click()
    if replace:
        qtbot.waitUntil(lambda: not page.is_changed)
        assert date_on_disk(file) == "1950"
    else:
        assert page.is_changed
        assert file.read_text() == "something else"


def test_what_cannot_be_saved_is_told_and_stays_changed(
    window: MainWindow, page: DossierPage, tmp_path: Path, qtbot: QtBot
) -> None:
    correct(page)
    window.saver._save_at(page, lambda: None, str(tmp_path / "nowhere" / "x.dossier.json"))

    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)))
    box = question(window)
    assert "there is no folder" in box.text()
    box.close()
    assert page.is_changed


def test_a_file_open_in_another_tab_is_not_saved_over(
    window: MainWindow, page: DossierPage, file: Path, tmp_path: Path, generated: Callable[[int], Dossier]
) -> None:
    other = DossierPage(Opened(generated(11), tmp_path / "a.csv"), window.theme, window.keeper)
    window.add(other)
    before = file.read_bytes()

    window.saver._save_at(other, lambda: None, str(file))

    box = question(window)
    assert "open in another tab" in box.text()
    box.close()
    assert file.read_bytes() == before
    assert page.file == file


# Closing


@pytest.mark.parametrize("answer", ["Save", "Discard", "Cancel"])
@pytest.mark.parametrize("way", ["close", "close_window", "quit"])
def test_unsaved_changes_are_asked_about(page: DossierPage, file: Path, qtbot: QtBot, answer: str, way: str) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    correct(page)
    window.actions_by_id[way].trigger()

    box = question(window)
    assert "The Strait Council" in box.text()
    assert window.isVisible()
    assert page in window.tabs.pages
    box.button(getattr(QMessageBox.StandardButton, answer)).click()

    if answer == "Cancel":
        QApplication.processEvents()
        assert page in window.tabs.pages
        assert page.is_changed
        assert window.isVisible()
        return
    if way == "close":
        qtbot.waitUntil(lambda: len(window.tabs.pages) == 1)
        assert window.isVisible()
    else:
        qtbot.waitUntil(lambda: not window.isVisible())
    assert date_on_disk(file) == ("1950" if answer == "Save" else "1901-03")


def test_two_changed_tabs_are_asked_about_one_after_the_other(
    window: MainWindow, page: DossierPage, tmp_path: Path, generated: Callable[[int], Dossier]
) -> None:
    path = tmp_path / "second.dossier.json"
    other = DossierPage(Opened(generated(11), path, path), window.theme, window.keeper)
    window.add(other)
    window.actions_by_id["move_to_new_window"].trigger()
    apart = window.windows.windows[1]
    correct(page)
    correct(other)

    window.actions_by_id["quit"].trigger()
    question(window).button(QMessageBox.StandardButton.Discard).click()
    box = question(apart)
    assert page.is_changed  # nothing is given up before all is said
    box.button(QMessageBox.StandardButton.Cancel).click()

    assert page.is_changed
    assert other.is_changed
    assert window.isVisible()
    assert apart.isVisible()
    other.discard()


def test_a_title_that_looks_like_qt_s_mark_is_shown_as_it_is(window: MainWindow, page: DossierPage) -> None:
    import msgspec

    dossier = page.opened.dossier
    head = msgspec.structs.replace(dossier.head, source=msgspec.structs.replace(dossier.head.source, title="A [*] B"))
    dossier.head = head
    page.described.emit()

    assert window.windowTitle() == "A [*][*] B[*] — natopk_desktop"
