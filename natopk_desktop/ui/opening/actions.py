"""What can be done with files."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QKeySequence

from natopk_desktop.ui.action import Action
from natopk_desktop.ui.menu_bar import QT_TRANSLATE_NOOP

OPENING: Final = (
    Action(
        "open",
        QT_TRANSLATE_NOOP("Actions", "&Open…"),
        QT_TRANSLATE_NOOP("Actions", "Opens pages, timelines and dossiers, each in a tab"),
        "file",
        "open_files",
        standard=QKeySequence.StandardKey.Open,
        everywhere=True,
    ),
    Action(
        "clear_recent",
        QT_TRANSLATE_NOOP("Actions", "&Clear list"),
        QT_TRANSLATE_NOOP("Actions", "Forgets which files were opened; the files stay"),
        "recent",
        "clear_recent",
        everywhere=True,
        separated=True,
    ),
    Action(
        "built_in",
        QT_TRANSLATE_NOOP("Actions", "&Built-in dossier"),
        QT_TRANSLATE_NOOP("Actions", "Shows the dossier that comes with the app"),
        "file",
        "open_built_in",
        everywhere=True,
    ),
)
