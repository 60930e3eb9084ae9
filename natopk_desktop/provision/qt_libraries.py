"""The system libraries that Qt's wheels expect and do not bring.

The list is what PySide6-Essentials 6.11.3 names as needed (`readelf -d`) in QtCore, QtGui, QtWidgets, QtDBus,
QtPrintSupport and QtSvg (common), in the X11 plugin and its OpenGL helpers (xcb), and in the Wayland plugins.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from natopk_desktop import __version__
from natopk_desktop.provision import system

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection


class Library(NamedTuple):
    """A shared library and the packages that hold it.

    Attributes:
        group: `common`, or the platform that needs it.
        name: the name the loader looks for.
        debian: its package on Debian and Ubuntu.
        fedora: its package on Fedora.
    """

    group: str
    name: str
    debian: str
    fedora: str


LIBRARIES = (
    Library("common", "libstdc++.so.6", "libstdc++6", "libstdc++"),
    Library("common", "libzstd.so.1", "libzstd1", "libzstd"),
    Library("common", "libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("common", "libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("common", "libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("common", "libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("common", "libfreetype.so.6", "libfreetype6", "freetype"),
    Library("common", "libX11.so.6", "libx11-6", "libX11"),
    Library("common", "libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("common", "libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("common", "libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("xcb", "libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Library("xcb", "libxcb.so.1", "libxcb1", "libxcb"),
    Library("xcb", "libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("xcb", "libxcb-glx.so.0", "libxcb-glx0", "libxcb"),
    Library("xcb", "libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("xcb", "libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("xcb", "libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("xcb", "libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("xcb", "libxcb-render.so.0", "libxcb-render0", "libxcb"),
    Library("xcb", "libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("xcb", "libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("xcb", "libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    Library("xcb", "libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Library("xcb", "libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    Library("xcb", "libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Library("xcb", "libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Library("xcb", "libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    Library("wayland", "libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    Library("wayland", "libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
    Library("wayland", "libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl"),
)


def require(groups: Collection[str], record: str) -> None:
    """Have the libraries of these groups, and remember it so that later starts need not look.

    Args:
        groups: groups of `LIBRARIES`.
        record: the file to remember it in; where that cannot be written, every start looks again.

    Raises:
        UserError: some are missing and were not installed.
    """
    if lacking := missing(groups):
        fedora = system.package_tool() == "dnf"
        names = sorted({library.fedora if fedora else library.debian for library in lacking})
        several = f"{len(lacking)} libraries, the first {lacking[0].name}"
        what = f"What Qt needs to open a window ({lacking[0].name if len(lacking) == 1 else several})"
        system.install_or_refuse(what, names)
    try:
        Path(record).parent.mkdir(parents=True, exist_ok=True)
        Path(record).write_text(" ".join([__version__, *sorted(groups)]), encoding="utf-8")
    except OSError:
        return  # read-only: nothing is lost but a few milliseconds a start


def missing(groups: Collection[str]) -> list[Library]:
    """Those of these groups that the loader does not find."""
    try:
        from ctypes import CDLL
    except ImportError:  # a Python built without it cannot look; Qt will say what it misses
        return []
    lacking = []
    for library in LIBRARIES:
        if library.group in groups:
            try:
                CDLL(library.name)
            except OSError:
                lacking.append(library)
    return lacking
