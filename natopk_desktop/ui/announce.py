"""Telling a screen reader what changed where nobody is looking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader, if one listens, say ``text`` when it has finished what it is saying.

    Args:
        widget: what the news is about; it must be alive.
        text: plain words; an empty text says nothing.
    """
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
