"""Pages set by Typst painted by Qt: as vectors on a printer, as pixels in the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtSvg import QSvgRenderer

from natopk_desktop.errors import OperationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtPrintSupport import QPrinter

    from natopk_desktop.documents.choice import Paper

SIZES: Final = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
POINTS_PER_INCH: Final = 72


def renderer(svg: bytes) -> QSvgRenderer:
    """Return what paints a page.

    Typst leaves the width of a stroke out where there is none. QtSvg then has a pen of width 1 without a colour,
    which its screens skip and its printers draw: every letter would come out bold. A width of 0 is skipped by both.

    Raises:
        OperationError: Qt cannot read the page.
    """
    made = QSvgRenderer(QByteArray(svg.replace(b"<svg ", b'<svg stroke-width="0" ', 1)))
    if not made.isValid():
        message = "A page could not be painted; save the pages as a PDF instead."
        raise OperationError(message)
    return made


def image(page: QSvgRenderer, size: QSize) -> QImage:
    """Return a page on white, ``size`` pixels large."""
    made = QImage(size, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    page.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return made


def prepare(printer: QPrinter, paper: Paper, name: str, *, greyscale: bool) -> None:
    """Give ``printer`` the whole of a sheet: our pages have their margins in them.

    Args:
        printer: what will be printed on.
        paper: on which paper.
        name: the job's, as a print queue shows it.
        greyscale: whether colours become shades of grey.
    """
    from PySide6.QtPrintSupport import QPrinter as Printer

    printer.setFullPage(True)
    size = QPageSize(SIZES[paper])
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    printer.setDocName(name)
    printer.setColorMode(Printer.ColorMode.GrayScale if greyscale else Printer.ColorMode.Color)


def print_pages(printer: QPrinter, pages: Iterable[bytes], on_page: Callable[[int], None]) -> None:
    """Paint pages on a prepared printer as vectors, at their true size.

    Args:
        printer: made ready by ``prepare``.
        pages: SVG, in the order wanted.
        on_page: told after each page how many are done.

    Raises:
        OperationError: the printer does not take the pages. The painter, which hands over what is painted so far when
            it is dropped, then still lives in the error's traceback.
    """
    painter = QPainter()
    if not painter.begin(printer):
        message = "The printer does not take the pages; save them as a PDF instead."
        raise OperationError(message)
    scale = printer.resolution() / POINTS_PER_INCH
    for number, svg in enumerate(pages):
        if number and not printer.newPage():
            message = f"The printer stopped after page {number}. Nothing was printed; look after it and try again."
            raise OperationError(message)
        page = renderer(svg)
        box = page.viewBoxF()
        page.render(painter, QRectF(0, 0, box.width() * scale, box.height() * scale))
        on_page(number + 1)
    painter.end()
