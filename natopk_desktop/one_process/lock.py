"""A lock on a file that the system lets go of when the process ends, however it ends."""

from __future__ import annotations

import os
import sys


class Lock:
    """A lock that is held; ``release`` it, or end the process."""

    __slots__ = ("_descriptor",)

    def __init__(self, descriptor: int) -> None:
        """Take over an open and locked file."""
        self._descriptor = descriptor

    def release(self) -> None:
        """Let go of the lock; the file stays, since removing it would let two hold it."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def take(path: str) -> Lock | None:
    """Lock the file at ``path``, made if need be; None where another process has it.

    Raises:
        OSError: the file cannot be made, or not be locked.
    """
    # Not followed where it is a link. Closed in programs we start, which would keep the lock.
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        if _locked(descriptor) and os.path.samestat(os.fstat(descriptor), os.stat(path)):
            _keep(path)
            held, descriptor = descriptor, -1
            return Lock(held)
        return None
    finally:
        if descriptor >= 0:
            os.close(descriptor)


def _locked(descriptor: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _keep(path: str) -> None:
    """Set the sticky bit, by which the XDG specification has files of `$XDG_RUNTIME_DIR` spared when it is tidied."""
    if os.name != "nt":
        os.chmod(path, 0o1600)
