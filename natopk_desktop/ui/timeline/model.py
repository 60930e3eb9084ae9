"""The milestones shown, as a model whose number of rows Qt knows without asking Python."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItemModel

from natopk_desktop.ui.timeline import entries
from natopk_desktop.ui.timeline.matches import found

if TYPE_CHECKING:
    from collections.abc import Callable

    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.search_state import SearchState
    from natopk_desktop.ui.timeline.entries import Entry

Index = QModelIndex | QPersistentModelIndex

FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class TimelineRole(IntEnum):
    """What the model tells of a row beyond Qt's own roles.

    MILESTONE: row in the dossier's milestones (int). PRINTED: the date as the page prints it, empty for none (str).
    YEAR: the year it stands under, empty for none (str). OPENS_YEAR: whether it is the first of its year (bool).
    PLACED: where the date is ours, the date in words (str). TEXT: the words (str). TOPICS: rows of its topics (tuple).
    FIGURES, NOTES: how many (int). MATCHES: spans found by the search in the date and the text (list of Span).
    """

    MILESTONE = Qt.ItemDataRole.UserRole + 1
    PRINTED = Qt.ItemDataRole.UserRole + 2
    YEAR = Qt.ItemDataRole.UserRole + 3
    OPENS_YEAR = Qt.ItemDataRole.UserRole + 4
    PLACED = Qt.ItemDataRole.UserRole + 5
    TEXT = Qt.ItemDataRole.UserRole + 6
    TOPICS = Qt.ItemDataRole.UserRole + 7
    FIGURES = Qt.ItemDataRole.UserRole + 8
    NOTES = Qt.ItemDataRole.UserRole + 9
    MATCHES = Qt.ItemDataRole.UserRole + 10


class TimelineModel(QStandardItemModel):
    """The rows of ``reading.rows`` in their order; positions here are positions there.

    A list view asks for the row count before nearly every index. ``QStandardItemModel`` answers in C++, from a list
    of items of which none is ever made: 100 000 rows are set in a tenth of a millisecond (``QStringListModel``, with
    as many empty strings, takes 5) and laid out in 5 (8). Only ``data`` and ``flags`` are Python's.
    """

    def __init__(self, reading: Reading, parent: QObject | None = None) -> None:
        """Show the rows of ``reading`` and follow them."""
        super().__init__(parent)
        self.setColumnCount(1)
        self.reading = reading
        self._search: SearchState | None = None
        self._answers: dict[int, Callable[[Entry, int], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda entry, _: entry.text,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.AccessibleDescriptionRole: self._spoken_more,
            TimelineRole.MILESTONE: lambda entry, _: entry.row,
            TimelineRole.PRINTED: lambda entry, _: entry.printed,
            TimelineRole.YEAR: lambda entry, _: entry.year,
            TimelineRole.OPENS_YEAR: lambda entry, _: entry.opens_year,
            TimelineRole.PLACED: lambda entry, _: entry.placed,
            TimelineRole.TEXT: lambda entry, _: entry.text,
            TimelineRole.TOPICS: lambda entry, _: entry.topics,
            TimelineRole.FIGURES: lambda entry, _: entry.figures,
            TimelineRole.NOTES: lambda entry, _: entry.notes,
            TimelineRole.MATCHES: lambda entry, _: self.matches(entry.row),
        }
        reading.rows_changed.connect(self._reset)
        self._reset()

    def set_search(self, search: SearchState | None) -> None:
        """Tell of the matches of ``search`` from now on."""
        self._search = search

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # as Qt has it
        """Answer Qt's roles for text and accessibility, and those of ``TimelineRole``."""
        answer = self._answers.get(role)
        if answer is None or not index.isValid():
            return None
        position = index.row()
        return answer(self.entry(position), position)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are chosen, never edited or dragged."""
        return FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def roleNames(self) -> dict[int, QByteArray]:
        """Name our roles as they are named in the enum, in lower case."""
        return super().roleNames() | {role.value: QByteArray(role.name.lower().encode()) for role in TimelineRole}

    def entry(self, position: int) -> Entry:
        """Return what the row at ``position`` says, made anew at each call."""
        rows = self.reading.rows
        return entries.make(self.reading.dossier, rows[position], rows[position - 1] if position else None)

    def matches(self, row: int) -> list[Span]:
        """Return what the search finds in the printed date and the text of the milestone in ``row``."""
        milestones = self.reading.dossier.milestones
        return found(self._search, (*milestones.printed.spans(row), *milestones.text.spans(row)))

    def _spoken(self, entry: Entry, position: int) -> str:
        return entries.spoken(self.reading.dossier, entry, position, len(self.reading.rows))

    def _spoken_more(self, entry: Entry, _: int) -> str:
        return entries.spoken_more(self.reading.dossier, entry, len(self.matches(entry.row)))

    def _reset(self) -> None:
        self.beginResetModel()
        # Views are told of the reset alone: to them the rows before and after it have nothing in common.
        self.blockSignals(True)
        self.setRowCount(len(self.reading.rows))
        self.blockSignals(False)
        self.endResetModel()
