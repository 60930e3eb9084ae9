from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from natopk_desktop import __version__

ROOT = Path(__file__).resolve().parent.parent
INFO = f"natopk_desktop-{__version__}.dist-info"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built as an installer builds it, but with the build tools that are here."""
    folder = tmp_path_factory.mktemp("wheel")
    code = f"from hatchling.build import build_wheel; print(build_wheel({str(folder)!r}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return zipfile.ZipFile(folder / done.stdout.strip().splitlines()[-1])


def test_nothing_lies_outside_the_package(wheel: zipfile.ZipFile) -> None:
    assert {name.partition("/")[0] for name in wheel.namelist()} == {"natopk_desktop", INFO}


def test_every_module_is_in(wheel: zipfile.ZipFile) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "natopk_desktop").rglob("*.py")}
    assert modules <= set(wheel.namelist())


@pytest.mark.parametrize("folder", ["resources", "data"])
def test_the_bundled_folders_are_in_whole(wheel: zipfile.ZipFile, folder: str) -> None:
    names = set(wheel.namelist())
    for path in (ROOT / folder).rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            name = f"natopk_desktop/_bundled/{path.relative_to(ROOT).as_posix()}"
            assert name in names
            assert wheel.read(name) == path.read_bytes()


def test_nothing_made_by_running_is_in(wheel: zipfile.ZipFile) -> None:
    assert not [name for name in wheel.namelist() if "__pycache__" in name or name.endswith(".pyc")]


def test_the_commands_and_the_licence_are_in(wheel: zipfile.ZipFile) -> None:
    commands = wheel.read(f"{INFO}/entry_points.txt").decode()
    assert "[console_scripts]\nnatopk = natopk_desktop.__main__:natopk\n" in commands
    assert "[gui_scripts]\nnatopk-desktop = natopk_desktop.__main__:natopk_desktop\n" in commands
    assert f"{INFO}/licenses/LICENSE" in wheel.namelist()
