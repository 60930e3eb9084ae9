"""The way from a window to the parts of the dossier in its current tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.ui.tabs.dossier_page import DossierPage

if TYPE_CHECKING:
    from natopk_desktop.ui.areas import Areas
    from natopk_desktop.ui.detail.pane import DetailPane
    from natopk_desktop.ui.dossier_view import DossierView
    from natopk_desktop.ui.hairline_splitter import HairlineSplitter
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.search_bar import SearchBar
    from natopk_desktop.ui.search_state import SearchState
    from natopk_desktop.ui.status_bar import StatusBar
    from natopk_desktop.ui.tabs.tabs import Tabs
    from natopk_desktop.ui.timeline.overview import Overview
    from natopk_desktop.ui.timeline.view import TimelineView
    from natopk_desktop.ui.tool_row import ToolRow
    from natopk_desktop.ui.topic_filter import TopicFilter


class Panes:
    """What is at hand in a window's current tab; each of these raises LookupError while that shows no dossier."""

    tabs: Tabs

    @property
    def has_view(self) -> bool:
        """Whether the current tab shows a dossier."""
        return isinstance(self.tabs.current, DossierPage)

    @property
    def page(self) -> DossierPage:
        """The current tab."""
        current = self.tabs.current
        if not isinstance(current, DossierPage):
            message = "the current tab shows no dossier"
            raise LookupError(message)
        return current

    @property
    def view(self) -> DossierView:
        """All panes."""
        return self.page.view

    @property
    def reading(self) -> Reading:
        """What is open and chosen."""
        return self.view.reading

    @property
    def search(self) -> SearchState:
        """The search."""
        return self.view.search

    @property
    def tools(self) -> ToolRow:
        """The row of controls."""
        return self.view.tools

    @property
    def search_bar(self) -> SearchBar:
        """The search field."""
        return self.view.search_bar

    @property
    def topics(self) -> TopicFilter:
        """The choice of topics."""
        return self.view.topics

    @property
    def overview(self) -> Overview:
        """The overview to scale."""
        return self.view.overview

    @property
    def timeline(self) -> TimelineView:
        """The list."""
        return self.view.timeline

    @property
    def detail(self) -> DetailPane:
        """The pane beside the list."""
        return self.view.detail

    @property
    def status(self) -> StatusBar:
        """The line at the bottom."""
        return self.view.status

    @property
    def splitter(self) -> HairlineSplitter:
        """What parts list and pane."""
        return self.view.splitter

    @property
    def areas(self) -> Areas:
        """The ring of areas: the tabs, what stands beside the view, and the view's own, as one reads them."""
        above, below = self.page.beside_view()
        bar = [] if self.tabs.bar is None else [self.tabs.bar]
        view = self.view
        view.areas.set_ring([*bar, *above, view.overview, view.timeline, view.detail, view.status, *below])
        return view.areas
