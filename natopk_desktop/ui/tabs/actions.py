"""What can be done with tabs and windows."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QKeySequence

from natopk_desktop.ui.action import Action
from natopk_desktop.ui.menu_bar import QT_TRANSLATE_NOOP

CLOSING: Final = (
    Action(
        "close",
        QT_TRANSLATE_NOOP("Actions", "&Close tab"),
        QT_TRANSLATE_NOOP("Actions", "Closes this dossier, and with the last one the window"),
        "file",
        "close_tab",
        standard=QKeySequence.StandardKey.Close,
        keys=("Ctrl+W",),  # Ctrl+F4 is all that Qt knows on Windows
        separated=True,
        everywhere=True,
    ),
    Action(
        "close_window",
        QT_TRANSLATE_NOOP("Actions", "Close &window"),
        QT_TRANSLATE_NOOP("Actions", "Closes this window with all its tabs; what you chose is remembered"),
        "file",
        "close_window",
        keys=("Ctrl+Shift+W",),  # every browser's; Qt has no key for it
        everywhere=True,
    ),
)

TABS: Final = (
    Action(
        "next_tab",
        QT_TRANSLATE_NOOP("Actions", "&Next tab"),
        QT_TRANSLATE_NOOP("Actions", "Shows the dossier of the next tab"),
        "tabs",
        "next_tab",
        keys=("Ctrl+PgDown", "Ctrl+Tab"),  # both customs; Qt's standard adds keys that some desktops use themselves
        everywhere=True,
    ),
    Action(
        "previous_tab",
        QT_TRANSLATE_NOOP("Actions", "&Previous tab"),
        QT_TRANSLATE_NOOP("Actions", "Shows the dossier of the tab before"),
        "tabs",
        "previous_tab",
        keys=("Ctrl+PgUp", "Ctrl+Shift+Tab"),
        everywhere=True,
    ),
    Action(
        "move_to_new_window",
        QT_TRANSLATE_NOOP("Actions", "Move to ne&w window"),
        QT_TRANSLATE_NOOP("Actions", "Gives this dossier a window of its own, to stand beside another"),
        "tabs",
        "move_to_new_window",
        everywhere=True,
        separated=True,
    ),
    Action(
        "move_to_other_window",
        QT_TRANSLATE_NOOP("Actions", "Move to &other window"),
        QT_TRANSLATE_NOOP("Actions", "Makes this dossier a tab of another window again"),
        "tabs",
        "move_to_other_window",
        everywhere=True,
    ),
)
