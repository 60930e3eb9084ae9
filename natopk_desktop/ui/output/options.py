"""What of a dossier is exported, and how: document, milestones, order, paper, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSizePolicy, QWidget

from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.marks import date_words
from natopk_desktop.plain import one_line
from natopk_desktop.ui.output import choosing, words
from natopk_desktop.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QStandardItemModel

    from natopk_desktop.documents.choice import Paper
    from natopk_desktop.exporters.registry import Format
    from natopk_desktop.ui.output.choosing import Scope
    from natopk_desktop.ui.reading import Reading

DATE_LETTERS: Final = 30
FEWEST_LETTERS: Final = 10


class Options(QWidget):
    """One line for each option; what the format cannot use is disabled and has no say.

    Attributes:
        document, scope, order, paper: the lists to choose from.
        notes: whether our notes go with it.

    Signals:
        changed: another choice is made.
    """

    changed = Signal()

    def __init__(self, reading: Reading, paper: Paper, parent: QWidget) -> None:
        """Offer what ``reading`` has; ``paper`` is the usual one here."""
        super().__init__(parent)
        self._reading = reading
        self._uses: frozenset[str] = frozenset()
        self.document = self._list(_named(words.DOCUMENTS))
        self.scope = self._list(self._scopes())
        self.order = self._list(_named(words.ORDERS), reading.order)
        self.paper = self._list(_named(words.PAPERS), paper)
        self.notes = QCheckBox(self.tr("With our &notes"), self)
        self.notes.setChecked(True)
        self.notes.toggled.connect(self.changed)
        self._form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(2 * GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for name, field in (
            (self.tr("&Document:"), self.document),
            (self.tr("&Milestones:"), self.scope),
            (self.tr("O&rder:"), self.order),
            (self.tr("&Paper:"), self.paper),
        ):
            form.addRow(name, field)
            field.setAccessibleName(name.replace("&", "").rstrip(":"))
        form.addRow("", self.notes)

    def fit(self, *, is_narrow: bool) -> None:
        """Put names beside their lists, or above them where it is narrow."""
        policies = QFormLayout.RowWrapPolicy
        self._form.setRowWrapPolicy(policies.WrapAllRows if is_narrow else policies.DontWrapRows)

    def use(self, wanted: Format) -> None:
        """Enable what ``wanted`` can use; a milestone alone is all that references can be narrowed to."""
        self._uses = wanted.uses
        self.document.setEnabled("document" in wanted.uses)
        self.order.setEnabled("order" in wanted.uses)
        self.paper.setEnabled("paper" in wanted.uses)
        self.notes.setEnabled("notes" in wanted.uses)
        self.scope.setEnabled("only" in wanted.uses and self.scope.count() > 1)
        self._offer_shown("topics" in wanted.uses)
        names = self._scopes(is_reference=wanted.kind == "reference")
        for row in range(self.scope.count()):
            self.scope.setItemText(row, names[self.scope.itemData(row)])

    def follow(self, other: Options) -> None:
        """Ask for what ``other`` asks for."""
        lists = (self.document, self.scope, self.order, self.paper)
        for own, theirs in zip(lists, (other.document, other.scope, other.order, other.paper), strict=True):
            own.setCurrentIndex(own.findData(theirs.currentData()))
        self.notes.setChecked(other.notes.isChecked())

    def choice(self) -> Choice:
        """Return what is asked for; what the format cannot use is as if it had not been said."""
        scope: Scope = self.scope.currentData() if "only" in self._uses else "whole"
        made = choosing.choice(
            self._reading, self.document.currentData(), scope, self.paper.currentData(), notes=self.notes.isChecked()
        )
        made = msgspec.structs.replace(made, order=self.order.currentData())
        usual = Choice()
        unused = {name for name in made.__struct_fields__ if name not in self._uses}
        return msgspec.structs.replace(made, **{name: getattr(usual, name) for name in unused})

    def _offer_shown(self, on: bool) -> None:  # noqa: FBT001 - private, and a question answered
        row = self.scope.findData("shown")
        if row < 0:
            return
        cast("QStandardItemModel", self.scope.model()).item(row).setEnabled(on)
        if not on and self.scope.currentIndex() == row:
            self.scope.setCurrentIndex(0)

    def _scopes(self, *, is_reference: bool = False) -> dict[Scope, str]:
        reading = self._reading
        total = len(reading.dossier.milestones)
        found: dict[Scope, str] = {}
        for scope in choosing.scopes(reading):
            count = choosing.count(reading, scope)
            if scope == "whole" and is_reference:
                found[scope] = self.tr("None: the page itself")
            elif scope == "whole":
                found[scope] = self.tr("All of the dossier ({total})").format(total=total)
            elif scope == "shown":
                text = self.tr("What the filter shows ({shown} of {total})")
                found[scope] = text.format(shown=count, total=total)
            else:
                found[scope] = self.tr("The chosen one: {date}").format(date=self._date())
        return found

    def _date(self) -> str:
        row = self._reading.row
        if row is None:
            return ""
        dossier = self._reading.dossier
        date, is_ours = date_words(dossier, dossier.milestones[row])
        return self.tr("no date") if is_ours else one_line(date, DATE_LETTERS)

    def _list(self, items: Mapping[Any, str], chosen: str | None = None) -> QComboBox:
        made = QComboBox(self)
        for key, text in items.items():
            made.addItem(text, key)
        if chosen is not None:
            made.setCurrentIndex(made.findData(chosen))
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(FEWEST_LETTERS)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.currentIndexChanged.connect(self.changed)
        return made


def _named(names: Mapping[Any, str]) -> dict[Any, str]:
    return {key: words.translated(name) for key, name in names.items()}
