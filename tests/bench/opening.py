"""How long a large dossier takes to open in a window that stands, against `json.load` of the same file."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[2]
MADE: Final = """
import sys
sys.path.insert(0, {root!r})
from natopk_desktop.dossier import store
from tests import generator
store.save(generator.generated({count}), {path!r})
"""
BARE: Final = """
import json, time
before = time.perf_counter()
with open({path!r}, encoding="utf-8") as file:
    json.load(file)
print(time.perf_counter() - before)
"""


class Opened(NamedTuple):
    """What one opening took.

    Attributes:
        seconds: from asking for the file to the end of its first paint.
        longest: the longest turn of the event loop meanwhile, in seconds.
        peak: the most memory of window and job together, in MB (resident, sampled every 10 ms).
    """

    seconds: float
    longest: float
    peak: float


def table(counts: list[int], runs: int) -> str:
    """Return the table of medians."""
    lines = [
        "Opening a dossier (JSON); goals: 1.5 x json.load + 1 s; no turn over 100 ms; peak 150 MB + 5 x the file",
        "  milestones   file MB  json.load s    ours s    goal s   growth  longest turn ms  peak MB  goal MB   growth",
    ]
    with tempfile.TemporaryDirectory(prefix="natopk-bench-") as folder:
        before: Opened | None = None
        for count in counts:
            path = Path(folder, f"{count}.dossier.json")
            _run(MADE.format(root=str(ROOT), count=count, path=str(path)))
            bare, ours = [], []
            for _ in range(runs):
                bare.append(float(_run(BARE.format(path=str(path)))))
                ours.append(_opened(path))
            size, load = path.stat().st_size / 1e6, statistics.median(bare)
            median = Opened(*(statistics.median(column) for column in zip(*ours, strict=True)))
            slower = "" if before is None else f"x {median.seconds / before.seconds:.1f}"
            larger = "" if before is None else f"x {median.peak / before.peak:.1f}"
            before = median
            lines.append(
                f"  {count:>10}  {size:>8.1f}  {load:>11.2f}  {median.seconds:>8.2f}  {1.5 * load + 1:>8.2f}"
                f"  {slower:>7}  {1000 * median.longest:>15.0f}"
                f"  {median.peak:>7.0f}  {150 + 5 * size:>7.0f}  {larger:>7}"
            )
            path.unlink()
    return "\n".join(lines)


def _opened(path: Path) -> Opened:
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.opening_ours", str(path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
    )
    return Opened(*json.loads(told.stdout))


def _run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
