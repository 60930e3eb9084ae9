"""The system's own packages: installed where that is ours to do, otherwise named in the command to type."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from natopk_desktop.errors import InputError, OperationError
from natopk_desktop.provision.console import ask, has_person, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_TOOLS = {"debian": "apt-get", "ubuntu": "apt-get", "fedora": "dnf"}


def package_tool() -> str | None:
    """`apt-get` on Debian, Ubuntu and their kin, `dnf` on Fedora and its kin; None elsewhere."""
    release = os_release()
    for name in [release.get("ID", ""), *release.get("ID_LIKE", "").split()]:
        tool = _TOOLS.get(name)
        if tool is not None and shutil.which(tool):
            return tool
    return None


def os_release(path: str = "/etc/os-release") -> dict[str, str]:
    """What the distribution says of itself (os-release(5)); nothing where it does not."""
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    pairs = (line.strip().partition("=") for line in lines)
    return {name: value.strip("\"'") for name, equals, value in pairs if equals}


def install_or_refuse(what: str, names: Sequence[str]) -> None:
    """Install system packages as root (asking a person first), or say what to type.

    Args:
        what: what is missing, in the words of the sentence.
        names: the distribution's packages that hold it.

    Raises:
        InputError: not root, or the person declined.
        OperationError: the package tool failed.
    """
    tool = package_tool()
    if tool is None:
        raise InputError(f"{what} is missing on this system; install what your distribution calls: {', '.join(names)}.")
    command = [tool, "install", *(["--yes"] if _is_root() else []), *names]
    refusal = f"{what} is missing on this system; install it with: {'' if _is_root() else 'sudo '}{shlex.join(command)}"
    if not _is_root():
        raise InputError(refusal)
    if not os.environ.get("CI") and has_person():
        say(f"{what} is missing on this system.")
        if not ask(f"Install it now ({', '.join(names)})?"):
            raise InputError(refusal)
    say(f"{what} is missing on this system; installing it: {shlex.join(command)}")
    if tool == "apt-get":
        _run([tool, "update", "--quiet"])  # a new machine has no list of packages yet
    if not _run(command):
        raise OperationError(
            f"{tool} could not install the packages; see its messages above, or type: {shlex.join(command)}"
        )


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(command: Sequence[str]) -> bool:
    """Run a package tool with its output on standard error; whether it succeeded."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=2, env=environment, check=False).returncode == 0
