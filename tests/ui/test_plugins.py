"""Qt finds its plugins wherever the program lies, and what it does not have is said."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from natopk_desktop.errors import ScreenError
from natopk_desktop.ui import plugins

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
sys.path[:0] = [sys.argv[1]]
from natopk_desktop.ui import app
app.make_application()
from PySide6.QtGui import QGuiApplication
print(QGuiApplication.platformName())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="links to a library's folder")
@pytest.mark.parametrize("name", ["plain ü", "a, b", "a;b", 'a"b', "a\\b", "a\nb"])
def test_a_window_opens_wherever_the_program_lies(tmp_path: Path, name: str) -> None:
    place = tmp_path / name
    pyside = Path(plugins.folder()).parents[1]
    for package in (pyside, pyside.parent / "shiboken6"):
        for folder, _, files in os.walk(package):
            made = place / Path(folder).relative_to(pyside.parent)
            made.mkdir(parents=True)
            for file in files:
                (made / file).symlink_to(Path(folder, file))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(place)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "offscreen\n"), done.stderr


@pytest.mark.parametrize("name", ["offscreen", "offscreen:size=800x600", "nonsense;offscreen", "wayland-egl", ""])
def test_a_platform_that_is_there_is_let_through(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(plugins.CHOICE, name)
    plugins.require_platform()


def test_one_that_is_not_there_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(plugins.CHOICE, "nonsense")
    with pytest.raises(ScreenError, match=r"“nonsense”, and here are only .*offscreen") as caught:
        plugins.require_platform()
    assert caught.value.exit_code == 2


def test_other_folders_of_plugins_are_left_to_qt(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(plugins.CHOICE, "own")
    monkeypatch.setenv("QT_PLUGIN_PATH", str(tmp_path))
    plugins.require_platform()
