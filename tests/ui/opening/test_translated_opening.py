"""The tabs, the opening and the review in the made-up language of long words, as ``test_translated`` has the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from natopk_desktop.dossier import corrections
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.model import Computed, Original
from natopk_desktop.importers.imported import Options
from natopk_desktop.importers.tables.preview import Preview
from natopk_desktop.report import Item, Where
from natopk_desktop.ui.opening.columns_dialog import ColumnsDialog
from natopk_desktop.ui.opening.opening_page import OpeningPage
from natopk_desktop.ui.opening.report_window import ReportWindow
from natopk_desktop.ui.tabs.dossier_page import DossierPage
from natopk_desktop.ui.tabs.opened import Opened
from tests.ui import long_language
from tests.ui.long_language import cut_off, texts, untranslated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from natopk_desktop.ui.main_window import MainWindow

NAME = "⟦page⟧.csv"


@pytest.fixture(autouse=True)
def language(qapp: QApplication) -> Iterator[None]:
    spoken = long_language.speak(qapp)
    yield
    qapp.removeTranslator(spoken)


@pytest.fixture
def page(window: MainWindow, dossier: Dossier, tmp_path: Path) -> Iterator[DossierPage]:
    """The built-in text as a table would give it, with findings and a correction."""
    contents = dossier.contents()
    computed = [Computed(name, 0.5, "⟦why⟧") for name in ("m02", "m03", "m09", contents.blocks[4].id, "f01", "n01")]
    original = Original("text/csv", None, "", b"")
    made = Dossier(msgspec.structs.replace(contents, computed=computed, original=original))
    made = corrections.set_date(made, "m01", "1950")
    items = tuple(Item(kind, "x", Where(line=3), "⟦told⟧") for kind in ("error", "lost", "guessed", "info"))
    opened = DossierPage(Opened(made, tmp_path / NAME, items=items), window.theme, window.keeper)
    opened.beside.show_bar()
    window.add(opened)
    yield opened
    opened.discard()


def left(root: QWidget, dossier: Dossier, *others: str) -> list[str]:
    """Return what is English of ours, apart from the names of files."""
    told = [(place, text) for place, text in texts(root) if not any(other in text for other in others)]
    return [f"{place}: {words}" for place, text in told if (words := untranslated(text, dossier))]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_line_and_the_review(window: MainWindow, page: DossierPage, dossier: Dossier, scale: float) -> None:
    window.theme.set_text_scale(scale)
    window.actions_by_id["review"].trigger()
    pane = page.beside.review
    bar = page.beside.bar
    assert pane is not None
    assert bar is not None
    for which in range(3):
        pane.which.setCurrentIndex(which)
        for row in range(min(4, len(pane.model.findings))):
            pane.list.setCurrentIndex(pane.model.index(row, 0))
            QApplication.processEvents()
            assert left(pane, dossier, "1950", "2005-", "“") == []
    assert left(bar, dossier) == []
    assert cut_off(bar) == []


def test_what_the_list_says(window: MainWindow, page: DossierPage) -> None:
    window.actions_by_id["review"].trigger()
    assert page.beside.review is not None
    model = page.beside.review.model
    said = [model.index(row, 0).data() for row in range(len(model.findings))]
    assert all(line.startswith(long_language.OPEN) for line in said), said


def test_the_report(page: DossierPage, dossier: Dossier, window: MainWindow) -> None:
    page.beside.show_report()
    report = window.findChild(ReportWindow)
    assert report is not None
    assert left(report, dossier) == []
    assert cut_off(report) == []
    report.close()


def test_the_pages_of_files_that_open_or_do_not(window: MainWindow, dossier: Dossier, tmp_path: Path) -> None:
    page = OpeningPage(tmp_path / NAME, Options(), window.theme)
    window.add(page)
    assert left(page, dossier) == []
    page.fail("⟦no⟧")
    assert left(page, dossier) == []
    assert cut_off(page) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_choice_of_columns(window: MainWindow, dossier: Dossier, scale: float) -> None:
    window.theme.set_text_scale(scale)
    preview = Preview((), (("⟦1⟧", "⟦2⟧"),), {"date": 0}, (), sheets=("⟦a⟧", "⟦b⟧"))
    dialog = ColumnsDialog(preview, Options(), window.theme, window)
    dialog.show()
    assert left(dialog, dossier) == []
    assert cut_off(dialog) == []
    dialog.close()


def test_the_questions(window: MainWindow, page: DossierPage, dossier: Dossier) -> None:
    page.change(corrections.set_date(page.opened.dossier, "m02", "1960"), "⟦date⟧")
    window.actions_by_id["close"].trigger()
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    assert untranslated(box.text(), dossier) == ""
    box.reject()
