"""The export dialog as a reader uses it: choose with the keyboard, see what comes, reach every part."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.dossier.location import Filter
from natopk_desktop.exporters import registry
from natopk_desktop.ui.output import words
from tests.ui.output.exporting import names, wait_for_look

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.output.export_dialog import ExportDialog
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme


FORMATS = [known.id for known in registry.FORMATS]


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
