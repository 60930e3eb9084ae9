"""The export dialog as a reader uses it: choose with the keyboard, see, save, be asked, be told."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.dossier.location import Filter
from natopk_desktop.exporters import registry
from natopk_desktop.settings import Exported
from natopk_desktop.ui.keeper import Keeper
from natopk_desktop.ui.output import words
from natopk_desktop.ui.output.export_dialog import ExportDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.main_window import MainWindow
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme

FORMATS = [known.id for known in registry.FORMATS]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def make(reading: Reading, theme: Theme, parent: QWidget, tmp_path: Path) -> Iterator[Callable[..., ExportDialog]]:
    """Opens the dialog with a format and a folder remembered."""
    opened: list[ExportDialog] = []

    def open_dialog(format_id: str = "md", reading: Reading = reading) -> ExportDialog:
        keeper = Keeper(None, parent)
        keeper.change(exported=Exported(format_id, str(tmp_path)))
        dialog = ExportDialog(reading, theme, keeper, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.open()
        opened.append(dialog)
        return dialog

    yield open_dialog
    for dialog in opened:
        dialog.close()
        dialog.deleteLater()


def wait_for_look(qtbot: QtBot, dialog: ExportDialog) -> None:
    qtbot.waitUntil(lambda: dialog.made is not None and dialog.made.wish == dialog.wish, timeout=20_000)


def box_of(qtbot: QtBot, dialog: ExportDialog) -> QMessageBox:
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QMessageBox)))
    return dialog.findChildren(QMessageBox)[0]


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize("format_id", FORMATS)
def test_each_format_is_chosen_with_the_keyboard_and_saved(
    make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path, format_id: str
) -> None:
    dialog = make("pdf")
    assert dialog.focusWidget() is dialog.parts.formats
    for _ in range(FORMATS.index(format_id)):
        QTest.keyClick(dialog.parts.formats, Qt.Key.Key_Down)
    assert dialog.wish.format.id == format_id
    wait_for_look(qtbot, dialog)

    with qtbot.waitSignal(dialog.saved, timeout=20_000) as saved:
        QTest.keyClick(dialog.parts.formats, Qt.Key.Key_Return)

    (path,) = map(Path, saved.args[0])
    assert path.parent == tmp_path
    assert registry.by_file_name(path.name).id == format_id
    expected = registry.by_id(format_id).write(store.built_in(), dialog.wish.choice)
    assert path.read_bytes() == expected.files[0]
    assert names(tmp_path) == [path.name]
    assert dialog.isHidden()


def test_what_the_format_cannot_use_is_disabled_and_has_no_say(make: Callable[..., ExportDialog]) -> None:
    dialog = make("pdf")
    options = dialog.parts.options
    options.paper.setCurrentIndex(options.paper.findData("letter"))
    options.notes.setChecked(False)
    assert (dialog.wish.choice.paper, dialog.wish.choice.notes) == ("letter", False)

    dialog.parts.formats.choose("json")

    fields = (options.document, options.scope, options.order, options.paper, options.notes)
    assert not any(field.isEnabled() for field in fields)
    assert dialog.wish.choice == Choice()


@pytest.mark.parametrize("known", registry.FORMATS, ids=FORMATS)
def test_exactly_what_a_format_can_use_is_enabled(
    make: Callable[..., ExportDialog], known: registry.Format, reading: Reading
) -> None:
    reading.set_filter(Filter(topics=frozenset({"relief"})))
    options = make(known.id).parts.options
    enabled = {
        "document": options.document.isEnabled(),
        "only": options.scope.isEnabled(),
        "order": options.order.isEnabled(),
        "paper": options.paper.isEnabled(),
        "notes": options.notes.isEnabled(),
    }
    assert {name for name, on in enabled.items() if on} == known.uses - {"topics", "period"}
    reading.clear_filter()


def test_every_format_has_its_name_and_its_sentence() -> None:
    assert list(words.FORMATS) == FORMATS
    assert all(told.name and told.purpose.endswith(".") for told in words.FORMATS.values())


@pytest.mark.parametrize(("scope", "expected"), [("whole", None), ("chosen", ("m04",))])
def test_the_scope_is_that_of_the_window(
    make: Callable[..., ExportDialog], reading: Reading, scope: str, expected: tuple[str, ...] | None
) -> None:
    reading.choose(3)
    dialog = make("csv")
    dialog.parts.options.scope.setCurrentIndex(dialog.parts.options.scope.findData(scope))
    assert dialog.wish.choice.only == expected


def test_what_the_filter_shows_is_offered_where_there_is_a_filter(
    make: Callable[..., ExportDialog], reading: Reading
) -> None:
    assert make("csv").parts.options.scope.findData("shown") < 0
    reading.set_filter(Filter(topics=frozenset({"relief"}), period="2005"))
    options = make("csv").parts.options

    options.scope.setCurrentIndex(options.scope.findData("shown"))

    assert "1 of 11" in options.scope.currentText()
    assert (options.choice().topics, options.choice().period) == (frozenset({"relief"}), "2005")
    options.use(registry.by_id("ris"))
    assert options.choice() == Choice()


def test_the_look_and_the_losses_are_those_of_the_choice(make: Callable[..., ExportDialog], qtbot: QtBot) -> None:
    dialog = make("pdf")
    wait_for_look(qtbot, dialog)
    assert dialog.parts.preview_title.text() == "Page 1 of 1"
    assert dialog.made is not None
    for item in dialog.made.written.losses:
        assert item.message in dialog.parts.losses.toPlainText()
    assert f"({len(dialog.made.written.losses)})" in dialog.parts.loss_title.text()

    dialog.parts.formats.choose("json")
    assert dialog.parts.losses.toPlainText() == ""
    wait_for_look(qtbot, dialog)
    assert "holds everything" in dialog.parts.losses.toPlainText()
    assert dialog.parts.preview.lines.toPlainText().startswith('{\n  "format": "natopk-dossier"')


def test_the_page_is_seen(make: Callable[..., ExportDialog], qtbot: QtBot) -> None:
    for format_id in ("svg", "png"):
        dialog = make(format_id)
        wait_for_look(qtbot, dialog)
        page = dialog.parts.preview.page
        image = page.grab().toImage()
        paper = page.paper().toRect().adjusted(4, 4, -4, -4)
        colours = {image.pixelColor(x, y).name() for x in range(paper.left(), paper.right(), 2)
                   for y in range(paper.top(), paper.bottom(), 2)}  # fmt: skip
        assert "#ffffff" in colours
        assert len(colours) > 20


def test_a_document_that_is_not_for_reading_is_seen_as_its_words(
    make: Callable[..., ExportDialog], qtbot: QtBot
) -> None:
    dialog = make("docx")
    wait_for_look(qtbot, dialog)
    assert "NATO-Pakistan relations" in dialog.parts.preview.lines.toPlainText()
    assert dialog.parts.preview_title.text() == "Its words, without their form"


def test_saving_does_not_wait_to_be_looked_at(make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make("docx")
    with qtbot.waitSignal(dialog.saved, timeout=20_000):
        dialog.save_button.click()
    assert names(tmp_path) == ["nato-pakistan-2010-summary.docx"]


def test_a_file_in_the_way_is_asked_about_and_kept(
    make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = make("txt")
    there = tmp_path / "nato-pakistan-2010-summary.txt"
    there.write_bytes(b"mine")
    wait_for_look(qtbot, dialog)
    dialog.save_button.click()
    box = box_of(qtbot, dialog)
    assert there.name in box.text()

    QTest.keyClick(box, Qt.Key.Key_Return)  # who just presses Return keeps what there is

    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert there.read_bytes() == b"mine"
    assert dialog.isVisible()


def test_a_file_in_the_way_is_replaced_where_that_is_wanted(
    make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = make("txt")
    there = tmp_path / "nato-pakistan-2010-summary.txt"
    there.write_bytes(b"mine")
    wait_for_look(qtbot, dialog)
    dialog.save_button.click()
    box = box_of(qtbot, dialog)
    with qtbot.waitSignal(dialog.saved):
        next(button for button in box.buttons() if "Replace" in button.text().replace("&", "")).click()
    assert there.read_bytes().startswith(b"[Ours: banner]")


def test_it_is_asked_once_however_soon_the_export_is_there(
    make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = make("txt")
    there = tmp_path / "nato-pakistan-2010-summary.txt"
    there.write_bytes(b"mine")
    dialog.save_button.click()
    box = box_of(qtbot, dialog)
    wait_for_look(qtbot, dialog)
    assert dialog.findChildren(QMessageBox) == [box]
    with qtbot.waitSignal(dialog.saved):
        next(button for button in box.buttons() if "Replace" in button.text().replace("&", "")).click()
    assert there.read_bytes() != b"mine"


def test_each_of_several_pictures_is_asked_about(
    make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = make("svg")
    options = dialog.parts.options
    options.document.setCurrentIndex(options.document.findData("timeline"))
    (tmp_path / "nato-pakistan-2010-timeline-02.svg").write_bytes(b"mine")
    wait_for_look(qtbot, dialog)
    dialog.save_button.click()
    box = box_of(qtbot, dialog)
    assert "timeline-02.svg" in box.text()
    with qtbot.waitSignal(dialog.saved):
        next(button for button in box.buttons() if "Replace" in button.text().replace("&", "")).click()
    assert names(tmp_path) == [f"nato-pakistan-2010-timeline-0{number}.svg" for number in (1, 2)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such folders")
def test_a_folder_that_is_gone_is_one_sentence_and_leaves_nothing(
    make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = make("txt")
    dialog.target.field.setText(str(tmp_path / "gone" / "a.txt"))
    wait_for_look(qtbot, dialog)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "no folder" in dialog.line.words.text())
    assert dialog.isVisible()
    assert dialog.save_button.isEnabled()
    assert names(tmp_path) == []


def test_a_failing_disk_is_one_sentence_and_leaves_the_old_file(
    make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    dialog = make("txt")
    dialog.target.field.setText("a.txt")
    wait_for_look(qtbot, dialog)
    monkeypatch.setattr(os, "fsync", fail)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "No space left on device" in dialog.line.words.text())
    assert names(tmp_path) == []
    monkeypatch.undo()
    with qtbot.waitSignal(dialog.saved):
        dialog.save_button.click()
    assert names(tmp_path) == ["a.txt"]


def test_without_a_name_nothing_is_saved(make: Callable[..., ExportDialog], tmp_path: Path) -> None:
    dialog = make("txt")
    dialog.target.field.setText(" ")
    dialog.save_button.click()
    assert dialog.line.words.text()
    assert names(tmp_path) == []


def test_a_name_that_promises_another_format_is_told_of(make: Callable[..., ExportDialog], tmp_path: Path) -> None:
    dialog = make("txt")
    dialog.target.field.setText("a.docx")
    dialog.save_button.click()
    assert "Word document (DOCX)" in dialog.line.words.text()
    assert names(tmp_path) == []


def test_escape_leaves_nothing(make: Callable[..., ExportDialog], tmp_path: Path) -> None:
    dialog = make("pdf")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert names(tmp_path) == []


def test_stopping_what_is_being_made_saves_nothing_and_it_can_be_asked_for_again(
    make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = make("pdf")
    dialog.save_button.click()
    assert dialog.stop_button.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.line.words.text() == "Stopped; nothing was saved."
    assert names(tmp_path) == []
    with qtbot.waitSignal(dialog.saved, timeout=20_000):
        dialog.save_button.click()


def test_a_name_that_was_given_keeps_its_stem_and_takes_the_formats_ending(make: Callable[..., ExportDialog]) -> None:
    dialog = make("docx")
    assert dialog.target.path().endswith("nato-pakistan-2010-summary.docx")
    dialog.parts.formats.choose("csv")
    assert dialog.target.path().endswith("nato-pakistan-2010.csv")
    dialog.target.field.setText("my own.csv")
    dialog.parts.formats.choose("json")
    assert Path(dialog.target.path()).name == "my own.dossier.json"


def test_a_name_without_an_ending_gets_that_of_the_format(make: Callable[..., ExportDialog], tmp_path: Path) -> None:
    dialog = make("csv")
    dialog.target.field.setText("table")
    assert dialog.target.path() == str(tmp_path / "table.csv")


def test_format_and_folder_are_remembered(make: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make("md")
    dialog.target.field.setText(str(tmp_path / "a.md"))
    with qtbot.waitSignal(dialog.saved):
        dialog.save_button.click()
    assert dialog._keeper.settings.exported == Exported("md", str(tmp_path))


@pytest.mark.parametrize("remembered", [Exported("gone", "/nowhere"), Exported("", "\0"), Exported()])
def test_what_is_remembered_and_gone_is_passed_over(
    qtbot: QtBot, reading: Reading, theme: Theme, parent: QWidget, remembered: Exported
) -> None:
    keeper = Keeper(None, parent)
    keeper.change(exported=remembered)
    dialog = ExportDialog(reading, theme, keeper, parent)
    qtbot.addWidget(dialog)
    assert dialog.wish.format.id == "pdf"
    assert Path(dialog.target.path()).parent.is_dir()


def test_every_part_has_a_name_and_can_be_reached(make: Callable[..., ExportDialog], qtbot: QtBot) -> None:
    dialog = make("md")
    wait_for_look(qtbot, dialog)
    reached = []
    first = dialog.focusWidget()
    for _ in range(40):
        focus = dialog.focusWidget()
        assert focus is not None
        reached.append(focus)
        assert focus.accessibleName() or getattr(focus, "text", str)(), focus
        assert focus.height() >= 20
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if dialog.focusWidget() is first:
            break
    options = dialog.parts.options
    for part in (dialog.parts.formats, options.document, options.order, options.notes, dialog.parts.losses,
                 dialog.parts.preview.lines, dialog.target.field, dialog.target.browse, dialog.save_button,
                 dialog.cancel_button):  # fmt: skip
        assert part in reached


@pytest.mark.parametrize(("scale", "size"), [(1.0, (984, 520)), (2.0, (984, 520)), (3.0, (600, 400))])
def test_it_fits_small_screens_and_large_text(
    make: Callable[..., ExportDialog], theme: Theme, qtbot: QtBot, scale: float, size: tuple[int, int]
) -> None:
    dialog = make("md")
    theme.set_text_scale(scale)
    dialog.resize(*size)
    wait_for_look(qtbot, dialog)  # which takes the bar away
    dialog.line.wait()
    qtbot.waitUntil(dialog.line.bar.isVisible)
    QApplication.processEvents()
    assert (dialog.width(), dialog.height()) == size
    dialog._making.ask(dialog.wish)
    wait_for_look(qtbot, dialog)
    QApplication.processEvents()
    assert (dialog.width(), dialog.height()) == size
    parts = dialog.parts
    assert parts.horizontalScrollBar().maximum() == 0
    for part in (parts.formats, parts.losses, parts.preview):
        assert part.height() >= 3 * part.fontMetrics().height()


def test_the_window_opens_it_and_tells_what_was_saved(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, dossier: Dossier
) -> None:
    assert dossier is not None
    window.keeper.change(exported=Exported("md", str(tmp_path)))
    window.tools.ends["export"].click()
    qtbot.waitUntil(lambda: bool(window.findChildren(ExportDialog)))
    (dialog,) = window.findChildren(ExportDialog)
    with qtbot.waitSignal(dialog.saved):
        dialog.save_button.click()
    assert "nato-pakistan-2010-summary.md" in window.status.notice.text()
    assert names(tmp_path) == ["nato-pakistan-2010-summary.md"]
    qtbot.waitUntil(lambda: not window.findChildren(ExportDialog))
