"""The private environment: made once, made anew where it is not whole, and never by two at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from natopk_desktop import bootstrap
from natopk_desktop.errors import OperationError
from natopk_desktop.provision import guard, lock, packages, relocation, system
from natopk_desktop.provision.console import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def satisfies(root: str, parts: Sequence[str]) -> bool:
    """Whether the running interpreter already has every package of these parts in the locked version."""
    requirements = lock.wanted(Path(root, bootstrap.LOCK_NAME), parts)
    return not lock.missing(requirements, sys.path)


def set_up(root: str, parts: Sequence[str]) -> str:
    """Make the checkout's environment, or add the missing parts to it.

    Returns:
        Its place.

    Raises:
        UserError: it cannot be made; a half-made one is taken away again.
    """
    for place in bootstrap.places(root):
        with guard.held(place) as held:
            if held is None:
                continue
            try:
                _Environment(root, place, held).provide(parts)
            except KeyboardInterrupt:
                raise OperationError("Stopped; the next start begins the set-up again.") from None
            return place
    own, cached = bootstrap.places(root)
    raise OperationError(
        f"The private environment can be written neither in {own} nor in {Path(cached).parent}; "
        "set XDG_CACHE_HOME to a folder that can be written."
    )


def refresh_stamp(root: str, place: str) -> None:
    """After the lock file was touched but not changed: remember its new time, so that later starts need not read it."""
    with guard.held(place) as held:
        stamp = bootstrap.read_stamp(place)
        if (
            held is not None
            and stamp is not None
            and stamp.lock == bootstrap.digest_of(Path(root, bootstrap.LOCK_NAME))
        ):
            _write_stamp(root, place, stamp.parts, stamp.lock)


class _Environment:
    """The environment at one place, while the guard of that place is held.

    Attributes:
        root: the checkout.
        place: the environment's folder.
        held: the guard's file descriptor.
        lock_path: the lock file.
    """

    def __init__(self, root: str, place: str, held: int) -> None:
        self.root = root
        self.place = place
        self.held = held
        self.lock_path = Path(root, bootstrap.LOCK_NAME)

    def provide(self, parts: Sequence[str]) -> None:
        """Have the parts in it, with as little work as will do."""
        stamp = bootstrap.read_stamp(self.place)
        if stamp is not None and relocation.is_moved(stamp, self.root, self.place):
            relocation.settle(stamp.place, self.place)
            _write_stamp(self.root, self.place, stamp.parts, stamp.lock)
            stamp = bootstrap.read_stamp(self.place)
        if stamp is None or not bootstrap.is_current(stamp, self.root, self.place):
            self._make(parts)
        elif lacking := [part for part in parts if part not in stamp.parts]:
            self._add(lacking, stamp.parts)

    def _make(self, parts: Sequence[str]) -> None:
        """Make it from nothing, whatever is there; leave nothing where that fails."""
        guard.clear(self.place)
        try:
            _require_venv_module()
            say(f"Setting up a private environment in {self.place} (this first time only)")
            self._make_empty()
            digest = self._install(parts)
            _write_stamp(self.root, self.place, parts, digest)
        except BaseException:
            guard.remove(self.place)
            raise
        say("Ready.")

    def _add(self, parts: Sequence[str], present: frozenset[str]) -> None:
        """Install further parts into a whole environment, which stays whole while they are downloaded."""
        say(f"Adding the packages of the part {', '.join(parts)} to {self.place}")
        digest = self._install(parts)
        _write_stamp(self.root, self.place, present.union(parts), digest)
        say("Ready.")

    def _make_empty(self) -> None:
        """An environment with pip and nothing else."""
        base = getattr(sys, "_base_executable", None) or sys.executable
        result = subprocess.run(
            [base, "-m", "venv", self.place],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=packages.clean_environment(),
            check=False,
            encoding="utf-8",
            errors="replace",
            **packages.keeping(self.held),
        )
        if result.returncode or not Path(bootstrap.python_of(self.place)).is_file():
            lines = [line.strip() for line in (result.stdout + result.stderr).splitlines() if line.strip()]
            said = lines[-1] if lines else "nothing"
            raise OperationError(
                f"{base} could not make a private environment in {self.place} (it said “{said}”); "
                "see that there is room on the disk and that this Python is complete, then start again."
            )

    def _install(self, parts: Sequence[str]) -> str:
        """Install what the parts need and is not there; the SHA-256 of the lock that said so."""
        digest = bootstrap.digest_of(self.lock_path)
        requirements = lock.wanted(self.lock_path, parts)
        python = bootstrap.python_of(self.place)
        if lacking := lock.missing(requirements, self._package_folders()):
            packages.install(python, lacking, self._begin_change, self.held)
        if lacking := lock.missing(requirements, self._package_folders()):
            names = ", ".join(item.name for item in lacking)
            raise OperationError(f"These packages are not there after installing them: {names}; start again.")
        return digest

    def _begin_change(self) -> None:
        """Take the stamp away: from here to the end the environment is not whole."""
        Path(self.place, bootstrap.STAMP_NAME).unlink(missing_ok=True)

    def _package_folders(self) -> list[str]:
        return [str(path) for path in Path(self.place).glob("[Ll]ib*/**/site-packages")]


def _write_stamp(root: str, place: str, parts: Iterable[str], digest: str) -> None:
    """Say that the environment is whole; the file appears at once or not at all."""
    fields = {
        "lock": digest,
        "lock_file": bootstrap.file_state(Path(root, bootstrap.LOCK_NAME)),
        "place": place,
        "checkout": root,
        "python": bootstrap.python_version(),
        "parts": " ".join(sorted(parts)),
    }
    text = "".join(f"{name}={value}\n" for name, value in fields.items())
    path = Path(place, bootstrap.STAMP_NAME)
    beside = path.with_suffix(".new")
    with beside.open("w", encoding="utf-8", errors="surrogateescape") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _require_venv_module() -> None:
    """Have Python's own means to make an environment, which Debian and Ubuntu keep in a package of its own.

    Raises:
        UserError: it is missing.
    """
    if find_spec("venv") is not None and find_spec("ensurepip") is not None:
        return
    name = f"python{bootstrap.python_version()}-venv"
    if sys.base_prefix == "/usr" and system.package_tool() == "apt-get":
        system.install_or_refuse("Python's module for private environments", [name])
        return
    raise OperationError(
        f"This Python ({sys.executable}) has no module to make private environments with (venv, ensurepip); "
        "install a complete Python 3.11 or newer and start with that."
    )
