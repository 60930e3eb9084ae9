"""The window: menus and tabs, and what a reader can do with the tab at hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from natopk_desktop.ui import menu_bar, window_state
from natopk_desktop.ui.keeper import Keeper
from natopk_desktop.ui.later import Later
from natopk_desktop.ui.panes import Panes
from natopk_desktop.ui.tabs.dossier_page import DossierPage
from natopk_desktop.ui.tabs.opened import Opened
from natopk_desktop.ui.tabs.tabs import Tabs
from natopk_desktop.ui.tabs.windows import Windows

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint, SignalInstance
    from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.ui.commands import Commands
    from natopk_desktop.ui.keeping.saver import Saver
    from natopk_desktop.ui.tabs.page import Page
    from natopk_desktop.ui.theme import Theme


class MainWindow(Panes, QMainWindow):
    """A window with a tab for each dossier; ``Panes`` leads to the parts of the one at hand.

    Attributes:
        theme: colours and fonts, shared by all windows.
        keeper: the settings, shared by all windows.
        windows: all windows.
        tabs: the open dossiers of this one.
        commands, actions_by_id: what the actions do, and the QActions; made once the first paint is done.
        is_settled: whether all that waits for the first paint has been done.

    Signals:
        first_painted: list and pane stand on the screen for the first time.
        settled: ``is_settled`` is true now.
        closed: the window is closing for good.
    """

    first_painted = Signal()
    settled = Signal()
    closed = Signal()

    def __init__(
        self,
        dossier: Dossier | None,
        theme: Theme,
        keeper: Keeper | None = None,
        at: str | None = None,
        *,
        windows: Windows | None = None,
    ) -> None:
        """Open ``dossier`` as the built-in one, where it was left or at the milestone of the id ``at``.

        Without ``dossier`` there is no tab yet.
        """
        super().__init__()
        self.theme = theme
        self.keeper = keeper or Keeper(None, self)
        self.windows = windows or Windows(theme, self.keeper)
        self.windows.take_in(self)
        self.commands: Commands
        self.actions_by_id: dict[str, QAction] = {}
        self.is_settled = False
        self._is_painted = False
        self._saver: Saver | None = None
        self._menus = menu_bar.make_titles(self)
        self.tabs = Tabs(theme, self)
        self.setCentralWidget(self.tabs)
        self.setMinimumSize(window_state.SMALLEST)
        self.tabs.current_changed.connect(self._on_current)
        self.theme.changed.connect(self._dress)
        if dossier is not None:
            self.add(DossierPage(Opened(dossier), theme, self.keeper, at))
        self._dress()
        window_state.restore(self, self.keeper.settings.window)

    # Tabs

    def add(self, page: Page) -> None:
        """Take ``page`` in as a tab and show it."""
        self.tabs.add(page)
        self._take_in(page)
        page.take_focus()

    def replace(self, old: Page, new: Page) -> None:
        """Put ``new`` in the tab of ``old``, which is deleted."""
        self.tabs.replace(old, new)
        self._take_in(new)
        self.release(old)
        old.end()
        old.deleteLater()

    def release(self, page: Page) -> None:
        """Let go of a page that is no tab of this window any more."""
        for signal, slot in self._links(page):
            signal.disconnect(slot)

    def close_page(self, page: Page) -> None:
        """Close a tab, and the window with its last one; the last of all makes room for the built-in dossier.

        Where it has changes that are not saved, the reader is asked first.
        """
        if page.is_changed:
            from natopk_desktop.ui.keeping import closing

            closing.settle(self.windows, [page], partial(self.close_page, page))
            return
        if len(self.tabs.pages) == 1:
            if page.is_home or len(self.windows.windows) > 1:
                self.close()
                return
            self.windows.opener.open_built_in(self)
        self.tabs.take(page)
        self.release(page)
        page.end()
        page.deleteLater()

    def _take_in(self, page: Page) -> None:
        for signal, slot in self._links(page):
            signal.connect(slot)
        if self._is_painted:
            page.begin_late()

    def _links(self, page: Page) -> list[tuple[SignalInstance, Callable[..., None]]]:
        links: list[tuple[SignalInstance, Callable[..., None]]] = [
            (page.changed, self._show_action_states),
            (page.described, self._show_title),
        ]
        if isinstance(page, DossierPage):
            links += [
                (page.dossier_changed, self._on_current),
                (page.copy_citation_requested, self._copy_citation),
                (page.link_requested, self._open_link),
                (page.source_requested, self._show_source),
                (page.action_requested, self._trigger),
                (page.entry_menu_requested, self._show_entry_menu),
            ]
        return links

    def _on_current(self) -> None:
        self._show_title()
        self._show_action_states()
        if (bar := self.tabs.bar) is not None and self.has_view:
            self.setTabOrder(bar, self.view.in_tab_order()[0])

    @property
    def saver(self) -> Saver:
        """What saves the dossiers of this window."""
        if self._saver is None:
            from natopk_desktop.ui.keeping.saver import Saver

            self._saver = Saver(self)
        return self._saver

    # After the first paint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Notice the first paint; all children are painted before the next turn of the event loop."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._on_first_paint)

    def _on_first_paint(self) -> None:
        self.first_painted.emit()
        steps = [step for page in self.tabs.pages for step in page.late_steps()]
        Later([self._fill_menus, self._join_late, *steps, self._settle], self).start()

    def _fill_menus(self) -> None:
        """Make what a reader can do; nobody is so quick as to miss it before."""
        from natopk_desktop.ui import menus
        from natopk_desktop.ui.commands import Commands
        from natopk_desktop.ui.opening.commands import FileCommands
        from natopk_desktop.ui.opening.recent import RecentMenu
        from natopk_desktop.ui.tabs.commands import TabCommands

        self.commands = Commands(self)
        tab_commands = TabCommands(self)
        self.tabs.close_requested.connect(self.close_page)
        self.tabs.menu_requested.connect(tab_commands.show_menu)
        self.tabs.left.connect(tab_commands.let_go)
        self.actions_by_id = menus.fill(self, self._menus, (self.commands, tab_commands, FileCommands(self)))
        RecentMenu(self._menus["recent"], self)
        self._show_action_states()

    def _join_late(self) -> None:
        from natopk_desktop.ui.opening.drops import Drops
        from natopk_desktop.ui.text_wheel import TextWheel

        Drops(self)
        wheel = TextWheel(self)
        wheel.turned.connect(self.commands.step_text)
        wheel.watch(self.windowHandle())

    def _settle(self) -> None:
        self.is_settled = True
        self.settled.emit()

    # Following the reader

    def _show_title(self) -> None:
        page = self.tabs.current
        if page is not None:
            name = page.name.replace("[*]", "[*][*]")  # Qt puts its mark of a change in the place of such a sign
            self.setWindowTitle(self.tr("{title}[*] — natopk_desktop").format(title=name))
            self.setWindowModified(page.is_changed)

    def _show_action_states(self) -> None:
        """Bring the menus into line with what can be done now."""
        if not self.actions_by_id:
            return
        from natopk_desktop.ui import action_states

        action_states.show(self)

    def announce(self, text: str) -> None:
        """Have a screen reader say ``text``."""
        from natopk_desktop.ui.announce import announce

        announce(self, text)

    def _copy_citation(self, span: Span) -> None:
        self.commands.copy_citation_of(span)

    def _open_link(self, address: str) -> None:
        self.commands.open_link(address)

    def _show_source(self) -> None:
        self.commands.show_source()

    def _trigger(self, action_id: str) -> None:
        self.actions_by_id[action_id].trigger()

    def _show_entry_menu(self, row: int, position: QPoint) -> None:
        from natopk_desktop.ui.entry_menu import EntryMenu

        EntryMenu(row, self.commands, self).popup(position)

    def _dress(self) -> None:
        self.menuBar().setStyleSheet(menu_bar.style_sheet(self.theme))
        self._show_action_states()

    # Leaving

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window and its dossiers were left, and end their threads; ask first about changes."""
        if any(page.is_changed for page in self.tabs.pages):
            from natopk_desktop.ui.keeping import closing

            event.ignore()
            closing.settle(self.windows, self.tabs.pages, self.close)
            return
        for page in self.tabs.pages:
            page.end()
        self.keeper.change(window=window_state.box_of(self), maximized=self.isMaximized())
        self.keeper.flush()
        self.windows.forget(self)
        self.closed.emit()
        super().closeEvent(event)
