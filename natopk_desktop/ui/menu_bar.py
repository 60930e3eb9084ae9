"""The menu bar with its names: all that a first paint shows of the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QCoreApplication, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QMenu

    from natopk_desktop.ui.theme import Theme

CONTEXT: Final = "Actions"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001  # lupdate reads both
    """Mark ``text`` for translation; of Qt's name, which lupdate looks for, and typed, as Qt's own is not."""
    return text


class Menu(msgspec.Struct, frozen=True):
    """A menu of the menu bar, or one inside another, where the first of its actions has its turn."""

    id: str
    text: str
    inside: str | None = None
    separated: bool = False


MENUS: Final = (
    Menu("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    Menu("edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    Menu("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    Menu("go", QT_TRANSLATE_NOOP("Actions", "&Go")),
    Menu("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
    Menu("recent", QT_TRANSLATE_NOOP("Actions", "Open &recent"), inside="file"),
    Menu("cite", QT_TRANSLATE_NOOP("Actions", "Copy a ci&tation"), inside="edit"),
    Menu("order", QT_TRANSLATE_NOOP("Actions", "&Order"), inside="view"),
    Menu("theme", QT_TRANSLATE_NOOP("Actions", "&Colours"), inside="view"),
    Menu("text", QT_TRANSLATE_NOOP("Actions", "&Text size"), inside="view", separated=True),
    Menu("tabs", QT_TRANSLATE_NOOP("Actions", "Ta&bs"), inside="view", separated=True),
    Menu("parts", QT_TRANSLATE_NOOP("Actions", "&Move to"), inside="go", separated=True),
)


def translated(text: str) -> str:
    """Return a text of this module in the reader's language."""
    return QCoreApplication.translate(CONTEXT, text)


def make_titles(window: QMainWindow) -> dict[str, QMenu]:
    """Give ``window`` its menu bar with titles and no entries yet; enough for a first paint."""
    bar = window.menuBar()
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    return {menu.id: bar.addMenu(translated(menu.text)) for menu in MENUS if menu.inside is None}


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of the menu bar."""
    colours = theme.colours
    return f"""
    QMenuBar {{ background: {colours.panel}; color: {colours.soft_ink}; border-bottom: 1px solid {colours.hairline}; }}
    QMenuBar::item {{ padding: 6px 10px; background: transparent; }}
    QMenuBar::item:selected {{ background: {colours.selection}; color: {colours.ink}; }}
    """
