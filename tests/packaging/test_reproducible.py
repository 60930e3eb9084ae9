"""The same commit, built twice in two folders, gives the same files."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

from natopk_desktop.packaging import archive, build, recipe
from tests.packaging import built

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = ("natopk_desktop", "resources", "data", "build.spec", "pyproject.toml", "requirements.lock", "LICENSE")
IGNORED = shutil.ignore_patterns("__pycache__")


def _state(folder: Path) -> dict[str, tuple[str, int]]:
    """Each file's digest and mode."""
    return {
        path.relative_to(folder).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mode)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_second_build_in_another_folder_gives_the_same_files(tmp_path: Path) -> None:
    root = tmp_path / "a checkout with a longer name" / "ü"
    root.mkdir(parents=True)
    for name in SOURCES:
        source = build.ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=IGNORED)
        else:
            shutil.copy(source, root / name)
    moment = recipe.moment(build.ROOT)
    target = tmp_path / "second"
    built.make(target, "--folder-only", root=root, moment=moment)
    second = target / "natopk-desktop"
    # Built here once more: what the environment holds beside, such as the tests' own packages, is the same for both.
    built.make(tmp_path / "first", "--folder-only", moment=moment)
    first = tmp_path / "first" / "natopk-desktop"
    assert _state(second) == _state(first)
    tars = [archive.tar(archive.members(folder, "x"), moment) for folder in (first, second)]
    assert tars[0] == tars[1]
