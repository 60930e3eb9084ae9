"""Handing an address to the system's browser: asked for, shown in full, and only for http and https."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout

from natopk_desktop.plain import one_line

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

SCHEMES: Final = frozenset({"http", "https"})
WIDTH_LETTERS: Final = 60
LEAST_LETTERS: Final = 24


def checked(address: str) -> QUrl | None:
    """Return ``address`` as what a browser may be given; None where it is no full http or https address.

    An address with a user name in it is none: such names are made to look like another host.
    """
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    usable = url.isValid() and url.scheme().lower() in SCHEMES and bool(url.host()) and not url.userInfo()
    return url if usable else None


def shown(address: str) -> str:
    """Return ``address`` as it will be opened, in ASCII; or its own characters with the unprintable ones replaced."""
    url = checked(address)
    return one_line(address) if url is None else bytes(url.toEncoded().data()).decode("ascii")


class HandOver(QDialog):
    """Asks before an address goes to the browser; also copies it. Deletes itself when closed."""

    def __init__(self, address: str, parent: QWidget) -> None:
        """Ask about ``address`` on behalf of ``parent``."""
        super().__init__(parent)
        self._address = address
        self._url = checked(address)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open in browser"))
        self.question = QLabel(self._question(), self)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setWordWrap(True)
        self.field = AddressField(shown(address), self)
        self.field.setAccessibleName(self.tr("Address"))
        buttons = QDialogButtonBox(self)
        self.copy_button: QPushButton = buttons.addButton(
            self.tr("&Copy address"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_button.clicked.connect(self._copy)
        self.open_button: QPushButton | None = None
        if self._url is not None:
            self.open_button = buttons.addButton(self.tr("&Open in browser"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.close_button = buttons.addButton(self.tr("&Do not open"), QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.setDefault(True)
        buttons.accepted.connect(self._open)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.question, self.field, buttons):
            layout.addWidget(widget)
        self.close_button.setFocus()

    def _question(self) -> str:
        if self._url is None:
            return self.tr("This address is not opened: only complete http and https addresses are.")
        return self.tr("Open this address in your browser? This app itself never uses the network.")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)

    def _open(self) -> None:
        if self._url is not None:
            QDesktopServices.openUrl(self._url)
        self.accept()


class AddressField(QPlainTextEdit):
    """A whole address, selectable, broken anywhere, as high as it needs to be; Tab leaves it."""

    def __init__(self, address: str, parent: QWidget) -> None:
        """Show ``address``."""
        super().__init__(address, parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(self.wordWrapMode().WrapAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        metrics = self.fontMetrics()
        self.setMinimumWidth(metrics.averageCharWidth() * LEAST_LETTERS)
        lines = min(8, 2 + len(address) // WIDTH_LETTERS)
        self.setFixedHeight(metrics.lineSpacing() * lines + 2 * self.frameWidth() + 8)

    def sizeHint(self) -> QSize:
        """Ask for a width at which most addresses stand on one line or two."""
        return QSize(self.fontMetrics().averageCharWidth() * WIDTH_LETTERS, self.height())


def ask(address: str, parent: QWidget) -> HandOver:
    """Ask whether ``address`` is to be opened; return the window that asks, which is already shown."""
    dialog = HandOver(address, parent)
    dialog.open()
    return dialog
