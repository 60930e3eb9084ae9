"""The list of findings: what each is, how sure that is, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from natopk_desktop.ui.review import wording
from natopk_desktop.ui.review.findings import Findings, Which, listed

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class FindingsModel(QAbstractListModel):
    """A row for each finding.

    Attributes:
        findings: what is listed.
    """

    def __init__(self, dossier: Dossier, parent: QObject) -> None:
        """List nothing yet."""
        super().__init__(parent)
        self._dossier = dossier
        self.findings = Findings(())

    def show_findings(self, dossier: Dossier, which: Which) -> None:
        """List what there is to review in ``dossier``."""
        self.beginResetModel()
        self._dossier = dossier
        self.findings = listed(dossier, which)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of findings."""
        return 0 if parent.isValid() else len(self.findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the two lines of a row, and the same as one for a screen reader."""
        if not 0 <= index.row() < len(self.findings):
            return None
        finding = self.findings[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.line(self._dossier, finding)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return wording.line(self._dossier, finding).replace("\n", ": ")
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return finding.reason
        return None
