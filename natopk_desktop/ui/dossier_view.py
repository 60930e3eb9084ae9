"""The panes of one dossier: puts them in their places, joins them, and remembers how it was left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from natopk_desktop.dossier import dates
from natopk_desktop.dossier.location import Filter, Location
from natopk_desktop.dossier.spans import Span, hull
from natopk_desktop.settings import Place
from natopk_desktop.ui.areas import Areas
from natopk_desktop.ui.detail.pane import DetailPane
from natopk_desktop.ui.hairline_splitter import HairlineSplitter
from natopk_desktop.ui.reading import Reading
from natopk_desktop.ui.search_bar import SearchBar
from natopk_desktop.ui.search_state import SearchState
from natopk_desktop.ui.status_bar import StatusBar
from natopk_desktop.ui.timeline.overview import Overview
from natopk_desktop.ui.timeline.view import TimelineView
from natopk_desktop.ui.tool_row import ToolRow
from natopk_desktop.ui.topic_filter import TopicFilter

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.keeper import Keeper
    from natopk_desktop.ui.theme import Theme

NARROW: Final = 800
"""Below as many pixels, at text size 100 %, the pane stands under the list."""
LIST_SHARE: Final = 0.35
LIST_SHARE_NARROW: Final = 0.42
IDLE_MS: Final = 1000
"""From when on a long text's search index is built, in a thread, though nobody has searched yet."""
BRIEF_MS: Final = 6000
"""How long a word in passing is shown: long enough to look down and read it."""
LEAST_PIXELS: Final = 48
VERTICAL_UNITS: Final = 10_000
LEAST_LINES: Final = 12


