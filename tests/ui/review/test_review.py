from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from natopk_desktop import resources
from natopk_desktop.dossier import corrections, store
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.model import Computed, Correction
from natopk_desktop.report import Item, Where
from natopk_desktop.ui.opening import understood
from natopk_desktop.ui.opening.report_window import ReportWindow
from natopk_desktop.ui.review.findings import Which
from natopk_desktop.ui.review.wording import KINDS
from natopk_desktop.ui.tabs.dossier_page import DossierPage
from natopk_desktop.ui.tabs.opened import Opened
from tests import generator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.main_window import MainWindow
    from natopk_desktop.ui.review.pane import ReviewPane

PATIENCE = 60_000


def guessed() -> Dossier:
    """Return a dossier as a program makes it of a page."""
    contents = generator.contents(8)
    found = [
        Computed("m2", 0.9, "A date begins the line."),
        Computed("m5", 0.4, "The year is carried down from above."),
        Computed("b4", 0.6, "A short line without a full stop."),
        Computed("f0", 0.5, "A number before a noun."),
    ]
    return Dossier(msgspec.structs.replace(contents, computed=found))


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> Iterator[DossierPage]:
    """A tab with a dossier that was made of a web page, which is changed by nobody yet."""
    opened = Opened(guessed(), tmp_path / "strait.html", items=(Item("guessed", "date", Where(line=4), "A date."),))
    made = DossierPage(opened, window.theme, window.keeper)
    made.beside.show_bar()
    window.add(made)
    yield made
    made.discard()
    for each in list(window.windows.windows):
        each.close()


@pytest.fixture
def pane(window: MainWindow, page: DossierPage) -> ReviewPane:
    window.activateWindow()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F8)
    assert page.beside.review is not None
    assert page.beside.review.isVisible()
    return page.beside.review


def ids(pane: ReviewPane) -> list[str]:
    return [finding.id for finding in pane.model.findings]


def take(pane: ReviewPane, kind: str, level: int | None = None) -> None:
    """Choose a kind as a reader does."""
    row = next(row for row, known in enumerate(KINDS) if known[:2] == (kind, level))
    pane.editor.kind.setCurrentIndex(row)
    pane.editor.kind.activated.emit(row)


def set_date(pane: ReviewPane, words: str) -> None:
    pane.editor.date.setFocus()
    pane.editor.date.clear()
    QTest.keyClicks(pane.editor.date, words)
    QTest.keyClick(pane.editor.date, Qt.Key.Key_Return)


# What is listed


def test_the_least_sure_stands_first(pane: ReviewPane) -> None:
    assert ids(pane) == ["m5", "f0", "b4", "m2"]
    first = pane.model.index(0, 0)
    assert first.data().splitlines()[0] == "Entry of May 1901 · 40 % sure"
    assert first.data().splitlines()[1].startswith("“May 1901")
    assert first.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "The year is carried down from above."
    assert "Ours: The year is carried down" in pane.editor.reason.text()


def test_a_finding_is_shown_where_it_stands(window: MainWindow, pane: ReviewPane) -> None:
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    QTest.keyClick(pane.list, Qt.Key.Key_Down)

    block = window.reading.dossier.blocks
    assert window.reading.location.page == block.span(block.ids.index("b4"))
    assert pane.editor.kind.currentText() == "Heading, level 2"
    assert not pane.editor.date.isVisible()


def test_all_parts_of_the_page_can_be_listed(pane: ReviewPane) -> None:
    pane.which.setCurrentIndex(pane.which.findData(Which.ALL))

    assert ids(pane) == ["b0", "b2", "b4", *(f"m{number}" for number in range(1, 9))]


def test_the_built_in_dossier_cannot_be_corrected(window: MainWindow) -> None:
    assert not window.actions_by_id["review"].isEnabled()
    assert not window.actions_by_id["report"].isEnabled()


# What can be said


def test_a_date_is_set_with_the_keyboard(window: MainWindow, page: DossierPage, pane: ReviewPane) -> None:
    set_date(pane, "1902-07")

    row = window.reading.dossier.milestones.row_of("m5")
    assert row is not None
    assert window.reading.dossier.milestones.edtf[row] == "1902-07"
    assert page.opened.dossier.head.corrections == [Correction("m5", "date.edtf", "1901-05", "1902-07")]
    assert ids(pane) == ["f0", "b4", "m2"]
    assert page.is_changed
    window.reading.choose(row)
    header = window.detail.entry.content.header
    assert header.corrected.text() == "Yours: you set the date to July 1902; before it was May 1901."
    assert header.corrected.isVisible()
    window.actions_by_id["undo"].trigger()
    assert ids(pane) == ["m5", "f0", "b4", "m2"]
    assert not page.is_changed


