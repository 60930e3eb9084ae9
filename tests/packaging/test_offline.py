"""The packaged app does all its work where there is no network, and opens no socket but local ones."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.packaging import built

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.packaging.built import Package

NO_NETWORK = ("unshare", "--net", "--")
TRACE = ("strace", "-f", "-qq", "-e", "trace=socket,connect,bind,sendto,execve", "-s", "200")

SESSION = r"""
set -eu
exec 3>"$1/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 2>/dev/null &
screen=$!
manager=
trap 'kill $screen $manager 2>/dev/null' EXIT
while [ ! -s "$1/display" ]; do sleep 0.05; done
export DISPLAY=:$(cat "$1/display")
shift
openbox 2>/dev/null &
manager=$!
timeout 150 "$@" &
app=$!
window=$(timeout 60 xdotool search --sync --onlyvisible --class natopk | head -n 1)
sleep 2
xdotool windowactivate --sync "$window"
key() { xdotool key --clearmodifiers "$@"; sleep 0.3; }
key Down; key Down; key End; key Home                       # through the list
key ctrl+f; xdotool type pakistan; sleep 0.5; key F3; key Escape
key F9; key F9                                              # the whole page, and back
key ctrl+3; key alt+Left                                    # the figures, and back in the history
key F6; key F6; key F1; key Escape                          # round the areas; the keys
key F5; key Right; key Escape                               # presentation
key ctrl+plus; key ctrl+0
key ctrl+p; sleep 2; key Escape                             # print, and away
key ctrl+q
wait "$app"
"""
"""Arguments: a folder for the screen's number, then the app's words. Ends with the app's exit code."""

LOCAL = re.compile(
    r'sun_path=@?"('
    r"/tmp/\.X11-unix/X\d+|\S*/\.X11-unix/X\d+"  # the screen
    r"|\S*bus\S*|\S*at-spi\S*|\S*/dbus-\S+"  # the session's and the accessibility's bus
    r"|\S*/ibus/\S*|\S*wayland-\d+"  # the input method
    r"|(/var)?/run/cups/cups\.sock"  # the printer
    r"|(/var)?/run/nscd/socket|/run/systemd/userdb/\S+"  # the C library's name service
    r')"'
)
"""Whom the app may speak to."""


def _require(*programs: str) -> None:
    lacking = [name for name in programs if shutil.which(name) is None]
    if lacking:
        pytest.skip(f"not on this machine: {', '.join(lacking)}")


def _require_namespace() -> None:
    _require("unshare")
    if subprocess.run([*NO_NETWORK, "true"], capture_output=True, check=False).returncode:
        pytest.skip("network namespaces are not allowed here")


def _variables(home: Path, **more: str) -> dict[str, str]:
    return {"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **more}


def _assert_local(trace: str) -> None:
    """Assert that a trace shows sockets of the local family alone, and whom they speak to."""
    sockets = re.findall(r"\bsocket\((\w+)", trace)
    assert set(sockets) <= {"AF_UNIX"}, {family for family in sockets if family != "AF_UNIX"}
    for line in trace.splitlines():
        if re.search(r"\b(connect|bind)\(", line) and "sa_family" in line:
            assert "sa_family=AF_UNIX" in line, line
            assert LOCAL.search(line), line


def _window_session(package: Package, home: Path, before: tuple[str, ...], inside: tuple[str, ...]) -> None:
    command = [*before, "sh", "-c", SESSION, "session", str(home), *inside, str(package.folder / "natopk-desktop")]
    variables: Mapping[str, str] = _variables(home, QT_QPA_PLATFORM="xcb")
    done = built.run(command, variables)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


def test_there_is_no_network_in_the_namespace() -> None:
    _require_namespace()
    told = subprocess.run(
        [*NO_NETWORK, "cat", "/proc/net/dev"], capture_output=True, encoding="ascii", check=True
    ).stdout
    assert re.findall(r"^ *(\S+):", told, re.MULTILINE) == ["lo"]  # and that one is down
    assert not subprocess.run([*NO_NETWORK, "cat", "/proc/net/route"], capture_output=True, check=True).stdout[150:]


def test_the_self_test_passes_without_a_network(package: Package, home: Path) -> None:
    _require_namespace()
    built.proved(built.run([*NO_NETWORK, package.folder / "natopk", "--self-test"], _variables(home)))


def test_a_session_at_the_window_passes_without_a_network(package: Package, home: Path) -> None:
    _require_namespace()
    _require("Xvfb", "openbox", "xdotool")
    _window_session(package, home, NO_NETWORK, ())


def test_the_self_test_opens_local_sockets_alone(package: Package, home: Path) -> None:
    _require("strace")
    trace = home / "trace"
    built.proved(built.run([*TRACE, "-o", trace, package.folder / "natopk", "--self-test"], _variables(home)))
    text = trace.read_text(encoding="utf-8", errors="replace")
    assert "execve(" in text
    _assert_local(text)


def test_a_session_at_the_window_opens_local_sockets_alone(package: Package, home: Path) -> None:
    _require("strace", "Xvfb", "openbox", "xdotool")
    trace = home / "trace"
    _window_session(package, home, (), (*TRACE, "-o", str(trace)))
    text = trace.read_text(encoding="utf-8", errors="replace")
    assert "/.X11-unix/X" in text  # the trace sees what the app does
    _assert_local(text)


@pytest.mark.parametrize("family", ["AF_INET, SOCK_STREAM", "AF_INET6, SOCK_DGRAM", "AF_NETLINK, SOCK_RAW"])
def test_a_trace_with_another_socket_would_be_noticed(family: str) -> None:
    with pytest.raises(AssertionError):
        _assert_local(f"12 socket({family}|SOCK_CLOEXEC, 0) = 3\n")


def test_a_trace_with_an_unknown_partner_would_be_noticed() -> None:
    with pytest.raises(AssertionError):
        _assert_local('12 connect(3, {sa_family=AF_UNIX, sun_path="/run/somebody.sock"}, 110) = 0\n')
