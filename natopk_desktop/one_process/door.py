"""The door: the first start keeps it, a later one knocks."""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from natopk_desktop.one_process import folder, lock
from natopk_desktop.one_process.request import Request, decoded, encoded

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCK = "lock"
WAITING = ".waiting"
PART = ".part"
PATIENCE = 1.2
"""Seconds a start waits for its request to be taken. It stays in the folder after that, for the first start is there
and only busy."""
PAUSE = 0.02
LINGER = 0.5
"""Seconds for which the door stays closed to others after a request was taken, so that the start which left it sees it
taken: it would take an end within its pause for one that lost the request, and open a window of its own."""
LARGEST = 4_000_000
"""Bytes of a request; a command line of Linux has two million."""
STALE = 600.0
"""Seconds after which nobody remembers what was asked for, should the process that was to do it have been killed."""


class Door:
    """Held by the first start.

    Attributes:
        folder: where requests arrive.
    """

    def __init__(self, place: str, held: lock.Lock) -> None:
        """Keep the door of a folder whose lock is ``held``."""
        self.folder = place
        self._lock = held
        self._last_taken = float("-inf")

    def requests(self) -> list[Request]:
        """Take what has been asked for meanwhile, the oldest first; each is given once."""
        found = list(filter(None, (self._taken(name) for name in sorted(_names(self.folder, WAITING)))))
        if found:
            self._last_taken = time.monotonic()
        return found

    def close(self) -> None:
        """Let another process be the first, once those who asked this one know that they were heard."""
        time.sleep(max(0.0, self._last_taken + LINGER - time.monotonic()))
        self._lock.release()

    def _taken(self, name: str) -> Request | None:
        path = os.path.join(self.folder, name)
        try:
            is_stale = time.time() - os.lstat(path).st_mtime > STALE
            with open(path, "rb", opener=_ordinary) as file:
                raw = file.read(LARGEST + 1)
            os.unlink(path)
        except OSError:
            return None
        return None if is_stale or len(raw) > LARGEST else decoded(raw)


class Entered(NamedTuple):
    """How a start went.

    Attributes:
        door: the door, where this is the first start; None otherwise.
        is_handed_over: whether the first start has been asked to do what this one was to do.
    """

    door: Door | None = None
    is_handed_over: bool = False


def enter(request: Request) -> Entered:
    """Become the first start, or ask the first to do what ``request`` says.

    Returns:
        How it went; neither the one nor the other where the starts have no place to meet.
    """
    place = folder.made()
    if place is None:
        return Entered()
    try:
        held = lock.take(os.path.join(place, LOCK))
        if held is None:
            held = _knock(place, request)
    except OSError:
        return Entered()
    return Entered(is_handed_over=True) if held is None else Entered(_opened(place, held))


def _knock(place: str, request: Request) -> lock.Lock | None:
    """Leave a request and wait for it to be taken.

    Returns:
        None once the request is with the first start; the lock where that has ended meanwhile.

    Raises:
        OSError: the request cannot be left.
    """
    path = _left(place, request)
    end = time.monotonic() + PATIENCE
    while True:
        held = lock.take(os.path.join(place, LOCK))
        if held is not None:
            # What it asks for is done by its own process now. Where it was taken by one that has ended since: better
            # twice than not at all.
            with suppress(FileNotFoundError):
                os.unlink(path)
            return held
        if not os.path.lexists(path) or time.monotonic() >= end:
            return None
        time.sleep(PAUSE)


def _left(place: str, request: Request) -> str:
    """Put a request into the folder, whole or not at all, and return its path."""
    # By time, so that sorting gives the order of the starts.
    name = os.path.join(place, f"{time.time_ns():020}-{os.urandom(6).hex()}")
    try:
        with open(name + PART, "xb", opener=_private) as file:
            file.write(encoded(request))
        os.rename(name + PART, name + WAITING)
    except OSError:
        with suppress(OSError):
            os.unlink(name + PART)
        raise
    return name + WAITING


def _opened(place: str, held: lock.Lock) -> Door:
    """Return the door of a folder, rid of what starts that were killed have left half-written."""
    for name in _names(place, PART):
        path = os.path.join(place, name)
        with suppress(OSError):
            if time.time() - os.lstat(path).st_mtime > STALE:
                os.unlink(path)
    return Door(place, held)


def _names(place: str, ending: str) -> Iterator[str]:
    try:
        return (name for name in os.listdir(place) if name.endswith(ending))
    except OSError:
        return iter(())


def _ordinary(path: str, flags: int) -> int:
    """Open a file that is no link, and not wait for somebody to write into it, should it be a pipe."""
    descriptor = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(path)
    return descriptor


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
