"""What every tab holds: a widget with a name, a hint, and something to do when it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Page(QWidget):
    """One tab's content.

    Signals:
        described: its name, hint or mark is another.
        changed: what can be done with it may be something else.
    """

    described = Signal()
    changed = Signal()

    @property
    def name(self) -> str:
        """What the tab and the window's title say; foreign text on one line."""
        raise NotImplementedError

    @property
    def hint(self) -> str:
        """What more a mouse that rests on the tab is told: a foreign text on one line, empty for nothing."""
        return ""

    @property
    def file(self) -> Path | None:
        """The file it shows, None for the built-in dossier."""
        return None

    @property
    def is_home(self) -> bool:
        """Whether it is the built-in dossier, which needs no tab bar while it is alone."""
        return False

    @property
    def is_changed(self) -> bool:
        """Whether closing it would lose something."""
        return False

    def take_focus(self) -> None:
        """Give the keyboard to where a reader begins."""
        self.setFocus()

    def late_steps(self) -> list[Callable[[], None]]:
        """Return what waits until the page has been painted."""
        return []

    def begin_late(self) -> None:
        """Begin what waits until the page has been painted, in a window that has been painted long since."""

    def minimumSizeHint(self) -> QSize:
        """Allow any size; small windows are met, not forbidden."""
        return QSize(0, 0)

    def end(self) -> None:
        """Let go of threads and processes, and remember what is to be remembered; the page is deleted next."""
