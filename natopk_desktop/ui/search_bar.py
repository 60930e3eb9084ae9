"""The search field, with the number of matches in it and the results below it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from natopk_desktop.ui.announce import announce
from natopk_desktop.ui.search_texts import count_words, hidden_words, result
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.search_popup import SearchPopup
    from natopk_desktop.ui.search_state import SearchState
    from natopk_desktop.ui.theme import Theme

QUIET: Final = 700
"""Milliseconds without a keystroke after which a screen reader is told the number of matches."""

WIDTH_LETTERS: Final = 40
NARROWEST_LETTERS: Final = 18


class SearchField(QLineEdit):
    """A line to type in, with a few words of ours at its end that are not part of the text.

    Signals:
        entered: the keyboard arrived.
        exited: the keyboard left.
        clicked: the mouse was pressed in it.
        step_requested: Enter (1) or Shift+Enter (-1) was pressed.
        down_requested: the reader wants into the results.
        escape_requested: Escape was pressed.
    """

    entered = Signal()
    exited = Signal()
    clicked = Signal()
    step_requested = Signal(int)
    down_requested = Signal()
    escape_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._aside = ""
        self.takes_escape = False

    def set_aside(self, words: str) -> None:
        """Show ``words`` at the end of the line."""
        if words != self._aside:
            self._aside = words
            self._make_room()
            self.update()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window's shortcuts while it has something to do here."""
        is_override = event.type() == QEvent.Type.ShortcutOverride and self.takes_escape
        if is_override and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]  # a key event, by its type
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to hits with Enter, into the results with Down, out with Escape."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_requested.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_Down:
            self.down_requested.emit()
        elif key == Qt.Key.Key_Escape and self.takes_escape:
            self.escape_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard arrived."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard left."""
        super().focusOutEvent(event)
        self.exited.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of the click."""
        super().mousePressEvent(event)
        self.clicked.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to the window, which opens them; words may be dropped here."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, then the words aside."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self._theme.font(Role.SMALL))
        painter.setPen(self._theme.colour(self._theme.colours.soft_ink))
        room = self.rect().adjusted(3 * GRID, 0, -3 * GRID, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing), self._aside)

    def dress(self) -> None:
        """Wear the theme's colours."""
        colours = self._theme.colours
        self.setStyleSheet(
            f"QLineEdit {{ background: {colours.ground}; color: {colours.ink}; border-radius: 6px;"
            f" border: 1px solid {colours.outline}; padding: 5px 8px; }}"
            f"QLineEdit:focus {{ border: 2px solid {colours.accent}; padding: 4px 7px; }}"
        )
        self._make_room()

    def _make_room(self) -> None:
        """Keep the text from running under the words aside."""
        width = QFontMetrics(self._theme.font(Role.SMALL)).horizontalAdvance(self._aside) + GRID if self._aside else 0
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(width if is_mirrored else 0, 0, 0 if is_mirrored else width, 0)


def _find_key() -> str:
    """Return the key that leads here, as this system writes it."""
    return QKeySequence(QKeySequence.StandardKey.Find).toString(QKeySequence.SequenceFormat.NativeText)


class Below(Enum):
    """What the reader wants to see below the field; shown as soon as there is something to show."""

    NOTHING = 0
    LIST = 1
    NOTICE = 2


