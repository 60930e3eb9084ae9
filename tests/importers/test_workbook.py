from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from natopk_desktop.errors import InputError
from natopk_desktop.importers import workbook
from natopk_desktop.importers.imported import Options
from tests.importers.checking import codes, read, told, topics

if TYPE_CHECKING:
    from collections.abc import Callable


def made(
    *rows: tuple[object, ...], formats: dict[str, str] | None = None, more: Callable[[Any], None] | None = None
) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for place, number_format in (formats or {}).items():
        sheet[place].number_format = number_format
    if more is not None:
        more(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def day(year: int, month: int, of_month: int, hour: int = 0, minute: int = 0) -> dt.datetime:
    return dt.datetime(year, month, of_month, hour, minute)  # noqa: DTZ001 - a sheet knows no zone


def test_a_sheet_with_dates_of_every_kind() -> None:
    content = made(
        ("Date", "Title", "Category", "Number"),
        (day(2005, 10, 8), "Quake", "relief", 7.6),
        (day(2005, 10, 1), "Month", None, 3),
        (day(2005, 1, 1), "Year", None, 2.0),
        (day(2005, 10, 8, 8, 50), "Time", None, True),
        ("March 2006", "Words", None, None),
        (2007, "Number", None, None),
        (None, "None", None, None),
        formats={"A2": "dd/mm/yyyy", "A3": "mmm yyyy", "A4": 'yyyy "m"', "A5": "yyyy-mm-dd h:mm"},
    )
    read_back = read(content, "t.csv")
    assert told(read_back) == [
        ("2005-10-08", "2005-10-08", "Quake"),
        ("2005-10", "2005-10", "Month"),
        ("2005", "2005", "Year"),
        ("2005-10-08", "2005-10-08 08:50:00", "Time"),
        ("2006-03", "March 2006", "Words"),
        ("2007", "2007", "Number"),
        (None, "", "None"),
    ]
    assert topics(read_back)[0] == ("relief",)
    text = read_back.contents.source.text or ""
    assert "7.6" in text
    assert "TRUE" in text


def test_formulas_are_never_worked_out_and_hostile_words_are_words() -> None:
    words = "<img src='file:///CANARY'>"
    content = made(("Date", "Title"), ("2005", "=1+1"), ("2006", words))
    read_back = read(content)
    assert [one[2] for one in told(read_back)] == ["", words]
    assert "formulas" in codes(read_back)


def test_sheets_can_be_chosen() -> None:
    def second(book: Any) -> None:  # noqa: ANN401
        book.create_sheet("Second").append(("Date", "Title"))
        book["Second"].append(("1999", "There"))
        book.properties.title = "A workbook"

    content = made(("Date", "Title"), ("2005", "Here"), more=second)
    assert told(read(content)) == [("2005", "2005", "Here")]
    assert "sheets" in codes(read(content))
    chosen = read(content, options=Options(sheet="Second"))
    assert told(chosen) == [("1999", "1999", "There")]
    assert chosen.contents.source.title == "A workbook"
    assert workbook.preview(content, "t.xlsx", Options()).sheets == ("Sheet", "Second")
    with pytest.raises(InputError, match="no sheet “Third”"):
        read(content, options=Options(sheet="Third"))


def changed(content: bytes, change: Callable[[zipfile.ZipFile, zipfile.ZipFile], None]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, old.read(part))
        change(old, new)
    return file.getvalue()


SOUND = made(("Date", "Title"), ("2005", "Here"))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda _, new: new.writestr("xl/bomb.xml", b"<a>" + b" " * 200_000_000), "far more"),
        (lambda _, new: [new.writestr(f"xl/x{n}.bin", b"") for n in range(6000)], "more parts"),
        (lambda _, new: new.writestr("../../outside.xml", b"<a/>"), "leads out"),
        (lambda _, new: new.writestr("C:\\outside.xml", b"<a/>"), "leads out"),
        (lambda _, new: new.writestr("/etc/passwd", b"x"), "leads out"),
        (lambda _, new: new.writestr("XL/WORKBOOK.XML", b"<a/>"), "one name"),
        (lambda _, new: new.writestr("xl/e.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "DOCTYPE"),
        (lambda _, new: new.writestr("xl/e.xml", b"<!--" + b"x" * 70_000 + b"--><!DOCTYPE a><a/>"), "DOCTYPE"),
    ],
)
def test_archives_built_to_do_harm_are_refused(
    change: Callable[[zipfile.ZipFile, zipfile.ZipFile], None], reason: str
) -> None:
    with pytest.raises(InputError, match=reason):
        read(changed(SOUND, change), "t.xlsx")


def test_damaged_workbooks_are_refused_in_one_sentence() -> None:
    for cut in range(0, len(SOUND) - 1, 97):
        with pytest.raises(InputError) as caught:
            read(SOUND[: len(SOUND) - 1 - cut], "t.xlsx")
        assert "\n" not in caught.value.message


def test_a_sheet_that_claims_to_be_huge_is_read_as_what_it_is() -> None:
    def lie(old: zipfile.ZipFile, new: zipfile.ZipFile) -> None:
        pass

    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SOUND)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                content = content.replace(b"A1:B2", b"A1:XFD1048576")
            new.writestr(part.filename, content)
    assert told(read(file.getvalue())) == [("2005", "2005", "Here")]


def test_cells_far_to_the_right_are_told_and_take_no_time() -> None:
    def far(book: Any) -> None:  # noqa: ANN401
        for row in range(3, 200):
            book.active.cell(row, 16_000, "far")
            book.active.cell(row, 1, "2006")

    made_of_it = read(made(("Date", "Title"), ("2005", "Here"), more=far))
    assert len(made_of_it.contents.milestones) == 198
    assert "far-columns" in codes(made_of_it)
