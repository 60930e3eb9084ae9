"""Our words and our buttons: plain text that wraps anywhere, never read as mark-up or as a mnemonic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat
from PySide6.QtWidgets import QLabel, QPushButton

from natopk_desktop.ui.detail.text_view import MARGIN, paint_focus_ring
from natopk_desktop.ui.detail.wrapped import WrappedText
from natopk_desktop.ui.theme import Role

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.ui.theme import Theme

    Ink = Literal["ink", "soft_ink", "accent", "note"]
    Styled = tuple[int, int, Role | None, str | None]

SMALLEST_TARGET: Final = 24
CHEVRON: Final = "\u00a0›"


class OurLabel(QLabel):
    """A line or paragraph of ours, as far in from its sides as the words of a text view are."""

    def __init__(self, theme: Theme, role: Role, parent: QWidget, ink: Ink = "soft_ink") -> None:
        """Make an empty label.

        Args:
            theme: fonts and colours.
            role: the font.
            parent: where it stands.
            ink: the name of its colour.
        """
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme = theme
        self._role = role
        self._ink: Ink = ink
        self._styled: tuple[Styled, ...] = ()
        self._right = False
        self._wrapped = WrappedText()
        self._is_laid = False

    def show_words(self, words: str, styled: Sequence[Styled] = (), spoken: str | None = None) -> None:
        """Show ``words``.

        Args:
            words: plain text.
            styled: ranges (start, end, role or None, colour or None) that look different.
            spoken: what a screen reader says instead, where signs stand among the words.
        """
        kept = tuple(styled)
        if words == self.text() and kept == self._styled:
            return
        self._styled = kept
        self.setText(words)
        self.setAccessibleName(words if spoken is None else spoken)
        self._is_laid = False
        self.update()

    def set_role(self, role: Role, ink: Ink) -> None:
        """Change the font and the colour."""
        if (role, ink) != (self._role, self._ink):
            self._role, self._ink = role, ink
            self.restyle()

    def align_right(self, *, on: bool) -> None:
        """Align the words at the far end of the line, or at the near one."""
        if on is not self._right:
            self._right = on
            self._is_laid = False

    def restyle(self) -> None:
        """Take fonts and colours from the theme again."""
        self._is_laid = False
        self.update()

    def height_at(self, width: int) -> int:
        """Return the height in pixels at a width of ``width`` pixels."""
        return self._laid().height_at(width - 2 * MARGIN)

    def natural_width(self) -> int:
        """Return the width of the words without a line break."""
        return self._laid().natural_width() + 2 * MARGIN

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        return QSize(self.width(), self.height_at(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: the words wrap."""
        return QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, and a ring while the keyboard stands here."""
        laid = self._laid()
        laid.height_at(self.width() - 2 * MARGIN)
        painter = QPainter(self)
        painter.setPen(self._theme.colour(getattr(self._theme.colours, self._ink)))
        laid.draw(painter, MARGIN, 0)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), self._theme)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def _laid(self) -> WrappedText:
        if not self._is_laid:
            words = self.text()
            styles = [
                (units(words[:start]), units(words[:end]), self._format(role, colour))
                for start, end, role, colour in self._styled
            ]
            self._wrapped.set(words, self._theme.font(self._role), styles, right=self._right)
            self._is_laid = True
        return self._wrapped

    def _format(self, role: Role | None, colour: str | None) -> QTextCharFormat:
        style = QTextCharFormat()
        if role is not None:
            style.setFont(self._theme.font(role))
        if colour is not None:
            style.setForeground(QColor(colour))
        return style


class LinkButton(QPushButton):
    """A button that looks like a link and wraps like text."""

    def __init__(self, theme: Theme, parent: QWidget, role: Role = Role.LABEL) -> None:
        """Make a button without words."""
        super().__init__(parent)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme = theme
        self._role = role
        self._words = ""
        self._sign = ""
        self._wrapped = WrappedText()
        self._is_laid = False

    @property
    def words(self) -> str:
        """What stands on the button, without its sign."""
        return self._words

    def show_words(self, words: str, name: str, sign: str = "") -> None:
        """Show ``words``.

        Args:
            words: plain text; an ampersand is an ampersand.
            name: what a screen reader says; it holds the words.
            sign: a sign after the words that is seen only, as ``CHEVRON``.
        """
        if (words, sign) != (self._words, self._sign):
            self._words, self._sign = words, sign
            self.setText(words.replace("&", "&&"))
            self._is_laid = False
            self.update()
        self.setAccessibleName(name)

    def restyle(self) -> None:
        """Take fonts and colours from the theme again."""
        self._is_laid = False
        self.update()

    def height_at(self, width: int) -> int:
        """Return the height in pixels at a width of ``width`` pixels."""
        return max(SMALLEST_TARGET, self._laid().height_at(width - 2 * MARGIN) + MARGIN)

    def natural_width(self) -> int:
        """Return the width that holds the words without a line break."""
        return max(SMALLEST_TARGET, self._laid().natural_width() + 2 * MARGIN)

    def sizeHint(self) -> QSize:
        """Return the size of the words on one line."""
        width = self.natural_width()
        return QSize(width, self.height_at(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: the words wrap."""
        return QSize(SMALLEST_TARGET, SMALLEST_TARGET)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return and Enter as a click, as links do."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words in the accent colour, underlined under the mouse, ringed under the keyboard."""
        laid = self._laid()
        height = laid.height_at(self.width() - 2 * MARGIN)
        painter = QPainter(self)
        colours = self._theme.colours
        painter.setPen(self._theme.colour(colours.accent if self.isEnabled() else colours.soft_ink))
        top = (self.height() - height) // 2
        laid.draw(painter, MARGIN, top)
        if self.underMouse() and self.isEnabled():
            painter.drawLine(MARGIN, top + height, self.width() - MARGIN, top + height)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), self._theme)
        painter.end()

    def _laid(self) -> WrappedText:
        if not self._is_laid:
            self._wrapped.set(self._words + self._sign, self._theme.font(self._role))
            self._is_laid = True
        return self._wrapped


def units(text: str) -> int:
    """Return how many UTF-16 units, as Qt counts, ``text`` has."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
