"""Asks which column of a table holds what, with the table's beginning before one's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from natopk_desktop.importers.imported import Options
from natopk_desktop.plain import one_line
from natopk_desktop.ui.menu_bar import QT_TRANSLATE_NOOP
from natopk_desktop.ui.output.dressing import Sentence, outline
from natopk_desktop.ui.slim_bars import slim
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from natopk_desktop.importers.tables.preview import Preview
    from natopk_desktop.ui.theme import Theme

CELL_LETTERS: Final = 80
NAME_LETTERS: Final = 40
CONTEXT: Final = "Columns"
FIELDS: Final = {
    "date": QT_TRANSLATE_NOOP("Columns", "Date"),
    "end": QT_TRANSLATE_NOOP("Columns", "End"),
    "title": QT_TRANSLATE_NOOP("Columns", "Headline"),
    "text": QT_TRANSLATE_NOOP("Columns", "Text"),
    "year": QT_TRANSLATE_NOOP("Columns", "Year"),
    "month": QT_TRANSLATE_NOOP("Columns", "Month"),
    "day": QT_TRANSLATE_NOOP("Columns", "Day"),
    "edtf": QT_TRANSLATE_NOOP("Columns", "Date as EDTF"),
    "topic": QT_TRANSLATE_NOOP("Columns", "Topic"),
}
"""What the fields are called; one that is not among them is called by its own name."""


class ColumnsDialog(QDialog):
    """Maps columns to fields. Deletes itself when closed.

    Attributes:
        table: the first rows.
        fields: by field, which column holds it.
        sheet: which sheet of a workbook is read, None where there is but one.

    Signals:
        chosen: read the table so (``Options``).
        sheet_chosen: show this sheet instead (its name).
    """

    chosen = Signal(object)
    sheet_chosen = Signal(str)

    def __init__(self, preview: Preview, options: Options, theme: Theme, parent: QWidget) -> None:
        """Show ``preview`` of a table that was read with ``options``."""
        super().__init__(parent)
        self._theme = theme
        self._options = options
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Columns of the table"))
        told = Sentence(self)
        told.setText(self.tr("Which column holds what? The rest is kept as well, as words beside the entry."))
        self.table = QTableWidget(len(preview.rows), _width(preview), self)
        self._fill(preview)
        self.fields: dict[str, QComboBox] = {}
        area, holder = QScrollArea(self), QWidget(self)
        form = QFormLayout(holder)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.sheet = self._add_sheets(preview, form)
        names = _column_names(preview)
        for field in preview.fields:
            self.fields[field] = self._add_field(field, names, preview.columns.get(field), form)
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QDialogButtonBox(self)
        self.read_button = buttons.addButton(self.tr("&Read so"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.read_button.setDefault(True)
        buttons.addButton(self.tr("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_read)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addWidget(self.table, 1)
        layout.addWidget(area, 2)
        layout.addWidget(buttons)
        for scrolled in (self.table, area):
            slim(scrolled, theme)
        theme.changed.connect(self._dress)
        self._dress()

    def options(self) -> Options:
        """Return how the table is to be read."""
        columns = {field: box.currentData() for field, box in self.fields.items() if box.currentData() is not None}
        sheet = self._options.sheet if self.sheet is None else self.sheet.currentText()
        return Options(self._options.encoding, columns, sheet, self._options.is_day_first)

    def _fill(self, preview: Preview) -> None:
        table = self.table
        table.setAccessibleName(self.tr("The first rows of the table"))
        table.setHorizontalHeaderLabels(_column_names(preview))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        for at, row in enumerate(preview.rows):
            for column, cell in enumerate(row):
                table.setItem(at, column, QTableWidgetItem(one_line(cell, CELL_LETTERS)))

    def _add_sheets(self, preview: Preview, form: QFormLayout) -> QComboBox | None:
        if len(preview.sheets) < 2:
            return None
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Sheet"))
        box.addItems(list(preview.sheets))
        if self._options.sheet in preview.sheets:
            box.setCurrentText(self._options.sheet or "")
        box.textActivated.connect(self.sheet_chosen)
        form.addRow(self.tr("&Sheet:"), box)
        return box

    def _add_field(self, field: str, names: list[str], column: int | None, form: QFormLayout) -> QComboBox:
        name = QCoreApplication.translate(CONTEXT, FIELDS.get(field, field))
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.addItem(self.tr("— none —"), None)
        for at, words in enumerate(names):
            box.addItem(words, at)
        box.setCurrentIndex(0 if column is None else box.findData(column))
        form.addRow(f"{name}:", box)
        return box

    def _on_read(self) -> None:
        self.chosen.emit(self.options())
        self.accept()

    def _dress(self) -> None:
        self.table.setFont(self._theme.font(Role.LABEL))
        self.table.setStyleSheet(outline(self._theme, "QTableWidget"))
        metrics = self.fontMetrics()
        for box in [*self.fields.values(), *([] if self.sheet is None else [self.sheet])]:
            box.setMinimumHeight(max(24, metrics.height() + 2 * GRID))
        room = self.screen().availableSize()
        width = min(metrics.averageCharWidth() * 90, room.width() - 80)
        self.resize(width, min(metrics.lineSpacing() * 34, room.height() - 80))


def _width(preview: Preview) -> int:
    return max([len(preview.header), *map(len, preview.rows)], default=0)


def _column_names(preview: Preview) -> list[str]:
    """Return what the columns are called: by their header, else by their number."""
    number = QCoreApplication.translate(CONTEXT, QT_TRANSLATE_NOOP("Columns", "Column {number}"))
    headers = [*preview.header, *[""] * (_width(preview) - len(preview.header))]
    return [
        one_line(words, NAME_LETTERS) if words.strip() else number.format(number=at)
        for at, words in enumerate(headers, 1)
    ]
