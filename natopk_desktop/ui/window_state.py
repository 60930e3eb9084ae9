"""A window's place on the screen, kept and restored only where there still is a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication

from natopk_desktop.settings import Box

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

USUAL: Final = QSize(1280, 800)
SMALLEST: Final = QSize(320, 240)
TITLE_BAR: Final = 40
"""As much of a window's top edge must lie on a screen that one can take hold of it."""


def box_of(window: QWidget) -> Box:
    """Return where ``window`` stands, frame and all, and its size without; of a full-screen one, how it was before."""
    if window.isMaximized() or window.isFullScreen():
        place = window.normalGeometry()
        return Box(place.x(), place.y(), place.width(), place.height())
    return Box(window.x(), window.y(), window.width(), window.height())


def restore(window: QWidget, box: Box | None) -> None:
    """Put ``window`` where it stood, or give it its usual size where that place is on no screen any more."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    place = None if box is None else fitted(QRect(box.x, box.y, box.width, box.height), screens)
    if place is not None:
        window.move(place.topLeft())
        window.resize(place.size())
    else:
        wanted = USUAL if box is None else QSize(box.width, box.height).expandedTo(SMALLEST)
        room = QGuiApplication.primaryScreen().availableSize() - QSize(0, TITLE_BAR)
        window.resize(wanted.boundedTo(room.expandedTo(SMALLEST)))


def fitted(place: QRect, screens: Iterable[QRect]) -> QRect | None:
    """Return ``place`` bounded to the screen that shows most of it; None where its top edge is out of reach."""
    grip = QRect(place.left(), place.top(), max(1, place.width()), TITLE_BAR)
    seen = [(_area(screen.intersected(grip)), screen) for screen in screens]
    most, screen = max(seen, key=lambda pair: pair[0], default=(0, QRect()))
    if most < TITLE_BAR * TITLE_BAR:
        return None
    size = place.size().expandedTo(SMALLEST).boundedTo(screen.size())
    left = min(max(place.left(), screen.left()), screen.right() + 1 - size.width())
    top = min(max(place.top(), screen.top()), screen.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())


def _area(part: QRect) -> int:
    return max(0, part.width()) * max(0, part.height())