class DossierView(QWidget):
    """One dossier, ready to be read.

    Attributes:
        reading: what is open and chosen.
        search: the search in it.
        tools, search_bar, topics, overview, timeline, detail, status: the panes.
        areas: the ring of panes that F6 goes round.

    Signals:
        changed: what can be done now may be something else.
        rows_changed: other milestones are shown.
        copy_citation_requested: copy the source's words at this span with their citation.
        link_requested: open this http address in the browser; whoever takes it asks first.
        source_requested: the reader asks about the source.
        action_requested: the button of the action of this id was clicked.
        entry_menu_requested: a menu is wanted for a milestone (row in the dossier's milestones, global position).
    """

    changed = Signal()
    copy_citation_requested = Signal(object)
    link_requested = Signal(str)
    source_requested = Signal()
    action_requested = Signal(str)
    entry_menu_requested = Signal(int, QPoint)

    def __init__(
        self,
        dossier: Dossier,
        theme: Theme,
        keeper: Keeper,
        at: str | None = None,
        parent: QWidget | None = None,
        *,
        before: Reading | None = None,
    ) -> None:
        """Open ``dossier`` where it was left, at the milestone of the id ``at``, or where ``before`` is in it."""
        super().__init__(parent)
        self._theme = theme
        self._keeper = keeper
        self._is_placed = False
        self._told = ""
        self._hidden = ""
        self._passing = ""
        self._brief: QTimer | None = None
        self.reading = Reading(dossier, self)
        if before is None:
            self._restore_reading(at)
        else:
            self.reading.follow(before)
        self._make_panes()
        self._arrange()
        self.areas = Areas([self.overview, self.timeline, self.detail, self.status])
        self._connect_signals()

    # Making

    def _make_panes(self) -> None:
        reading, theme = self.reading, self._theme
        self.search = SearchState(reading, self)
        self.search_bar = SearchBar(reading, self.search, theme, self)
        self.search_bar.ground = self
        self.topics = TopicFilter(reading, theme, self)
        self.topics.setVisible(bool(reading.dossier.head.topics))  # else it would leave an empty row in a narrow window
        self.tools = ToolRow(theme, self.search_bar, self.topics, self)
        self.overview = Overview(reading, theme, self)
        self.timeline = TimelineView(reading, theme, self)
        self.detail = DetailPane(reading, theme, self)
        self.status = StatusBar(reading, theme, self)

    def _arrange(self) -> None:
        self.splitter = HairlineSplitter(Qt.Orientation.Horizontal, self._theme, self)
        self.timeline.setMinimumHeight(LEAST_PIXELS)
        self.detail.setMinimumHeight(LEAST_PIXELS)
        self.splitter.addWidget(self.timeline)
        self.splitter.addWidget(self.detail)
        self.timeline.lower()  # a splitter puts what is added last first, and a screen reader would read it so
        self.splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        layout.addWidget(self.overview)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.status)
        # Small windows are met by hiding the overview, not forbidden.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        chain = self.in_tab_order()
        for at in range(1, len(chain)):
            QWidget.setTabOrder(chain[at - 1], chain[at])

    def in_tab_order(self) -> list[QWidget]:
        """Return the panes as one reads them."""
        return [*self.tools.in_tab_order(), self.overview, self.timeline, self.detail, self.status]

    def _connect_signals(self) -> None:
        self.reading.location_changed.connect(self._show_states)
        self.reading.location_changed.connect(self._follow_hidden)
        self.reading.rows_changed.connect(self._on_rows)
        self.search.changed.connect(self.changed)
        self.timeline.context_menu_requested.connect(self.entry_menu_requested)
        self.detail.announce_requested.connect(self.announce)
        self.detail.copy_citation_requested.connect(self.copy_citation_requested)
        self.detail.link_requested.connect(self.link_requested)
        self.timeline.set_search(self.search)
        self.detail.set_search(self.search)
        self.tools.folds_changed.connect(self._set_tab_order)
        self.tools.back.clicked.connect(self.reading.go_back)
        self.tools.forward.clicked.connect(self.reading.go_forward)
        for name, button in self.tools.ends.items():
            if not button.isCheckable():
                button.clicked.connect(partial(self._request, name))
        self.tools.page.toggled.connect(self.show_page)  # a screen reader toggles, and clicks nothing
        self.status.source_requested.connect(self.source_requested)
        self.splitter.splitterMoved.connect(self._on_splitter_moved)
        self._theme.changed.connect(self._dress)
        self._keeper.notice_changed.connect(self._show_notice)
        self._show_states()

    def late_steps(self) -> list[Callable[[], None]]:
        """Return what waits for the first paint."""
        return [self._show_hints, self._show_account, self._prepare_search]

    def _show_hints(self) -> None:
        from natopk_desktop.ui import menus
        from natopk_desktop.ui.actions import named

        for name, button in {"back": self.tools.back, "forward": self.tools.forward, **self.tools.ends}.items():
            button.setToolTip(menus.hint(named(name)))

    def _show_account(self) -> None:
        self.status.show_account()
        self._show_notice()

    def _prepare_search(self) -> None:
        QTimer.singleShot(IDLE_MS, self, self.search.prepare)

    # Following the reader

    def _request(self, action_id: str, *_checked: bool) -> None:
        self.action_requested.emit(action_id)

    def _on_rows(self) -> None:
        self._show_states()
        shown, total = len(self.reading.rows), len(self.reading.dossier.milestones)
        self.tools.fold()  # "4 of 11 shown" takes room
        self.announce(self.tr("{shown} of {total} milestones shown").format(shown=shown, total=total))
        self._follow_hidden()

    def _show_states(self) -> None:
        """Bring the buttons into line with what can be done now."""
        self.tools.back.setEnabled(self.reading.can_go_back)
        self.tools.forward.setEnabled(self.reading.can_go_forward)
        self.tools.page.blockSignals(True)  # this is news, not a wish
        self.tools.page.setChecked(self.reading.location.page is not None)
        self.tools.page.blockSignals(False)
        self.changed.emit()

    def show_page(self, on: bool) -> None:  # noqa: FBT001  # Qt gives it so
        """Show the whole page at the chosen entry, or the entry again."""
        if not on:
            self.reading.close_page()
            return
        start = Span(0, min(1, len(self.reading.dossier.text)))
        self.reading.open_page(self.entry_span() or start)

    def entry_span(self) -> Span | None:
        """Return where the words of the chosen entry stand, None where none is chosen."""
        row = self.reading.row
        if row is None:
            return None
        spans = self.reading.dossier.milestones.text.spans(row)
        return hull(spans) if spans else None

    def announce(self, text: str) -> None:
        """Have a screen reader say ``text``."""
        from natopk_desktop.ui.announce import announce

        announce(self, text)

    def tell(self, sentence: str) -> None:
        """Tell ``sentence`` in the status line and to a screen reader, for as long as the dossier is open."""
        self._told, self._passing = sentence, ""
        self._show_notice()
        self.announce(sentence)

    def tell_briefly(self, sentence: str) -> None:
        """Tell ``sentence`` in the status line for some seconds, and to a screen reader."""
        if self._brief is None:
            self._brief = QTimer(self)
            self._brief.setSingleShot(True)
            self._brief.timeout.connect(self._end_brief)
        self._brief.start(BRIEF_MS)
        self._passing = sentence
        self._show_notice()
        self.announce(sentence)

    def _end_brief(self) -> None:
        self._passing = ""
        self._show_notice()

    def _show_notice(self) -> None:
        self._hidden = self._words_on_hidden()
        self.status.show_notice(self._passing or self._keeper.notice or self._hidden or self._told)

    def _words_on_hidden(self) -> str:
        """Return that the filter hides the chosen entry from the list, empty where it does not."""
        is_hidden = self.reading.row is not None and self.reading.position is None
        return self.tr("The filter hides the entry shown from the list") if is_hidden else ""

    def _follow_hidden(self) -> None:
        hidden = self._words_on_hidden()
        if hidden != self._hidden:
            self._show_notice()
            self.announce(hidden)

    def _dress(self) -> None:
        """Let sizes that hang on the text size follow it."""
        if self._is_placed:
            self._place_panes()

    # Size and place

    def minimumSizeHint(self) -> QSize:
        """Allow any size."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pane under the list where the view is narrow."""
        super().resizeEvent(event)
        self._place_panes()

    @property
    def is_narrow(self) -> bool:
        """Whether the pane stands under the list; larger text needs more width to stand beside it."""
        return self.width() < NARROW * (1 + self._theme.text_scale) / 2

    def _place_overview(self) -> None:
        """Take the overview away where list and pane would be left with hardly a few lines; the list has it all too."""
        rest = self.height() - sum(part.sizeHint().height() for part in (self.tools, self.overview, self.status))
        self.overview.setVisible(rest >= LEAST_LINES * self.fontMetrics().lineSpacing())

    def _place_panes(self) -> None:
        self._place_overview()
        wanted = Qt.Orientation.Vertical if self.is_narrow else Qt.Orientation.Horizontal
        if self.splitter.orientation() == wanted and self._is_placed:
            return
        self._is_placed = True
        self.splitter.setOrientation(wanted)
        kept = self._keeper.settings
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
            self._keeper.change(list_share=round(first / max(1, first + second), 3))
        else:
            self._keeper.change(list_width=first)

    # Remembering

    def _restore_reading(self, at: str | None) -> None:
        """Take up filter, order and place as they were left, so far as the dossier still has them."""
        reading, dossier = self.reading, self.reading.dossier
        reading.set_order(self._keeper.settings.order)
        place = self._keeper.settings.place(dossier.id)
        known = {topic.id for topic in dossier.head.topics}
        topics = None if place.topics is None else known.intersection(place.topics) or None
        period = place.period if place.period is not None and dates.valid(place.period) else None
        if at is None:
            reading.set_filter(Filter(None if topics is None else frozenset(topics), period))
        wanted = at if at is not None else place.milestone
        if wanted is not None and dossier.milestones.row_of(wanted) is not None:
            reading.location = Location(milestone=wanted)

    def remember(self) -> None:
        """Keep filter, order and place in the settings."""
        reading = self.reading
        chosen = reading.filter
        topics = None if chosen.topics is None else tuple(sorted(chosen.topics))
        place = Place(reading.location.milestone, topics, chosen.period)
        self._keeper.replace(self._keeper.settings.with_place(reading.dossier.id, place))
        self._keeper.change(order=reading.order)

    def take_over(self, old: DossierView) -> None:
        """Look for what was looked for in ``old``, a view of an earlier state of the same dossier, and look like it."""
        self.search_bar.field.setText(old.search_bar.field.text())
        self.resize(old.size())
        self._take_over_sizes(old)
        at = old.timeline.verticalScrollBar().value()
        QTimer.singleShot(0, self, lambda: self.timeline.verticalScrollBar().setValue(at))

    def _take_over_sizes(self, old: DossierView) -> None:
        """Part list and pane as ``old`` does, which need not be what a new view would begin with."""
        if not old._is_placed:
            return
        self._is_placed = True
        self.splitter.setOrientation(old.splitter.orientation())
        self.splitter.setStretchFactor(0, int(self.is_narrow))
        self.splitter.resize(old.splitter.size())  # sizes are scaled to what the splitter has
        self.splitter.setSizes(old.splitter.sizes())

    def end(self) -> None:
        """Remember how the dossier was left, and end the search's thread."""
        self.remember()
        self.search.close()
