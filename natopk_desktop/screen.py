"""Whether there is a screen to open a window on, before Qt, which ends the process where there is none."""

from __future__ import annotations

import os
import sys

from natopk_desktop.errors import ScreenError

_REMEDY = "start it from a desktop session, or use the commands that need no window: natopk --help."


def platform() -> str:
    """The Qt platform plugin that a window will use: on Linux `xcb`, `wayland` or what QT_QPA_PLATFORM names.

    Returns:
        Its name; "" where the system has only one.

    Raises:
        ScreenError: there is no screen, or it does not answer.
    """
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    kind = chosen.partition(":")[0].partition("-")[0]
    if not sys.platform.startswith("linux") or kind not in {"", "wayland", "xcb"}:
        return chosen
    wayland, display = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("DISPLAY")
    if kind != "xcb" and (os.environ.get("WAYLAND_SOCKET") or (wayland and _wayland_answers(wayland))):
        return chosen or "wayland"
    if kind != "wayland" and display and _x_answers(display):
        return chosen or "xcb"
    named = [f"{name} ({value})" for name, value in (("WAYLAND_DISPLAY", wayland), ("DISPLAY", display)) if value]
    if named:
        raise ScreenError(f"The screen named by {' and '.join(named)} does not answer; {_REMEDY}")
    raise ScreenError(f"There is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set); {_REMEDY}")


def _wayland_answers(name: str) -> bool:
    """Whether a compositor listens there; one outside a sandbox cannot be told from its socket's file alone."""
    path = os.path.join(os.environ.get("XDG_RUNTIME_DIR", ""), name)
    return _is_listening(path) or os.path.exists(path)


def _x_answers(name: str) -> bool:
    """Whether an X server can be reached under that name; one on another computer is left to Qt to try."""
    host, _, number = name.rpartition(":")
    if host not in {"", "unix"}:
        return True
    return _is_listening(f"/tmp/.X11-unix/X{number.partition('.')[0]}") or _x_connects(name)


def _is_listening(path: str) -> bool:
    """Whether a process of this system listens on a local socket of that path (or abstract name)."""
    try:
        with open("/proc/net/unix", encoding="utf-8", errors="surrogateescape") as file:
            return any(line.rstrip("\n").endswith((f" {path}", f" @{path}")) for line in file)
    except OSError:
        return False


def _x_connects(name: str) -> bool:
    """Try to connect, as Qt will: the server may be outside a container, or its socket left over from a dead one."""
    try:
        import ctypes  # late: a running server is known without it

        xcb = ctypes.CDLL("libxcb.so.1")
    except (ImportError, OSError):
        return True  # what is missing is said when Qt's libraries are looked for
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(os.fsencode(name), None))
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)
