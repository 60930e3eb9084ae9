"""The way into the private environment, for every start from a checkout.

Standard library only. A later start finds a stamped environment and replaces this process by its interpreter;
everything slower lies in `natopk_desktop.provision` and is imported when an environment must be made.
"""

from __future__ import annotations

import os
import sys

from natopk_desktop import __version__, folders

TYPE_CHECKING = False  # typing.TYPE_CHECKING without importing typing, which takes longer than all of this
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LOCK_NAME = "requirements.lock"
STAMP_NAME = "natopk-desktop.stamp"
LIBRARIES_NAME = "qt-libraries"


class Stamp:
    """What the file of that name in a finished environment says; an unfinished one has none.

    Attributes:
        lock: SHA-256 of the lock file, in hexadecimal.
        lock_file: the lock file's time (ns) and size when the stamp was written: while they are the same, so is it.
        place: the environment's real path; an environment cannot be moved.
        checkout: the real path of the checkout it was made for.
        python: version of the interpreter, `3.11`.
        parts: the lock's parts that are installed.
    """

    __slots__ = ("checkout", "lock", "lock_file", "parts", "place", "python")

    def __init__(self, fields: dict[str, str]) -> None:
        self.lock = fields.get("lock", "")
        self.lock_file = fields.get("lock_file", "")
        self.place = fields.get("place", "")
        self.checkout = fields.get("checkout", "")
        self.python = fields.get("python", "")
        self.parts = frozenset(fields.get("parts", "").split())


def enter(parts: Sequence[str], script: str, *, qt: str | None = None) -> None:
    """Return inside an interpreter that has the lock's `parts`; from any other, go on in one that has.

    An installed package and a frozen app have what they need and return at once.

    Args:
        parts: which parts of the lock the caller needs.
        script: the file that the other interpreter is to run with this process's arguments.
        qt: the Qt platform of the window that follows, whose system libraries are seen to before anything is
            made; None where no window follows.

    Raises:
        UserError: the environment cannot be made.
    """
    root = checkout()
    if root is None:
        return
    place = ready_place(root, parts)
    if place is None:
        from natopk_desktop.provision import environment

        if environment.satisfies(root, parts):
            return
        if qt is not None:
            require_qt_libraries(qt)
        place = environment.set_up(root, parts)
    if not is_inside(place):
        _go_on_in(place, os.path.abspath(script), own_cache=os.path.dirname(place) != root)


def checkout() -> str | None:
    """The real path of the checkout this package lies in; None for an installed or frozen one."""
    root = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    return root if os.path.isfile(os.path.join(root, LOCK_NAME)) else None


def places(root: str) -> Iterator[str]:
    """Where a checkout's environment may lie: in it, or, where it cannot be written, in the user's cache."""
    yield os.path.join(root, ".venv")
    from zlib import crc32  # late: most checkouts have theirs in the first place

    yield os.path.join(cache_folder(), f"{os.path.basename(root)}-{crc32(os.fsencode(root)):08x}")


def cache_folder() -> str:
    """The folder for what can be made again, by the XDG base directory specification."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.environ.get("LOCALAPPDATA", "") if os.name == "nt" else ""
        base = base or os.path.join(folders.home(), ".cache")
    return os.path.join(os.path.realpath(base), "natopk-desktop")


def ready_place(root: str, parts: Iterable[str]) -> str | None:
    """The environment that can be used as it is, or None."""
    for place in places(root):
        stamp = read_stamp(place)
        if stamp is not None and stamp.parts.issuperset(parts) and is_current(stamp, root, place):
            return place
    return None


def read_stamp(place: str) -> Stamp | None:
    """The stamp of the environment at `place`, or None where there is none that can be read."""
    try:
        with open(os.path.join(place, STAMP_NAME), encoding="utf-8", errors="surrogateescape") as file:
            return Stamp(dict(line.rstrip("\n").partition("=")[::2] for line in file))
    except OSError:
        return None


def is_current(stamp: Stamp, root: str, place: str) -> bool:
    """Whether a stamped environment is the one this checkout wants, made here, with an interpreter still there."""
    if stamp.place != place or stamp.checkout != root:
        return False
    if is_inside(place) and stamp.python != python_version():
        return False  # the system's Python was upgraded under the environment, which sees no packages now
    if not os.path.isfile(python_of(place)):
        return False
    lock = os.path.join(root, LOCK_NAME)
    return stamp.lock_file == file_state(lock) or _is_same_lock(stamp, root, place, lock)


def _is_same_lock(stamp: Stamp, root: str, place: str, lock: str) -> bool:
    """Whether a lock file that was touched still says the same."""
    if stamp.lock != digest_of(lock):
        return False
    from natopk_desktop.provision import environment

    environment.refresh_stamp(root, place)
    return True


def is_inside(place: str) -> bool:
    """Whether this process runs in the environment at `place`."""
    return os.path.realpath(sys.prefix) == place


def python_of(place: str) -> str:
    """The interpreter of the environment at `place`."""
    return os.path.join(place, "Scripts", "python.exe") if os.name == "nt" else os.path.join(place, "bin", "python")


def python_version() -> str:
    """Major and minor version of this interpreter: what binary packages are made for."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def file_state(path: str | os.PathLike[str]) -> str:
    """Time and size of a file, in one word that changes when the file does."""
    state = os.stat(path)
    return f"{state.st_mtime_ns}-{state.st_size}"


def digest_of(path: str | os.PathLike[str]) -> str:
    """SHA-256 of a file, in hexadecimal."""
    from hashlib import sha256  # late: loads OpenSSL, and is needed only after the lock was touched

    with open(path, "rb") as file:
        return sha256(file.read()).hexdigest()


def require_qt_libraries(platform: str) -> None:
    """Make sure, once an environment, that the system has the libraries Qt needs on that platform.

    Raises:
        InputError: some are missing and were not installed.
    """
    if not sys.platform.startswith("linux"):
        return
    groups = {"common", *(name for name in ("xcb", "wayland") if platform.startswith(name))}
    own = os.path.isfile(os.path.join(sys.prefix, STAMP_NAME))
    record = os.path.join(sys.prefix if own else cache_folder(), LIBRARIES_NAME)
    try:
        with open(record, encoding="utf-8") as file:
            version, *checked = file.read().split()
    except (OSError, ValueError):
        version, checked = "", []
    if version == __version__ and groups.issubset(checked):
        return
    from natopk_desktop.provision import qt_libraries

    qt_libraries.require(groups, record)


def _go_on_in(place: str, script: str, *, own_cache: bool) -> None:
    """Run `script` with this process's arguments in the environment's interpreter, and end with its exit code."""
    command = [python_of(place)]
    if own_cache:  # the checkout cannot be written, so its compiled modules are kept beside the environment
        command += ["-X", f"pycache_prefix={os.path.join(place, 'pycache')}"]
    command += [script, *sys.argv[1:]]
    if os.name != "nt":
        os.execv(command[0], command)
    import subprocess  # Windows' exec returns to the shell at once

    sys.exit(subprocess.call(command))
