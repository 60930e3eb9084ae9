"""Runs the benchmarks: `python -m tests.bench [BENCH …] [--runs N] [--counts N,N…] [--pictures FOLDER]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.bench import first_paint, importing, interaction, opening, packaged, starts

BENCHES = ("first-paint", "memory", "interaction", "opening", "importing", "starts", "packaged")


def main() -> None:
    """Run what was asked for, or all, and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measures the window.")
    parser.add_argument("bench", nargs="*", help=f"which of {', '.join(BENCHES)}; all by default")
    parser.add_argument("--runs", type=int, default=15, help="starts of each program (default 15)")
    parser.add_argument("--counts", default="11,1000,10000,100000,1000000", help="numbers of milestones, with commas")
    parser.add_argument("--pictures", type=Path, default=None, help="folder for pictures of the first paints")
    wanted = parser.parse_args()
    unknown = set(wanted.bench) - set(BENCHES)
    if unknown:
        parser.error(f"no such bench: {', '.join(sorted(unknown))}")
    chosen = wanted.bench or list(BENCHES)
    counts = [int(count) for count in wanted.counts.split(",")]
    if "first-paint" in chosen:
        print(first_paint.first_paint(wanted.runs, wanted.pictures))
    if "memory" in chosen:
        print(first_paint.memory(max(3, wanted.runs // 3)))
    if "interaction" in chosen:
        print(interaction.table(counts))
    if "opening" in chosen:
        print(opening.table(counts, max(3, wanted.runs // 5)))
    if "importing" in chosen:
        print(importing.table(counts))
    if "starts" in chosen:
        print(starts.table(wanted.runs))
    if "packaged" in chosen:
        print(packaged.table(wanted.runs))


main()
