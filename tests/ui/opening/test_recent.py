from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction

    from natopk_desktop.ui.main_window import MainWindow


def entries(window: MainWindow) -> list[QAction]:
    """Open the menu and return its entries."""
    menu = window._menus["recent"]
    menu.aboutToShow.emit()
    return [entry for entry in menu.actions() if not entry.isSeparator()]


def test_at_first_there_is_none(window: MainWindow) -> None:
    shown = entries(window)

    assert [entry.text() for entry in shown] == ["No file yet", "&Clear list"]
    assert not any(entry.isEnabled() for entry in shown)


def test_the_last_file_is_the_first_and_opens(window: MainWindow, small: Path, large: Path) -> None:
    window.keeper.change(recent=(str(large),))
    window.windows.open_files([small])
    window.close_page(window.tabs.pages[1])

    shown = entries(window)
    assert shown[0].text().startswith("&1 strait.dossier.json — ")
    assert shown[1].text().startswith("&2 large.dossier.json — ")
    shown[0].trigger()
    assert window.reading.dossier.id == "generated"
    assert len(entries(window)) == 3


def test_a_missing_file_is_grey_and_not_forgotten(window: MainWindow, small: Path) -> None:
    window.windows.open_files([small])
    content = small.read_bytes()
    small.unlink()

    gone = entries(window)[0]
    assert not gone.isEnabled()
    assert "not there now" in gone.text()
    small.write_bytes(content)
    assert entries(window)[0].isEnabled()
    assert window.keeper.settings.recent == (str(small),)


def test_the_list_can_be_cleared(window: MainWindow, small: Path) -> None:
    window.windows.open_files([small])
    assert window.keeper.settings.recent
    entries(window)

    window.actions_by_id["clear_recent"].trigger()

    assert window.keeper.settings.recent == ()
    assert entries(window)[0].text() == "No file yet"


def test_a_strange_name_is_shown_as_characters(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "<img src=x> & \u202ex.json"
    path.write_text("{}")
    window.keeper.change(recent=(str(path),))

    shown = entries(window)[0]
    assert "<img src=x> && \ufffdx.json" in shown.text()
    assert shown.toolTip().startswith("Opens this file\n")
