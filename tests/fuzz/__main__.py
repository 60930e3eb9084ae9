"""Tries every reader of files with files made and changed at random: `python tests/fuzz [--seconds N] [reader …]`.

A file on which a reader fails is kept under `cases/`, where the tests read it again and again.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from tests.fuzz import running, seeds


def main() -> int:
    """Try the readers asked for, or all; 1 where one failed."""
    parser = argparse.ArgumentParser(prog="python tests/fuzz", description="Tries the readers of files.")
    parser.add_argument("reader", nargs="*", help=f"which of {', '.join(seeds.names())}; all by default")
    parser.add_argument("--seconds", type=float, default=20, help="time for each reader (default 20)")
    parser.add_argument("--cases", type=int, default=200_000, help="files for each reader at the most (default 200000)")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="to get the same files again")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="readers tried at a time")
    wanted = parser.parse_args()
    unknown = set(wanted.reader) - set(seeds.names())
    if unknown:
        parser.error(f"no such reader: {', '.join(sorted(unknown))}")
    print(f"seed {wanted.seed}, {wanted.seconds:g} s or {wanted.cases} files a reader", flush=True)
    failed = False
    with ProcessPoolExecutor(wanted.jobs) as pool:
        runs = [
            pool.submit(running.run, name, wanted.seconds, wanted.cases, wanted.seed)
            for name in wanted.reader or seeds.names()
        ]
        for one in as_completed(runs):
            outcome = one.result()
            failed = failed or bool(outcome.faults)
            print(
                f"{outcome.reader:<14}{outcome.cases:>8} files, {outcome.read:>8} read, {outcome.seconds:6.1f} s, "
                f"{len(outcome.faults)} faults",
                *outcome.faults,
                sep="\n    ",
                flush=True,
            )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
