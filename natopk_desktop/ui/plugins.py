"""Whether and where Qt finds its plugins."""

from __future__ import annotations

import os
import sys
from typing import Final

from natopk_desktop.errors import ScreenError

ODD: Final = frozenset(',;"\\\n')
"""PySide tells Qt its folder in the form of a `qt.conf`, in which these part or end a value."""
CHOICE: Final = "QT_QPA_PLATFORM"
ELSEWHERE: Final = ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH")
"""What names further folders of plugins."""


def folder() -> str:
    """Return PySide's folder of plugins."""
    import PySide6

    inner = ("plugins",) if sys.platform == "win32" else ("Qt", "plugins")
    return os.path.join(os.path.dirname(str(PySide6.__file__)), *inner)


def find() -> None:
    """Name the folder to Qt outright where PySide could not; before an application is made, which needs them."""
    place = folder()
    if ODD.isdisjoint(place.replace(os.sep, "/")):
        return
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.setLibraryPaths([place])


def require_platform() -> None:
    """See that Qt has the kind of screen that the environment names; Qt itself ends the process where it has not.

    Raises:
        ScreenError: it has not.
    """
    names = [name.partition(":")[0] for name in os.environ.get(CHOICE, "").split(";")]
    if not any(names) or any(os.environ.get(name) for name in ELSEWHERE):
        return
    ending = {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so")
    place = os.path.join(folder(), "platforms")
    there = {file.removeprefix("lib").removesuffix(ending).removeprefix("q") for file in os.listdir(place)}
    # A kind of Wayland's or of X11's is one of the plugin that begins so: wayland-egl.
    if not any(name in there or name.partition("-")[0] in there for name in names):
        known = ", ".join(sorted(there))
        message = f"{CHOICE} is “{os.environ[CHOICE]}”, and here are only {known}; unset it, or set it to one of them."
        raise ScreenError(message)
