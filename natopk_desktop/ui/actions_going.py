"""What leads from place to place within a dossier and its window."""

from __future__ import annotations

from typing import Final

from natopk_desktop.ui.action import Action
from natopk_desktop.ui.menu_bar import QT_TRANSLATE_NOOP

GOING: Final = (
    Action(
        "back",
        QT_TRANSLATE_NOOP("Actions", "&Back"),
        QT_TRANSLATE_NOOP("Actions", "Returns to the place before"),
        "go",
        "go_back",
        keys=("Alt+Left",),  # Qt's standard adds Backspace on Windows, which must not leave a place unasked
    ),
    Action(
        "forward",
        QT_TRANSLATE_NOOP("Actions", "&Forward"),
        QT_TRANSLATE_NOOP("Actions", "Goes again where you went back from"),
        "go",
        "go_forward",
        keys=("Alt+Right",),
    ),
    Action(
        "next",
        QT_TRANSLATE_NOOP("Actions", "&Next entry"),
        QT_TRANSLATE_NOOP("Actions", "Chooses the next entry of the list, from anywhere"),
        "go",
        "next_entry",
        keys=("Alt+Down",),  # beside Alt+Left and Alt+Right; Ctrl+Down is a text view's own
        separated=True,
    ),
    Action(
        "previous",
        QT_TRANSLATE_NOOP("Actions", "&Previous entry"),
        QT_TRANSLATE_NOOP("Actions", "Chooses the entry before, from anywhere"),
        "go",
        "previous_entry",
        keys=("Alt+Up",),
    ),
    Action(
        "first",
        QT_TRANSLATE_NOOP("Actions", "F&irst entry"),
        QT_TRANSLATE_NOOP("Actions", "Chooses the first entry of the list"),
        "go",
        "first_entry",
        keys=("Alt+Home",),
    ),
    Action(
        "last",
        QT_TRANSLATE_NOOP("Actions", "&Last entry"),
        QT_TRANSLATE_NOOP("Actions", "Chooses the last entry of the list"),
        "go",
        "last_entry",
        keys=("Alt+End",),
    ),
    Action(
        "next_area",
        QT_TRANSLATE_NOOP("Actions", "Next &area"),
        QT_TRANSLATE_NOOP("Actions", "Moves the keyboard round: tabs, overview, list, details, status, review"),
        "parts",
        "focus_next_area",
        keys=("F6",),  # the system's custom for panes; Qt has no key for it
    ),
    Action(
        "previous_area",
        QT_TRANSLATE_NOOP("Actions", "P&revious area"),
        QT_TRANSLATE_NOOP("Actions", "Moves the keyboard round the other way"),
        "parts",
        "focus_previous_area",
        keys=("Shift+F6",),
    ),
    Action(
        "part_1",
        QT_TRANSLATE_NOOP("Actions", "The &entry"),
        QT_TRANSLATE_NOOP("Actions", "Moves the keyboard to the words of the chosen entry"),
        "parts",
        "focus_part_1",
        keys=("Ctrl+1",),
        separated=True,
    ),
    Action(
        "part_2",
        QT_TRANSLATE_NOOP("Actions", "&In the page"),
        QT_TRANSLATE_NOOP("Actions", "Moves the keyboard to the related passages"),
        "parts",
        "focus_part_2",
        keys=("Ctrl+2",),
    ),
    Action(
        "part_3",
        QT_TRANSLATE_NOOP("Actions", "The &figures"),
        QT_TRANSLATE_NOOP("Actions", "Moves the keyboard to the figures"),
        "parts",
        "focus_part_3",
        keys=("Ctrl+3",),
    ),
    Action(
        "part_4",
        QT_TRANSLATE_NOOP("Actions", "Our &notes"),
        QT_TRANSLATE_NOOP("Actions", "Moves the keyboard to our notes on the source"),
        "parts",
        "focus_part_4",
        keys=("Ctrl+4",),
    ),
)
