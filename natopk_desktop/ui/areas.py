"""The ring of the window's areas that F6 goes round: overview, list, details, status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class Areas:
    """Moves the keyboard from area to area, and back to where it was within one."""

    def __init__(self, ring: Sequence[QWidget]) -> None:
        """Take the areas in the order of the ring."""
        self._ring = list(ring)
        self._last: dict[int, QWidget] = {}

    def set_ring(self, ring: Sequence[QWidget]) -> None:
        """Take other areas, in the order of the ring; where the keyboard was in those that stay is not forgotten."""
        self._ring = list(ring)

    def step(self, by: int) -> None:
        """Give the keyboard to the area ``by`` steps further on; hidden areas are passed over."""
        shown = [area for area in self._ring if area.isVisible()]
        if not shown:
            return
        focus = QApplication.focusWidget()
        at = self._area_of(focus, shown)
        if at is not None and focus is not None:
            self._last[id(shown[at])] = focus
        # From outside the ring (the tool row stands before it) forwards is the first area, backwards the last.
        to = (at + by) % len(shown) if at is not None else (0 if by > 0 else len(shown) - 1)
        self.enter(shown[to])

    def enter(self, area: QWidget) -> None:
        """Give the keyboard to where it last was in ``area``, or to the first place there that takes it."""
        import shiboken6

        last = self._last.get(id(area))
        if last is None or not shiboken6.isValid(last) or not _takes_focus(last):
            last = first_focusable(area)
        if last is not None:
            last.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @staticmethod
    def _area_of(focus: QWidget | None, shown: Sequence[QWidget]) -> int | None:
        if focus is None:
            return None
        return next((at for at, area in enumerate(shown) if area is focus or area.isAncestorOf(focus)), None)


def first_focusable(area: QWidget) -> QWidget | None:
    """Return the first widget in the Tab order at or inside ``area`` that takes the keyboard, None where none does."""
    widget = area
    while True:
        if (widget is area or area.isAncestorOf(widget)) and _takes_focus(widget):
            return widget
        following = widget.nextInFocusChain()
        if following is None or following is area:
            return None
        widget = following


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
