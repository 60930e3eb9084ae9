"""What the programs and libraries of a folder ask the loader for, as `objdump` tells it."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAGIC: Final = b"\x7fELF"
_NEEDED: Final = re.compile(r"^  NEEDED +(\S+)$", re.MULTILINE)
_VERSION: Final = re.compile(r"^ +0x[0-9a-f]+ 0x[0-9a-f]+ \d+ (\w+_[\d.]+)$", re.MULTILINE)


class Wants(NamedTuple):
    """What one file asks for.

    Attributes:
        needed: the names of the libraries.
        versions: the names of the versions of symbols, as `GLIBC_2.34`.
    """

    needed: frozenset[str]
    versions: frozenset[str]


def wants(folder: Path) -> dict[Path, Wants]:
    """Return what each program and library below ``folder`` asks for."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink() and _is_elf(path)]
    return {path: _read(path) for path in files}


def newest(versions: Iterable[str], prefix: str) -> tuple[int, ...]:
    """Return the newest of the versions whose name begins so, as numbers: (2, 34) for `GLIBC_2.34`."""
    numbers = (name.removeprefix(prefix) for name in versions if name.startswith(prefix))
    return max((tuple(int(part) for part in number.split(".")) for number in numbers), default=(0,))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def _read(path: Path) -> Wants:
    told = subprocess.run(["objdump", "-p", str(path)], capture_output=True, encoding="utf-8", check=True).stdout
    return Wants(frozenset(_NEEDED.findall(told)), frozenset(_VERSION.findall(told)))
