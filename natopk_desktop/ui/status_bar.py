"""The line at the bottom: how much is shown, that nothing of the source is missing, and which source it is."""

from __future__ import annotations

from operator import lt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from natopk_desktop.dossier.columns import BlockTable
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme

HASH_DIGITS: Final = 8


class Line(QLabel):
    """One line of plain text.

    Attributes:
        gives_way: whether its end is elided where space is short.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.gives_way = True

    def minimumSizeHint(self) -> QSize:
        """Allow any width, or none but the whole."""
        whole = super().minimumSizeHint()
        return QSize(0, whole.height()) if self.gives_way else whole

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, elided where it must be."""
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._theme.colours.soft_ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self.rect(), int(flags), text)


class SourceButton(QToolButton):
    """Names the source's stamp and hash; opens what is known of the source. Gives way like ``Line``."""

    def __init__(self, parent: QWidget) -> None:
        """Start without a text."""
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Allow a width of some letters."""
        return QSize(self.fontMetrics().horizontalAdvance("MMMM"), super().minimumSizeHint().height())


class StatusBar(QWidget):
    """The status area of one window.

    Signals:
        source_requested: the reader asks about the source.
    """

    source_requested = Signal()

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        """Show how much of ``reading`` is shown; the rest is filled in by ``show_account`` and ``show_notice``."""
        super().__init__(parent)
        self._reading = reading
        self._theme = theme
        self.setObjectName("status")
        self.setAccessibleName(self.tr("Status"))
        self.setAutoFillBackground(True)
        self.count = Line(theme, self)
        self.account = Line(theme, self)
        self.notice = Line(theme, self)
        self.source = SourceButton(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 0, 2 * GRID, 0)
        layout.setSpacing(4 * GRID)
        for line in (self.count, self.account, self.notice):
            layout.addWidget(line)
        self.count.gives_way = False
        layout.addStretch(1)
        layout.addWidget(self.source)
        self.notice.hide()
        self.account.hide()
        self._show_source()
        self.source.setAccessibleName(self.tr("Source of this text"))
        self.source.setToolTip(self.tr("Shows where the text comes from, its address and its full SHA-256"))
        self.source.clicked.connect(self.source_requested)
        reading.rows_changed.connect(self._show_count)
        theme.changed.connect(self._dress)
        self._show_count()
        self._dress()

    def show_account(self) -> None:
        """Check that the blocks tile the source, and say so, or what is missing."""
        from natopk_desktop.dossier import account

        dossier = self._reading.dossier
        if tiles(dossier.blocks, len(dossier.text)):
            self.account.setText(self.tr("Every character accounted for"))
            self.account.setToolTip(
                self.tr("Each of the {count} characters of the source stands in exactly one part of this page").format(
                    count=len(dossier.text)
                )
            )
        else:
            self.account.setText(self.tr("Not every character is accounted for"))
            first = next(account.breaks(len(dossier.text), dossier.blocks), None)
            self.account.setToolTip(first.message if first is not None else "")
        self.account.show()
        self._describe()

    def show_notice(self, notice: str) -> None:
        """Show a quiet line of ours, or none."""
        self.notice.setText(notice)
        self.notice.setToolTip(notice)
        self.notice.setVisible(bool(notice))
        self._describe()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline above."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._theme.colours.hairline))
        painter.drawLine(0, 0, self.width(), 0)

    def _show_count(self) -> None:
        shown, total = len(self._reading.rows), len(self._reading.dossier.milestones)
        self.count.setText(self.tr("{shown} of {total} milestones").format(shown=shown, total=total))
        self._describe()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hash out where there is no room for it."""
        super().resizeEvent(event)
        self._show_source()

    def _show_source(self) -> None:
        whole, short = self._source_words()
        lines = [line for line in (self.count, self.account, self.notice) if not line.isHidden()]
        taken = sum(line.sizeHint().width() + 4 * GRID for line in lines) + 6 * GRID
        room = self.width() - taken - 4 * GRID
        self.source.setText(whole if self.source.fontMetrics().horizontalAdvance(whole) <= room else short)

    def _source_words(self) -> tuple[str, str]:
        """Return stamp and hash, and the stamp alone; the stamp is a slice of the source."""
        source = self._reading.dossier.head.source
        digits = self.tr("SHA-256 {digits}…").format(digits=source.sha256[:HASH_DIGITS])
        if source.updated is None:
            return self.tr("Source without a date · {digits}").format(digits=digits), self.tr("Source without a date")
        stamp = source.updated.span.of(self._reading.dossier.text)
        short = self.tr("Source as of {stamp}").format(stamp=stamp)
        return self.tr("Source as of {stamp} · {digits}").format(stamp=stamp, digits=digits), short

    def _describe(self) -> None:
        """Tell a screen reader the whole line where the keyboard stops in it."""
        self._show_source()
        lines = [self._source_words()[0], self.count.text(), self.account.text(), self.notice.text()]
        self.source.setAccessibleDescription(". ".join(line for line in lines if line))

    def _dress(self) -> None:
        font = self._theme.font(Role.LABEL)
        for line in (self.count, self.account, self.notice, self.source):
            line.setFont(font)
        shade = self.source.palette()
        shade.setColor(self.source.foregroundRole(), self._theme.colour(self._theme.colours.soft_ink))
        self.source.setPalette(shade)
        self.update()
        self._show_source()
        self.setMinimumHeight(max(24, self.source.fontMetrics().height() + 2 * GRID) + 1)


def tiles(blocks: BlockTable, length: int) -> bool:
    """Tell what ``account.breaks`` would find nothing against, at a glance even for 100 000 milestones.

    No block is empty, the first begins at 0, each begins where the one before ends, and the last ends at ``length``.
    """
    starts, ends = blocks.starts, blocks.ends
    if not starts:
        return length == 0
    is_closed = starts[0] == 0 and ends[-1] == length and starts[1:] == ends[:-1]
    return is_closed and all(map(lt, starts, ends))
