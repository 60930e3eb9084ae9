from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrinter

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.errors import OperationError
from natopk_desktop.exporters import pdf
from natopk_desktop.typesetting import fit
from natopk_desktop.ui.output import page_painter
from tests.documents.made_up import Made, made_up
from tests.typesetting.pdf_tools import page_count, reader

if TYPE_CHECKING:
    from pathlib import Path

    from pypdf.generic import StreamObject

    from natopk_desktop.documents.choice import Paper
    from natopk_desktop.documents.parts import DocumentKind
    from natopk_desktop.dossier.dossier import Dossier

BUILT_IN = store.built_in()
OPEN = made_up([Made("from on", "since 2001", "2001/.."), Made("until", "until 1999", "../1999")])

pytestmark = pytest.mark.usefixtures("qapp")


def printed(dossier: Dossier, choice: Choice, folder: Path, *, greyscale: bool = False) -> bytes:
    """Print to a file, as a printer would be given it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    file = folder / "printed.pdf"
    printer.setOutputFileName(str(file))
    page_painter.prepare(printer, choice.paper, "A name", greyscale=greyscale)
    told: list[int] = []
    pages = fit.fitted(dossier, choice).svg()
    page_painter.print_pages(printer, pages, told.append)
    assert told == list(range(1, len(pages) + 1))
    return file.read_bytes()


def contents(file: bytes) -> str:
    pages = reader(file).pages
    return "\n".join(
        cast("StreamObject", page["/Contents"].get_object()).get_data().decode("latin-1") for page in pages
    )


def pictures(file: bytes) -> list[str]:
    """Name what is a picture in a printed file, among its objects or within a page."""
    resources = (cast("dict[str, dict[str, StreamObject]]", page["/Resources"]) for page in reader(file).pages)
    objects = [item for one in resources for item in one.get("/XObject", {}).items()]
    names = [name for name, one in objects if cast("StreamObject", one.get_object()).get("/Subtype") == "/Image"]
    return names + re.findall(r"^BI\b", contents(file), re.MULTILINE)


@pytest.mark.parametrize(
    ("kind", "paper"),
    [("summary", "a4"), ("summary", "letter"), ("briefing", "a4"), ("milestone", "letter"), ("timeline", "a4")],
)
def test_as_many_pages_as_the_pdf_has_and_none_a_picture(kind: DocumentKind, paper: Paper, tmp_path: Path) -> None:
    choice = Choice(document=kind, paper=paper, only=("m02", "m04"))
    file = printed(BUILT_IN, choice, tmp_path)

    assert page_count(file) == page_count(pdf.write(BUILT_IN, choice).files[0])
    assert pictures(file) == []
    (page, *_) = reader(file).pages
    size = (595, 842) if paper == "a4" else (612, 792)
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(size, abs=1)


def test_dates_without_an_end_fade_without_pictures(tmp_path: Path) -> None:
    assert pictures(printed(OPEN, Choice(document="timeline"), tmp_path)) == []


def test_letters_are_filled_and_not_outlined(tmp_path: Path) -> None:
    """Each glyph is filled once; a second path round it would make it bold, and the file four times as large."""
    choice = Choice(document="milestone", only=("m02",), notes=False)
    (svg,) = fit.fitted(BUILT_IN, choice).svg()
    told = contents(printed(BUILT_IN, choice, tmp_path))

    filled = len(re.findall(r"^(?:h )?f\*?$", told, re.MULTILINE))
    assert filled <= svg.count(b"<use ") + svg.count(b"<path ")
    assert len(re.findall(r"\n[Ss]\n", told)) <= svg.count(b"stroke=")


def test_in_greyscale_no_colour_is_left(tmp_path: Path) -> None:
    coloured = contents(printed(BUILT_IN, Choice(), tmp_path))
    grey = contents(printed(BUILT_IN, Choice(), tmp_path, greyscale=True))

    assert re.search(r"^[\d.]+ [\d.]+ [\d.]+ scn$", coloured, re.MULTILINE)
    assert not re.search(r"^[\d.]+ [\d.]+ [\d.]+ scn$", grey, re.MULTILINE)


def test_the_preview_has_the_pages_colours_and_size() -> None:
    (svg,) = fit.fitted(BUILT_IN, Choice()).svg()
    image = page_painter.image(page_painter.renderer(svg), QSize(300, 424))

    assert image.size() == QSize(300, 424)
    assert image.pixelColor(1, 1).name() == "#ffffff"
    assert len({image.pixel(x, y) for x in range(0, 300, 2) for y in range(0, 424, 2)}) > 50


def test_what_is_no_page_is_refused() -> None:
    with pytest.raises(OperationError):
        page_painter.renderer(b"no page")


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_of(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))
    with pytest.raises(OperationError, match="does not take the pages"):
        page_painter.print_pages(printer, (), lambda _: None)
