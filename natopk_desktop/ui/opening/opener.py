"""Opens files in tabs: at once where they are small, else in a process of its own behind a page that tells how far."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from natopk_desktop.dossier import store
from natopk_desktop.dossier.location import Location
from natopk_desktop.errors import UserError
from natopk_desktop.importers.imported import Options
from natopk_desktop.plain import one_line
from natopk_desktop.ui.announce import announce
from natopk_desktop.ui.keeping import closing
from natopk_desktop.ui.opening import quick
from natopk_desktop.ui.opening.opening_page import OpeningPage
from natopk_desktop.ui.tabs.dossier_page import DossierPage
from natopk_desktop.ui.tabs.opened import Opened

if TYPE_CHECKING:
    from natopk_desktop.ui.keeper import Keeper
    from natopk_desktop.ui.main_window import MainWindow
    from natopk_desktop.ui.tabs.page import Page
    from natopk_desktop.ui.tabs.windows import Windows
    from natopk_desktop.ui.theme import Theme

ID_LETTERS: Final = 40


class Opener(QObject):
    """Opens files for all windows.

    Signals:
        missed: a file is open, but not at the milestone that was asked for; one sentence.
    """

    missed = Signal(str)

    def __init__(self, windows: Windows, theme: Theme, keeper: Keeper) -> None:
        """Open into ``windows`` and remember in ``keeper``."""
        super().__init__(windows)
        self._windows = windows
        self._theme = theme
        self._keeper = keeper

    def open(self, name: str | Path, window: MainWindow, at: str | None = None, options: Options | None = None) -> Page:
        """Open the file of that name in a tab of ``window``, or bring forward the tab that shows it already."""
        path = Path(os.path.abspath(name))  # noqa: PTH100  # resolve() would follow links and lose the name
        shown = self._windows.page_of(path)
        if shown is not None:
            self._windows.bring_forward(*shown)
            self._go(shown[1], at)
            return shown[1]
        page = self._page(path, at, options)
        window.add(page)
        if isinstance(page, OpeningPage) and not page.sentence:
            page.start()
        elif isinstance(page, DossierPage):
            self._remember(page)
        return page

    def open_again(self, page: DossierPage, options: Options) -> None:
        """Read the file of a page once more, as a person says it is to be read; corrections of it are asked about."""
        if page.is_changed:
            closing.settle(self._windows, [page], partial(self.open_again, page, options))
        elif page.opened.origin is not None:
            opening = self._opening(page.opened.origin, options, None)
            self._replace(page, opening)
            opening.start()

    def open_built_in(self, window: MainWindow, at: str | None = None) -> Page:
        """Show the built-in dossier, in ``window`` where it has no tab yet, at the milestone of the id ``at``."""
        for known, page in self._windows.pages():
            if page.is_home:
                self._windows.bring_forward(known, page)
                self._go(page, at)
                return page
        made = self._dossier_page(Opened(store.built_in()), at)
        window.add(made)
        return made

    def _go(self, page: Page, at: str | None) -> None:
        """Go to the milestone of the id ``at`` in a tab that is there already."""
        if at is None:
            return
        if isinstance(page, OpeningPage):
            page.at = at
        elif isinstance(page, DossierPage) and page.opened.dossier.milestones.row_of(at) is not None:
            page.view.reading.go(Location(milestone=at))
        elif isinstance(page, DossierPage):
            self._miss(page, at)

    def _page(self, path: Path, at: str | None, options: Options | None) -> Page:
        try:
            store.check_there(path)
            opened = None if options is not None else quick.opened(path)
        except UserError as error:
            failed = self._opening(path, Options(), at)
            failed.fail(error.message)
            return failed
        if opened is None:
            return self._opening(path, options or Options(), at)
        return self._dossier_page(opened, at)

    def _dossier_page(self, opened: Opened, at: str | None) -> DossierPage:
        has_place = at is not None and opened.dossier.milestones.row_of(at) is not None
        page = DossierPage(opened, self._theme, self._keeper, at if has_place else None)
        if at is not None and not has_place:
            self._miss(page, at)
        return page

    def _miss(self, page: DossierPage, at: str) -> None:
        told = self.tr("There is no milestone “{id}” in this file.").format(id=one_line(at, ID_LETTERS))
        page.view.tell(told)
        self.missed.emit(told)

    def _opening(self, path: Path, options: Options, at: str | None) -> OpeningPage:
        page = OpeningPage(path, options, self._theme, at)
        page.opened.connect(partial(self._on_opened, page))
        page.left.connect(partial(self._on_left, page))
        page.choose_requested.connect(partial(self._on_choose, page))
        return page

    def _on_opened(self, opening: OpeningPage, opened: Opened) -> None:
        page = self._dossier_page(opened, opening.at)
        page.beside.show_bar()
        page.columns_requested.connect(partial(self._on_columns, page, opening.options))
        self._replace(opening, page)
        self._remember(page)

    def _replace(self, old: Page, new: Page) -> None:
        window = self._windows.window_of(old)
        had_keyboard = window.tabs.current is old
        window.replace(old, new)
        if had_keyboard:
            new.take_focus()

    def _remember(self, page: DossierPage) -> None:
        if page.file is not None:
            self._keeper.replace(self._keeper.settings.with_recent(str(page.file)))
        count = len(page.opened.dossier.milestones)
        announce(page, self.tr("{name} is open, {count} milestones").format(name=page.name, count=count))

    def _on_columns(self, page: DossierPage, options: Options) -> None:
        from natopk_desktop.ui.opening import columns

        columns.ask(self._windows.window_of(page), page, self._theme, options)

    def _on_left(self, page: OpeningPage) -> None:
        self._windows.window_of(page).close_page(page)

    def _on_choose(self, page: OpeningPage) -> None:
        from natopk_desktop.ui.opening import choosing

        choosing.ask(self._windows.window_of(page), page.path.parent)