def test_what_a_date_means_is_told_while_it_is_typed(page: DossierPage, pane: ReviewPane) -> None:
    pane.editor.date.setText("2005-10?")
    assert pane.editor.date_words.text() == "Ours: perhaps October 2005"
    pane.editor.date.setText("")
    assert pane.editor.date_words.text() == "Ours: no date"
    set_date(pane, "October")
    assert "2005-10 for a month" in pane.editor.date_words.text()
    assert not pane.editor.set_date.isEnabled()
    assert not page.is_changed


def test_what_is_no_entry_leaves_list_and_overview(window: MainWindow, pane: ReviewPane) -> None:
    block = window.reading.dossier.milestones[4].blocks[0]
    take(pane, "paragraph")

    assert len(window.reading.rows) == 7
    assert window.timeline.model().rowCount() == 7
    kinds = dict(zip(window.reading.dossier.blocks.ids, window.reading.dossier.blocks.kinds, strict=True))
    assert kinds[block] == "paragraph"
    window.actions_by_id["undo"].trigger()
    assert window.timeline.model().rowCount() == 8


def test_a_paragraph_that_is_an_entry_is_dated_as_it_prints(window: MainWindow, pane: ReviewPane) -> None:
    pane.which.setCurrentIndex(pane.which.findData(Which.ALL))
    pane.choose("m3")
    take(pane, "paragraph")
    assert len(window.reading.rows) == 7
    assert pane.finding is not None
    assert pane.finding.milestone is None
    take(pane, "milestone")

    made = window.reading.dossier.milestones[2]
    assert made.id == "reader-1"
    assert made.date.edtf == "1901-03"
    assert window.reading.dossier.words(made.date.printed) == ("March 1901",)
    assert pane.finding.id == "reader-1"
    assert pane.editor.date.text() == "1901-03"


def test_a_heading_gets_another_level(window: MainWindow, pane: ReviewPane) -> None:
    pane.choose("b4")
    take(pane, "heading", 3)

    block = window.reading.dossier.blocks
    assert block[block.ids.index("b4")].level == 3
    assert window.reading.dossier.outline.sections[1].level == 3
    pane.which.setCurrentIndex(pane.which.findData(Which.CORRECTED))
    assert ids(pane) == ["b4"]
    assert "Yours: you said what this is: Heading, level 3; before it was: Heading, level 2." in (
        pane.editor.reason.text()
    )


def test_accepting_goes_on_to_the_next(pane: ReviewPane, page: DossierPage) -> None:
    for left in (["f0", "b4", "m2"], ["b4", "m2"], ["m2"], []):
        pane.editor.accept.click()
        assert ids(pane) == left
    assert "looked through all of it" in pane.told.text()
    assert not pane.editor.isVisible()
    assert {one.now for one in page.opened.dossier.head.corrections} == {"accepted"}


def test_a_search_finds_nothing_that_is_gone_and_the_keyboard_stays_in_the_review(
    window: MainWindow, pane: ReviewPane, qtbot: QtBot
) -> None:
    window.search_bar.field.setText("harbour")
    qtbot.waitUntil(lambda: window.search.is_complete)
    before = window.search.count
    pane.choose("m1") if "m1" in ids(pane) else pane.which.setCurrentIndex(1)
    pane.choose("m1")
    pane.list.setFocus()
    take(pane, "residue")
    qtbot.waitUntil(lambda: window.search.is_complete)

    assert window.search.count == before  # the words are found as a passage now
    assert pane.isAncestorOf(window.focusWidget())


def test_corrections_are_kept_in_the_file(page: DossierPage, pane: ReviewPane, tmp_path: Path) -> None:
    set_date(pane, "1902-07")
    path = tmp_path / "kept.dossier.json"
    store.save(page.opened.dossier, path)

    kept = store.load(path)
    assert kept.head.corrections == page.opened.dossier.head.corrections


# The line and the report


def test_the_line_tells_what_was_understood(window: MainWindow, page: DossierPage) -> None:
    bar = page.beside.bar
    assert bar is not None
    assert bar.isVisible()
    assert bar.told.text() == "Understood: 8 milestones · 4 found by a program"
    bar.details.click()
    report = window.findChild(ReportWindow)
    assert report is not None
    assert report.view.toPlainText() == "Guessed\n• A date. (line 4)"
    report.close()
    bar.close_button.click()
    assert not bar.isVisible()
    window.actions_by_id["report"].trigger()
    again = [found for found in window.findChildren(ReportWindow) if found.isVisible()]
    assert len(again) == 1
    again[0].close()


def test_the_line_counts_what_the_reader_corrected(page: DossierPage, pane: ReviewPane) -> None:
    set_date(pane, "1902-07")

    assert page.beside.bar is not None
    assert page.beside.bar.told.text() == "Understood: 8 milestones · 3 found by a program · 1 corrected by you"


def test_an_accepted_guess_is_confirmed_not_corrected(page: DossierPage, pane: ReviewPane) -> None:
    assert page.beside.bar is not None
    pane.editor.accept.click()
    assert page.beside.bar.told.text() == "Understood: 8 milestones · 3 found by a program · 1 confirmed by you"
    pane.which.setCurrentIndex(pane.which.findData(Which.CORRECTED))
    assert ids(pane) == ["m5"]
    assert pane.told.text() == "1 confirmed by you"

    set_date(pane, "1902-07")  # what was accepted first and corrected then is corrected
    assert page.beside.bar.told.text() == "Understood: 8 milestones · 3 found by a program · 1 corrected by you"
    assert pane.told.text() == "1 corrected by you"


