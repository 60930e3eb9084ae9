"""The sheet of keys (F1): those of the declared actions, by menu, and those that work in one area alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from natopk_desktop.ui.actions import MENUS, QT_TRANSLATE_NOOP, translated
from natopk_desktop.ui.slim_bars import slim
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QKeyCombination, QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.ui.actions import Action
    from natopk_desktop.ui.theme import Theme

CONTEXT: Final = "Shortcuts"
Cursor = QAbstractItemView.CursorAction
Hint = QAbstractItemView.ScrollHint


class Line(NamedTuple):
    """A thing to do and the keys that do it, ready to be shown; without keys it is the name of what follows."""

    text: str
    keys: str = ""
    tip: str = ""


# Keys that no action declares, since each works in one area alone: area, what it does, keys.
AREAS: Final = (
    (
        QT_TRANSLATE_NOOP("Shortcuts", "In the search field"),
        (
            (QT_TRANSLATE_NOOP("Shortcuts", "Go to the next match"), ("Return",)),
            (QT_TRANSLATE_NOOP("Shortcuts", "Go to the match before"), ("Shift+Return",)),
            (QT_TRANSLATE_NOOP("Shortcuts", "Move into the list of matches"), ("Down",)),
            (QT_TRANSLATE_NOOP("Shortcuts", "Close the list of matches, then clear the field"), ("Esc",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Shortcuts", "On a topic"),
        (
            (QT_TRANSLATE_NOOP("Shortcuts", "Show or hide its entries"), ("Space",)),
            (QT_TRANSLATE_NOOP("Shortcuts", "Open its menu"), ("Menu", "Shift+F10")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Shortcuts", "In the overview"),
        (
            (QT_TRANSLATE_NOOP("Shortcuts", "Go to the next or previous entry by date"), ("Right", "Left")),
            (QT_TRANSLATE_NOOP("Shortcuts", "Widen or narrow a period"), ("Shift+Right", "Shift+Left")),
            (QT_TRANSLATE_NOOP("Shortcuts", "Show the period alone"), ("Return",)),
            (QT_TRANSLATE_NOOP("Shortcuts", "Zoom in, out and back"), ("+", "-", "0")),
            (QT_TRANSLATE_NOOP("Shortcuts", "Move the view"), ("Ctrl+Right", "Ctrl+Left")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Shortcuts", "In the list and on a passage or figure"),
        ((QT_TRANSLATE_NOOP("Shortcuts", "Open the menu"), ("Menu", "Shift+F10")),),
    ),
    (
        QT_TRANSLATE_NOOP("Shortcuts", "During a presentation"),
        (
            (QT_TRANSLATE_NOOP("Shortcuts", "Next entry"), ("Right", "Space", "PgDown")),
            (QT_TRANSLATE_NOOP("Shortcuts", "Previous entry"), ("Left", "Backspace", "PgUp")),
            (QT_TRANSLATE_NOOP("Shortcuts", "Scroll, where not all fits; else next or previous"), ("Down", "Up")),
            (QT_TRANSLATE_NOOP("Shortcuts", "First or last entry"), ("Home", "End")),
            (QT_TRANSLATE_NOOP("Shortcuts", "Leave the presentation"), ("Esc",)),
        ),
    ),
)


def lines(actions: Sequence[Action]) -> list[Line]:
    """Return the sheet: each menu of ``actions`` and each area with its keys under its name."""
    result = []
    for menu, title in _menus():
        keyed = [action for action in actions if action.menu == menu and action.shortcuts]
        if keyed:
            result.append(Line(title))
            result += [
                Line(plain(translated(action.text)), _keys(action.shortcuts), translated(action.tip))
                for action in keyed
            ]
    for area, rows in AREAS:
        result.append(Line(_tr(area)))
        result += [Line(_tr(text), _keys([QKeySequence(key) for key in keys])) for text, keys in rows]
    return result


def plain(text: str) -> str:
    """Return the text of a menu entry without the mark of its letter and without dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…").removesuffix("...")


