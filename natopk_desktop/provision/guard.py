"""A lock on an environment's folder, so that two starts at once make one environment."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from contextlib import contextmanager, suppress
from pathlib import Path

from natopk_desktop.provision.console import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Its presence says that the folder is ours; the lock on it ends with the last process that holds it open.
NAME = "natopk-desktop.lock"


@contextmanager
def held(place: str) -> Iterator[int | None]:
    """Hold the folder for this process and those it hands the descriptor to.

    Yields:
        The locked file's descriptor; None where the folder cannot be written or is somebody else's.
    """
    descriptor = _take(place)
    try:
        yield descriptor
    finally:
        if descriptor is not None:
            os.close(descriptor)


def clear(place: str) -> None:
    """Empty the folder, but for the lock itself."""
    for entry in os.scandir(place):
        if entry.name == NAME:
            continue
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            Path(entry.path).unlink()


def remove(place: str) -> None:
    """Take the folder away, the lock at last."""
    clear(place)
    Path(place, NAME).unlink(missing_ok=True)
    with suppress(OSError):  # a start that waited may have begun its own already
        Path(place).rmdir()


def _take(place: str) -> int | None:
    """Lock the folder, waiting where another start has it."""
    path = Path(place, NAME)
    told = False
    while True:
        try:
            Path(place).mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            if _is_other_than_folder(place):
                return None
            continue  # another start failed and took the folder away
        except OSError:
            return None
        try:
            names = {entry.name for entry in Path(place).iterdir()}  # one look: another start may be writing
            if names and NAME not in names:
                return None
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except FileNotFoundError:
            continue
        except OSError:
            return None
        if not _lock(descriptor, wait=False):
            if not told:
                say("Another start is setting this up already; waiting for it.")
                told = True
            _lock(descriptor, wait=True)
        if _is_still(descriptor, path):
            return descriptor
        os.close(descriptor)


def _is_other_than_folder(place: str) -> bool:
    """Whether a file, a dangling link or the like stands there; nothing at all does not count."""
    try:
        return not stat.S_ISDIR(os.lstat(place).st_mode)
    except OSError:
        return False


def _is_still(descriptor: int, path: Path) -> bool:
    """Whether the locked file is the one at that path."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt
    import time

    def _lock(descriptor: int, *, wait: bool) -> bool:
        while True:
            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
                time.sleep(0.2)
            else:
                return True

else:
    import fcntl

    def _lock(descriptor: int, *, wait: bool) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