class SearchBar(QWidget):
    """The field and what belongs to it.

    Attributes:
        field: where one types.
        popup: the results, None until the keyboard came here.
        ground: what the results lie over, None for the window.
    """

    def __init__(self, reading: Reading, search: SearchState, theme: Theme, parent: QWidget | None = None) -> None:
        """Search ``reading`` through ``search``."""
        super().__init__(parent)
        self._reading = reading
        self._search = search
        self._theme = theme
        self._below = Below.NOTHING
        self.popup: SearchPopup | None = None
        self.ground: QWidget | None = None
        self.field = SearchField(theme, self)
        self.field.setPlaceholderText(self.tr("Search the dossier"))
        self.field.setAccessibleName(self.tr("Search the dossier"))
        self.setFocusProxy(self.field)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self._announce_count)
        self._connect_signals()
        self._dress()

    def _connect_signals(self) -> None:
        self.field.textChanged.connect(self._on_text)
        self.field.entered.connect(self._on_entered)
        self.field.exited.connect(self._follow)
        self.field.clicked.connect(self._show_list)
        self.field.step_requested.connect(self.step)
        self.field.down_requested.connect(self.enter_results)
        self.field.escape_requested.connect(self._on_escape)
        self._search.hits_changed.connect(self._follow)
        self._search.hit_changed.connect(self._follow)
        self._theme.changed.connect(self._dress)

    # What the window asks for

    def take_focus(self) -> None:
        """Bring the keyboard here, with what was looked for selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def clear(self) -> None:
        """Look for nothing."""
        self.field.clear()
        self._show(Below.NOTHING)

    def step(self, by: int) -> None:
        """Take the reader ``by`` matches further on, and say which one that is."""
        self._search.step(by)
        self._arrive()

    def enter_results(self) -> None:
        """Move the keyboard into the list of results."""
        self._show_list()
        if self.popup is not None and self.popup.isVisible():
            self.popup.results.enter(self._search.current)

    # Following the search

    def _on_text(self, text: str) -> None:
        if self.field.hasFocus():
            self._below = Below.LIST
        self._search.set_query(text)
        self._quiet.start()
        self._follow()

    def _on_entered(self) -> None:
        self._search.prepare()
        self._follow()
        # So that the first letter typed need not wait for it.
        QTimer.singleShot(0, self, self._with_popup)

    def _follow(self) -> None:
        """Show in and below the field what the search has found by now."""
        if self._search.is_empty:
            is_idle = not self.field.text() and not self.field.hasFocus()
            self.field.set_aside(_find_key() if is_idle else "")
            self.field.setAccessibleDescription("")
        else:
            self.field.set_aside(count_words(self._search))
            self.field.setAccessibleDescription(self._findings())
        self._show(self._below)

    def _findings(self) -> str:
        return ". ".join(filter(None, (count_words(self._search), hidden_words(self._search))))

    def _announce_count(self) -> None:
        if not self._search.is_empty:
            announce(self.field, self._findings())

    # What is below the field

    def _show_list(self) -> None:
        self._show(Below.LIST)

    def _show(self, wanted: Below) -> None:
        """Show ``wanted`` where there is such a thing, else nothing."""
        self._below = wanted
        if wanted is Below.LIST and self._search.count:
            self._with_popup().show_list()
        elif wanted is Below.NOTICE and self._search.is_hit_hidden:
            self._with_popup().show_notice()
        elif self.popup is not None:
            self.popup.hide()
        is_open = self.popup is not None and self.popup.isVisible()
        self.field.takes_escape = is_open or bool(self.field.text())

    def _with_popup(self) -> SearchPopup:
        if self.popup is None:
            # Late: a window in which nobody searches does without it.
            from natopk_desktop.ui.search_popup import SearchPopup

            self.popup = SearchPopup(self._search, self._theme, self.field, self.ground or self.window())
            self.popup.results.chosen.connect(self._go_to)
            self.popup.results.left.connect(self.field.setFocus)
            self.popup.close_requested.connect(self._on_escape)
            self.popup.clear_requested.connect(self._reading.clear_filter)
            self.popup.step_requested.connect(self.step)
            application = QApplication.instance()
            if isinstance(application, QApplication):
                application.focusChanged.connect(self._on_focus)
        return self.popup

    def _go_to(self, at: int) -> None:
        self._search.go_to(at)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrive()

    def _arrive(self) -> None:
        """Make the view free for the match gone to, or tell why the list does not show it; say which it is."""
        self._quiet.stop()
        self._show(Below.NOTICE)
        hit = self._search.current_hit
        words = "" if hit is None else result(self._search, hit).spoken
        hidden = self.tr("The filter hides this entry from the list.") if self._search.is_hit_hidden else ""
        announce(self.field, " ".join(filter(None, (f"{count_words(self._search)}.", words, hidden))))

    def _on_escape(self) -> None:
        """Close what is below first, then clear the field."""
        popup = self.popup
        if popup is None or not popup.isVisible():
            self.clear()
            return
        # Before it goes: Qt would hand the keyboard to whatever comes next.
        if (focused := QApplication.focusWidget()) is not None and popup.isAncestorOf(focused):
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show(Below.NOTHING)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close what is below when the keyboard goes elsewhere in the window; another window does not matter."""
        popup = self.popup
        if popup is not None and now is not None and now.window() is self.window():
            stays = now is self.field or popup.isAncestorOf(now)
            self._show(self._below if stays or self._below is Below.NOTICE else Below.NOTHING)

    # Size and dress

    def sizeHint(self) -> QSize:
        """Ask for room for a few words."""
        width = self.fontMetrics().averageCharWidth() * WIDTH_LETTERS
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Make do with the room for one word and the count."""
        width = self.fontMetrics().averageCharWidth() * NARROWEST_LETTERS
        return QSize(width, super().minimumSizeHint().height())

    def _dress(self) -> None:
        self.field.setFont(self._theme.font(Role.CONTROL))
        self.field.dress()
        self._follow()
