from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from natopk_desktop import settings
from natopk_desktop.settings import Place, Settings
from natopk_desktop.ui.keeper import Keeper

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "natopk-desktop" / settings.FILE


def test_a_change_is_saved_when_it_rests(qtbot: QtBot, path: Path) -> None:
    keeper = Keeper(path)
    keeper.change(text_scale=1.5)
    assert not path.exists()

    qtbot.waitUntil(path.exists)

    assert settings.load(path).settings == Settings(text_scale=1.5)


@pytest.mark.usefixtures("qapp")
def test_nothing_changed_nothing_written(path: Path) -> None:
    keeper = Keeper(path)
    keeper.change(text_scale=1.0)
    keeper.flush()

    assert not path.exists()


@pytest.mark.usefixtures("qapp")
def test_without_a_path_nothing_is_kept() -> None:
    keeper = Keeper(None)
    keeper.change(scheme="dark")
    keeper.flush()

    assert keeper.settings.scheme == "dark"
    assert keeper.notice == ""


@pytest.mark.usefixtures("qapp")
def test_a_broken_file_is_told_of_and_the_next_save_goes_well(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"broken")

    keeper = Keeper(path)
    keeper.replace(Settings().with_place("a", Place("m02")))
    keeper.flush()

    assert "settings.json.bad" in keeper.notice
    assert path.with_name("settings.json.bad").read_bytes() == b"broken"
    assert Keeper(path).settings.place("a") == Place("m02")


@pytest.mark.usefixtures("qapp")
def test_a_newer_file_is_told_of_as_such(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'{"version": 99}')

    assert "newer" in Keeper(path).notice


@pytest.mark.usefixtures("qapp")
def test_a_file_that_cannot_be_read_is_never_written_over(path: Path) -> None:
    path.mkdir(parents=True)

    keeper = Keeper(path)
    keeper.change(text_scale=2.0)
    keeper.flush()

    assert keeper.notice
    assert path.is_dir()
    assert keeper.settings.text_scale == 2.0


def test_where_nothing_can_be_saved_one_sentence_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way of the folder")
    keeper = Keeper(tmp_path / "file" / settings.FILE)
    keeper.change(text_scale=2.0)

    with qtbot.waitSignal(keeper.notice_changed):
        keeper.flush()

    assert keeper.notice.count(".") == 1
    with qtbot.assertNotEmitted(keeper.notice_changed):
        keeper.flush()
