"""`python3 natopk_desktop package`: everything people install, from one command."""

from __future__ import annotations

import platform
from argparse import ArgumentParser
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final, TypeVar

from natopk_desktop import __version__
from natopk_desktop.errors import OperationError
from natopk_desktop.packaging import archive, bill, debian, recipe, rules, sizes
from natopk_desktop.provision.console import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Result = TypeVar("Result")

ROOT: Final = Path(__file__).resolve().parents[2]


def main(argv: Sequence[str]) -> int:
    """Build what ``argv`` asks for and print the sizes.

    Raises:
        UserError: it could not be built, or is over its budget.
    """
    parser = ArgumentParser(
        prog="python3 natopk_desktop package",
        description="Builds the folder app and, on Linux, its archive, the Debian package and the bill of materials.",
    )
    parser.add_argument("--into", type=Path, default=ROOT / "dist", metavar="FOLDER", help="where to (default dist)")
    parser.add_argument("--folder-only", action="store_true", help="build the folder app alone")
    parser.add_argument("--quick", action="store_true", help="compress in a fifth of the time, a third larger")
    arguments = parser.parse_args(argv)
    recipe.require_tools()
    target = arguments.into.resolve()
    folder = _timed("Building the folder app", lambda: recipe.build(ROOT, target))
    if arguments.folder_only or rules.platform() != "linux":
        say(f"Built {folder} ({sizes.total(folder) / 1e6:.1f} MB).")
        return 0
    preset = archive.QUICK if arguments.quick else archive.SMALLEST
    made = _timed("Packing it", lambda: pack(folder, target, preset))
    _timed(
        "Writing the bill of materials", lambda: bill.write(folder, target / f"{name()}.cdx.json", recipe.moment(ROOT))
    )
    limits = sizes.budget(rules.platform())
    say(sizes.table(folder, made, limits))
    if sizes.total(folder) > limits.folder or any(path.stat().st_size > limits.archive for path in made):
        message = (
            f"The package is over its budget in {sizes.BUDGET_FILE}; leave something out, or raise it with a reason."
        )
        raise OperationError(message)
    return 0


def name() -> str:
    """Return what the names of the archive and of the bill of materials begin with."""
    return f"natopk-desktop-{__version__}-linux-{platform.machine()}"


def pack(folder: Path, target: Path, preset: int) -> list[Path]:
    """Make the archive and the Debian package of a folder app, and return their places.

    Args:
        folder: the folder app.
        target: the folder that gets them.
        preset: how hard to compress; see `archive.xz`.
    """
    moment = recipe.moment(ROOT)
    members = archive.members(folder, f"natopk-desktop-{__version__}")
    contents: dict[Path, Callable[[], bytes]] = {
        target / f"{name()}.tar.xz": lambda: archive.xz(archive.tar(members, moment), preset),
        target / debian.file_name(): lambda: debian.package(folder, moment, preset),
    }
    with ThreadPoolExecutor() as both:  # the compressor lets other threads run
        for path, made in zip(contents, both.map(lambda make: make(), contents.values()), strict=True):
            path.write_bytes(made)
    return list(contents)


def _timed(what: str, work: Callable[[], Result]) -> Result:
    before = perf_counter()
    result = work()
    say(f"{what} took {perf_counter() - before:.0f} s.")
    return result
