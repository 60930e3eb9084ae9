"""What stands beside the view of a dossier from a file: the line on what was understood, and the review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from natopk_desktop.ui.announce import announce
from natopk_desktop.ui.hairline_splitter import HairlineSplitter
from natopk_desktop.ui.opening import tables, understood
from natopk_desktop.ui.opening.report_bar import ReportBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from natopk_desktop.ui.review.pane import ReviewPane
    from natopk_desktop.ui.tabs.dossier_page import DossierPage
    from natopk_desktop.ui.theme import Theme

NARROW: Final = 1000
"""Below as many pixels, at text size 100 %, the review stands under the view."""
SHARE: Final = 0.3
SHARE_NARROW: Final = 0.45
"""Shares of the review in the page's width, or in its height where it stands under the view."""


class Beside(QObject):
    """Gives a page its line and its review when they are asked for.

    Attributes:
        bar: the line, None where there is nothing to tell or the reader has closed it.
        review: the review pane, None before it is first opened.
    """

    def __init__(self, page: DossierPage, column: QVBoxLayout, theme: Theme) -> None:
        """Stand beside the view of ``page``, in its ``column``."""
        super().__init__(page)
        self._page = page
        self._column = column
        self._theme = theme
        self._splitter: HairlineSplitter | None = None
        self.bar: ReportBar | None = None
        self.review: ReviewPane | None = None
        page.dossier_changed.connect(self._follow)

    def show_bar(self) -> None:
        """Show the line, if there is something to tell."""
        opened = self._page.opened
        if self.bar is None and understood.has_report(opened):
            self.bar = ReportBar(opened, self._theme, self._page, is_table=tables.is_table(opened))
            self.bar.details_requested.connect(self.show_report)
            self.bar.review_requested.connect(self.toggle_review)
            self.bar.columns_requested.connect(self._page.columns_requested)
            self.bar.closed.connect(self._close_bar)
            self._column.insertWidget(0, self.bar)
            self.bar.lower()  # to be read first by a screen reader

    def words(self) -> str:
        """Return the line's words, also while it is not shown."""
        bar = self.bar or ReportBar(self._page.opened, self._theme, self._page, is_table=False)
        words = bar.told.text()
        if bar is not self.bar:
            bar.deleteLater()
        return words

    def show_report(self) -> None:
        """Show the whole report."""
        from natopk_desktop.ui.opening.report_window import ReportWindow

        ReportWindow(self._page.opened, self.words(), self._theme, self._page).show()

    @property
    def is_reviewing(self) -> bool:
        """Whether the review is shown."""
        return self.review is not None and not self.review.isHidden()

    def toggle_review(self) -> None:
        """Show the review, or put it away."""
        if self.is_reviewing and self.review is not None:
            self.review.hide()
            self._page.take_focus()
        else:
            self._show_review()
        self._page.changed.emit()

    def _show_review(self) -> None:
        if self.review is None:
            from natopk_desktop.ui.review.pane import ReviewPane

            self.review = ReviewPane(self._page, self._theme)
            self.review.close_requested.connect(self.toggle_review)
            view = self._page.view
            self._splitter = HairlineSplitter(Qt.Orientation.Horizontal, self._theme, self._page)
            self._column.replaceWidget(view, self._splitter)
            self._column.setStretchFactor(self._splitter, 1)
            self._splitter.addWidget(view)
            self._splitter.addWidget(self.review)
            view.lower()
            view.show()
            self._splitter.setStretchFactor(0, 1)
        self.review.show()
        self.place()
        self.review.take_focus()
        announce(self.review, self.tr("Review opened"))

    def put_view(self) -> bool:
        """Put the page's new view in the place of the old one, where that stands beside a review."""
        if self._splitter is None:
            return False
        sizes = self._splitter.sizes()
        self._splitter.replaceWidget(0, self._page.view)  # the old view is left to the page
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes(sizes)
        self._page.view.lower()
        return True

    def place(self) -> None:
        """Put the review under the view where both have no room beside each other."""
        if self._splitter is None:
            return
        is_narrow = self._page.width() < NARROW * (1 + self._theme.text_scale) / 2
        wanted = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if self._splitter.orientation() != wanted or min(self._splitter.sizes()) == 0:
            self._splitter.setOrientation(wanted)
            whole = self._page.height() if is_narrow else self._page.width()
            review = round(whole * (SHARE_NARROW if is_narrow else SHARE))
            self._splitter.setSizes([whole - review, review])

    def _close_bar(self) -> None:
        if self.bar is not None:
            self._page.take_focus()
            self.bar.hide()

    def _follow(self) -> None:
        if self.bar is not None:
            self.bar.show_opened(self._page.opened)
        if self.review is not None:
            self.review.follow()
