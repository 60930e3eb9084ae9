"""The same commit, built twice in two folders, gives the same files."""

from __future__ import annotations

import hashlib
import shutil
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from natopk_desktop.packaging import archive, bill, build, debian, recipe
from tests.packaging import built

if TYPE_CHECKING:
    from pathlib import Path

    from tests.packaging.built import Package

SOURCES = ("natopk_desktop", "resources", "data", "build.spec", "pyproject.toml", "requirements.lock", "LICENSE")
IGNORED = shutil.ignore_patterns("__pycache__")


def _state(folder: Path) -> dict[str, tuple[str, int]]:
    """Each file's digest and mode."""
    return {
        path.relative_to(folder).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mode)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_second_build_in_another_folder_gives_the_same_files(package: Package, tmp_path: Path) -> None:
    root = tmp_path / "a checkout with a longer name" / "ü"
    root.mkdir(parents=True)
    for name in SOURCES:
        source = build.ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=IGNORED)
        else:
            shutil.copy(source, root / name)
    moment = recipe.moment(build.ROOT)
    built.make(tmp_path / "second", "--folder-only", root=root, moment=moment)
    second = tmp_path / "second" / "natopk-desktop"
    assert _state(second) == _state(package.folder)
    bills = [tmp_path / "first.json", tmp_path / "second.json"]
    assert len({*(_archive_digest(folder, moment) for folder in (package.folder, second))}) == 1
    with ThreadPoolExecutor() as both:  # the compressor lets other threads run
        assert len({*both.map(lambda folder: _debian_digest(folder, moment), (package.folder, second))}) == 1
    for folder, place in zip((package.folder, second), bills, strict=True):
        bill.write(folder, place, moment)
    assert bills[0].read_text() == bills[1].read_text()


def _archive_digest(folder: Path, moment: int) -> str:
    return hashlib.sha256(archive.tar(archive.members(folder, "x"), moment)).hexdigest()


def _debian_digest(folder: Path, moment: int) -> str:
    return hashlib.sha256(debian.package(folder, moment, preset=0)).hexdigest()
