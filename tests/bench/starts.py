"""How soon a second start ends, having handed its file over, and how soon twenty at once do."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from natopk_desktop.dossier import store
from tests.bench.first_paint import ROOT

AT_ONCE = 20
SETTLING = 3.0
"""Seconds in which the first start is surely ready."""


def begin(home: Path, *files: Path) -> subprocess.Popen[bytes]:
    """Start the command as from a checkout."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_RUNTIME_DIR": str(home),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.Popen([sys.executable, str(ROOT / "natopk_desktop"), *map(str, files)], env=environment)


def table(runs: int) -> str:
    """Return what was measured; the goal is two seconds."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        file = home / "a.dossier.json"
        store.save(store.built_in(), file)
        first = begin(home)
        time.sleep(SETTLING)
        one = [_ended([begin(home, file)])[0] for _ in range(runs)]
        first.kill()
        first.wait()
        at_once = [begin(home, file) for _ in range(AT_ONCE)]
        many = _ended(at_once, left=1)
        for process in at_once:
            process.kill()
            process.wait()
    return "\n".join(
        (
            "A start that hands its file over, seconds until it ends; goal 2",
            f"  one, median (longest) of {runs}   {statistics.median(one):5.2f} ({max(one):.2f})",
            f"  of {AT_ONCE} at once, longest        {max(many):5.2f}",
        )
    )


def _ended(processes: list[subprocess.Popen[bytes]], left: int = 0) -> list[float]:
    """Wait until all but ``left`` of the processes have ended and return after how many seconds each did."""
    begun = time.monotonic()
    waiting, times = list(processes), []
    while len(waiting) > left:
        for process in [one for one in waiting if one.poll() is not None]:
            waiting.remove(process)
            times.append(time.monotonic() - begun)
        time.sleep(0.002)
    return times
