"""What the actions on files do; ``opening/actions.py`` names these methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from natopk_desktop.ui.main_window import MainWindow


class FileCommands(QObject):
    """The handlers of one window's actions on files."""

    def __init__(self, window: MainWindow) -> None:
        """Act on ``window``."""
        super().__init__(window)
        self._window = window

    def open_files(self) -> None:
        """Ask which files to open."""
        from natopk_desktop.ui.opening import choosing

        page = self._window.tabs.current
        file = None if page is None else page.file
        choosing.ask(self._window, None if file is None else file.parent)

    def open_built_in(self) -> None:
        """Show the built-in dossier."""
        self._window.windows.opener.open_built_in(self._window)

    def clear_recent(self) -> None:
        """Forget which files were opened."""
        self._window.keeper.change(recent=())
        self._window.announce(self.tr("List of recent files cleared"))

    def save(self) -> None:
        """Save the dossier at hand in its file."""
        self._window.saver.save(self._window.page)

    def save_as(self) -> None:
        """Ask where to save the dossier at hand."""
        self._window.saver.save_as(self._window.page)

    def undo(self) -> None:
        """Undo the last correction."""
        history = self._window.page.history
        told = self.tr("Undone: {what}").format(what=history.undoText())
        history.undo()
        self._window.announce(told)

    def redo(self) -> None:
        """Do again what was undone."""
        history = self._window.page.history
        told = self.tr("Done again: {what}").format(what=history.redoText())
        history.redo()
        self._window.announce(told)

    def show_review(self, on: bool) -> None:  # noqa: FBT001  # Qt gives it so
        """Show the review beside the page, or put it away."""
        page = self._window.page
        if on is not page.is_reviewing:
            page.beside.toggle_review()

    def show_report(self) -> None:
        """Show what was understood of the file."""
        self._window.page.beside.show_report()
