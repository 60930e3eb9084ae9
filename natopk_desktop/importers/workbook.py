"""XLSX workbooks: one sheet with a column of dates, a row an entry. Formulas are never worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.importers.building import Builder, File
from natopk_desktop.importers.remarks import braced
from natopk_desktop.importers.tables import columns, laying
from natopk_desktop.importers.tables.preview import Preview, preview_of
from natopk_desktop.importers.tables.sheets import Workbook

if TYPE_CHECKING:
    from natopk_desktop.importers.imported import Imported, Options, Progress

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def read(raw: bytes, name: str, options: Options, progress: Progress) -> Imported:
    """Read a sheet of a workbook.

    Raises:
        InputError: the workbook is damaged or built to do harm, or what was chosen of it does not exist.
    """
    builder = Builder()
    book = Workbook(raw, name)
    sheet = book.chosen(options.sheet)
    builder.title(book.title)
    _tell(builder, book, sheet)
    laying.lay(builder, _table(book, sheet), options, name, progress)
    return builder.finish(File(raw, name, MEDIA_TYPE, None))


def preview(raw: bytes, name: str, options: Options) -> Preview:
    """Return the first rows of a sheet, which column most likely holds what, and the names of all sheets.

    Raises:
        InputError: as ``read``.
    """
    book = Workbook(raw, name)
    return preview_of(_table(book, book.chosen(options.sheet)).head, options, name, book.sheets)


def _table(book: Workbook, sheet: str) -> laying.Table:
    head = laying.head_of(book.rows(sheet), columns.SAMPLE)
    return laying.Table(head, lambda: book.rows(sheet), book.size(sheet))


def _tell(builder: Builder, book: Workbook, sheet: str) -> None:
    remarks = builder.remarks
    others = [name for name in book.sheets if name != sheet]
    if others:
        message = f"Read was the sheet “{braced(sheet)}”; in the kept file alone: {braced(', '.join(others))}."
        remarks.add("info", "sheets", message, remedy="Choose another sheet to read that.")
    without, is_far = book.faults(sheet)
    if without:
        message = (
            "Left empty, since the file has no result of them and formulas are not worked out: {n:formula|formulas}."
        )
        remarks.add("lost", "formulas", message, count=without, remedy="Save the workbook with a spreadsheet program.")
    if is_far:
        remarks.add("lost", "far-columns", "In the kept file alone: the cells beyond column ZZ.")
