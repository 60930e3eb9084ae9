"""A look at an export: its first page on white paper, or its first lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QStackedWidget, QWidget

from natopk_desktop.ui.output.dressing import outline
from natopk_desktop.ui.slim_bars import slim
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtSvg import QSvgRenderer

    from natopk_desktop.exporters.look import Look
    from natopk_desktop.ui.theme import Theme

USUAL_PAGE: Final = QSizeF(595, 842)
PAPER: Final = "#ffffff"
SMALLEST: Final = QSize(120, 120)
USUAL: Final = QSize(300, 380)


class PageView(QLabel):
    """One page, as large as fits, with a hairline round it; grey where it is no longer what is asked for."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Show an empty sheet."""
        super().__init__(parent)
        self._theme = theme
        self._renderer: QSvgRenderer | None = None
        self._picture: QPixmap | None = None
        # A screen reader comes to it, and is told of a picture where a label has one.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPixmap(QPixmap(1, 1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_svg(self, content: bytes) -> None:
        """Show a page drawn by SVG."""
        from PySide6.QtSvg import QSvgRenderer  # late: only this needs it

        self._picture = None
        self._renderer = QSvgRenderer(content, self)
        self.update()

    def show_png(self, content: bytes) -> None:
        """Show a page as a picture."""
        self._renderer = None
        self._picture = QPixmap()
        self._picture.loadFromData(content)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room in which the larger print of a page can be read."""
        return USUAL

    def minimumSizeHint(self) -> QSize:
        """Make do with a glimpse."""
        return SMALLEST

    def paper(self) -> QRectF:
        """Return where the page lies."""
        page = self._page_size()
        room = QSizeF(self.size()) - QSizeF(2, 2)
        size = page.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((self.width() - size.width()) / 2, 1, size.width(), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper, page and edge."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        paper = self.paper()
        painter.fillRect(paper, self._theme.colour(PAPER))
        if self._renderer is not None:
            self._renderer.render(painter, paper)
        elif self._picture is not None and not self._picture.isNull():
            painter.drawPixmap(paper.toRect(), self._scaled(self._picture, paper.size()))
        colours = self._theme.colours
        painter.setPen(self._theme.colour(colours.accent if self.hasFocus() else colours.outline))
        painter.drawRect(paper)

    def _scaled(self, picture: QPixmap, size: QSizeF) -> QPixmap:
        wanted = (size * self.devicePixelRatioF()).toSize()
        return picture.scaled(wanted, mode=Qt.TransformationMode.SmoothTransformation)

    def _page_size(self) -> QSizeF:
        if self._renderer is not None and self._renderer.isValid():
            return QSizeF(self._renderer.defaultSize())
        if self._picture is not None and not self._picture.isNull():
            return QSizeF(self._picture.size())
        return USUAL_PAGE


class Preview(QStackedWidget):
    """A page or lines, whichever the export has.

    Attributes:
        page: shows a page.
        lines: shows lines.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Show an empty page."""
        super().__init__(parent)
        self._theme = theme
        self.page = PageView(theme, self)
        self.lines = QPlainTextEdit(self)
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.lines.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        slim(self.lines, theme)
        self.addWidget(self.page)
        self.addWidget(self.lines)
        theme.changed.connect(self._dress)
        self._dress()

    def show_look(self, look: Look, title: str) -> None:
        """Show ``look``; ``title`` tells a screen reader what it is."""
        if look.kind == "text":
            self.lines.setPlainText(look.content.decode())
            self.lines.setAccessibleName(title)
            self.setCurrentWidget(self.lines)
            return
        if look.kind == "svg" and look.content:
            self.page.show_svg(look.content)
        else:
            self.page.show_png(look.content)
        self.page.setAccessibleName(title)
        self.setCurrentWidget(self.page)

    def clear(self) -> None:
        """Show nothing."""
        self.lines.clear()
        self.page.show_png(b"")

    def _dress(self) -> None:
        # Not QFont.setFamily of a guess: the system knows its font of fixed width.
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self._theme.font(Role.SMALL).pointSizeF())
        font.setStyleHint(QFont.StyleHint.Monospace)
        self.lines.setFont(font)
        self.lines.setStyleSheet(outline(self._theme, "QPlainTextEdit"))
        self.lines.document().setDocumentMargin(2 * GRID)
