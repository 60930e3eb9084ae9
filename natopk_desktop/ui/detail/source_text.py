"""Words of the source in the pane: a text view as tall as its words."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.detail.filling import insert, insert_ours
from natopk_desktop.ui.detail.runs import Runs
from natopk_desktop.ui.detail.text_view import TextView, set_ink
from natopk_desktop.ui.theme import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from natopk_desktop.ui.theme import Theme

Piece = Span | str
"""A slice of the source, or words of ours between such, which say themselves that they are ours."""


class SourceText(TextView):
    """Slices of the source, letter for letter; what is selected and copied is the source's alone."""

    def __init__(self, theme: Theme, role: Role, parent: QWidget | None = None, *, is_accented: bool = False) -> None:
        """Make an empty text.

        Args:
            theme: fonts and colours.
            role: the font of the source's words.
            parent: where it stands.
            is_accented: written in the accent colour instead of ink.
        """
        super().__init__(theme, parent)
        self._role = role
        self._is_accented = is_accented
        self._pieces: tuple[Piece, ...] = ()
        self._height = (-1, 0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The width of the view itself is of no use: while it is hidden, Qt does not hand it on to the document.
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self._dress()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is shown."""
        return self._pieces

    @property
    def words(self) -> str:
        """The source's characters shown, without ours."""
        return "".join(piece.of(self.source) for piece in self._pieces if isinstance(piece, Span))

    def show_pieces(self, source: str, pieces: Sequence[Piece]) -> None:
        """Show slices of ``source``; two of them that are no neighbours stand on lines of their own."""
        kept = tuple(pieces)
        if source is self.source and kept == self._pieces:
            self.clear_selection()
            return
        self.source, self._pieces = source, kept
        self.clear_marks()
        self._fill()

    def height_at(self, width: int) -> int:
        """Return the height in pixels at a width of ``width`` pixels, and lay the words out for it."""
        if width != self._height[0]:
            self.setLineWrapColumnOrWidth(width)
            self._height = (width, ceil(self.document().size().height()))
        return self._height[1]

    def restyle(self) -> None:
        """Take fonts and colours from the theme again."""
        self._dress()
        self._fill()
        self.show_marks()

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        return QSize(self.width(), self.height_at(self.width()))

    def _dress(self) -> None:
        self.setFont(self.theme.font(self._role))  # Qt hands it on to the document, there and at each change
        set_ink(self, self.theme.colours.accent if self._is_accented else self.theme.colours.ink)
        self._height = (-1, 0)

    def _fill(self) -> None:
        document = self.document()
        document.setLayoutEnabled(False)  # else every insertion lays the text out
        document.clear()
        runs = Runs()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        source_style = QTextCharFormat()
        before: Piece | None = None
        for piece in self._pieces:
            if isinstance(piece, str):
                insert_ours(cursor, piece, self._our_style())
            else:
                if isinstance(before, Span) and before.end != piece.start:
                    cursor.insertBlock()
                insert(cursor, self.source, piece, runs, source_style)
            before = piece
        cursor.endEditBlock()
        self.runs = runs
        self._height = (-1, 0)
        document.setLayoutEnabled(True)
        document.markContentsDirty(0, document.characterCount())
        self.setTextCursor(QTextCursor(document))

    def _our_style(self) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFont(self.theme.font(Role.SMALL))
        style.setForeground(QColor(self.theme.colours.soft_ink))
        return style
