"""What the pane's parts share: the reading, the theme, the search, and the way out to the window."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from natopk_desktop.ui.detail.plain_data import plain_data

if TYPE_CHECKING:
    from typing import Protocol

    from PySide6.QtCore import QPoint, QRect, SignalInstance

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.ui.detail.place_menu import PlaceMenu
    from natopk_desktop.ui.detail.text_view import TextView
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme

    class Search(Protocol):
        """What the pane needs of the search."""

        changed: SignalInstance

        @property
        def is_empty(self) -> bool:
            """Whether nothing is searched."""

        def spans_in(self, span: Span) -> list[Span]:
            """Return the matches inside ``span``."""


class Host(QObject):
    """Passes requests of the parts on to the pane, and answers what they ask.

    Signals:
        copy_citation_requested: copy this span with its citation.
        link_requested: open this http address.
        announce_requested: tell a screen reader.
        height_changed: a part is taller or less tall than it was.
        caret_moved: in this view the caret went to this rectangle.
    """

    copy_citation_requested = Signal(object)
    link_requested = Signal(str)
    announce_requested = Signal(str)
    height_changed = Signal()
    caret_moved = Signal(object, object)

    def __init__(self, reading: Reading, theme: Theme, parent: QObject) -> None:
        """Serve the parts of one pane."""
        super().__init__(parent)
        self.reading = reading
        self.theme = theme
        self.search: Search | None = None
        self._selected: TextView | None = None

    @property
    def dossier(self) -> Dossier:
        """What is read."""
        return self.reading.dossier

    @property
    def text(self) -> str:
        """The source."""
        return self.reading.dossier.text

    @property
    def owner_name(self) -> str:
        """Whose words the source's are: the publisher's name, or words of ours in its place."""
        return self.dossier.head.source.publisher or self.tr("the source")

    def matches_in(self, span: Span) -> list[Span]:
        """Return what the search finds inside ``span``."""
        return [] if self.search is None or self.search.is_empty else self.search.spans_in(span)

    @cached_property
    def _slips(self) -> tuple[Span, ...]:
        return tuple(sorted(span for note in self.dossier.head.notes if note.kind == "slip" for span in note.spans))

    def slips_in(self, span: Span) -> list[Span]:
        """Return the slips that a note tells of inside ``span``."""
        return [slip for slip in self._slips if slip.overlaps(span)]

    def mark(self, view: TextView, shown: Span, passage: Span | None = None) -> None:
        """Mark in a view that shows ``shown`` its passage, its slips and the search's matches."""
        view.set_marks("passage", () if passage is None else (passage,))
        view.set_marks("slip", self.slips_in(shown))
        view.set_marks("match", self.matches_in(shown))

    # Selecting and copying

    def watch(self, view: TextView) -> None:
        """Let at most one of the watched views have a selection, and remember which."""
        view.selectionChanged.connect(self._on_selection)
        view.caret_moved.connect(self._on_caret)

    def _on_selection(self) -> None:
        from natopk_desktop.ui.detail.text_view import TextView

        view = self.sender()
        if not isinstance(view, TextView) or not view.textCursor().hasSelection():
            return
        before, self._selected = self._selected, view
        if before is not None and before is not view:
            before.clear_selection()

    def _on_caret(self, place: QRect) -> None:
        self.caret_moved.emit(self.sender(), place)

    def selected_span(self) -> Span | None:
        """Return what of the source is selected."""
        return None if self._selected is None else self._selected.selected_span()

    def copy(self, words: str) -> None:
        """Put ``words`` on the clipboard as they are."""
        QGuiApplication.clipboard().setMimeData(plain_data(words))
        self.announce_requested.emit(self.tr("Copied"))

    # Going elsewhere

    def open_page(self, span: Span) -> None:
        """Show the whole page with ``span`` marked."""
        self.reading.open_page(span)

    def open_link(self, address: str) -> None:
        """Ask for an address to be opened; others than of the web are not handed over."""
        if can_open(address):
            self.link_requested.emit(address)

    def show_menu(self, at: QPoint, span: Span, view: TextView | None = None) -> PlaceMenu:
        """Show what can be done with what is selected in ``view``, else with the source's words at ``span``."""
        from natopk_desktop.ui.detail.place_menu import PlaceMenu

        selected = None if view is None else view.selected_span()
        words = span.of(self.text) if view is None or selected is None else view.selected_words()
        parent = self.parent()
        menu = PlaceMenu(self, selected or span, words, parent)  # type: ignore[arg-type]  # the parent is the pane
        menu.popup(at)
        return menu


def can_open(address: str) -> bool:
    """Tell whether an address may go to the browser."""
    return address.lower().startswith(("http://", "https://")) and not any(letter <= " " for letter in address)
