"""The overview's keys, as data: what is pressed, which method does it; and how far a turn of the wheel goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

Key = Qt.Key
NONE: Final = Qt.KeyboardModifier.NoModifier
SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
CTRL: Final = Qt.KeyboardModifier.ControlModifier

FASTER: Final = 0.5
"""What one press of plus leaves of the time in view."""
PAN: Final = 0.2
"""How much of the width one press of Ctrl+Right moves the view by."""

NOTCH: Final = 120
"""Eighths of a degree in one step of a common wheel."""
WHEEL_ZOOM: Final = 0.8
"""What one step of the wheel leaves of the time in view."""
WHEEL_PAN: Final = 0.1


class Command(NamedTuple):
    """A method of the overview and what it is called with."""

    method: str
    arguments: tuple[float, ...] = ()


KEYS: Final = {
    (Key.Key_Left, NONE): Command("step", (-1,)),
    (Key.Key_Right, NONE): Command("step", (1,)),
    (Key.Key_Home, NONE): Command("step_to_end", (-1,)),
    (Key.Key_End, NONE): Command("step_to_end", (1,)),
    (Key.Key_Left, CTRL): Command("pan", (-PAN,)),
    (Key.Key_Right, CTRL): Command("pan", (PAN,)),
    (Key.Key_Left, SHIFT): Command("extend", (-1,)),
    (Key.Key_Right, SHIFT): Command("extend", (1,)),
    (Key.Key_Return, NONE): Command("apply"),
    (Key.Key_Enter, NONE): Command("apply"),
    (Key.Key_Escape, NONE): Command("clear"),
}

CHARACTERS: Final = {
    "+": Command("zoom", (FASTER,)),
    "=": Command("zoom", (FASTER,)),  # the plus without Shift
    "-": Command("zoom", (1 / FASTER,)),
    "0": Command("reset_zoom"),
}


def command_of(event: QKeyEvent) -> Command | None:
    """Return what a key asks for, None for a key of somebody else's."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    found = KEYS.get((Key(event.key()), modifiers))
    if found is None and modifiers in (NONE, SHIFT):
        return CHARACTERS.get(event.text())
    return found
