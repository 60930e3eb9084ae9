"""The window as a screen reader is told of it, on a virtual screen with an accessibility bus of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import resources
from tests.virtual_screen import virtual_screen

if TYPE_CHECKING:
    from collections.abc import Iterator

SYSTEM_PYTHON = Path("/usr/bin/python3")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
REGISTRY = Path("/usr/libexec/at-spi2-registryd")
WALK = Path(__file__).with_name("accessible_walk.py")
START = "import sys; from natopk_desktop import window_command; sys.exit(window_command.main([]))"

# D-Bus' own activation is not to be relied on here, so both parts are started by hand.
SESSION = """
"$1" --launch-immediately & launcher=$!
sleep 0.5
"$2" & registry=$!
sleep 0.5
"$3" -c "$4" & program=$!
"$5" "$6"; code=$?
kill $program $registry $launcher 2>/dev/null
exit $code
"""


def missing() -> str:
    """Return what this machine lacks for the walk, empty if nothing."""
    programs = [name for name in ("Xvfb", "dbus-run-session") if shutil.which(name) is None]
    files = [str(path) for path in (SYSTEM_PYTHON, LAUNCHER, REGISTRY) if not path.exists()]
    if programs or files:
        return ", ".join(programs + files)
    has_pyatspi = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return "" if has_pyatspi.returncode == 0 else "pyatspi for /usr/bin/python3"


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[str]:
    """A virtual screen of its own; gives the name of its display."""
    lacking = missing()
    if lacking:
        pytest.skip(f"not on this machine: {lacking}")
    with virtual_screen(tmp_path) as display:
        yield display


def test_the_newcomer_s_walk_goes_by_names_and_roles(screen: str, home: Path) -> None:
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    parts = [LAUNCHER, REGISTRY, sys.executable, START, SYSTEM_PYTHON, WALK]
    walk = subprocess.Popen(
        ["dbus-run-session", "--", "sh", "-c", SESSION, "walk", *map(str, parts)],
        cwd=resources.bundled("data").parent,
        env={
            **os.environ,
            "DISPLAY": screen,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_RUNTIME_DIR": str(runtime),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        told, trouble = walk.communicate(timeout=180)
    finally:
        if walk.poll() is None:
            os.killpg(walk.pid, signal.SIGKILL)

    done = [line.removeprefix("done ") for line in told.splitlines() if line.startswith("done ")]
    assert done == ["read_every_milestone", "search", "narrow", "open_section", "change_looks", "leave"], trouble
