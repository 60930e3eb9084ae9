"""Saves dossiers: asks where and whether to replace, makes the file's bytes, and writes them off the window's turn."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec
import shiboken6
from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from natopk_desktop.dossier import store
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.jobs.requests import Save
from natopk_desktop.plain import one_line
from natopk_desktop.ui.job import Job
from natopk_desktop.ui.keeping import questions
from natopk_desktop.ui.output.writing_files import FileWriter
from natopk_desktop.ui.tabs.dossier_page import DossierPage
from natopk_desktop.ui.tabs.opened import stamp_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from natopk_desktop.ui.main_window import MainWindow

    Then = Callable[[], None]
    """What is done once a dossier is saved; not where the reader thinks better of it or it fails."""

SUFFIX: Final = ".dossier.json"
FEW: Final = 1000
"""Milestones up to which a dossier's bytes are made within a frame or two, sooner than a process starts."""
SHORT: Final = 400_000
"""Code points of a text that is short in the same sense."""
NAME_LETTERS: Final = 60


def nothing() -> None:
    """Leave it at that."""


class Order(NamedTuple):
    """What is to be saved: the dossier that a page shows just now, where, and what comes then."""

    page: DossierPage
    dossier: Dossier
    path: Path
    then: Then


class Saver(QObject):
    """Saves the dossiers of one window."""

    def __init__(self, window: MainWindow) -> None:
        """Ask over ``window``."""
        super().__init__(window)
        self._window = window

    def save(self, page: DossierPage, then: Then = nothing) -> None:
        """Save a page's dossier in its file; where it has none, ask for one."""
        path = page.opened.path
        if path is None:
            self.save_as(page, then)
            return
        now = stamp_of(path)
        if now is None or now == page.opened.stamp:
            self._write(page, path, then)
        else:
            box = questions.changed_elsewhere(self._window, path)
            box.accepted.connect(partial(self._write, page, path, then))

    def save_as(self, page: DossierPage, then: Then = nothing) -> None:
        """Ask where to save a page's dossier; of the built-in one a copy is saved."""
        title = self.tr("Save a copy") if page.is_home else self.tr("Save as")
        dialog = QFileDialog(self._window, title, str(suggested(page)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Dossiers (*{ending})").format(ending=SUFFIX), self.tr("All files (*)")])
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.fileSelected.connect(partial(self._save_at, page, then))
        dialog.open()

    def _save_at(self, page: DossierPage, then: Then, name: str) -> None:
        path = Path(name)
        shown = self._window.windows.page_of(path)
        if shown is not None and shown[1] is not page:
            told = self.tr("{name} is open in another tab; close that first, or choose another name.")
            questions.tell(self._window, told.format(name=one_line(path.name, NAME_LETTERS)))
        else:
            self._write(page, path, then)

    def _write(self, page: DossierPage, path: Path, then: Then) -> None:
        order = Order(page, page.opened.dossier, path, then)
        if len(order.dossier.milestones) <= FEW and len(order.dossier.text) <= SHORT:
            self._write_bytes(order, store.dumps(order.dossier))
            return
        job = Job(Save(), order.dossier, page)
        job.finished.connect(lambda: self._write_bytes(order, job.files[0]))
        job.failed.connect(partial(questions.tell, self._window))
        for signal in (job.finished, job.failed):
            signal.connect(job.cancel)  # its process, which has said all, may not have ended yet
            signal.connect(job.deleteLater)
        job.start()

    def _write_bytes(self, order: Order, content: bytes) -> None:
        writer = FileWriter()
        # The function holds the writer, which nobody else does, until its thread has told.
        writer.finished.connect(lambda trouble: self._end(writer, order, trouble))
        writer.write([(order.path, content)])

    def _end(self, _writer: FileWriter, order: Order, trouble: str) -> None:
        page, path = order.page, order.path
        if trouble:
            questions.tell(self._window, trouble)
            return
        keeper = self._window.keeper
        keeper.replace(keeper.settings.with_recent(str(path)))
        if not shiboken6.isValid(page):
            return  # its tab was closed meanwhile
        if page.is_home:
            told = self.tr("A copy is saved as {name}").format(name=one_line(path.name, NAME_LETTERS))
            page.view.tell(told)
        else:
            page.keep(order.dossier, msgspec.structs.replace(page.opened, path=path, stamp=stamp_of(path)))
            told = self.tr("Saved as {name}").format(name=one_line(path.name, NAME_LETTERS))
            page.view.tell_briefly(told)
        order.then()


def suggested(page: DossierPage) -> Path:
    """Return where a page's dossier would be saved if the reader does not say otherwise."""
    opened = page.opened
    if opened.path is not None:
        return opened.path
    if opened.origin is not None:
        return opened.origin.with_name(opened.origin.name.partition(".")[0] + SUFFIX)
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder) / f"{opened.dossier.id}{SUFFIX}"
