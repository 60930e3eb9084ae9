"""What is known of a dossier's source: title, publisher, stamp, address, hash; each whole and selectable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout

from natopk_desktop.ui.hand_over import AddressField, shown

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.dossier.dossier import Dossier


class SourceDialog(QDialog):
    """Tells where a text comes from. Deletes itself when closed.

    Signals:
        link_requested: the reader wants the address opened.
    """

    link_requested = Signal(str)

    def __init__(self, dossier: Dossier, parent: QWidget) -> None:
        """Tell of the source of ``dossier``."""
        super().__init__(parent)
        self._dossier = dossier
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About this source"))
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, words in self._facts():
            self._add(name, words)
        buttons = QDialogButtonBox(self)
        if dossier.head.source.url is not None:
            self._add_address(dossier.head.source.url, buttons)
        self.close_button = buttons.addButton(self.tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(self.form)
        layout.addWidget(buttons)
        width = self.sizeHint().width()
        self.resize(width, layout.totalHeightForWidth(width))  # Qt's own guess leaves broken lines no room
        self.close_button.setFocus()

    def _facts(self) -> list[tuple[str, str]]:
        """Return name and words of each fact known; the stamp is a slice of the source."""
        source = self._dossier.head.source
        edition = self._dossier.head.edition
        stamp = "" if source.updated is None else source.updated.span.of(self._dossier.text)
        facts = [
            (self.tr("Title"), source.title),
            (self.tr("Publisher"), source.publisher or ""),
            (self.tr("Last updated, as printed"), stamp),
            (self.tr("Captured"), source.retrieved or self.tr("not known")),
            (self.tr("Language"), source.language or ""),
            (self.tr("Length"), self.tr("{count} characters").format(count=len(self._dossier.text))),
            (self.tr("SHA-256 of the text"), source.sha256),
            (self.tr("This edition, ours"), f"{edition.date}, {edition.by}"),
            (self.tr("On the address, ours"), source.url_note or ""),
        ]
        return [(name, words) for name, words in facts if words]

    def _add(self, name: str, words: str) -> None:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setAccessibleName(f"{name}: {words}")
        self.form.addRow(f"{name}:", label)

    def _add_address(self, address: str, buttons: QDialogButtonBox) -> None:
        self.address = AddressField(shown(address), self)
        self.address.setAccessibleName(self.tr("Address"))
        self.form.addRow(self.tr("Address:"), self.address)
        copy = buttons.addButton(self.tr("&Copy address"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(address))
        opener = buttons.addButton(self.tr("&Open in browser…"), QDialogButtonBox.ButtonRole.ActionRole)
        opener.clicked.connect(lambda: self.link_requested.emit(address))
