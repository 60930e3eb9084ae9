from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMessageBox

from natopk_desktop.ui.opening.columns_dialog import ColumnsDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.main_window import MainWindow

PATIENCE = 60_000
TABLE = (
    "when,told,also\n"
    "2005-03,Visit of an ambassador,2001\n"
    "2005-10,Start of the relief operation,2002\n"
    "2006-01,End of the relief operation,2003\n"
)


@pytest.fixture
def table(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> ColumnsDialog:
    """The dialog on the columns of a table that is open."""
    path = tmp_path / "relief.csv"
    path.write_text(TABLE)
    window.windows.open_files([path])
    qtbot.waitUntil(lambda: window.has_view and window.page.file == path, timeout=PATIENCE)
    bar = window.page.beside.bar
    assert bar is not None
    assert bar.columns.isVisible()
    bar.columns.click()
    qtbot.waitUntil(lambda: window.findChild(ColumnsDialog) is not None, timeout=PATIENCE)
    dialog = window.findChild(ColumnsDialog)
    assert dialog is not None
    return dialog


def test_the_first_rows_are_shown_with_what_was_guessed(table: ColumnsDialog) -> None:
    cell = table.table.item(1, 1)
    assert cell is not None
    assert cell.text() == "Start of the relief operation"
    assert table.fields["date"].currentText() == "when"
    assert all(box.accessibleName() and box.height() >= 24 for box in table.fields.values())
    table.reject()


def test_another_choice_of_columns_is_read(window: MainWindow, table: ColumnsDialog, qtbot: QtBot) -> None:
    assert window.reading.dossier.milestones.edtf == ["2005-03", "2005-10", "2006-01"]
    table.fields["date"].setCurrentText("also")
    table.fields["text"].setCurrentText("told")
    table.read_button.click()

    qtbot.waitUntil(
        lambda: window.has_view and window.reading.dossier.milestones.edtf == ["2001", "2002", "2003"],
        timeout=PATIENCE,
    )
    assert len(window.tabs.pages) == 2
    bar = window.page.beside.bar
    assert bar is not None
    bar.columns.click()
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(ColumnsDialog)), timeout=PATIENCE)
    again = next(dialog for dialog in window.findChildren(ColumnsDialog) if dialog.isVisible())
    assert again.fields["date"].currentText() == "also"
    again.reject()


def test_a_table_that_is_gone_is_told_of(window: MainWindow, table: ColumnsDialog, qtbot: QtBot) -> None:
    table.reject()
    assert window.page.file is not None
    window.page.file.unlink()
    bar = window.page.beside.bar
    assert bar is not None
    bar.columns.click()
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)), timeout=PATIENCE)

    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    assert "there is no such file" in box.text()
    box.close()


def test_a_page_has_no_columns(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "page.txt"
    path.write_text("A page\n\nMarch 2005 A visit took place, and nothing else.\n")
    window.windows.open_files([path])
    qtbot.waitUntil(lambda: window.has_view and window.page.file == path, timeout=PATIENCE)

    assert window.page.beside.bar is not None
    assert not window.page.beside.bar.columns.isVisible()
