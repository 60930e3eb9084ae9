"""One package for all tests of this folder."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.packaging import built

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def package() -> Iterator[built.Package]:
    """The package of this checkout, in a folder that every user of the system can read."""
    ready = os.environ.get(built.READY)
    if ready:
        yield built.there(Path(ready).resolve(), "")
        return
    if not sys.platform.startswith("linux"):
        pytest.skip("the package is tested on Linux alone so far")
    lacking = [name for name in ("PyInstaller", "cyclonedx") if find_spec(name) is None]
    if lacking:
        pytest.skip(f"{', '.join(lacking)} is not there; `python3 natopk_desktop package` gets what building needs")
    target = Path(tempfile.mkdtemp(prefix="natopk-package-"))
    target.chmod(0o755)
    try:
        yield built.there(target, built.make(target, "--quick"))
    finally:
        shutil.rmtree(target)


@pytest.fixture
def public() -> Iterator[Path]:
    """An empty folder that every user of the system can read."""
    folder = Path(tempfile.mkdtemp(prefix="natopk-public-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)
