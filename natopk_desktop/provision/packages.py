"""Getting packages with the environment's own pip: first all downloads, checked by hash, then all installs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from natopk_desktop.errors import OperationError
from natopk_desktop.provision.console import begin, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from natopk_desktop.provision.lock import Requirement

_COLLECTING = re.compile(r"(?:Collecting (?P<pin>[^\s;]+)|Processing .*[/\\](?P<file>[^/\\]+)\.whl)")
_SIZE = re.compile(r"\s+(?:Downloading|Using cached) .*\((?P<size>[\d.]+ \w+)\)")
_OFFLINE = re.compile(
    r"NewConnectionError|NameResolutionError|Temporary failure in name resolution|Network is unreachable|"
    r"Connection refused|ConnectTimeout|ReadTimeout|timed out|ProxyError|getaddrinfo failed|No route to host"
)
# These would let packages from outside into the environment, or break its interpreter.
_FOREIGN = ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_REQUIREMENT")


def clean_environment() -> dict[str, str]:
    """This process's environment variables, less those that reach into another interpreter's packages."""
    return {name: value for name, value in os.environ.items() if name not in _FOREIGN}


def keeping(descriptor: int) -> dict[str, Any]:
    """Arguments for `subprocess` that hand a descriptor on, so that a lock outlives this process with its work."""
    return {} if os.name == "nt" else {"pass_fds": (descriptor,)}


def install(python: str, requirements: Sequence[Requirement], begun: Callable[[], None], held: int) -> None:
    """Download and install into the environment of `python`.

    Args:
        python: the environment's interpreter.
        requirements: exact versions with hashes, complete: nothing else is installed.
        begun: called after the last download, right before the environment changes.
        held: the descriptor of the lock that the work is done under.

    Raises:
        OperationError: no network, no room, no package for this computer.
    """
    with TemporaryDirectory(prefix="natopk-desktop-") as folder:
        listing = Path(folder, "requirements.txt")
        listing.write_text("\n".join(item.text for item in requirements) + "\n", encoding="utf-8")
        wheels = Path(folder, "wheels")
        arguments = ["download", "--dest", str(wheels), "--require-hashes", "--only-binary", ":all:", "--no-deps"]
        _pip(
            python, [*arguments, "--progress-bar", "off", "--retries", "2", "-r", str(listing)], len(requirements), held
        )
        begun()
        say("Installing the packages")
        files = sorted(str(path) for path in wheels.iterdir())
        _pip(python, ["--isolated", "install", "--no-index", "--no-deps", "--no-user", *files], 0, held)


def _pip(python: str, arguments: Sequence[str], total: int, held: int) -> None:
    """Run pip, telling each of `total` packages as it comes; silently where none is to be told."""
    command = [python, "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
    progress = _Progress(total)
    lines: list[str] = []
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=clean_environment(),
        encoding="utf-8",
        errors="replace",
        **keeping(held),
    ) as process:
        try:
            for line in process.stdout or ():
                lines.append(line.rstrip())
                if total:
                    progress.read(line)
        except BaseException:
            process.terminate()
            raise
        finally:
            progress.end()
    if process.returncode:
        raise OperationError(_reason(lines))


class _Progress:
    """One line a package, ended by its size once pip knows it."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._count = 0
        self._is_open = False

    def read(self, line: str) -> None:
        """Take in a line of pip's."""
        if match := _COLLECTING.match(line):
            self.end()
            self._count += 1
            name = match["pin"].replace("==", " ") if match["pin"] else " ".join(match["file"].split("-")[:2])
            begin(f"  {self._count} of {self._total}: {name}")
            self._is_open = True
        elif self._is_open and (match := _SIZE.match(line)):
            begin(f", {match['size']}")
            self.end()

    def end(self) -> None:
        """End the line where one is begun."""
        if self._is_open:
            say("")
        self._is_open = False


def _reason(lines: Sequence[str]) -> str:
    """One sentence on why pip failed, from what it printed."""
    if any(_OFFLINE.search(line) for line in lines):
        return (
            "The packages could not be downloaded: the package index cannot be reached from this computer. "
            "Connect to the network and start again; only the first start needs it."
        )
    if any("ssl module" in line and "not available" in line for line in lines):
        return (
            f"This Python ({sys.executable}) was built without TLS and cannot download; start with a complete Python."
        )
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR: ")]
    if any("No matching distribution" in line for line in errors):
        name = errors[-1].rpartition(" for ")[2].partition(" ")[0]
        return (
            f"There is no package {name} for this computer (Python {sys.version.split()[0]}, {sys.platform}); "
            "use a 64-bit Python 3.11 to 3.14 on Windows, macOS or a Linux with the GNU C library 2.34 or newer."
        )
    last = errors[-1] if errors else next((line for line in reversed(lines) if line.strip()), "no message")
    return f"The packages could not be installed: pip said “{last.strip()}”. Put that right and start again."
