from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from natopk_desktop.dossier.location import Filter
from natopk_desktop.typesetting import packed
from natopk_desktop.ui.output import print_dialog
from natopk_desktop.ui.output.export_dialog import ExportDialog
from natopk_desktop.ui.output.print_dialog import PrintDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.main_window import MainWindow
    from natopk_desktop.ui.output.print_request import PrintRequest
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme

    Open = Callable[..., PrintDialog]

PATIENCE = 60_000


class Search(QObject):
    """A search for printers that finds what a test wants, when it wants."""

    found = Signal(tuple)
    delayed = Signal()
    gave_up = Signal()
    searches: list[Search]

    def start(self) -> None:
        self.searches.append(self)

    def stop(self) -> None:
        pass


class Run(QObject):
    """A printer that takes what it is sent and says what a test wants."""

    progressed = Signal(int)
    finished = Signal()
    failed = Signal(str)
    runs: list[Run]

    def start(self, request: PrintRequest, pages: list[bytes]) -> None:
        self.request, self.pages, self.is_cancelled = request, pages, False
        self.runs.append(self)

    def cancel(self) -> None:
        self.is_cancelled = True


@pytest.fixture
def open_dialog(reading: Reading, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the dialog with made-up printers; its pages are set when it is returned."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    Search.searches, Run.runs = [], []
    monkeypatch.setattr(print_dialog, "PrinterSearch", Search)
    monkeypatch.setattr(print_dialog, "PrintRun", Run)
    parent = QWidget()
    qtbot.addWidget(parent)

    def make(printers: tuple[str, ...] | None = ("Hall", "Attic"), *, as_preview: bool = False) -> PrintDialog:
        dialog = PrintDialog(reading, theme, parent, as_preview=as_preview)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.preview.has_pages, timeout=PATIENCE)
        if printers is None:
            Search.searches[-1].gave_up.emit()
        else:
            Search.searches[-1].found.emit(printers)
        return dialog

    return make


def choose(dialog: PrintDialog, document: str, qtbot: QtBot) -> None:
    """Choose a document as a reader does, and wait for its pages."""
    box = dialog.form.options.document
    box.setFocus()
    while box.currentData() != document:
        QTest.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(dialog.print_button.isEnabled, timeout=PATIENCE)


