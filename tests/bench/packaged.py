"""The packaged app against a bare PySide6 window that is packaged by the same rules: size, and first readable paint."""

from __future__ import annotations

import statistics
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from natopk_desktop.packaging import recipe, sizes
from tests.bench import first_paint

if TYPE_CHECKING:
    from tests.bench.first_paint import Sample

ROOT = Path(__file__).resolve().parents[2]
TYPST = "_internal/typst/_typst.abi3.so"


def table(runs: int) -> str:
    """Build both and return the two tables."""
    with TemporaryDirectory(prefix="natopk-bench-") as name:
        target = Path(name)
        recipe.build(ROOT, target, ROOT / "tests" / "bench" / "packaged.spec")
        return f"{_sizes(target)}\n{_starts(target, runs)}"


def _sizes(target: Path) -> str:
    bare, ours = (sizes.total(target / name) for name in ("bare", "ours"))
    typst = (target / "ours" / TYPST).stat().st_size
    rows = {"bare window": bare, "Typst's library": typst, "their sum": bare + typst, "natopk-desktop": ours}
    lines = ["Packaged folder, MB; goal 1.3 x the sum"]
    lines += [f"  {name:16} {size / 1e6:7.1f}" for name, size in rows.items()]
    return "\n".join([*lines, f"  {'ratio':16} {ours / (bare + typst):7.2f}"])


def _starts(target: Path, runs: int) -> str:
    commands = {
        "bare window": (str(target / "bare" / "bare"), str(first_paint.SOURCE)),
        "natopk-desktop": (str(target / "ours" / "ours"),),
    }
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    with TemporaryDirectory() as folder:
        for turn in range(runs + 2):
            for name, command in commands.items():
                sample = first_paint.started(command, Path(folder))
                if turn >= 2:  # the disk's cache is warm by then
                    samples[name].append(sample)
    paints = {name: [sample.painted for sample in samples[name]] for name in commands}
    bare, ours = (statistics.median(column) for column in paints.values())
    lines = [f"Packaged, first readable paint, ms from process start, median (least) of {runs} in turns; goal 1.25 x"]
    lines += [f"  {name:16} {statistics.median(column):7.1f} ({min(column):.1f})" for name, column in paints.items()]
    return "\n".join([*lines, f"  {'ratio':16} {ours / bare:7.2f}"])
