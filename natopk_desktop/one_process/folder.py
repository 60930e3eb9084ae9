"""The folder in which the starts of one user on one screen meet, safe from everybody else."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress

from natopk_desktop import folders

NAME = "natopk-desktop"
LONGEST = 80
"""Characters of a screen's name; longer ones are told by a checksum."""


def made() -> str | None:
    """Return the folder, made if need be; None where there is none that is ours alone.

    It lies in `$XDG_RUNTIME_DIR`, which ends with the session, else in the state folder under the computer's name,
    since a home folder may be shared by several.
    """
    screen = screen_name()
    return _below(os.environ.get("XDG_RUNTIME_DIR", ""), NAME, screen) or _below(_state(), f"at-{_host()}", screen)


def screen_name() -> str:
    """Return a name for the screen that windows of this process appear on, fit for a folder."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    names = {"xcb": ("DISPLAY",), "wayland": ("WAYLAND_DISPLAY",), "": ("WAYLAND_DISPLAY", "DISPLAY")}
    display = next(filter(None, (os.environ.get(name, "") for name in names.get(chosen.partition("-")[0], ()))), "")
    host, colon, number = display.rpartition(":")
    # The part after the point is one screen of the same display.
    name = f"{host}:{number.partition('.')[0]}" if colon else display
    safe = "".join(letter if letter.isalnum() or letter in "-_" else f"+{ord(letter):x}" for letter in name or chosen)
    if len(safe.encode("utf-8", "surrogatepass")) <= LONGEST and safe.isascii():
        return safe or sys.platform
    from zlib import crc32  # late: no ordinary screen has such a name

    return f"{crc32(os.fsencode(name)):08x}"


def _host() -> str:
    name = os.uname().nodename if hasattr(os, "uname") else ""
    return "".join(letter for letter in name if letter.isalnum() or letter in "-_")[:LONGEST]


def _state() -> str:
    base = folders.state()
    if os.path.isabs(base):
        with suppress(OSError):
            os.makedirs(base, mode=0o700, exist_ok=True)
    return base


def _below(base: str, *names: str) -> str | None:
    """Make folders of ours below ``base``, one in the other; None where that cannot be done, or not safely."""
    try:
        if not os.path.isabs(base) or not _is_safe(base):
            return None
        for name in names:
            base = os.path.join(base, name)
            if not _is_own(base):
                return None
    except OSError:
        return None
    return base


def _is_safe(path: str) -> bool:
    """Whether nobody else can put anything in this folder."""
    found = os.stat(path)
    if not hasattr(os, "geteuid"):  # Windows keeps each user's folder for that user
        return stat.S_ISDIR(found.st_mode)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o022


def _is_own(path: str) -> bool:
    """Make a folder for ourselves alone; False where something else stands there."""
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:
        found = os.lstat(path)
        if not stat.S_ISDIR(found.st_mode) or not _is_safe(path):
            return False
        if os.name != "nt" and stat.S_IMODE(found.st_mode) != 0o700:
            os.chmod(path, 0o700)
    return True