def test_it_prints_the_summary_of_all_at_first(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog()
    with qtbot.waitSignal(dialog.printed) as told:
        dialog.print_button.click()
        (run,) = Run.runs
        assert not dialog.print_button.isEnabled()
        run.progressed.emit(1)
        assert dialog.news.text() == "Page 1 is on its way to the printer…"
        run.finished.emit()
    assert told.args == ["Hall"]
    request = run.request
    assert (request.printer, request.title) == ("Hall", "NATO-Pakistan relations, summary of one page")
    assert (request.paper, request.copies, request.sides, request.greyscale) == ("a4", 1, "printer", False)
    assert len(run.pages) == 1
    assert packed.svg(run.pages[0]).startswith(b"<svg")
    assert not dialog.isVisible()


def test_what_is_chosen_is_what_is_printed(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog()
    choose(dialog, "briefing", qtbot)
    form = dialog.form
    form.printer.setCurrentText("Attic")
    form.copies.setValue(3)
    form.sides.setCurrentIndex(form.sides.findData("both"))
    form.grey.setChecked(True)
    form.pages.setText("2-3")
    dialog.print_button.click()
    (run,) = Run.runs
    request = run.request
    assert (request.printer, request.copies, request.sides, request.greyscale) == ("Attic", 3, "both", True)
    assert tuple(run.pages) == dialog.preview.pages[1:3]
    dialog.reject()
    assert run.is_cancelled


def test_pages_that_there_are_not_are_told_of_at_once(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.form.pages.setText("2")
    assert not dialog.print_button.isEnabled()
    assert dialog.news.text() == "Name pages between 1 and 1, such as 1-3, 5."
    dialog.form.pages.setText("1")
    assert dialog.print_button.isEnabled()
    dialog.reject()


def test_a_sheet_is_of_the_chosen_entry_unless_others_are_asked_for(
    open_dialog: Open, reading: Reading, qtbot: QtBot
) -> None:
    reading.set_filter(Filter(topics=frozenset({"relief"})))
    dialog = open_dialog()
    choose(dialog, "milestone", qtbot)
    assert dialog.form.choice().only == ("m01",)
    QTest.keyClick(dialog.form.options.scope, Qt.Key.Key_Up)
    assert dialog.form.choice().topics == frozenset({"relief"})
    choose(dialog, "timeline", qtbot)
    assert dialog.form.choice().topics == frozenset({"relief"})
    dialog.reject()


def test_while_printers_are_looked_for_the_pages_are_there(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.find_printers()
    assert dialog.news.text() == "Looking for printers…"
    assert not dialog.print_button.isEnabled()
    assert dialog.preview.has_pages
    Search.searches[-1].found.emit(("Hall",))
    assert dialog.print_button.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(
    ("printers", "sentence"), [((), "There is no printer."), (None, "The printing system does not answer.")]
)
def test_without_a_printer_it_says_so_and_offers_a_pdf(
    open_dialog: Open, qtbot: QtBot, printers: tuple[str, ...] | None, sentence: str
) -> None:
    dialog = open_dialog(printers)
    assert dialog.news.text() == f"{sentence} You can save the pages as a PDF instead."
    assert dialog.pdf_button.isDefault()
    assert not dialog.print_button.isEnabled()
    assert dialog.form.again.isVisible()
    with qtbot.waitSignal(dialog.pdf_wanted):
        dialog.pdf_button.click()
    assert not dialog.isVisible()


def test_printers_that_answer_late_are_still_taken(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.find_printers()
    Search.searches[-1].delayed.emit()
    assert dialog.news.text() == "The printing system does not answer. You can save the pages as a PDF instead."
    Search.searches[-1].found.emit(("Hall",))
    assert dialog.news.text() == ""
    assert dialog.print_button.isEnabled()
    dialog.reject()


def test_the_tab_key_reaches_everything_in_reading_order(open_dialog: Open) -> None:
    dialog = open_dialog()
    reached = []
    while (focus := dialog.focusWidget()) not in reached:
        assert focus is not None
        reached.append(focus)
        assert focus.accessibleName() or getattr(focus, "text", str)(), focus
        assert min(focus.width(), focus.height()) >= 24, focus
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    form, preview = dialog.form, dialog.preview
    stops = [form.options.document, form.printer, form.grey, preview.sheet.paper, preview.number, dialog.close_button]
    assert [reached.index(stop) for stop in stops] == sorted(reached.index(stop) for stop in stops)
    dialog.reject()


def test_printers_that_come_later_are_found_by_looking_again(open_dialog: Open) -> None:
    dialog = open_dialog(())
    dialog.form.again.click()
    Search.searches[-1].found.emit(("Hall",))
    assert dialog.form.printer.currentText() == "Hall"
    assert dialog.print_button.isEnabled()
    assert not dialog.form.again.isVisible()
    dialog.reject()


@pytest.mark.parametrize("sentence", ["The printer Hall is not there any more; choose another one.", ""])
def test_what_was_not_printed_is_told_of_and_can_be_tried_again(open_dialog: Open, sentence: str) -> None:
    dialog = open_dialog()
    dialog.print_button.click()
    Run.runs[-1].failed.emit(sentence)
    assert dialog.news.text() == (sentence or "The printer did not take the pages. Nothing was printed.")
    dialog.print_button.click()
    assert len(Run.runs) == 2
    dialog.reject()


def test_the_preview_has_the_keyboard_where_it_is_asked_for(open_dialog: Open) -> None:
    dialog = open_dialog(as_preview=True)
    assert dialog.windowTitle() == "Print preview"
    assert dialog.focusWidget() is dialog.preview.sheet.paper
    dialog.reject()
    dialog = open_dialog()
    assert dialog.windowTitle() == "Print"
    assert dialog.focusWidget() is dialog.form.options.document
    dialog.reject()


def test_print_and_preview_are_at_hand_in_the_window(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the keys to the export dialog, which takes over what was chosen."""
    Search.searches = []
    monkeypatch.setattr(print_dialog, "PrinterSearch", Search)
    window.actions_by_id["preview"].trigger()
    (preview,) = window.findChildren(PrintDialog)
    assert preview.windowTitle() == "Print preview"
    preview.reject()
    window.tools.ends["print"].click()
    dialog = next(found for found in window.findChildren(PrintDialog) if found is not preview)
    dialog.form.options.paper.setCurrentIndex(dialog.form.options.paper.findData("letter"))
    dialog.pdf_button.click()
    (export,) = window.findChildren(ExportDialog)
    assert export.wish.format.id == "pdf"
    assert export.wish.choice.paper == "letter"
    export.reject()
    qtbot.wait(10)
