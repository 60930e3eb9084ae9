"""The rows of a workbook's sheet as texts: dates as far as their format shows them, results instead of formulas."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from typing import TYPE_CHECKING, Any, Final

from natopk_desktop.errors import InputError
from natopk_desktop.importers.tables import archive

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

MOST_COLUMNS: Final = 702
"""Columns A to ZZ; a row that reaches further would be filled up cell by cell."""
CHUNK: Final = 1_000_000
NO_RESULT: Final = re.compile(rb"</f></c>|<f\b[^<>]*/></c>|</f><v\s*/></c>|</f><v></v></c>")
FAR: Final = re.compile(rb'\br\s*=\s*["\'][A-Za-z]{3}')
QUOTED: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
"""What of a number format is no sign of a date: words, single characters, colours and conditions."""
CLOCK_MINUTES: Final = re.compile(r"h+[^a-z]*m+|m+[^a-z]*s+")


class Workbook:
    """A workbook that was looked over.

    Attributes:
        sheets: the names of its sheets with cells, in order.
        title: the title that its properties give, empty where they give none.
    """

    def __init__(self, raw: bytes, name: str) -> None:
        """Open a workbook.

        Raises:
            InputError: it is damaged, or built to do harm.
        """
        self._name = name
        self._faults: dict[str, tuple[int, bool]] = {}
        self._archive = archive.opened(raw, name)
        from openpyxl import load_workbook  # late: it takes a third of a second

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self._book = load_workbook(self._archive.fp, read_only=True, data_only=True, keep_links=False)
        except Exception as error:
            raise InputError(_damaged(name)) from error
        self.sheets: tuple[str, ...] = tuple(sheet.title for sheet in self._book.worksheets)
        self.title = str(self._book.properties.title or "")
        if not self.sheets:
            message = f"{name}: this workbook has no sheet of cells; choose another file."
            raise InputError(message)

    def chosen(self, sheet: str | None) -> str:
        """Return the name of the sheet to read: the one a person names, else the first.

        Raises:
            InputError: there is no such sheet.
        """
        if sheet is None:
            return self.sheets[0]
        if sheet in self.sheets:
            return sheet
        message = f"{self._name}: there is no sheet “{sheet[:60]}”; choose one of {', '.join(self.sheets)}."
        raise InputError(message)

    def rows(self, sheet: str) -> Iterator[list[str]]:
        """Yield the rows of a sheet, each cell as text.

        Raises:
            InputError: the sheet is damaged.
        """
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                for row in self._cells(sheet):
                    cells = [_words(cell) for cell in row]
                    while cells and not cells[-1]:
                        cells.pop()
                    yield cells
        except InputError:
            raise
        except Exception as error:
            raise InputError(_damaged(self._name)) from error

    def _cells(self, sheet: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a sheet as cells of openpyxl, each filled up to its last cell that is read."""
        page = self._book[sheet]
        page.reset_dimensions()
        for number, row in enumerate(page.iter_rows(), 1):
            if len(row) > MOST_COLUMNS:
                yield from page.iter_rows(min_row=number, max_col=MOST_COLUMNS)
                return
            yield row

    def size(self, sheet: str) -> int:
        """Return about how many rows a sheet has."""
        part = self._part(sheet)
        return 1 if part is None else part.file_size // 150 + 1

    def faults(self, sheet: str) -> tuple[int, bool]:
        """Return how many formulas of a sheet have no result, and whether it has cells beyond those read."""
        if sheet in self._faults:
            return self._faults[sheet]
        part = self._part(sheet)
        if part is None:
            return 0, True
        without, is_far, rest = 0, False, b""
        with self._archive.open(part) as file:
            while chunk := file.read(CHUNK):
                content = rest + chunk
                whole = content.rfind(b">") + 1
                without += len(NO_RESULT.findall(content, 0, whole))
                is_far = is_far or FAR.search(content) is not None
                rest = content[max(whole - 12, 0) :] if whole < len(content) else b""
        self._faults[sheet] = without, is_far
        return without, is_far

    def _part(self, sheet: str) -> zipfile.ZipInfo | None:
        path = getattr(self._book[sheet], "_worksheet_path", "")
        try:
            return self._archive.getinfo(str(path).lstrip("/"))
        except KeyError:
            return None


def _damaged(name: str) -> str:
    return f"{name}: this workbook is damaged or of no kind that can be read; save it again with a spreadsheet program."


def _words(cell: Any) -> str:  # noqa: ANN401 - openpyxl has no types
    """Return what a cell holds as text."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        return _dated(value, str(cell.number_format or ""))
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value)


def _dated(value: dt.datetime, number_format: str) -> str:
    """Return a date as far as its number format shows it: year, month, day, time of day."""
    signs = QUOTED.sub("", number_format.lower())
    if "d" in signs:
        has_time = "h" in signs and (value.hour or value.minute or value.second)
        return value.strftime("%Y-%m-%d %H:%M:%S") if has_time else value.date().isoformat()
    months = CLOCK_MINUTES.sub("", signs)
    if "m" in months and "y" in signs:
        return value.date().isoformat()[:7]
    if "y" in signs:
        return value.date().isoformat()[:4]
    return value.isoformat(" ")
