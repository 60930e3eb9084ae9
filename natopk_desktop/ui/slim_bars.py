"""Narrow, quiet scroll bars, for the areas that ask for them.

A style sheet for the whole application would do it in one place, but then every widget is drawn and measured through
style sheets: that costs a twentieth of the time to the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from natopk_desktop.documents.colours import Colours
    from natopk_desktop.ui.theme import Theme


class _SlimBars(QObject):
    """Dresses the bars of its parent, and again with each change of the theme."""

    def __init__(self, area: QAbstractScrollArea, theme: Theme) -> None:
        super().__init__(area)
        self._area = area
        self._theme = theme
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        sheet = style_sheet(self._theme.colours)
        for bar in (self._area.verticalScrollBar(), self._area.horizontalScrollBar()):
            if bar.styleSheet() != sheet:
                bar.setStyleSheet(sheet)


def slim(area: QAbstractScrollArea, theme: Theme) -> None:
    """Give ``area`` narrow scroll bars in the colours of ``theme``, as long as it lives."""
    _SlimBars(area, theme)


def style_sheet(colours: Colours) -> str:
    """Return the style sheet of a scroll bar."""
    return f"""
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle {{ background: {colours.outline}; border-radius: 3px; margin: 3px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {colours.soft_ink}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
