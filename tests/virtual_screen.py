"""A virtual screen of X11, for programs in processes of their own."""

from __future__ import annotations

import shutil
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def virtual_screen(folder: Path) -> Iterator[str]:
    """Run a virtual screen and give the name of its display; skips the test where there is none."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not there to be a screen")
    number = folder / "display"
    with number.open("w") as file:
        xvfb = subprocess.Popen(
            ["Xvfb", "-displayfd", str(file.fileno()), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
            pass_fds=[file.fileno()],
            stderr=subprocess.DEVNULL,
        )
    try:
        while not number.read_text().strip():
            assert xvfb.poll() is None, "Xvfb did not start"
            time.sleep(0.05)
        yield f":{number.read_text().strip()}"
    finally:
        xvfb.terminate()
        xvfb.wait(10)
