"""Small dossier files, opened at once: a process of its own would take longer to start than they take to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier import store
from natopk_desktop.dossier.model import FORMAT
from natopk_desktop.ui.tabs.opened import Opened, stamp_of

if TYPE_CHECKING:
    from pathlib import Path

MOST: Final = 400_000
"""Bytes that are read and checked within one or two frames."""

HEAD: Final = 4096
"""Bytes within which a dossier file says that it is one."""


def opened(path: Path) -> Opened | None:
    """Return the small dossier at ``path``; None for a large file or one of another kind.

    Raises:
        InputError: it is no sound dossier.
        OperationError: it could not be read.
    """
    stamp = stamp_of(path)
    if stamp is None or not path.is_file() or stamp.size > MOST:
        return None
    raw = store.read(path)
    if not _says_so(raw[:HEAD]):
        return None
    return Opened(store.loads(raw, str(path)), path, path, stamp)


def is_dossier(path: Path) -> bool:
    """Tell by its beginning whether a file is a dossier's own, which Save may write again."""
    try:
        with path.open("rb") as file:
            return _says_so(file.read(HEAD))
    except OSError:
        return False


def _says_so(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{" and f'"{FORMAT}"'.encode() in head
