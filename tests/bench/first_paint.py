"""From process start to the first readable paint, and memory: the app against the bare window, run in turns."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from natopk_desktop import resources
from tests.bench.moment import PICTURE, REST

ROOT = Path(__file__).resolve().parents[2]
SOURCE = resources.bundled("data", "nato-pakistan-2010", "source.txt")
PROGRAMS = {"bare window": ("tests.bench.bare", str(SOURCE)), "natopk-desktop": ("tests.bench.ours",)}


class Sample(NamedTuple):
    """One start: milliseconds to the first paint and until settled, kilobytes at the peak and at rest (PSS)."""

    painted: float
    settled: float
    peak: int
    pss: int


def start(program: tuple[str, ...], home: Path, picture: Path | None = None, rest: int = 0) -> Sample:
    """Start a program of the checkout once and return what it tells of itself."""
    return started((sys.executable, "-m", *program), home, picture, rest)


def started(command: tuple[str, ...], home: Path, picture: Path | None = None, rest: int = 0) -> Sample:
    """Run a command once and return what it tells of itself."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_RUNTIME_DIR": str(home),
        REST: str(rest),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its byte code beside it
    if picture is not None:
        environment[PICTURE] = str(picture)
    before = time.monotonic_ns()
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
    values = {name: int(value) for name, value in (line.split() for line in told.splitlines())}
    milliseconds = {name: (values[name] - before) / 1e6 for name in ("painted", "settled")}
    return Sample(milliseconds["painted"], milliseconds["settled"], values.get("peak", 0), values.get("pss", 0))


def in_turns(runs: int, rest: int = 0, pictures: Path | None = None) -> dict[str, list[Sample]]:
    """Start both programs ``runs`` times in turns, after one start each that warms the disk's cache."""
    samples: dict[str, list[Sample]] = {name: [] for name in PROGRAMS}
    with TemporaryDirectory() as folder:
        home = Path(folder)
        for name, program in PROGRAMS.items():
            picture = None if pictures is None else pictures / f"first-paint-{name.replace(' ', '-')}.png"
            start(program, home, picture)
        for _ in range(runs):
            for name, program in PROGRAMS.items():
                samples[name].append(start(program, home, rest=rest))
    return samples


def first_paint(runs: int, pictures: Path | None = None) -> str:
    """Return the table of the first paints."""
    if pictures is not None:
        pictures.mkdir(parents=True, exist_ok=True)
    samples = in_turns(runs, pictures=pictures)
    bare, ours = (_medians(samples[name]) for name in PROGRAMS)
    lines = [f"First readable paint, ms from process start, median (least) of {runs} starts in turns; goal 1.25 x"]
    for name in PROGRAMS:
        paints = [sample.painted for sample in samples[name]]
        lines.append(f"  {name:16} {statistics.median(paints):7.1f} ({min(paints):.1f})")
    lines.append(f"  {'ratio':16} {ours.painted / bare.painted:7.2f}")
    lines.append(f"  natopk-desktop settled (menus, account, log) after {ours.settled:.1f} ms")
    return "\n".join(lines)


def memory(runs: int) -> str:
    """Return the table of memory, a second after the first paint."""
    samples = in_turns(runs, rest=1000)
    bare, ours = (_medians(samples[name]) for name in PROGRAMS)
    lines = [f"Memory, MB, median of {runs} starts, one second after the window stands; goal 1.3 x"]
    for name, row in (("bare window", bare), ("natopk-desktop", ours)):
        lines.append(f"  {name:16} peak {row.peak / 1024:6.1f}   proportional {row.pss / 1024:6.1f}")
    lines.append(f"  {'ratio':16} peak {ours.peak / bare.peak:6.2f}   proportional {ours.pss / bare.pss:6.2f}")
    return "\n".join(lines)


def _medians(samples: list[Sample]) -> Sample:
    return Sample(
        statistics.median(sample.painted for sample in samples),
        statistics.median(sample.settled for sample in samples),
        round(statistics.median(sample.peak for sample in samples)),
        round(statistics.median(sample.pss for sample in samples)),
    )
