"""The pane beside the list: the chosen milestone, or the whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from natopk_desktop.dossier import selection
from natopk_desktop.ui.detail.entry_view import EntryView, margin_at
from natopk_desktop.ui.detail.host import Host
from natopk_desktop.ui.detail.text_view import MARGIN, TextView

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.ui.detail.hidden_line import HiddenLine
    from natopk_desktop.ui.detail.host import Search
    from natopk_desktop.ui.detail.page_view import PageView
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme

LINE_SHARE: Final = 3
"""The line over the entry takes at most the pane's height divided by this, if it can."""


class DetailPane(QWidget):
    """Follows the reading's location. The view of the page is made when it is first opened.

    Signals:
        copy_citation_requested: copy the source's words at this span with their citation.
        link_requested: open this http address in the browser; whoever takes it asks first.
        announce_requested: tell a screen reader.
    """

    copy_citation_requested = Signal(object)
    link_requested = Signal(str)
    announce_requested = Signal(str)

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        """Show where ``reading`` is."""
        super().__init__(parent)
        self._reading = reading
        self._theme = theme
        self._shown: str | None = None
        self._is_filled = False
        self._page: PageView | None = None
        self._hidden: HiddenLine | None = None
        self._focus_before: QWidget | None = None
        self.setAccessibleName(self.tr("Details"))
        self.host = Host(reading, theme, self)
        self.host.copy_citation_requested.connect(self.copy_citation_requested)
        self.host.link_requested.connect(self.link_requested)
        self.host.announce_requested.connect(self.announce_requested)
        self.entry = EntryView(self.host, self)
        self.host.height_changed.connect(self.entry.lay_out_again)
        self.host.caret_moved.connect(self._follow_caret)
        reading.location_changed.connect(self._show_location)
        reading.rows_changed.connect(self._show_hidden)
        theme.changed.connect(self._restyle)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self._show_location()

    @property
    def page(self) -> PageView | None:
        """The view of the whole page, None before it is first opened."""
        return self._page

    @property
    def shows_page(self) -> bool:
        """Whether the whole page is shown."""
        return self._page is not None and not self._page.isHidden()

    @property
    def hidden(self) -> HiddenLine | None:
        """The line that says that the entry is not in the list, None before it is first needed."""
        return self._hidden

    def set_search(self, search: Search) -> None:
        """Mark the matches of ``search`` from now on."""
        self.host.search = search
        search.changed.connect(self._mark)
        self._mark()

    def selected_span(self) -> Span | None:
        """Return what of the source is selected in the pane, None where nothing is."""
        return self.host.selected_span()

    def copy_with_citation(self) -> None:
        """Ask for the selected words, else those of the milestone, to be copied with their citation."""
        span = self.selected_span() or self.entry.content.header.span
        if span.end > span.start:
            self.copy_citation_requested.emit(span)

    def focus_part(self, number: int) -> None:
        """Give the keyboard to the entry (1), the passages (2), the figures (3) or the notes (4)."""
        if self.shows_page:
            self._reading.close_page()
        if self._reading.row is None:
            return
        heading = self.entry.part_heading(number)
        heading.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entry.bring_up(heading if number > 1 else self.entry.content)
        self.announce_requested.emit(self.entry.part_words(number))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the view in use fill the pane."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew when the layout's direction changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self._is_filled:
            self.entry.lay_out()
            self._place()

    def _show_location(self) -> None:
        location = self._reading.location
        if location.page is not None:
            self._show_page(location.page)
            self._show_hidden()
            return
        if location.milestone != self._shown or not self._is_filled:
            self._shown, self._is_filled = location.milestone, True
            self.entry.show_milestone(self._reading.row)
            self._focus_before = None
        if self.shows_page:
            self._close_page()
        self._show_hidden()

    def _show_hidden(self) -> None:
        """Say it over the entry where the filter hides it from the list."""
        row = self._reading.row
        is_entry = row is not None and not self.shows_page
        bars = selection.bars(self._reading.dossier, row, self._reading.filter) if row is not None and is_entry else []
        if self._hidden is None and not bars:
            return
        line = self._line()
        if bars:
            line.show_bars(bars)
        elif line.show_all.hasFocus():
            self.entry.part_heading(1).setFocus(Qt.FocusReason.OtherFocusReason)
        line.setVisible(bool(bars))
        self.entry.put_in_front(line.show_all)
        self._place()

    def _line(self) -> HiddenLine:
        # Late: few entries are hidden.
        from natopk_desktop.ui.detail.hidden_line import HiddenLine

        if self._hidden is None:
            self._hidden = HiddenLine(self.host, self)
            self._hidden.all_requested.connect(self._reading.clear_filter)
            self._hidden.lower()  # to be read first by a screen reader
        return self._hidden

    def _show_page(self, span: Span) -> None:
        # Late: the page is not part of the first paint.
        from natopk_desktop.ui.detail.page_view import PageView

        if self._page is None:
            self._page = PageView(self.host, self)
            self._page.hide()
        if not self._is_filled:
            self._shown, self._is_filled = self._reading.location.milestone, True
            self.entry.show_milestone(self._reading.row)
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        if self._page.isHidden():
            self._focus_before = focus if had_focus else None
            self._page.setGeometry(self.rect())
            self._page.show()
            self.entry.hide()
        self._page.open_at(span)
        if had_focus:
            self._page.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce_requested.emit(self.tr("The whole page, with the place marked"))

    def _close_page(self) -> None:
        if self._page is None:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._page.isAncestorOf(focus)
        self._place_entry()
        self.entry.show()
        self._page.hide()
        back = self._focus_before
        if back is not None and shiboken6.isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus:
            self.entry.part_heading(1).setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_before = None

    def _place(self) -> None:
        if self._page is not None and self.shows_page:
            self._page.setGeometry(self.rect())
        else:
            self._place_entry()

    def _place_entry(self) -> None:
        top, line = 0, self._hidden
        if line is not None and not line.isHidden():
            line.side = margin_at(self.entry.room(self.width())) - MARGIN
            top = line.fit(self.width(), self.height() // LINE_SHARE)
            line.setGeometry(0, 0, self.width(), top)
        self.entry.setGeometry(self.rect().adjusted(0, top, 0, 0))

    def _mark(self) -> None:
        if self._reading.row is not None:
            self.entry.mark()
        if self._page is not None:
            self._page.mark()

    def _restyle(self) -> None:
        self.entry.restyle()
        if self._hidden is not None:
            self._hidden.restyle()
            self._place()
        if self._page is not None:
            self._page.restyle()

    def _follow_caret(self, view: QWidget, place: QRect) -> None:
        if self.entry.isVisible() and self.entry.content.isAncestorOf(view):
            self.entry.reveal(view, place)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Scroll to what has the keyboard; a text is followed by its caret."""
        if new is None or self.entry.isHidden() or not self.entry.content.isAncestorOf(new):
            return
        inside: QRect | None = None
        if isinstance(new, TextView):
            inside = new.cursorRect()
        self.entry.reveal(new, inside)
