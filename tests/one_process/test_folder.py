from __future__ import annotations

import os
from pathlib import Path

import pytest

from natopk_desktop.one_process import folder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")


@pytest.fixture(autouse=True)
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":7.1")


def made() -> Path:
    found = folder.made()
    assert found is not None
    return Path(found)


def test_it_lies_in_the_folder_of_the_session_and_is_ours_alone(home: Path) -> None:
    assert made() == home / ".runtime/natopk-desktop" / folder.screen_name()
    assert made().stat().st_mode & 0o777 == 0o700
    assert made().parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("runtime", ["", "relative", "/proc/no"])
def test_without_one_it_lies_with_the_state_by_the_computers_name(
    runtime: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
    assert made().parents[2] == home / ".local/state"
    assert made().parent.name.startswith("at-")


def test_a_folder_that_others_may_write_is_not_used(home: Path) -> None:
    (home / ".runtime").chmod(0o777)
    assert home / ".local/state" in made().parents
    (home / ".local/state").chmod(0o777)
    (home / ".local/state/natopk-desktop").chmod(0o777)
    assert folder.made() is None


def test_a_link_is_not_followed(home: Path, tmp_path: Path) -> None:
    (home / ".runtime/natopk-desktop").symlink_to(tmp_path)
    assert home / ".local/state" in made().parents
    assert not list(tmp_path.iterdir())


def test_a_folder_of_ours_that_others_may_read_is_closed_to_them(home: Path) -> None:
    (home / ".runtime/natopk-desktop").mkdir(mode=0o755)
    assert made().parent.stat().st_mode & 0o777 == 0o700


def test_without_any_place_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, "/proc/no")
    assert folder.made() is None


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"DISPLAY": ":0"}, "+3a0"),
        ({"DISPLAY": ":0.1"}, "+3a0"),
        ({"DISPLAY": "localhost:10.0"}, "localhost+3a10"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "wayland-0"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, "+3a0"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:size=800x600"}, "offscreen"),
        ({"WAYLAND_DISPLAY": "/run/user/1000/wayland-0"}, "+2frun+2fuser+2f1000+2fwayland-0"),
        ({"WAYLAND_DISPLAY": "../.."}, "+2e+2e+2f+2e+2e"),
    ],
)
def test_each_screen_has_a_folder_of_its_own(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert folder.screen_name() == expected


def test_a_very_long_name_is_cut_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "ü" * 300)
    assert len(folder.screen_name()) == 8
