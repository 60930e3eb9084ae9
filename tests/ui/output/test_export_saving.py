"""Saving from the export dialog: names, files in the way, failures, and what is remembered."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from natopk_desktop.settings import Exported
from natopk_desktop.ui.keeper import Keeper
from natopk_desktop.ui.output.export_dialog import ExportDialog
from tests.ui.output.exporting import box_of, names, wait_for_look

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.main_window import MainWindow
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme


def in_the_way(folder: Path) -> Path:
    """A file of the reader's where the summary as text would go."""
    there = folder / "nato-pakistan-2010-summary.txt"
    there.write_bytes(b"mine")
    return there


def replace_button(box: QMessageBox) -> QAbstractButton:
    return next(button for button in box.buttons() if "Replace" in button.text().replace("&", ""))


def test_saving_does_not_wait_to_be_looked_at(make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make("docx")
    with qtbot.waitSignal(dialog.saved, timeout=20_000):
        dialog.save_button.click()
    assert names(tmp_path) == ["nato-pakistan-2010-summary.docx"]


def test_a_file_in_the_way_is_asked_about_and_kept(
    make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog, there = make("txt"), in_the_way(tmp_path)
    wait_for_look(qtbot, dialog)
    dialog.save_button.click()
    box = box_of(qtbot, dialog)
    assert there.name in box.text()

    QTest.keyClick(box, Qt.Key.Key_Return)  # who just presses Return keeps what there is

    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert there.read_bytes() == b"mine"
    assert dialog.isVisible()


def test_a_file_in_the_way_is_replaced_where_that_is_wanted(
    make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog, there = make("txt"), in_the_way(tmp_path)
    wait_for_look(qtbot, dialog)
    dialog.save_button.click()
    box = box_of(qtbot, dialog)
    with qtbot.waitSignal(dialog.saved):
        replace_button(box).click()
    assert there.read_bytes().startswith(b"[Ours: banner]")


def test_it_is_asked_once_however_soon_the_export_is_there(
    make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog, there = make("txt"), in_the_way(tmp_path)
    dialog.save_button.click()
    box = box_of(qtbot, dialog)
    wait_for_look(qtbot, dialog)
    assert dialog.findChildren(QMessageBox) == [box]
    with qtbot.waitSignal(dialog.saved):
        replace_button(box).click()
    assert there.read_bytes() != b"mine"


def test_each_of_several_pictures_is_asked_about(
    make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = make("svg")
    options = dialog.parts.options
    options.document.setCurrentIndex(options.document.findData("timeline"))
    (tmp_path / "nato-pakistan-2010-timeline-02.svg").write_bytes(b"mine")
    wait_for_look(qtbot, dialog)
    dialog.save_button.click()
    box = box_of(qtbot, dialog)
    assert "timeline-02.svg" in box.text()
    with qtbot.waitSignal(dialog.saved):
        replace_button(box).click()
    assert names(tmp_path) == [f"nato-pakistan-2010-timeline-0{number}.svg" for number in (1, 2)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such folders")
def test_a_folder_that_is_gone_is_one_sentence_and_leaves_nothing(
    make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = make("txt")
    dialog.target.field.setText(str(tmp_path / "gone" / "a.txt"))
    wait_for_look(qtbot, dialog)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "no folder" in dialog.line.words.text())
    assert dialog.isVisible()
    assert dialog.save_button.isEnabled()
    assert names(tmp_path) == []


def test_a_failing_disk_is_one_sentence_and_leaves_the_old_file(
    make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    dialog = make("txt")
    dialog.target.field.setText("a.txt")
    wait_for_look(qtbot, dialog)
    monkeypatch.setattr(os, "fsync", fail)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "No space left on device" in dialog.line.words.text())
    assert names(tmp_path) == []
    monkeypatch.undo()
    with qtbot.waitSignal(dialog.saved):
        dialog.save_button.click()
    assert names(tmp_path) == ["a.txt"]


def test_without_a_name_nothing_is_saved(make: Callable[..., ExportDialog], tmp_path: Path) -> None:
    dialog = make("txt")
    dialog.target.field.setText(" ")
    dialog.save_button.click()
    assert dialog.line.words.text()
    assert names(tmp_path) == []


def test_a_name_that_promises_another_format_is_told_of(make: Callable[..., ExportDialog], tmp_path: Path) -> None:
    dialog = make("txt")
    dialog.target.field.setText("a.docx")
    dialog.save_button.click()
    assert "Word document (DOCX)" in dialog.line.words.text()
    assert names(tmp_path) == []


def test_escape_leaves_nothing(make: Callable[..., ExportDialog], tmp_path: Path) -> None:
    dialog = make("pdf")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert names(tmp_path) == []


def test_stopping_what_is_being_made_saves_nothing_and_it_can_be_asked_for_again(
    make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = make("pdf")
    dialog.save_button.click()
    assert dialog.stop_button.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.line.words.text() == "Stopped; nothing was saved."
    assert names(tmp_path) == []
    with qtbot.waitSignal(dialog.saved, timeout=20_000):
        dialog.save_button.click()


def test_a_name_that_was_given_keeps_its_stem_and_takes_the_formats_ending(make: Callable[..., ExportDialog]) -> None:
    dialog = make("docx")
    assert dialog.target.path().endswith("nato-pakistan-2010-summary.docx")
    dialog.parts.formats.choose("csv")
    assert dialog.target.path().endswith("nato-pakistan-2010.csv")
    dialog.target.field.setText("my own.csv")
    dialog.parts.formats.choose("json")
    assert Path(dialog.target.path()).name == "my own.dossier.json"


def test_a_name_without_an_ending_gets_that_of_the_format(make: Callable[..., ExportDialog], tmp_path: Path) -> None:
    dialog = make("csv")
    dialog.target.field.setText("table")
    assert dialog.target.path() == str(tmp_path / "table.csv")


def test_format_and_folder_are_remembered(make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make("md")
    dialog.target.field.setText(str(tmp_path / "a.md"))
    with qtbot.waitSignal(dialog.saved):
        dialog.save_button.click()
    assert dialog._keeper.settings.exported == Exported("md", str(tmp_path))


@pytest.mark.parametrize("remembered", [Exported("gone", "/nowhere"), Exported("", "\0"), Exported()])
def test_what_is_remembered_and_gone_is_passed_over(
    qtbot: QtBot, reading: Reading, theme: Theme, parent: QWidget, remembered: Exported
) -> None:
    keeper = Keeper(None, parent)
    keeper.change(exported=remembered)
    dialog = ExportDialog(reading, theme, keeper, parent)
    qtbot.addWidget(dialog)
    assert dialog.wish.format.id == "pdf"
    assert Path(dialog.target.path()).parent.is_dir()


def test_the_window_opens_it_and_tells_what_was_saved(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, dossier: Dossier
) -> None:
    assert dossier is not None
    window.keeper.change(exported=Exported("md", str(tmp_path)))
    window.tools.ends["export"].click()
    qtbot.waitUntil(lambda: bool(window.findChildren(ExportDialog)))
    (dialog,) = window.findChildren(ExportDialog)
    with qtbot.waitSignal(dialog.saved):
        dialog.save_button.click()
    assert "nato-pakistan-2010-summary.md" in window.status.notice.text()
    assert names(tmp_path) == ["nato-pakistan-2010-summary.md"]
    qtbot.waitUntil(lambda: not window.findChildren(ExportDialog))
