"""What every test gets: a home of its own, no screen, English, and no window left behind."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Read by Qt when the application object is made, so set before any test module is imported.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["LANGUAGE"] = "en"

HOME_VARIABLES = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": ".runtime",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}

# Qt keeps these for itself and reuses them.
QT_OWN_WINDOWS = {"QTipLabel", "QWhatsThat", "QShapedPixmapWidget", "QRollEffect", "QAlphaWidget"}

settings.register_profile("developer", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "developer")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, so that no test reads or writes the developer's own files."""
    folder = tmp_path_factory.mktemp("home")
    for name, place in HOME_VARIABLES.items():
        (folder / place).mkdir(mode=0o700, parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(folder / place))
    return folder


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Fail a test that leaves a top-level widget behind."""
    before = _top_level_widgets()
    yield
    left = [name for key, name in _top_level_widgets().items() if key not in before]
    assert not left, f"top-level widgets left behind: {', '.join(left)}"


def _top_level_widgets() -> dict[int, str]:
    """The address and class of each top-level widget; empty while Qt is not in use."""
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    import shiboken6
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return {}
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return {
        shiboken6.getCppPointer(widget)[0]: f"{name} {widget.objectName()!r}"
        for widget in QApplication.topLevelWidgets()
        if (name := widget.metaObject().className()) not in QT_OWN_WINDOWS
    }
