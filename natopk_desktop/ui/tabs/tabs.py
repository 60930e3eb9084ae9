"""The pages of a window, one above the other, with a bar that names them as soon as there is something to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QLayout, QStackedLayout, QVBoxLayout, QWidget

from natopk_desktop.ui.timeline.overview_words import tip

if TYPE_CHECKING:
    from natopk_desktop.ui.tabs.page import Page
    from natopk_desktop.ui.tabs.tab_bar import TabBar
    from natopk_desktop.ui.theme import Theme


class Tabs(QWidget):
    """Shows one page at a time.

    Attributes:
        pages: all of them, in the order of the bar.
        bar: the bar, None until it is first needed.

    Signals:
        current_changed: another page is shown, or none.
        close_requested, menu_requested, left: as those of the bar, for a page.
    """

    current_changed = Signal()
    close_requested = Signal(object)
    menu_requested = Signal(object, QPoint)
    left = Signal(object, QPoint)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Hold no page yet."""
        super().__init__(parent)
        self._theme = theme
        self.pages: list[Page] = []
        self.bar: TabBar | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._stack = QStackedLayout()
        self._column.addLayout(self._stack, 1)

    @property
    def current(self) -> Page | None:
        """The page shown, None where there is none."""
        shown = self._stack.currentWidget()
        return next((page for page in self.pages if page is shown), None)

    def minimumSizeHint(self) -> QSize:
        """Allow any size."""
        return QSize(0, 0)

    def add(self, page: Page, *, is_shown: bool = True) -> None:
        """Put ``page`` behind the others and show it."""
        self.pages.append(page)
        self._stack.addWidget(page)
        page.described.connect(self._describe)
        if self.bar is not None:
            self.bar.blockSignals(True)
            self.bar.addTab("")
            self.bar.blockSignals(False)
        self._follow()
        if is_shown:
            self.show_page(page)

    def replace(self, old: Page, new: Page) -> None:
        """Put ``new`` in the place of ``old``, which is let go of and left to the caller."""
        at, is_shown = self.pages.index(old), self.current is old
        self.pages[at] = new
        self._stack.insertWidget(self._stack.indexOf(old), new)
        new.described.connect(self._describe)
        self._let_go(old)
        self._follow()
        if is_shown:
            self.show_page(new)

    def take(self, page: Page) -> None:
        """Let go of ``page``; it is left to the caller."""
        at, was_shown = self.pages.index(page), self.current is page
        self.pages.pop(at)
        if was_shown and self.pages:
            self._stack.setCurrentWidget(self.pages[min(at, len(self.pages) - 1)])
        self._let_go(page)
        if self.bar is not None:
            self.bar.blockSignals(True)
            self.bar.removeTab(at)
            self.bar.blockSignals(False)
        self._follow()
        if was_shown:
            self.current_changed.emit()

    def show_page(self, page: Page) -> None:
        """Show ``page``."""
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
        self._follow()
        self.current_changed.emit()

    def step(self, by: int) -> None:
        """Show the page ``by`` further on, round the end."""
        current = self.current
        if current is not None and len(self.pages) > 1:
            self.show_page(self.pages[(self.pages.index(current) + by) % len(self.pages)])

    def _let_go(self, page: Page) -> None:
        page.described.disconnect(self._describe)
        self._stack.removeWidget(page)
        page.hide()
        page.setParent(None)

    # The bar

    def _follow(self) -> None:
        """Bring the bar into line: there is none while the built-in dossier is alone."""
        is_needed = len(self.pages) > 1 or any(not page.is_home for page in self.pages)
        if self.bar is None and is_needed:
            self._make_bar()
        if self.bar is None:
            return
        self._describe()
        current = self.current
        if current is not None:
            self.bar.blockSignals(True)
            self.bar.setCurrentIndex(self.pages.index(current))
            self.bar.blockSignals(False)
        self.bar.setVisible(is_needed)

    def _make_bar(self) -> None:
        # Late: a window with the built-in dossier alone does without it.
        from natopk_desktop.ui.tabs.tab_bar import TabBar

        self.bar = TabBar(self._theme, self)
        for _ in self.pages:
            self.bar.addTab("")
        self.bar.currentChanged.connect(self._on_current)
        self.bar.tabMoved.connect(self._on_moved)
        self.bar.close_requested.connect(self._on_close)
        self.bar.menu_requested.connect(self._on_menu)
        self.bar.left.connect(self._on_left)
        self._column.insertWidget(0, self.bar)
        self.bar.lower()  # to be read first by a screen reader

    def _describe(self) -> None:
        if self.bar is None:
            return
        for at, page in enumerate(self.pages):
            spoken = self.tr("{name}, changed").format(name=page.name) if page.is_changed else page.name
            shown = f"• {page.name}" if page.is_changed else page.name
            self.bar.describe(at, shown, spoken, tip(self.tr("An open dossier"), f"{spoken} {page.hint}"))

    def _on_current(self, index: int) -> None:
        if 0 <= index < len(self.pages):
            self.show_page(self.pages[index])

    def _on_moved(self, start: int, end: int) -> None:
        self.pages.insert(end, self.pages.pop(start))

    def _on_close(self, index: int) -> None:
        self.close_requested.emit(self.pages[index])

    def _on_menu(self, index: int, at: QPoint) -> None:
        self.menu_requested.emit(self.pages[index], at)

    def _on_left(self, index: int, at: QPoint) -> None:
        if 0 <= index < len(self.pages):
            self.left.emit(self.pages[index], at)
