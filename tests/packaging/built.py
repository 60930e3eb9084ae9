"""The package under test, and how its programs are run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from natopk_desktop.packaging import build, debian

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

READY = "NATOPK_PACKAGE"
"""Names a folder with a package of this very checkout, so that it need not be built once more."""
HARD_LIMIT = 180
"""Seconds after which a program of the package is taken to hang; it needs three."""
BUILD = "import sys; from natopk_desktop.packaging import build; sys.exit(build.main(sys.argv[1:]))"


class Package(NamedTuple):
    """What `python3 natopk_desktop package` makes.

    Attributes:
        folder: the folder app.
        archive, debian, bill: the files beside it.
        report: what the command said.
    """

    folder: Path
    archive: Path
    debian: Path
    bill: Path
    report: str


def make(target: Path, *options: str, root: Path = build.ROOT, moment: int | None = None) -> str:
    """Run the command on the checkout ``root`` and return what it said."""
    environment = dict(os.environ)
    if moment is not None:
        environment["SOURCE_DATE_EPOCH"] = str(moment)
    done = subprocess.run(
        [sys.executable, "-c", BUILD, "--into", str(target), *options],
        cwd=root,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def there(target: Path, report: str) -> Package:
    """Return the package that lies in ``target``."""
    name = target / build.name()
    return Package(
        target / "natopk-desktop",
        Path(f"{name}.tar.xz"),
        target / debian.file_name(),
        Path(f"{name}.cdx.json"),
        report,
    )


def run(
    command: Sequence[str | Path], environment: Mapping[str, str], folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program of the package with just this environment."""
    return subprocess.run(
        command,
        env=dict(environment),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=HARD_LIMIT,
    )


def proved(done: subprocess.CompletedProcess[str], platform: str = "offscreen") -> None:
    """Assert that a self-test proved every part, on that platform of Qt's, and said nothing besides."""
    assert done.stderr == ""
    told = json.loads(done.stdout)
    errors = [item for item in told["items"] if item["severity"] == "error"]
    assert not errors
    assert told["ok"]
    assert done.returncode == 0
    assert f"platform {platform}" in [item["message"] for item in told["items"] if item["code"] == "qt"]
    assert told["counts"]["checks"] > 25