def test_the_line_and_the_review_count_the_same(page: DossierPage, pane: ReviewPane) -> None:
    assert understood.count(page.opened).found == len(pane.model.findings) == 4
    assert pane.told.text() == "4 found by a program, for you to accept or to correct"


def test_what_is_not_understood_is_told_as_the_report_of_an_import_tells_it(
    page: DossierPage, pane: ReviewPane
) -> None:
    pane.choose("b4")
    take(pane, "residue")
    dossier = page.opened.dossier
    blocks = dossier.blocks
    rest = sum(blocks.ends[row] - blocks.starts[row] for row, kind in enumerate(blocks.kinds) if kind == "residue")
    assert page.beside.bar is not None
    assert f" · {100 * rest / len(dossier.text):.1f} % not understood" in page.beside.bar.told.text()


def test_the_list_keeps_its_width_when_a_guess_is_accepted(page: DossierPage, pane: ReviewPane) -> None:
    QApplication.processEvents()
    page.view.splitter.setSizes([391, page.view.splitter.width() - 391])
    before = page.view.splitter.sizes()
    old = page.view
    pane.editor.accept.click()
    QApplication.processEvents()

    assert page.view is not old
    assert page.view.splitter.sizes() == before
    assert page.view.timeline.width() == before[0]


def test_more_than_half_residue_is_hardly_understood(window: MainWindow, page: DossierPage) -> None:
    dossier = guessed()
    for milestone in list(dossier.milestones.ids)[:7]:
        dossier = corrections.not_milestone(dossier, milestone, "residue")
    found = understood.count(Opened(dossier, page.file))
    assert 0.5 < found.residue < 1
    assert found.is_hardly
    page.put(dossier)
    assert page.beside.bar is not None
    assert page.beside.bar.told.text().startswith("Opened, but hardly understood: 1 milestone · ")
    page.put(guessed())
    assert window.has_view


def opened_again(window: MainWindow, dossier: Dossier, path: Path, qtbot: QtBot) -> DossierPage:
    """Save ``dossier``, open its file, and return the tab once its late work is done."""
    store.save(dossier, path)
    window.windows.open_files([path])
    page = window.page
    assert page.file == path
    qtbot.waitUntil(page.view.status.account.isVisible)
    return page


def test_a_dossier_saved_half_reviewed_says_so_when_it_is_opened_again(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    half = corrections.accept(guessed(), "m2")
    page = opened_again(window, half, tmp_path / "half.dossier.json", qtbot)

    bar = page.beside.bar
    assert bar is not None
    assert bar.isVisible()
    assert bar.told.text() == "Understood: 8 milestones · 3 found by a program · 1 confirmed by you"
    assert not bar.details.isVisible()  # the file keeps no report
    bar.review.click()
    assert page.is_reviewing
    bar.close_button.click()
    assert page.beside.review is not None
    page.beside.review.editor.accept.click()
    QApplication.processEvents()
    assert not bar.isVisible()
    assert page.beside.bar is bar
    page.discard()


def test_a_dossier_with_nothing_left_to_review_has_no_line(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    done = guessed()
    for found in guessed().head.computed:
        done = corrections.accept(done, found.id)
    page = opened_again(window, done, tmp_path / "done.dossier.json", qtbot)

    assert page.beside.bar is None
    home = window.tabs.pages[0]
    assert isinstance(home, DossierPage)
    assert home.is_home
    assert home.beside_view() == ([], [])
    assert not understood.has_report(Opened(guessed()))


def test_the_report_of_a_dossier_with_guesses_does_not_say_that_all_was_understood(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened_again(window, guessed(), tmp_path / "a.dossier.json", qtbot)
    window.actions_by_id["report"].trigger()
    report = window.findChild(ReportWindow)
    assert report is not None
    assert report.view.toPlainText() == "There is nothing more to tell. The review (F8) lists what was found."
    report.close()


# All together, with a real page


def test_a_page_is_opened_corrected_and_saved(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(resources.bundled("data", "nato-pakistan-2010", "source.txt").read_bytes())
    window.windows.open_files([path])
    qtbot.waitUntil(lambda: window.has_view and window.page.file == path, timeout=PATIENCE)
    page = window.page
    assert page.beside.bar is not None
    assert page.beside.bar.isVisible()
    assert page.beside.bar.told.text().startswith("Understood: 11 milestones")
    page.beside.bar.review.click()
    pane = page.beside.review
    assert pane is not None
    pane.editor.accept.click()
    assert page.is_changed
    buttons = [button for button in pane.findChildren(QPushButton) if button.isVisible()]
    assert all(button.height() >= 24 for button in buttons)
    page.discard()
