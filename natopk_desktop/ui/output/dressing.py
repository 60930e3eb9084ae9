"""What the widgets of the output dialogs share: outlines one can see, and sentences as high as their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.ui.theme import Theme


def outline(theme: Theme, kind: str) -> str:
    """Return the style sheet of a field, list or text view of this class: an outline, another one with the keyboard."""
    colours = theme.colours
    return f"""
    {kind} {{
        background: {colours.ground}; color: {colours.ink}; border: 1px solid {colours.outline}; border-radius: 4px;
        selection-background-color: {colours.accent}; selection-color: {colours.ground};
    }}
    {kind}:focus {{ border: 2px solid {colours.accent}; }}
    {kind}:disabled {{ color: {colours.soft_ink}; }}
    """


def number(theme: Theme) -> str:
    """Return the style sheet of a field for a number: without the arrows, which a style sheet leaves hard to see."""
    return f"""
    {outline(theme, "QSpinBox")}
    QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
    """


def fields(theme: Theme) -> str:
    """Return the style sheet of a form, in which fields and boxes to tick have an outline one can see."""
    colours = theme.colours
    return f"""
    {outline(theme, "QLineEdit")}
    {number(theme)}
    QCheckBox::indicator:unchecked {{
        background: {colours.ground}; border: 1px solid {colours.outline}; border-radius: 2px;
    }}
    QCheckBox::indicator:unchecked:focus {{ border: 2px solid {colours.accent}; }}
    """


class Sentence(QLabel):
    """Plain words that break lines; unlike a bare label's its height does not make a whole layout hang on its width."""

    def __init__(self, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def hasHeightForWidth(self) -> bool:
        """Say no: a scroll area would give such a layout all the height it might like."""
        return False

    def setText(self, text: str) -> None:
        """Show ``text``."""
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the lines that this width needs."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the lines that another font needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        # Not by QLabel's own reckoning, which never falls below the least height that was set before.
        metrics = self.fontMetrics()
        room = QRect(0, 0, max(1, self.width()), 1 << 20)
        lines = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height()
        self.setFixedHeight(max(metrics.lineSpacing(), lines))
