"""What is printed and how, as a column of choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from natopk_desktop.exporters import registry
from natopk_desktop.plain import one_line
from natopk_desktop.ui.output.dressing import fields
from natopk_desktop.ui.output.options import Options
from natopk_desktop.ui.output.print_request import page_numbers
from natopk_desktop.ui.theme import GRID

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Choice, Paper
    from natopk_desktop.ui.output.print_request import Sides
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme

MOST_COPIES: Final = 999


class PrintForm(QWidget):
    """The choices.

    Attributes:
        options: what the pages are.
        printer, again: where they go; ``again`` looks for printers once more.
        copies, pages, sides, grey: how they are printed.

    Signals:
        choice_changed: other pages are wanted.
        pages_changed: other ones of the same pages are wanted.
    """

    choice_changed = Signal()
    pages_changed = Signal()

    def __init__(self, reading: Reading, theme: Theme, paper: Paper, parent: QWidget | None = None) -> None:
        """Offer what can be printed of ``reading``, at first on ``paper``."""
        super().__init__(parent)
        self._is_scope_chosen = False
        self.options = Options(reading, paper, self)
        self.options.use(registry.by_id("pdf"))  # the same pages
        self.options.fit(is_narrow=True)
        self.printer = QComboBox(self)
        self.printer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.again = QPushButton(self.tr("&Look for printers again"), self)
        self.copies = QSpinBox(self)
        self.copies.setRange(1, MOST_COPIES)
        self.pages = QLineEdit(self)
        self.pages.setPlaceholderText(self.tr("All; or 1-3, 5"))
        self.sides = QComboBox(self)
        for sides, text in self._sides().items():
            self.sides.addItem(text, sides)
        self.grey = QCheckBox(self.tr("In shades of &grey"), self)
        self._arrange()
        self._connect()
        theme.changed.connect(self._dress)
        self._theme = theme
        self._dress()

    def choice(self) -> Choice:
        """Return what the pages hold."""
        return self.options.choice()

    def chosen_sides(self) -> Sides:
        """Return on which sides of a sheet."""
        return cast("Sides", self.sides.currentData())

    def numbers(self, count: int) -> tuple[int, ...]:
        """Return the numbers of the pages wanted of ``count``.

        Raises:
            InputError: the reader names none, or one that there is not.
        """
        return page_numbers(self.pages.text(), count)

    def show_printers(self, names: tuple[str, ...] | None) -> None:
        """Offer these printers, the first at first; one that is offered already and still there stays chosen.

        Args:
            names: what there is; None while nobody knows.
        """
        before = self.printer.currentData()
        self.printer.setPlaceholderText("…" if names is None else self.tr("None"))
        self.printer.clear()
        for name in names or ():
            self.printer.addItem(one_line(name), name)
        self.printer.setCurrentIndex(max(0, self.printer.findData(before)) if names else -1)
        for widget in (self.printer, self.copies, self.sides):
            widget.setEnabled(bool(names))

    def _sides(self) -> dict[Sides, str]:
        return {
            "printer": self.tr("As the printer is set"),
            "one": self.tr("One side"),
            "both": self.tr("Both sides"),
        }

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(2 * GRID)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in (
            (self.tr("Pr&inter:"), self.printer),
            ("", self.again),
            (self.tr("&Copies:"), self.copies),
            (self.tr("Pa&ges:"), self.pages),
            (self.tr("&Sides:"), self.sides),
            ("", self.grey),
        ):
            if not name:
                form.addRow(field)
                continue
            form.addRow(name, field)
            field.setAccessibleName(name.replace("&", "").rstrip(":"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        layout.setSpacing(4 * GRID)
        layout.addWidget(self.options)
        layout.addLayout(form)
        layout.addStretch(1)

    def _connect(self) -> None:
        self.options.document.activated.connect(self._on_document)
        self.options.scope.activated.connect(self._on_scope)
        self.options.changed.connect(self.choice_changed)
        self.pages.textChanged.connect(self.pages_changed)

    def _on_document(self) -> None:
        """A sheet is about one entry: take the chosen one, unless the reader has said which are wanted."""
        if not self._is_scope_chosen:
            options = self.options
            wanted = "chosen" if options.document.currentData() == "milestone" else "whole"
            options.scope.setCurrentIndex(max(0, options.scope.findData(wanted)))

    def _on_scope(self) -> None:
        self._is_scope_chosen = True

    def _dress(self) -> None:
        self.setStyleSheet(fields(self._theme))
        height = max(28, self.fontMetrics().height() + 2 * GRID)
        for kind in (QComboBox, QSpinBox, QLineEdit, QCheckBox, QPushButton):
            for field in self.findChildren(kind):
                field.setMinimumHeight(height)
