"""The window: puts the panes in their places, joins them, and remembers how it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLayout, QMainWindow, QVBoxLayout, QWidget

from natopk_desktop.dossier import dates
from natopk_desktop.dossier.location import Filter, Location
from natopk_desktop.plain import one_line
from natopk_desktop.settings import Place
from natopk_desktop.ui import menu_bar, window_state
from natopk_desktop.ui.areas import Areas
from natopk_desktop.ui.detail.pane import DetailPane
from natopk_desktop.ui.hairline_splitter import HairlineSplitter
from natopk_desktop.ui.keeper import Keeper
from natopk_desktop.ui.later import Later
from natopk_desktop.ui.reading import Reading
from natopk_desktop.ui.search_bar import SearchBar
from natopk_desktop.ui.search_state import SearchState
from natopk_desktop.ui.status_bar import StatusBar
from natopk_desktop.ui.timeline.overview import Overview
from natopk_desktop.ui.timeline.view import TimelineView
from natopk_desktop.ui.tool_row import ToolRow
from natopk_desktop.ui.topic_filter import TopicFilter

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent, QResizeEvent

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.commands import Commands
    from natopk_desktop.ui.theme import Theme

NARROW: Final = 800
"""Below as many pixels, at text size 100 %, the pane stands under the list."""
LIST_SHARE: Final = 0.35
LIST_SHARE_NARROW: Final = 0.42
IDLE_MS: Final = 1000
"""From when on a long text's search index is built, in a thread, though nobody has searched yet."""
LEAST_PIXELS: Final = 48
VERTICAL_UNITS: Final = 10_000
LEAST_LINES: Final = 12
TITLE_LETTERS: Final = 120