class KeysTable(QTableWidget):
    """Two columns, moved through by lines: headings are passed over, and stay in sight above what follows them."""

    def moveCursor(self, action: Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the line that a key leads to; Qt's Home and End would stay in it, its pages stop at headings."""
        last = self.rowCount() - 1
        page = max(1, self.viewport().height() // max(1, self.rowHeight(0)) - 1)
        steps = {Cursor.MoveUp: -1, Cursor.MoveDown: 1, Cursor.MovePageUp: -page, Cursor.MovePageDown: page}
        steps |= {Cursor.MoveHome: -last - 1, Cursor.MoveEnd: last + 1}
        if action not in steps or last < 0:
            return super().moveCursor(action, modifiers)
        by = steps[action]
        to = min(last, max(0, self.currentRow() + by))
        onwards = range(to, last + 1) if by > 0 else range(to, -1, -1)
        back = range(to, -1, -1) if by > 0 else range(to, last + 1)
        row = next((row for row in (*onwards, *back) if not self._is_heading(row)), to)
        return self.model().index(row, max(0, self.currentColumn()))

    def scrollTo(self, index: QModelIndex | QPersistentModelIndex, hint: Hint = Hint.EnsureVisible) -> None:
        """Bring a line into view, with the heading right above it."""
        if index.row() > 0 and self._is_heading(index.row() - 1):
            super().scrollTo(self.model().index(index.row() - 1, 0), hint)
        super().scrollTo(index, hint)

    def _is_heading(self, row: int) -> bool:
        item = self.item(row, 0)
        return item is not None and not item.flags() & Qt.ItemFlag.ItemIsSelectable


class ShortcutsDialog(QDialog):
    """Shows all keys as a table. Deletes itself when closed.

    Attributes:
        table: what is done in the first column, the keys in the second; headings run across both.
    """

    def __init__(self, actions: Sequence[Action], theme: Theme, parent: QWidget | None = None) -> None:
        """List the keys of ``actions`` and of the areas."""
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.table = KeysTable(0, 2, self)
        self.table.setHorizontalHeaderLabels([self.tr("What it does"), self.tr("Keys")])
        self.table.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.table.verticalHeader().hide()
        slim(self.table, theme)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for line in lines(actions):
            self._add(line)
        self.table.setCurrentCell(1, 0)
        buttons = QDialogButtonBox(self)
        self.close_button = buttons.addButton(self.tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(buttons)
        theme.changed.connect(self._dress)
        self._dress()
        self.table.setFocus()

    def _add(self, line: Line) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        text = QTableWidgetItem(line.text)
        text.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (line.text, line.keys))))
        text.setData(Qt.ItemDataRole.AccessibleDescriptionRole, line.tip)
        self.table.setItem(row, 0, text)
        if line.keys:
            self.table.setItem(row, 1, QTableWidgetItem(line.keys))
        else:
            self.table.setSpan(row, 0, 1, 2)
            text.setFlags(Qt.ItemFlag.ItemIsEnabled)

    def _dress(self) -> None:
        """Set fonts, row heights and a size that shows the sheet without scrolling sideways."""
        theme = self._theme
        for row in range(self.table.rowCount()):
            is_heading = self.table.item(row, 1) is None
            for column in range(2):
                if (item := self.table.item(row, column)) is not None:
                    item.setFont(theme.font(Role.STRONG if is_heading else Role.LABEL))
                    item.setForeground(theme.colour(theme.colours.accent if is_heading else theme.colours.ink))
        metrics = self.fontMetrics()
        self.table.verticalHeader().setDefaultSectionSize(max(24, metrics.height() + 2 * GRID))
        self.table.horizontalHeader().setFont(theme.font(Role.LABEL))
        room = self.screen().availableSize()
        width = min(metrics.averageCharWidth() * 80, room.width() - 80)
        self.resize(width, min(metrics.lineSpacing() * 34, room.height() - 80))


def _menus() -> Iterator[tuple[str, str]]:
    """Yield id and title of each menu of the bar, each followed by the menus inside it."""
    for menu in MENUS:
        if menu.inside is None:
            name = plain(translated(menu.text))
            yield menu.id, name
            for inner in MENUS:
                if inner.inside == menu.id:
                    yield inner.id, f"{name}: {plain(translated(inner.text))}"


def _keys(sequences: Sequence[QKeySequence]) -> str:
    common = [sequence for sequence in sequences if _is_common(sequence)] or sequences
    shown = (sequence.toString(QKeySequence.SequenceFormat.NativeText) for sequence in common)
    return ", ".join(dict.fromkeys(shown))


def _is_common(sequence: QKeySequence) -> bool:
    """Tell whether a usual keyboard has the keys: not F13 and up, nor keys such as "Find" and "Zoom In"."""
    combination: QKeyCombination = sequence[0]  # type: ignore[index]  # Qt's stubs leave it out
    key = combination.key()
    return key < Qt.Key.Key_F13 or Qt.Key.Key_F35 < key < Qt.Key.Key_Back


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
