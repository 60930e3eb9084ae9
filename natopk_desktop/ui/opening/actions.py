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
    Action(
        "save",
        QT_TRANSLATE_NOOP("Actions", "&Save"),
        QT_TRANSLATE_NOOP("Actions", "Saves the dossier with your corrections"),
        "file",
        "save",
        standard=QKeySequence.StandardKey.Save,
        separated=True,
    ),
    Action(
        "save_as",
        QT_TRANSLATE_NOOP("Actions", "Save &as…"),
        QT_TRANSLATE_NOOP("Actions", "Saves the dossier under another name; of the built-in one a copy"),
        "file",
        "save_as",
        keys=("Ctrl+Shift+S",),  # Qt's standard is the same, where it has one
    ),
)

REPORT: Final = Action(
    "report",
    QT_TRANSLATE_NOOP("Actions", "&Import report…"),
    QT_TRANSLATE_NOOP("Actions", "Shows what was understood of the file and what was not"),
    "file",
    "show_report",
)

REVIEW: Final = Action(
    "review",
    QT_TRANSLATE_NOOP("Actions", "Re&view"),
    QT_TRANSLATE_NOOP("Actions", "Lists what a program found in the page, the least sure first, for you to correct"),
    "view",
    "show_review",
    keys=("F8",),  # beside the whole page's; Qt has no key for it
    checkable=True,
)

CHANGING: Final = (
    Action(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Undoes your last correction"),
        "edit",
        "undo",
        standard=QKeySequence.StandardKey.Undo,
    ),
    Action(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Does again what was undone"),
        "edit",
        "redo",
        standard=QKeySequence.StandardKey.Redo,
        keys=("Ctrl+Shift+Z",),
    ),
)
