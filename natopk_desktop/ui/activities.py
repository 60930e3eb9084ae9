"""What the app was doing, in a reader's words, told from the places in the program that an error went through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from natopk_desktop.ui.menu_bar import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence

CONTEXT: Final = "Activities"

# The first that fits counts, so the narrower stand before the wider, and what a reader asked for before its means.
ACTIVITIES: Final = (
    ("ui/search", QT_TRANSLATE_NOOP("Activities", "searching")),
    ("dossier/search", QT_TRANSLATE_NOOP("Activities", "searching")),
    ("ui/presentation", QT_TRANSLATE_NOOP("Activities", "presenting")),
    ("ui/topic", QT_TRANSLATE_NOOP("Activities", "choosing topics")),
    ("ui/review/", QT_TRANSLATE_NOOP("Activities", "reviewing what was found")),
    ("ui/keeping/", QT_TRANSLATE_NOOP("Activities", "saving a dossier")),
    ("ui/opening/", QT_TRANSLATE_NOOP("Activities", "opening a file")),
    ("ui/output/", QT_TRANSLATE_NOOP("Activities", "printing or exporting")),
    ("exporters/", QT_TRANSLATE_NOOP("Activities", "exporting")),
    ("typesetting/", QT_TRANSLATE_NOOP("Activities", "setting pages")),
    ("importers/", QT_TRANSLATE_NOOP("Activities", "reading a file")),
    ("dossier/store", QT_TRANSLATE_NOOP("Activities", "reading a dossier")),
    ("ui/timeline/overview", QT_TRANSLATE_NOOP("Activities", "showing the overview")),
    ("ui/timeline/", QT_TRANSLATE_NOOP("Activities", "showing the list")),
    ("ui/detail/", QT_TRANSLATE_NOOP("Activities", "showing an entry or the page")),
    ("ui/commands", QT_TRANSLATE_NOOP("Activities", "doing what you asked for")),
    ("ui/keeper", QT_TRANSLATE_NOOP("Activities", "keeping your settings")),
    ("settings", QT_TRANSLATE_NOOP("Activities", "keeping your settings")),
)
OTHERWISE: Final = QT_TRANSLATE_NOOP("Activities", "running the window")


def activity(places: Sequence[str]) -> str:
    """Return what was being done, as "searching".

    Args:
        places: "natopk_desktop/package/module.py:line in function" for each frame, as ``log.places`` gives them.
    """
    ours = [place.removeprefix("natopk_desktop/") for place in places if place.startswith("natopk_desktop/")]
    for beginning, words in ACTIVITIES:
        if any(place.startswith(beginning) for place in ours):
            return QCoreApplication.translate(CONTEXT, words)
    return QCoreApplication.translate(CONTEXT, OTHERWISE)
