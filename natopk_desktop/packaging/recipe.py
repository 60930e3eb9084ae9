"""Running PyInstaller on `build.spec`, so that the same commit gives the same files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from natopk_desktop.errors import OperationError
from natopk_desktop.packaging import rules

APP: Final = "natopk-desktop"
COMMAND_LINE: Final = "natopk"
"""On Linux a link to the other program, which does what it is called by: both would hold the same modules."""
OLDEST: Final = 315_532_800
"""The first moment a zip archive can name, 1 January 1980."""
TOLD_LINES: Final = 25


def moment(root: Path) -> int:
    """Return the time that all files of the package bear, in seconds since 1970.

    It is `SOURCE_DATE_EPOCH` (reproducible-builds.org) where that is set, else the time of the last commit.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return max(int(given), OLDEST)
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        told = subprocess.run(command, capture_output=True, encoding="ascii", check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return OLDEST  # an unpacked archive of the source
    return int(told) if told.isdecimal() else OLDEST


def require_tools() -> None:
    """Have what PyInstaller calls on Linux: `objdump` and `strip`, and Python as a shared library.

    Raises:
        UserError: something is missing and was not installed.
    """
    if rules.platform() != "linux":
        return
    from natopk_desktop.provision import system

    if not (shutil.which("objdump") and shutil.which("strip")):
        system.install_or_refuse("What PyInstaller reads libraries with (objdump, strip)", ["binutils"])
    from PyInstaller.depend import bindepend

    try:
        found = bool(bindepend.get_python_library_path())
    except Exception as error:  # noqa: BLE001 - its own class of error lies elsewhere from version to version
        found = False
        del error
    if not found:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        system.install_or_refuse(f"Python {version} as a shared library", [f"libpython{version}"])


def build(root: Path, target: Path, spec: Path | None = None) -> Path:
    """Build the folder app into ``target`` and return it, replacing one that is there.

    Args:
        root: the checkout.
        target: the folder that gets it.
        spec: another recipe than `build.spec`.

    Raises:
        OperationError: PyInstaller failed; its last lines are told.
    """
    with TemporaryDirectory(prefix="natopk-build-") as name:
        work = Path(name)
        environment = {
            **os.environ,
            "PYTHONHASHSEED": "0",
            # The archive compresses what modules are as well, and better, and a start need not decompress.
            "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",
            "SOURCE_DATE_EPOCH": str(moment(root)),
            "PYINSTALLER_CONFIG_DIR": str(work / "cache"),
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        }
        command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
        command += [
            "--distpath",
            str(work / "dist"),
            "--workpath",
            str(work / "work"),
            str(spec or root / "build.spec"),
        ]
        done = subprocess.run(
            command, cwd=root, env=environment, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
            errors="replace", check=False,
        )  # fmt: skip
        if done.returncode:
            told = "\n".join((done.stdout + done.stderr).splitlines()[-TOLD_LINES:])
            message = f"PyInstaller could not build the package; it said last:\n{told}"
            raise OperationError(message)
        target.mkdir(parents=True, exist_ok=True)
        for built in sorted((work / "dist").iterdir()):
            place = target / built.name
            shutil.rmtree(place, ignore_errors=True)
            shutil.move(built, place)
        if rules.platform() == "linux" and (target / APP / APP).is_file():
            (target / APP / COMMAND_LINE).symlink_to(APP)
    return target / APP
