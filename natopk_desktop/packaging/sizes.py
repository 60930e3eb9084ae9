"""How large the package is, and how large it may be."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

BUDGET_FILE = Path(__file__).with_name("budget.toml")
SHOWN = 15


class Budget(NamedTuple):
    """The most bytes a package may have.

    Attributes:
        folder: all files of the folder app.
        archive: the archive people download.
        debian: the Debian package.
    """

    folder: int
    archive: int
    debian: int


def budget(platform: str) -> Budget:
    """Return the budget of a system, as `rules.platform` names it.

    Raises:
        KeyError: the file has none for it.
    """
    table = tomllib.loads(BUDGET_FILE.read_text(encoding="utf-8"))[platform]
    return Budget(**{name: int(table[name] * 1_000_000) for name in Budget._fields})


def total(folder: Path) -> int:
    """Return the bytes of all files in a folder; links count nothing."""
    return sum(size for size, _ in files(folder))


def files(folder: Path) -> list[tuple[int, str]]:
    """Return size and place of each file in a folder, the largest first."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(((path.stat().st_size, path.relative_to(folder).as_posix()) for path in found), reverse=True)


def table(folder: Path, archives: list[Path], limits: Budget) -> str:
    """Return the sizes in words: the total and the archives against the budget, and the largest files."""
    lines = [_line("the folder", total(folder), limits.folder)]
    for archive in archives:
        limit = limits.debian if archive.suffix == ".deb" else limits.archive
        lines.append(_line(archive.name, archive.stat().st_size, limit))
    lines.append(f"the {SHOWN} largest files, MB:")
    lines += [f"  {size / 1e6:6.1f}  {name}" for size, name in files(folder)[:SHOWN]]
    return "\n".join(lines)


def _line(name: str, size: int, limit: int) -> str:
    over = "" if size <= limit else "  OVER THE BUDGET"
    return f"{size / 1e6:8.1f} MB of {limit / 1e6:.0f}  {name}{over}"
