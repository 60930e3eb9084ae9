"""About: what this is and is not, where the built-in page comes from, and the licence of everything shipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from natopk_desktop import __version__, resources
from natopk_desktop.dossier import store
from natopk_desktop.licences import LICENCES
from natopk_desktop.ui import hand_over
from natopk_desktop.ui.announce import announce
from natopk_desktop.ui.slim_bars import slim
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from natopk_desktop.dossier.model import Source
    from natopk_desktop.ui.theme import Theme

ICON: Final = 64


def versions() -> str:
    """Return what a report of a fault should name: the versions of the app, Python, Qt and the system."""
    import platform  # late: only who asks needs it

    import PySide6

    return "\n".join(
        (
            f"natopk_desktop {__version__}",
            f"Python {platform.python_version()}",
            f"Qt {qVersion()}",
            f"PySide6 {PySide6.__version__}",
            f"{platform.system()} {platform.release()} {platform.machine()}",
            f"Qt platform {QGuiApplication.platformName()}",
        )
    )


class AboutDialog(QDialog):
    """Two leaves: about the app and its page, and the licences. Deletes itself when closed.

    Attributes:
        address: the address of the built-in page, whole and selectable.
        components: the list of what is shipped.
        text: the licence chosen in it, word for word.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Tell of the app in the colours of ``theme``."""
        super().__init__(parent)
        self._theme = theme
        self._source = store.built_in().head.source
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About natopk_desktop"))
        self.leaves = QTabWidget(self)
        self.leaves.setAccessibleName(self.tr("About"))
        self.leaves.addTab(self._about_leaf(), self.tr("&About"))
        self.leaves.addTab(self._licences_leaf(), self.tr("&Licences"))
        buttons = QDialogButtonBox(self)
        roles = QDialogButtonBox.ButtonRole
        self.copy_versions = buttons.addButton(self.tr("Copy &versions"), roles.ActionRole)
        self.copy_versions.clicked.connect(self._copy_versions)
        self.close_button = buttons.addButton(self.tr("&Close"), roles.RejectRole)
        self.close_button.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.leaves)
        layout.addWidget(buttons)
        self.components.setCurrentRow(0)
        room = self.screen().availableSize()
        letter = self.fontMetrics().averageCharWidth()
        self.resize(
            min(letter * 135, room.width() - 80), min(self.fontMetrics().lineSpacing() * 32, room.height() - 80)
        )
        self.close_button.setFocus()

    def _about_leaf(self) -> QWidget:
        leaf = QWidget(self)
        layout = QVBoxLayout(leaf)
        layout.setContentsMargins(5 * GRID, 5 * GRID, 5 * GRID, 5 * GRID)
        layout.setSpacing(3 * GRID)
        layout.addLayout(self._headline())
        layout.addWidget(self._label(self._what_it_is()))
        disclaimer = self._label(
            self.tr("Not affiliated with NATO, and not approved by it. No emblem, flag or mark of NATO is used.")
        )
        disclaimer.setFont(self._theme.font(Role.STRONG))
        layout.addWidget(disclaimer)
        layout.addSpacing(2 * GRID)
        self._add_attribution(layout)
        layout.addStretch(1)
        area = QScrollArea(self)  # large text on a small screen
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(leaf)
        area.setAccessibleName(self.tr("About"))
        slim(area, self._theme)
        return area

    def _headline(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4 * GRID)
        icon = QLabel(self)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(str(resources.bundled("resources", "icons", "natopk-desktop-256.png")))
        if not picture.isNull():
            side = round(ICON * ratio)
            picture = picture.scaled(side, side, mode=Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
            icon.setPixmap(picture)
        line.addWidget(icon)
        words = QVBoxLayout()
        name = self._label("natopk_desktop")
        name.setFont(self._theme.font(Role.HEADLINE))
        name.setWordWrap(False)  # one word; a label that may wrap would be squeezed first where room is short
        words.addStretch(1)
        words.addWidget(name)
        words.addWidget(self._label(self.tr("Version {version}").format(version=__version__)))
        words.addStretch(1)
        line.addLayout(words, 1)
        return line

    def _what_it_is(self) -> str:
        return self.tr(
            "An offline reader for an institution's web page as a critical edition: the page's own words, letter for "
            "letter, as a timeline with its sections and figures, and beside them notes that are marked as ours. "
            "It never uses the network."
        )

    def _add_attribution(self, layout: QVBoxLayout) -> None:
        heading = self._label(self.tr("The built-in page"))
        heading.setFont(self._theme.font(Role.STRONG))
        layout.addWidget(heading)
        layout.addWidget(self._label(self._attribution(self._source)))
        if self._source.url is None:
            return
        self.address = hand_over.AddressField(hand_over.shown(self._source.url), self)
        self.address.setAccessibleName(self.tr("Address of the built-in page"))
        layout.addWidget(self.address)
        line = QHBoxLayout()
        self.copy_address = QPushButton(self.tr("Copy a&ddress"), self)
        self.copy_address.clicked.connect(self._copy_address)
        self.open_address = QPushButton(self.tr("&Open in browser…"), self)
        self.open_address.clicked.connect(self._open_address)
        line.addWidget(self.copy_address)
        line.addWidget(self.open_address)
        line.addStretch(1)
        layout.addLayout(line)

    def _attribution(self, source: Source) -> str:
        words = self.tr("“{title}”, {publisher}. The words are those of its publisher; notes marked “Ours” are not.")
        attribution = words.format(title=source.title, publisher=source.publisher or self.tr("unknown publisher"))
        if source.url_note is None:
            return attribution
        return f"{attribution} {self.tr('On its address: {note}.').format(note=source.url_note)}"

    def _licences_leaf(self) -> QWidget:
        leaf = QWidget(self)
        self.components = QListWidget(leaf)
        self.components.setAccessibleName(self.tr("What is shipped"))
        for licence in LICENCES:
            name = self.tr("list of its parts") if licence.name == "parts" else licence.name
            self.components.addItem(f"{licence.component}: {name}")
        self.text = QPlainTextEdit(leaf)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        slim(self.text, self._theme)
        slim(self.components, self._theme)
        self.components.currentRowChanged.connect(self._show_licence)
        metrics = self.fontMetrics()
        for row in range(self.components.count()):
            item = self.components.item(row)
            item.setSizeHint(QSize(0, max(24, metrics.height() + 2 * GRID)))
            item.setToolTip(item.text())
        self.components.setWordWrap(True)
        self.components.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.components.setMinimumWidth(metrics.averageCharWidth() * 16)
        self.text.setMinimumSize(metrics.averageCharWidth() * 24, metrics.lineSpacing() * 8)
        layout = QHBoxLayout(leaf)
        layout.addWidget(self.components, 3)
        layout.addWidget(self.text, 6)
        return leaf

    def _show_licence(self, row: int) -> None:
        if not 0 <= row < len(LICENCES):
            return
        licence = LICENCES[row]
        try:
            words = licence.text()
        except OSError:
            words = self.tr("This text is missing from the installation. Install the app again.")
        self.text.setPlainText(words)
        self.text.setAccessibleName(self.tr("Licence of {component}").format(component=licence.component))

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        # With the mouse alone: a stop of the Tab key at every line would only be in the way.
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _copy_versions(self) -> None:
        QGuiApplication.clipboard().setText(versions())
        announce(self, self.tr("Versions copied"))

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self._source.url or "")
        announce(self, self.tr("Address copied"))

    def _open_address(self) -> None:
        if self._source.url is not None:
            hand_over.ask(self._source.url, self)
