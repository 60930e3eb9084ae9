"""Tables among the files that were read: which these are, and what a person said about their columns."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

import msgspec

from natopk_desktop.errors import UserError
from natopk_desktop.ui.keeping import questions

if TYPE_CHECKING:
    from natopk_desktop.importers.imported import Options
    from natopk_desktop.importers.registry import Format
    from natopk_desktop.importers.tables.preview import Preview
    from natopk_desktop.ui.main_window import MainWindow
    from natopk_desktop.ui.tabs.dossier_page import DossierPage
    from natopk_desktop.ui.tabs.opened import Opened
    from natopk_desktop.ui.theme import Theme


def is_table(opened: Opened) -> bool:
    """Tell whether a dossier was read of a table, and that table is still where it was."""
    return opened.path is None and opened.origin is not None and format_of(opened) is not None


def format_of(opened: Opened) -> Format | None:
    """Return the format of the table that a dossier was read of, None for a file of another kind."""
    from natopk_desktop.importers.registry import FORMATS

    original = opened.dossier.head.original
    if original is None:
        return None
    return next((known for known in FORMATS if known.is_table and original.media_type in known.media_types), None)


def preview_of(opened: Opened, options: Options) -> Preview:
    """Return the beginning of the table that a dossier was read of, from the bytes that the dossier keeps.

    Raises:
        InputError: it cannot be shown so.
    """
    kind, original = format_of(opened), opened.dossier.head.original
    if kind is None or original is None or opened.origin is None:
        message = "the dossier was not read of a table"
        raise LookupError(message)
    # What the module of a table offers beside ``read``; ``registry.Format.is_table`` says that it does.
    preview = import_module(f"natopk_desktop.importers.{kind.module}").preview
    made: Preview = preview(original.base64, opened.origin.name, options)
    return made


def ask(window: MainWindow, page: DossierPage, theme: Theme, options: Options) -> None:
    """Ask which column of a page's table holds what, and read it so."""
    from natopk_desktop.ui.opening.columns_dialog import ColumnsDialog

    try:
        preview = preview_of(page.opened, options)
    except UserError as error:
        questions.tell(window, error.message)
        return
    dialog = ColumnsDialog(preview, options, theme, window)
    dialog.chosen.connect(partial(window.windows.opener.open_again, page))

    def show_sheet(sheet: str) -> None:
        """Ask anew about another sheet, whose columns are others."""
        dialog.close()
        ask(window, page, theme, msgspec.structs.replace(options, sheet=sheet, columns=None))

    dialog.sheet_chosen.connect(show_sheet)
    dialog.open()
