"""Telling a screen reader what changed where nobody is looking."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader, if one listens, say ``text`` when it has finished what it is saying.

    Args:
        widget: what the news is about; it must be alive.
        text: plain words; an empty text says nothing.
    """
    # Late: its many enums are nothing that a first paint waits for.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