class MainWindow(QMainWindow):
    """One dossier's window.

    Attributes:
        reading: what is open and chosen.
        theme: colours and fonts, shared by all windows.
        keeper: the settings, shared by all windows.
        search: the search of this window.
        commands, actions_by_id: what the actions do, and the QActions; made once the first paint is done.
        is_settled: whether all that waits for the first paint has been done.

    Signals:
        first_painted: list and pane stand on the screen for the first time.
        settled: ``is_settled`` is true now.
    """

    first_painted = Signal()
    settled = Signal()

    def __init__(self, dossier: Dossier, theme: Theme, keeper: Keeper | None = None, at: str | None = None) -> None:
        """Open ``dossier`` where it was left, or at the milestone of the id ``at``."""
        super().__init__()
        self.theme = theme
        self.keeper = keeper or Keeper(None, self)
        self.reading = Reading(dossier, self)
        self.commands: Commands
        self.actions_by_id: dict[str, QAction] = {}
        self.is_settled = False
        self._is_painted = False
        self._is_placed = False
        self._restore_reading(at)
        self.setWindowTitle(self.tr("{title} — natopk_desktop").format(title=one_line(dossier.title, TITLE_LETTERS)))
        self._menus = menu_bar.make_titles(self)
        self._make_panes()
        self._arrange()
        self.areas = Areas([self.overview, self.timeline, self.detail, self.status])
        self._connect_signals()
        window_state.restore(self, self.keeper.settings.window)
        self._later = Later([self._fill_menus, self._join_late, self._show_account, self._settle], self)
        self.timeline.setFocus()

    # Making

    def _make_panes(self) -> None:
        reading, theme = self.reading, self.theme
        self.search = SearchState(reading, self)
        self.search_bar = SearchBar(reading, self.search, theme, self)
        self.topics = TopicFilter(reading, theme, self)
        self.tools = ToolRow(theme, self.search_bar, self.topics, self)
        self.overview = Overview(reading, theme, self)
        self.timeline = TimelineView(reading, theme, self)
        self.detail = DetailPane(reading, theme, self)
        self.status = StatusBar(reading, theme, self)

    def _arrange(self) -> None:
        self.splitter = HairlineSplitter(Qt.Orientation.Horizontal, self.theme, self)
        self.timeline.setMinimumHeight(LEAST_PIXELS)
        self.detail.setMinimumHeight(LEAST_PIXELS)
        self.splitter.addWidget(self.timeline)
        self.splitter.addWidget(self.detail)
        self.timeline.lower()  # a splitter puts what is added last first, and a screen reader would read it so
        self.splitter.setStretchFactor(1, 1)
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        layout.addWidget(self.overview)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.status)
        # Small windows are met by hiding the overview, not forbidden.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setCentralWidget(centre)
        self.setMinimumSize(window_state.SMALLEST)
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        chain = [*self.tools.in_tab_order(), self.overview, self.timeline, self.detail, self.status]
        for at in range(1, len(chain)):
            QWidget.setTabOrder(chain[at - 1], chain[at])

    def _connect_signals(self) -> None:
        self.reading.location_changed.connect(self._on_location)
        self.reading.rows_changed.connect(self._on_rows)
        self.search.changed.connect(self._show_action_states)
        self.timeline.context_menu_requested.connect(self._show_entry_menu)
        self.detail.announce_requested.connect(self.announce)
        self.timeline.set_search(self.search)
        self.detail.set_search(self.search)
        self.tools.folds_changed.connect(self._set_tab_order)
        self.splitter.splitterMoved.connect(self._on_splitter_moved)
        self.theme.changed.connect(self._dress)
        self.keeper.notice_changed.connect(self._show_notice)
        self._dress()

    # After the first paint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Notice the first paint; all children are painted before the next turn of the event loop."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._on_first_paint)

    def _on_first_paint(self) -> None:
        self.first_painted.emit()
        self._later.start()

    def _fill_menus(self) -> None:
        """Make what a reader can do; nobody is so quick as to miss it before."""
        from natopk_desktop.ui import menus
        from natopk_desktop.ui.commands import Commands

        self.commands = Commands(self)
        self.actions_by_id = menus.fill(self, self._menus, self.commands)
        self.detail.copy_citation_requested.connect(self.commands.copy_citation_of)
        self.detail.link_requested.connect(self.commands.open_link)
        self.tools.back.clicked.connect(self.commands.go_back)
        self.tools.forward.clicked.connect(self.commands.go_forward)
        for name, button in self.tools.ends.items():
            if not button.isCheckable():
                button.clicked.connect(self.actions_by_id[name].trigger)
        self.tools.page.toggled.connect(self.commands.show_page)  # a screen reader toggles, and clicks nothing
        self.status.source_requested.connect(self.commands.show_source)
        self._show_action_states()

    def _join_late(self) -> None:
        from natopk_desktop.ui import menus
        from natopk_desktop.ui.actions import named
        from natopk_desktop.ui.text_wheel import TextWheel

        wheel = TextWheel(self)
        wheel.turned.connect(self.commands.step_text)
        wheel.watch(self.windowHandle())
        for name, button in {"back": self.tools.back, "forward": self.tools.forward, **self.tools.ends}.items():
            button.setToolTip(menus.hint(named(name)))

    def _show_account(self) -> None:
        self.status.show_account()
        self._show_notice()

    def _settle(self) -> None:
        QTimer.singleShot(IDLE_MS, self, self.search.prepare)
        self.is_settled = True
        self.settled.emit()

    # Following the reader

    def _on_location(self) -> None:
        self._show_action_states()

    def _on_rows(self) -> None:
        self._show_action_states()
        shown, total = len(self.reading.rows), len(self.reading.dossier.milestones)
        self.tools.fold()  # "4 of 11 shown" takes room
        self.announce(self.tr("{shown} of {total} milestones shown").format(shown=shown, total=total))

    def _show_action_states(self) -> None:
        """Bring buttons and menus into line with what can be done now."""
        reading = self.reading
        is_page = reading.location.page is not None
        self.tools.back.setEnabled(reading.can_go_back)
        self.tools.forward.setEnabled(reading.can_go_forward)
        self.tools.page.blockSignals(True)  # this is news, not a wish
        self.tools.page.setChecked(is_page)
        self.tools.page.blockSignals(False)
        if not self.actions_by_id:
            return
        enabled = {
            "back": reading.can_go_back,
            "forward": reading.can_go_forward,
            "clear": not (reading.filter.is_open and self.search.is_empty),
        }
        for name, value in enabled.items():
            self.actions_by_id[name].setEnabled(value)
        checked = ("page", is_page), (f"order_{reading.order}", True), (f"scheme_{self.theme.scheme}", True)
        for name, state in checked:
            self.actions_by_id[name].setChecked(state)

    def announce(self, text: str) -> None:
        """Have a screen reader say ``text``."""
        from natopk_desktop.ui.announce import announce

        announce(self, text)

    def _show_entry_menu(self, row: int, position: QPoint) -> None:
        from natopk_desktop.ui.entry_menu import EntryMenu

        EntryMenu(row, self.commands, self).popup(position)

    def _show_notice(self) -> None:
        self.status.show_notice(self.keeper.notice)

    def _dress(self) -> None:
        """Let sizes that hang on the text size follow it."""
        self.menuBar().setStyleSheet(menu_bar.style_sheet(self.theme))
        self._place_panes()
        self._show_action_states()

    # Size and place

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pane under the list where the window is narrow."""
        super().resizeEvent(event)
        self._place_panes()

    @property
    def is_narrow(self) -> bool:
        """Whether the pane stands under the list; larger text needs more width to stand beside it."""
        return self.width() < NARROW * (1 + self.theme.text_scale) / 2

    def _place_overview(self) -> None:
        """Take the overview away where list and pane would be left with hardly a few lines; the list has it all too."""
        others = (self.menuBar(), self.tools, self.overview, self.status)
        rest = self.height() - sum(part.sizeHint().height() for part in others)
        self.overview.setVisible(rest >= LEAST_LINES * self.fontMetrics().lineSpacing())

    def _place_panes(self) -> None:
        self._place_overview()
        wanted = Qt.Orientation.Vertical if self.is_narrow else Qt.Orientation.Horizontal
        if self.splitter.orientation() == wanted and self._is_placed:
            return
        self._is_placed = True
        self.splitter.setOrientation(wanted)
        kept = self.keeper.settings
        if self.is_narrow:
            # Shares of any sum: the splitter scales them to the height it will have.
            first = round(VERTICAL_UNITS * (kept.list_share or LIST_SHARE_NARROW))
            self.splitter.setSizes([first, VERTICAL_UNITS - first])
        else:
            first = kept.list_width or round(self.width() * LIST_SHARE)
            self.splitter.setSizes([first, max(1, self.width() - first)])
        self.splitter.setStretchFactor(0, int(self.is_narrow))

    def _on_splitter_moved(self) -> None:
        first, second = self.splitter.sizes()
        if self.splitter.orientation() == Qt.Orientation.Vertical:
            self.keeper.change(list_share=round(first / max(1, first + second), 3))
        else:
            self.keeper.change(list_width=first)

    # Remembering

    def _restore_reading(self, at: str | None) -> None:
        """Take up filter, order and place as they were left, so far as the dossier still has them."""
        reading, dossier = self.reading, self.reading.dossier
        reading.set_order(self.keeper.settings.order)
        place = self.keeper.settings.place(dossier.id)
        known = {topic.id for topic in dossier.head.topics}
        topics = None if place.topics is None else known.intersection(place.topics) or None
        period = place.period if place.period is not None and dates.valid(place.period) else None
        if at is None:
            reading.set_filter(Filter(None if topics is None else frozenset(topics), period))
        wanted = at if at is not None else place.milestone
        if wanted is not None and dossier.milestones.row_of(wanted) is not None:
            reading.location = Location(milestone=wanted)

    def _remember(self) -> None:
        reading = self.reading
        chosen = reading.filter
        topics = None if chosen.topics is None else tuple(sorted(chosen.topics))
        place = Place(reading.location.milestone, topics, chosen.period)
        self.keeper.replace(self.keeper.settings.with_place(reading.dossier.id, place))
        self.keeper.change(window=window_state.box_of(self), maximized=self.isMaximized(), order=self.reading.order)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window was left, and end the search's thread."""
        self._remember()
        self.keeper.flush()
        self.search.close()
        super().closeEvent(event)
