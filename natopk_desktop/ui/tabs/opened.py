"""What a tab has open: a dossier, and which file it came from."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import msgspec

from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.report import Item


class Stamp(NamedTuple):
    """By what it is seen that another program has written a file since: time in nanoseconds, size, and which file."""

    time: int
    size: int
    node: int


class Opened(msgspec.Struct, frozen=True):
    """An open dossier.

    Attributes:
        dossier: what is read.
        origin: the file it was read from, None for the built-in dossier.
        path: the dossier file that Save writes; None where there is none yet, as after reading a web page.
        stamp: that file as it was when it was read or written last.
        items: what reading it had to say: what was guessed, not understood or left out.
        counts: whole numbers of that report, by name.
    """

    dossier: Dossier
    origin: Path | None = None
    path: Path | None = None
    stamp: Stamp | None = None
    items: tuple[Item, ...] = ()
    counts: dict[str, int] = msgspec.field(default_factory=dict)

    @property
    def is_built_in(self) -> bool:
        """Whether this is the dossier that comes with the app, which is always there and never changed."""
        return self.origin is None and self.path is None

    @property
    def file(self) -> Path | None:
        """The file that a reader would call the open one, None for the built-in dossier."""
        return self.path or self.origin


def stamp_of(path: Path) -> Stamp | None:
    """Return what tells a later state of the file at ``path`` from this one, None where it cannot be looked at."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino)
