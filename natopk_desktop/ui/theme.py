"""Colours, fonts and spacing of the window, following the system's light or dark scheme."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QToolTip

from natopk_desktop import resources
from natopk_desktop.documents.colours import DARK, LIGHT, Colours

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

Scheme = Literal["system", "light", "dark"]

GRID: Final = 4
SOURCE_FAMILY: Final = "Source Serif 4"
OUR_FAMILY: Final = "Inter"
SMALLEST_SCALE: Final = 0.8
LARGEST_SCALE: Final = 3.0


class Role(Enum):
    """What a font is for: family, size in points at text size 100 %, weight and slant."""

    READING = (SOURCE_FAMILY, 12.5, QFont.Weight.Normal, False)
    HEADLINE = (SOURCE_FAMILY, 19.5, QFont.Weight.Normal, False)
    TITLE = (SOURCE_FAMILY, 24.0, QFont.Weight.DemiBold, False)
    HEADING = (SOURCE_FAMILY, 15.0, QFont.Weight.DemiBold, False)
    VALUE = (SOURCE_FAMILY, 20.0, QFont.Weight.DemiBold, False)
    ENTRY = (SOURCE_FAMILY, 12.0, QFont.Weight.Normal, False)
    LABEL = (OUR_FAMILY, 9.5, QFont.Weight.Normal, False)
    STRONG = (OUR_FAMILY, 9.5, QFont.Weight.DemiBold, False)
    QUOTED = (SOURCE_FAMILY, 10.5, QFont.Weight.Normal, False)
    UNDATED = (OUR_FAMILY, 9.5, QFont.Weight.Normal, True)
    SMALL = (OUR_FAMILY, 8.5, QFont.Weight.Normal, False)
    CONTROL = (OUR_FAMILY, 9.75, QFont.Weight.Normal, False)


class Theme(QObject):
    """The one place that knows colours and fonts.

    Attributes:
        colours: the colours in force.
        text_scale: the reader's text size, 1.0 is 100 %.

    Signals:
        changed: colours or fonts are others now; repaint and set fonts again.
    """

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme = "system", text_scale: float = 1.0) -> None:
        """Load the bundled fonts and dress ``application``."""
        super().__init__(application)
        self._application = application
        self._scheme: Scheme = scheme
        self.text_scale = min(LARGEST_SCALE, max(SMALLEST_SCALE, text_scale))
        self.colours: Colours = LIGHT
        load_fonts()
        self._base_size = application.font().pointSizeF()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_change)
        self._apply()

    @property
    def scheme(self) -> Scheme:
        """What the reader asked for: the system's scheme, light or dark."""
        return self._scheme

    def set_scheme(self, scheme: Scheme) -> None:
        """Change to the system's scheme, to light or to dark."""
        self._scheme = scheme
        self._apply()

    def set_text_scale(self, scale: float) -> None:
        """Change the text size, kept between 80 % and 300 %."""
        self.text_scale = min(LARGEST_SCALE, max(SMALLEST_SCALE, scale))
        self._apply()

    def font(self, role: Role) -> QFont:
        """Return the font for ``role`` at the reader's text size."""
        family, points, weight, italic = role.value
        font = QFont(family)
        font.setPointSizeF(points * self.text_scale)
        font.setWeight(weight)
        font.setItalic(italic)
        return font

    def colour(self, value: str) -> QColor:
        """Return a colour of ``colours`` for painting."""
        return QColor(value)

    def _on_system_change(self) -> None:
        if self._scheme == "system":
            self._apply()

    def _apply(self) -> None:
        self.colours = DARK if self._is_dark() else LIGHT
        self._application.setFont(self.font(Role.CONTROL))
        self._application.setPalette(palette(self.colours))
        QToolTip.setPalette(self._application.palette())
        # Qt would tell its widgets in the next turn of the event loop; who hears ``changed`` must find them told.
        for kind in (QEvent.Type.ApplicationFontChange, QEvent.Type.ApplicationPaletteChange):
            QCoreApplication.sendPostedEvents(None, kind.value)
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self._scheme == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme == "dark"


def load_fonts() -> None:
    """Make the bundled fonts known to Qt; missing files leave the system's fonts in their place."""
    for name in sorted(resources.bundled("resources", "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(name))


def palette(colours: Colours) -> QPalette:
    """Return Qt's palette for ``colours``."""
    result = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.panel,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Base: colours.ground,
        QPalette.ColorRole.AlternateBase: colours.panel,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.Button: colours.panel,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.BrightText: colours.note,
        QPalette.ColorRole.ToolTipBase: colours.ground,
        QPalette.ColorRole.ToolTipText: colours.ink,
        QPalette.ColorRole.PlaceholderText: colours.soft_ink,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.LinkVisited: colours.accent,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.ground,
        QPalette.ColorRole.Light: colours.ground,
        QPalette.ColorRole.Midlight: colours.panel,
        QPalette.ColorRole.Mid: colours.outline,
        QPalette.ColorRole.Dark: colours.outline,
        QPalette.ColorRole.Shadow: colours.outline,
        QPalette.ColorRole.Accent: colours.accent,
    }
    for role, value in roles.items():
        result.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.soft_ink))
    return result
