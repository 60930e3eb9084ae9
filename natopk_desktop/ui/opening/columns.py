"""Asking which column of a table that is open holds what, and reading it so."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from natopk_desktop.importers.tables.preview import Preview
from natopk_desktop.jobs.requests import Begin
from natopk_desktop.ui.job import Job
from natopk_desktop.ui.keeping import questions
from natopk_desktop.ui.opening.columns_dialog import ColumnsDialog

if TYPE_CHECKING:
    from natopk_desktop.importers.imported import Options
    from natopk_desktop.ui.main_window import MainWindow
    from natopk_desktop.ui.tabs.dossier_page import DossierPage
    from natopk_desktop.ui.theme import Theme


def ask(window: MainWindow, page: DossierPage, theme: Theme, options: Options) -> None:
    """Ask which column of a page's table holds what, and read it so; a process of its own reads the beginning."""
    if page.opened.origin is None:
        return
    job = Job(Begin(os.fsencode(page.opened.origin), options), None, page)

    def show() -> None:
        preview = msgspec.msgpack.decode(job.files[0], type=Preview)
        dialog = ColumnsDialog(preview, options, theme, window)
        dialog.chosen.connect(partial(window.windows.opener.open_again, page))
        dialog.sheet_chosen.connect(partial(show_sheet, dialog))
        dialog.open()

    def show_sheet(dialog: ColumnsDialog, sheet: str) -> None:
        """Ask anew about another sheet, whose columns are others."""
        dialog.close()
        ask(window, page, theme, msgspec.structs.replace(options, sheet=sheet, columns=None))

    job.finished.connect(show)
    job.failed.connect(partial(questions.tell, window))
    for signal in (job.finished, job.failed):
        signal.connect(job.cancel)  # its process, which has said all, may not have ended yet
        signal.connect(job.deleteLater)
    job.start()
