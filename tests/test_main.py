from __future__ import annotations

import ast
import importlib
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import __main__ as doors
from natopk_desktop import __version__, cli

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
NO_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as an installation lays it out: no lock beside it, the bundled folders inside."""
    folder = tmp_path_factory.mktemp("site packages ü")
    package = folder / "natopk_desktop"
    shutil.copytree(ROOT / "natopk_desktop", package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("resources", "data"):
        shutil.copytree(ROOT / name, package / "_bundled" / name)
    return folder


def _run(command: Sequence[str], folder: Path, *, screen: bool = True) -> subprocess.CompletedProcess[str]:
    variables = {name: value for name, value in os.environ.items() if screen or name not in NO_SCREEN}
    variables["PYTHONPATH"] = str(folder)
    return subprocess.run(command, env=variables, capture_output=True, encoding="utf-8", check=False, cwd=folder.parent)


@pytest.mark.parametrize(
    ("arguments", "without_window"),
    [
        ([], False),
        (["check"], True),
        (["list", "--json"], True),
        (["cite"], True),
        (["export", "-o", "-"], True),
        (["import", "x"], True),
        (["--self-test"], True),
        (["--version"], True),
        (["--help"], True),
        (["./export"], False),
        (["some.dossier.json"], False),
        (["--at", "m05"], False),
        (["--quit-after", "0", "check"], False),
        (["--install-desktop"], False),
        ([""], False),
    ],
)
def test_routing(arguments: list[str], *, without_window: bool) -> None:
    assert doors.is_without_window(arguments) is without_window


def test_every_command_is_routed() -> None:
    assert set(cli.COMMANDS) <= doors.WITHOUT_WINDOW


@pytest.mark.parametrize("door", [["natopk_desktop"], ["-m", "natopk_desktop"]])
def test_both_ways_to_run_the_package_lead_to_the_commands(installed: Path, door: list[str]) -> None:
    if door == ["natopk_desktop"]:
        door = [str(installed / "natopk_desktop")]
    done = _run([sys.executable, *door, "--version"], installed)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"natopk {__version__}\n", "")


@pytest.mark.parametrize("door", ["natopk", "natopk_desktop"])
def test_the_installed_commands_exist(door: str) -> None:
    assert callable(getattr(importlib.import_module("natopk_desktop.__main__"), door))
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'{door.replace("_", "-")} = "natopk_desktop.__main__:{door}"' in text


def test_run_as_a_folder_its_modules_do_not_pass_for_top_level_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    package = str(ROOT / "natopk_desktop")
    monkeypatch.setattr(sys, "path", [package, *sys.path])
    runpy.run_path(str(ROOT / "natopk_desktop" / "__main__.py"), run_name="door")
    assert package not in sys.path
    assert sys.path[0] == str(ROOT)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux may be without a screen")
def test_without_a_screen_the_window_is_refused_and_the_commands_work(installed: Path) -> None:
    door = [sys.executable, "-m", "natopk_desktop"]
    window = _run(door, installed, screen=False)
    assert window.returncode == 2
    assert window.stdout == ""
    assert window.stderr.startswith("natopk-desktop: There is no screen")
    assert len(window.stderr.splitlines()) == 1
    assert _run([*door, "check"], installed, screen=False).returncode == 0


@pytest.mark.parametrize("file", ["natopk_desktop/__main__.py", "tests/__main__.py"])
def test_an_old_python_is_told_in_one_sentence(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    source = (ROOT / file).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 4))
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    said: list[str] = []
    monkeypatch.setattr(sys.stderr, "write", said.append)
    with pytest.raises(SystemExit) as caught:
        exec(compile(source, file, "exec"), {"__name__": "__main__", "__package__": "", "__file__": file})
    assert caught.value.code == 2
    assert len(said) == 1
    assert "3.11 or newer; this is Python 3.9" in said[0]
