"""Workbooks and PDFs made at random, part by part."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from tests.fuzz.making_texts import rows_of
from tests.fuzz.words import NUMBERS, word

if TYPE_CHECKING:
    from random import Random


NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PARTS: Final = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    f'<Override PartName="/xl/workbook.xml" ContentType="{KINDS}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KINDS}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
ODD_PLACES: Final = ("", 'r="XFD9"', 'r="5"', 'r="A0"', 'r="ZZZZ1"', 'r="A1048576"')


def workbook(random: Random) -> bytes:
    """Make a workbook, as its parts are written by hand."""
    rows = []
    for number, row in enumerate(rows_of(random), 1):
        cells = "".join(_cell(random, cell, f"{chr(65 + at % 26)}{number}") for at, cell in enumerate(row))
        rows.append(f"<row>{cells}</row>" if random.random() < 0.1 else f'<row r="{number}">{cells}</row>')
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'
    parts = {**PARTS, "xl/worksheets/sheet1.xml": sheet}
    if random.random() < 0.1:
        parts[random.choice(tuple(parts))] = word(random)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", random.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for name, content in parts.items():
            archive.writestr(name, content.encode("utf-8", "replace"))
    return file.getvalue()


def _cell(random: Random, cell: str, reference: str) -> str:
    words = escape(NOT_XML.sub("", cell))
    place = f'r="{reference}"' if random.random() < 0.99 else random.choice(ODD_PLACES)
    chance = random.random()
    if chance < 0.75:
        return f'<c {place} t="inlineStr"><is><t>{words}</t></is></c>'
    if chance < 0.95:
        return f"<c {place}><v>{random.choice(NUMBERS[:9])}</v></c>"
    if chance < 0.98:
        return f"<c {place}><f>{words}</f></c>"
    kind = random.choice(("s", "b", "e", "str", "d", "x"))
    return f'<c {place} s="{random.randrange(4)}" t="{kind}"><v>{words}</v></c>'


def pdf(random: Random, dossiers: list[bytes]) -> bytes:
    """Make a PDF with something attached."""
    attached = random.choice(dossiers) if random.random() < 0.5 else word(random).encode("utf-8", "replace")
    packed = zlib.compress(attached, 1) if random.random() < 0.8 else attached
    if random.random() < 0.3:
        packed = packed[: random.randrange(len(packed) + 1)]
    filtered = random.choice((b"/Filter/FlateDecode", b"/Filter /FlateDecode", b"", b"/Filter/LZWDecode"))
    return (
        b"%PDF-1.7\n1 0 obj\n<</Type/EmbeddedFile"
        + filtered
        + b">>\nstream\n"
        + packed
        + b"\nendstream\nendobj\n%%EOF\n"
    )
