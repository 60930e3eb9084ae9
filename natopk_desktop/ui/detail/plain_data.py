"""Text for the clipboard and for dragging, character for character."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData

BYTE_ORDER_MARKS: Final = ("\ufeff", "\ufffe")
"""Python's text loses one of these at its beginning on its way into a text of Qt's."""


def plain_data(words: str) -> QMimeData:
    """Return ``words`` as plain text to be handed on."""
    data = QMimeData()
    if words.startswith(BYTE_ORDER_MARKS):
        data.setData("text/plain", words.encode())
    else:
        data.setText(words)
    return data
