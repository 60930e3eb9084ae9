"""The preview: the pages as they will be printed, one at a time, with their number, size and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSpinBox, QToolButton, QVBoxLayout, QWidget

from natopk_desktop.errors import OperationError
from natopk_desktop.typesetting import packed
from natopk_desktop.ui.announce import announce
from natopk_desktop.ui.output import page_painter
from natopk_desktop.ui.output.dressing import number
from natopk_desktop.ui.output.page_sheet import PageSheet
from natopk_desktop.ui.theme import GRID, Role
from natopk_desktop.ui.tool_row import ArrowButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from natopk_desktop.documents.choice import Paper
    from natopk_desktop.ui.theme import Theme


class _Number(QSpinBox):
    """A page's number; Return shows that page and does not also press the window's button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Return."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()


class Preview(QWidget):
    """Shows packed pages.

    Attributes:
        pages: all of them.
        sheet: the one that is shown.
        back, forward, number, total: to go through the pages.
        smaller, whole, larger: the page's size.
        paper: says which paper.
        message: stands in the place of pages that are not there (yet).
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no pages yet."""
        super().__init__(parent)
        self._theme = theme
        self.pages: tuple[bytes, ...] = ()
        self._name = ""
        self._is_sheet_wanted = False
        self.sheet = PageSheet(theme, self)
        self.message = self._label()
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.message.setContentsMargins(8 * GRID, 8 * GRID, 8 * GRID, 8 * GRID)
        self.back = ArrowButton(theme, to_end=False, parent=self)
        self.back.setAccessibleName(self.tr("Previous page"))
        self.number = _Number(self)
        self.number.setAccessibleName(self.tr("Page"))
        self.number.setKeyboardTracking(False)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.total = self._label()
        self.forward = ArrowButton(theme, to_end=True, parent=self)
        self.forward.setAccessibleName(self.tr("Next page"))
        self.paper = self._label()
        self.paper.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.paper.setWordWrap(True)
        self.smaller = self._button("−", self.tr("Smaller"))
        self.whole = self._button("", self.tr("Show the whole page"))
        self.larger = self._button("+", self.tr("Larger"))
        self._arrange()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()
        self.show_message("")

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _button(self, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _arrange(self) -> None:
        numbers, sizes = QHBoxLayout(), QHBoxLayout()
        for row, widgets in (
            (numbers, (self.back, self.number, self.total, self.forward)),
            (sizes, (self.smaller, self.whole, self.larger)),
        ):
            row.setSpacing(2 * GRID)  # else that of the layout they come into, which has none
            for widget in widgets:
                row.addWidget(widget)
        numbers.addStretch(1)
        sizes.insertStretch(0, 1)
        self._rows = numbers, sizes
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._bar.addLayout(numbers)
        self._bar.addLayout(sizes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sheet, 1)
        layout.addWidget(self.message, 1)
        layout.addWidget(self.paper)
        layout.addLayout(self._bar)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.turn(-1))
        self.forward.clicked.connect(lambda: self.turn(1))
        self.number.valueChanged.connect(self._show_page)
        self.sheet.turned.connect(self.turn)
        self.sheet.sent.connect(lambda last: self.number.setValue(self.number.maximum() if last else 1))
        self.sheet.zoomed.connect(self._show_zoom)
        self.smaller.clicked.connect(lambda: self.sheet.step_zoom(-1))
        self.larger.clicked.connect(lambda: self.sheet.step_zoom(1))
        self.whole.clicked.connect(lambda: self.sheet.set_zoom(None))

    def take_focus(self) -> None:
        """Move the keyboard to the page, as soon as there is one."""
        self._is_sheet_wanted = not self.has_pages
        if self.has_pages:
            self.sheet.paper.setFocus()

    @property
    def has_pages(self) -> bool:
        """Whether pages are shown."""
        return bool(self.pages)

    def show_pages(self, pages: tuple[bytes, ...], name: str, paper: Paper) -> None:
        """Show packed pages from the first, or from the one that is shown now where there are as many.

        Args:
            pages: see ``typesetting.packed``.
            name: what they are: "briefing".
            paper: on which paper they are set.
        """
        keep = self.number.value() if len(pages) == len(self.pages) else 1
        self.pages, self._name = pages, name
        self.message.hide()
        self.sheet.show()
        if self._is_sheet_wanted:
            self.take_focus()
        self.number.blockSignals(True)
        self.number.setRange(1, max(1, len(pages)))
        self.number.setValue(keep)
        self.number.blockSignals(False)
        self.total.setText(self.tr("of {count}").format(count=len(pages)))
        self.paper.setText(self.paper_words(paper))
        self._enable()
        self._fold()
        self._show_page()

    def show_message(self, text: str) -> None:
        """Show no pages but a sentence."""
        self.pages = ()
        self._is_sheet_wanted = self._is_sheet_wanted or self.sheet.paper.hasFocus()
        self.sheet.show_page(None)
        self.sheet.hide()
        self.message.setText(text)
        self.message.show()
        self.total.setText("")
        self.paper.setText("")
        self._enable()

    def paper_words(self, paper: Paper) -> str:
        """Return a paper's name and size."""
        if paper == "letter":
            return self.tr("Letter, 8.5 × 11 inches")
        return self.tr("A4, 210 × 297 mm")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put numbers and sizes one under the other where they have no room side by side."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        needed = sum(row.sizeHint().width() for row in self._rows)
        is_narrow = needed + 6 * GRID > self.width()
        direction = QBoxLayout.Direction
        self._bar.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def turn(self, by: int) -> None:
        """Show the page ``by`` pages on, so far as there is one."""
        self.number.setValue(self.number.value() + by)

    def _show_page(self) -> None:
        if not self.pages:
            return
        number = self.number.value()
        try:
            self.sheet.show_page(page_painter.renderer(packed.svg(self.pages[number - 1])))
        except OperationError as error:
            self.show_message(error.message)
            return
        told = self.tr("Page {number} of {count}, {name}").format(number=number, count=len(self.pages), name=self._name)
        self.sheet.paper.setAccessibleName(told)
        announce(self.sheet.paper, told)
        self._enable()

    def _enable(self) -> None:
        count, number = len(self.pages), self.number.value()
        self.back.setEnabled(count > 0 and number > 1)
        self.forward.setEnabled(number < count)
        for widget in (self.smaller, self.whole, self.larger):
            widget.setEnabled(count > 0)
        self.number.setVisible(count > 0)
        self._show_zoom()

    def _show_zoom(self) -> None:
        percent = self.tr("{percent} %").format(percent=round(self.sheet.scale() * 100))
        self.whole.setText(percent if self.has_pages else "")

    def _dress(self) -> None:
        theme = self._theme
        metrics = self.fontMetrics()
        side = max(32, metrics.height() + 2 * GRID)
        for button in (self.smaller, self.larger):
            button.setMinimumSize(side, side)
        self.whole.setMinimumSize(metrics.horizontalAdvance("100 %") + 4 * GRID, side)
        self.number.setMinimumSize(metrics.horizontalAdvance("8888") + 4 * GRID, side)
        self.number.setStyleSheet(number(theme))
        for label in (self.total, self.paper):
            label.setFont(theme.font(Role.LABEL))
        self.message.setFont(theme.font(Role.LABEL))
